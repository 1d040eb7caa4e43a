/** What the page world asks: whether this call or this form may leave. Only a send that was let through may make one. */
import type { Blocked } from './blocked';
import { specsOf } from './call';
import { isBlind, NO_WORDS, textsOf } from './call-text';
import { composerOfForm, composersOnPage, type ComposerMatch } from './composer';
import { isElement } from './dom';
import { Early } from './early';
import { isLocked, type Free } from './free';
import type { Notice } from './notice';
import type { CallAnswer, CallAsked } from './page/protocol';
import type { Policy } from './policy';
import type { Ports } from './ports';
import type { Replay } from './replay';
import type { Sessions } from './sessions';
import { accountOf, isEmpty, readAccount } from './snapshot';

export interface AdmissionHost {
  policy: Policy;
  ports: Ports;
  sessions: Sessions;
  notice: Notice;
  holds(match: ComposerMatch): boolean;
  /** The send that is being repeated now is not held: nothing of this page is covered. */
  letting(): boolean;
  free: Free;
  blocked: Blocked;
  /** The word on a call that was told to wait. */
  answerLater(call: number, yes: boolean): void;
  /** A send nobody can judge yet. */
  stopEarly(path: EventTarget[], replay: Replay): void;
}

export class Admission {
  readonly early: Early;

  constructor(private readonly host: AdmissionHost) {
    const { policy, ports, notice } = host;
    this.early = new Early({
      policy, ports,
      answerLater: (call, yes) => host.answerLater(call, yes),
      judge: (asked) => this.call(asked),
      gone: () => notice.show({ kind: 'orphaned' }, null),
    });
  }

  call(asked: CallAsked): CallAnswer {
    const { policy, sessions } = this.host;
    if (!policy.covered || this.host.letting()) return 'yes';
    if (asked.adapter === '') return this.early.call(asked);
    const specs = specsOf(policy.adapters, asked);
    const first = specs[0];
    if (!first) return 'yes';
    const platform = first.adapter.id;
    const { active } = sessions;
    const account = active?.match.adapter.id === platform ? accountOf(active.match) : readAccount(first.adapter);
    if (account && policy.isFree(platform, account)) {
      if (!specs.every(({ spec }) => isLocked(spec))) return 'yes';
      void this.host.free.open(platform, first.spec.id, account).then((yes) => this.host.answerLater(asked.call, yes));
      return 'wait';
    }
    let differs = false;
    for (const session of sessions) for (const { spec } of specs) {
      const judged = session.release.admitsCall(spec.id, isBlind(spec, asked) ? [NO_WORDS] : textsOf(spec, asked), asked, policy.adapters);
      if (judged === 'yes') return 'yes';
      differs ||= judged === 'differs';
    }
    void this.host.blocked.tell(asked, first.spec.id);
    if (!differs) this.caught(platform);
    return 'no';
  }

  /** A publish call without a send we saw: it is refused, and what stands in the composer is held. */
  private caught(adapterId: string): void {
    const { policy, sessions, notice } = this.host;
    const session = sessions.active?.match.adapter.id === adapterId ? sessions.active : null;
    const match = session?.current() ?? composersOnPage(policy.surfaces).find((each) => each.adapter.id === adapterId && !isEmpty(each, 0));
    if (match && !isEmpty(match, session?.media.size ?? 0)) setTimeout(() => sessions.of(match).press(match, null));
    else notice.show({ kind: 'refused', title: 'A post was stopped', detail: 'The site tried to publish something that was not held and approved. Nothing was sent.', canRetry: false }, null);
  }

  /** `form.submit()` fires no event, so the page world asks (guard.md §3.1). */
  form(form: HTMLFormElement): boolean {
    const { policy, sessions } = this.host;
    if (this.host.letting()) return true;
    const match = composerOfForm(form, null, policy.surfaces);
    if (match) {
      if (sessions.find(match)?.release.admits('form', false, match)) return true;
      if (!this.host.holds(match)) return !this.host.free.detour('form', match, { kind: 'form', form });
      setTimeout(() => sessions.of(match).press(match, { kind: 'form', form }));
      return false;
    }
    if (!policy.waiting || policy.surfaces.length > 0) return true;
    if (!isElement(form.querySelector('textarea,[contenteditable]'))) return true;
    this.host.stopEarly([form], { kind: 'form', form });
    return false;
  }
}
