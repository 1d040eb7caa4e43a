/** What the page world asks: whether this call or this form may leave. Only a send that was let through may make one. */
import { specsOf } from './call';
import { composerOfForm, composersOnPage, type ComposerMatch } from './composer';
import { isElement } from './dom';
import type { Notice } from './notice';
import type { CallAsked } from './page/protocol';
import type { Policy } from './policy';
import type { Replay } from './replay';
import type { Sessions } from './sessions';
import { accountOf, isEmpty, readAccount } from './snapshot';

export interface AdmissionHost {
  policy: Policy;
  sessions: Sessions;
  notice: Notice;
  holds(match: ComposerMatch): boolean;
  /** The send that is being repeated now is not held: nothing of this page is covered. */
  letting(): boolean;
  /** A send nobody can judge yet. */
  stopEarly(path: EventTarget[], replay: Replay): void;
}

export class Admission {
  constructor(private readonly host: AdmissionHost) {}

  call(asked: CallAsked): boolean {
    const { policy, sessions } = this.host;
    if (!policy.covered || this.host.letting()) return true;
    const specs = specsOf(policy.adapters, asked);
    const first = specs[0];
    if (!first) return true;
    const { active } = sessions;
    if (policy.isFree(first.adapter.id, active?.match.adapter.id === first.adapter.id ? accountOf(active.match) : readAccount(first.adapter))) return true;
    for (const session of sessions) for (const { spec } of specs) if (session.release.admitsCall(spec.id, asked, policy.adapters)) return true;
    this.caught(first.adapter.id);
    return false;
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
      if (!this.host.holds(match) || sessions.find(match)?.release.admits('form', false, match)) return true;
      setTimeout(() => sessions.of(match).press(match, { kind: 'form', form }));
      return false;
    }
    if (!policy.waiting || policy.surfaces.length > 0) return true;
    if (!isElement(form.querySelector('textarea,[contenteditable]'))) return true;
    this.host.stopEarly([form], { kind: 'form', form });
    return false;
  }
}
