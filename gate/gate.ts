/**
 * The gate of one frame: capture, sessions, the page channel and the background's news, wired together.
 * Policy lives here, so that a send is stopped without asking anybody (platforms.md §4, lessons 10 and 11).
 */
import type { HelloView, HoldView, Push } from '../review/contract';
import { bindHold } from './actions';
import { askUntil } from './ask-until';
import { bringBack } from './bring-back';
import { rulesFor, specsOf } from './call';
import { createCapture, type Capture } from './capture';
import { openChannel, type Channel } from './channel';
import { composerOfForm, composersOnPage, resolveComposer, type ComposerMatch } from './composer';
import { copyText } from './copy';
import { isElement } from './dom';
import { editableOn, genericSend, sendBeside } from './generic';
import { filesOf } from './media';
import { Notice } from './notice';
import { pageUrl } from './page-url';
import type { CallAsked } from './page/protocol';
import { Policy } from './policy';
import type { Ports } from './ports';
import { run, type Replay } from './replay';
import { Session, type SessionHost } from './session';
import { accountOf, isEmpty, readAccount, textOf } from './snapshot';

const HEARTBEAT_MS = 1_000;
const UNKNOWN_AFTER_MS = 400;

export class Gate implements SessionHost {
  readonly policy: Policy;
  private readonly capture: Capture;
  private readonly channel: Channel;
  private readonly sessions = new Set<Session>();
  private readonly notice: Notice;
  private readonly told = new Set<string>();
  private readonly seen = new WeakSet<Element>();
  private active: Session | null = null;
  /** A send stopped before any adapter was here. */
  private early: { path: EventTarget[]; replay: Replay } | null = null;
  /** The send that is being repeated now is not held: nothing of this page is covered. */
  private letting = false;
  /** Teaching looks at the person's clicks itself and stops them itself; publish calls stay closed. */
  private teaching = false;
  private restoring: HoldView | null = null;

  constructor(readonly ports: Ports, readonly signal: AbortSignal) {
    this.policy = new Policy(pageUrl(), ports.adapters);
    this.notice = new Notice(ports, (action) => {
      if (action.kind === 'teach') this.teach();
      else if (action.kind === 'reload') location.reload();
      else if (action.kind === 'retry') void this.relearn();
      else if (action.kind === 'copy') void copyText(this.restoring?.text ?? getSelection()?.toString() ?? '').then((done) => done && this.notice.flash('Copied'));
    });
    this.capture = createCapture({
      surfaces: () => this.policy.surfaces,
      admits: (type, trusted, match) => this.letting || this.teaching || (this.find(match)?.release.admits(type, trusted, match) ?? false),
      holds: (match) => this.holds(match),
      onPress: (match, replay) => this.sessionFor(match).press(match, replay),
      unknownSend: (event, path) => this.unknownSend(event, path),
      onActivity: (event, path) => this.onActivity(event, path),
    }, signal);
    this.capture.arm();
    this.channel = openChannel({
      onCall: (asked) => this.onCall(asked),
      onEnd: (told) => this.sessions.forEach((session) => session.release.callEnded(told)),
      onForm: (form) => this.onForm(form),
      onReopened: () => this.capture.arm(),
      onChooser: (input) => input.addEventListener('change', () => this.attach([...(input.files ?? [])], this.active), { once: true, signal }),
    }, signal);
    this.channel.tell(rulesFor(this.policy.adapters));
    const beat = setInterval(() => this.beat(), HEARTBEAT_MS);
    signal.addEventListener('abort', () => {
      clearInterval(beat);
      // The page's hooks stay behind: without rules they let everything through to whoever comes after us.
      this.channel.tell({ publish: [], pass: [] });
      this.sessions.forEach((session) => session.end());
      this.notice.end();
    }, { once: true });
    for (const type of ['readystatechange', 'visibilitychange']) document.addEventListener(type, () => this.onVisible(), { signal });
    window.addEventListener('focus', () => this.onVisible(), { signal });
    void this.hello();
  }

  /** The first question; asked until it is answered. Everything is held until then. */
  private async hello(): Promise<void> {
    const answer = await askUntil(this.ports, 'gate.hello', { url: pageUrl().slice(0, 4_000), top: window === window.top }, this.signal, (attempt, detail) => {
      if (this.early) this.notice.show(this.ports.orphaned() ? { kind: 'orphaned' } : { kind: 'unreachable', attempt, detail }, null);
    });
    if (!answer?.ok) return;
    this.learn(answer.value);
    const { restore, mine, teach } = answer.value;
    if (teach) this.teach();
    if (restore) await this.bringAsked(restore);
    for (const view of mine) if (view.id !== restore?.id) await bringBack({ policy: this.policy, sessionFor: (match) => this.sessionFor(match), signal: this.signal }, view, false);
  }

  private async bringAsked(view: HoldView): Promise<void> {
    this.restoring = view;
    const found = await bringBack({ policy: this.policy, sessionFor: (match) => this.sessionFor(match), signal: this.signal }, view, true);
    if (!found && !this.signal.aborted && ![...this.sessions].some((session) => session.view?.id === view.id)) this.notice.show({ kind: 'restore-offer', view, here: false }, null);
    else this.restoring = null;
  }

  /** The person asked for a draft in this tab. A composer that shows it already keeps what it says. */
  private async restoreHere(): Promise<void> {
    const answer = await this.ports.ask('gate.hello', { url: pageUrl().slice(0, 4_000), top: window === window.top });
    const wanted = answer.ok ? answer.value.restore : null;
    if (!wanted) return;
    const shown = [...this.sessions].find((session) => session.view?.id === wanted.id && !session.offered && session.live()?.text);
    if (shown) await bindHold(shown);
    else await this.bringAsked(wanted);
  }

  private learn(hello: HelloView): void {
    this.policy.learn(hello);
    this.channel.tell(this.policy.covered ? rulesFor(this.policy.adapters) : { publish: [], pass: [] });
    if (!this.policy.covered) this.sessions.forEach((session) => session.hide());
    for (const session of this.sessions) if (this.policy.covered) session.touch(session.match);
    this.settleEarly();
  }

  /** What was stopped before anybody knew this page: now it is a press, or it goes on its way. */
  private settleEarly(): void {
    const { early } = this;
    this.early = null;
    if (!early) return;
    this.notice.hide();
    const match = resolveComposer(early.path, this.policy.surfaces);
    if (match && this.holds(match)) return this.sessionFor(match).press(match, early.replay);
    this.letting = true;
    run(early.replay);
    this.letting = false;
  }

  async relearn(): Promise<void> {
    const answer = await this.ports.ask('gate.hello', { url: pageUrl().slice(0, 4_000), top: window === window.top });
    if (answer.ok) this.learn(answer.value);
  }

  teach(): void {
    // A fresh gate hears of it twice: in the answer to its hello, and by the push. One card is enough.
    if (this.teaching) return;
    const stop = new AbortController();
    this.signal.addEventListener('abort', () => stop.abort(), { once: true });
    this.teaching = true;
    const over = (): void => {
      this.teaching = false;
      stop.abort();
    };
    this.notice.hide();
    this.ports.startTeaching({
      signal: stop.signal,
      onDone: (adapter) => void this.ports.ask('teach.done', { adapter }).then((answer) => {
        over();
        if (answer.ok) return this.relearn();
        this.notice.show({ kind: 'refused', title: 'This site could not be added', detail: answer.detail, canRetry: false }, null);
      }),
      onCancel: over,
    });
  }

  coverage(match: ComposerMatch, state: 'live' | 'unknown-account'): void {
    this.tellCoverage(match.adapter.id, state, match.compiled.surface.id);
  }

  private tellCoverage(platform: string, state: 'live' | 'unknown-account' | 'unrecognised', detail: string): void {
    const key = `${platform} ${state}`;
    if (this.told.has(key) || !this.policy.covered || this.policy.waiting) return;
    this.told.add(key);
    void this.ports.ask('gate.coverage', { platform, url: pageUrl().slice(0, 4_000), state, detail: detail.slice(0, 500) });
  }

  private holds(match: ComposerMatch): boolean {
    const session = this.find(match);
    // While one send is on its way nothing else leaves, not even from a composer the site has emptied already.
    return this.policy.mustHold(match.adapter.id, () => accountOf(match)) && (session?.release.running === true || !isEmpty(match, session?.media.size ?? 0));
  }

  private find(match: ComposerMatch): Session | null {
    for (const session of this.sessions) if (session.owns(match)) return session;
    return null;
  }

  /** The session of this composer. One whose editor was rebuilt by the site is recognised by surface and words; other words are another post. */
  sessionFor(match: ComposerMatch): Session {
    const rebuilt = (each: Session) => each.match.adapter.id === match.adapter.id && each.match.compiled.surface.id === match.compiled.surface.id && !each.body?.isConnected && each.lastText === textOf(match);
    const session = this.find(match) ?? [...this.sessions].find((each) => each.view !== null && rebuilt(each)) ?? new Session(match, this);
    session.match = match;
    this.sessions.add(session);
    this.active = session;
    return session;
  }

  private unknownSend(event: Event, path: EventTarget[]): boolean {
    if (this.letting || !this.policy.waiting || this.policy.surfaces.length > 0) return false;
    const replay = genericSend(event, path);
    if (replay) this.early = { path, replay };
    return replay !== null;
  }

  private onActivity(event: Event, path: EventTarget[]): void {
    if (!this.policy.covered || this.notice.contains(path[0] ?? null)) return;
    const files = filesOf(event);
    // Most typing goes on in the composer that was found before; looking for it again costs more than the key.
    const known = event.type === 'input' && this.active?.match.editors.some(({ element }) => path.includes(element)) ? this.active : null;
    const match = known ? known.match : resolveComposer(path, this.policy.surfaces);
    const session = known ?? (match ? this.sessionFor(match) : null);
    if (files.length) return this.attach(files, session ?? this.active);
    if (match && session) session.touch(match);
    else if (event.type === 'input') this.unrecognised(path);
  }

  private attach(files: File[], session: Session | null): void {
    const target = session?.current() ? session : this.onlySession();
    target?.media.add(files, () => target.touch(target.match));
  }

  /** A file chosen before anything was typed: it belongs to the composer on the page when there is just one. */
  private onlySession(): Session | null {
    const [only, another] = composersOnPage(this.policy.surfaces);
    return only && !another ? this.sessionFor(only) : null;
  }

  /** HOUSE promise 9: somebody writes where something would send it, and no surface matches. */
  private unrecognised(path: EventTarget[]): void {
    if (this.policy.waiting) return;
    const editor = editableOn(path);
    if (!editor || this.seen.has(editor)) return;
    this.seen.add(editor);
    setTimeout(() => {
      if (this.signal.aborted || !editor.isConnected || !sendBeside(editor) || resolveComposer([editor], this.policy.surfaces)) return;
      const platform = this.policy.adapters[0]?.id ?? 'custom';
      this.tellCoverage(platform, 'unrecognised', 'An editor beside a send control matches no known composer.');
      this.notice.show({ kind: 'not-covered', reason: 'Countersign does not recognise this composer. What you post here is not held.', since: null, canTeach: true }, editor);
    }, UNKNOWN_AFTER_MS);
  }

  /** A call that may publish. Only a send that was let through may make it. */
  private onCall(asked: CallAsked): boolean {
    if (!this.policy.covered || this.letting) return true;
    const specs = specsOf(this.policy.adapters, asked);
    const first = specs[0];
    if (!first) return true;
    if (this.policy.isFree(first.adapter.id, this.active?.match.adapter.id === first.adapter.id ? accountOf(this.active.match) : readAccount(first.adapter))) return true;
    for (const session of this.sessions) for (const { spec } of specs) if (session.release.admitsCall(spec.id, asked, this.policy.adapters)) return true;
    this.caught(first.adapter.id);
    return false;
  }

  /** A publish call without a send we saw: it is refused, and what stands in the composer is held. */
  private caught(adapterId: string): void {
    const session = this.active?.match.adapter.id === adapterId ? this.active : null;
    const match = session?.current() ?? composersOnPage(this.policy.surfaces).find((each) => each.adapter.id === adapterId && !isEmpty(each, 0));
    if (match && !isEmpty(match, session?.media.size ?? 0)) setTimeout(() => this.sessionFor(match).press(match, null));
    else this.notice.show({ kind: 'refused', title: 'A post was stopped', detail: 'The site tried to publish something that was not held and approved. Nothing was sent.', canRetry: false }, null);
  }

  /** `form.submit()` fires no event, so the page world asks (guard.md §3.1). */
  private onForm(form: HTMLFormElement): boolean {
    if (this.letting) return true;
    const match = composerOfForm(form, null, this.policy.surfaces);
    if (match) {
      if (!this.holds(match) || this.find(match)?.release.admits('form', false, match)) return true;
      setTimeout(() => this.sessionFor(match).press(match, { kind: 'form', form }));
      return false;
    }
    if (!this.policy.waiting || this.policy.surfaces.length > 0) return true;
    const editor = form.querySelector('textarea,[contenteditable]');
    if (!isElement(editor)) return true;
    this.early = { path: [form], replay: { kind: 'form', form } };
    return false;
  }

  private onVisible(): void {
    this.capture.arm();
    for (const session of this.sessions) {
      if (!session.view || session.over) continue;
      void session.look();
      if (document.visibilityState === 'visible') session.release.due();
    }
  }

  /** Keeps the listeners where they are and the panels true while nothing happens. */
  private beat(): void {
    this.capture.arm();
    for (const session of this.sessions) {
      if (session.view) session.render();
      else if (!session.current()) {
        session.end();
        this.sessions.delete(session);
        if (this.active === session) this.active = null;
      }
    }
  }

  /** News from the background; only our own background can send it. What it says is shown; a release asks again all the same. */
  onPush(push: Push): unknown {
    switch (push.kind) {
      case 'hold':
        for (const session of this.sessions) if (session.view?.id === push.view.id) session.apply(push.view);
        return undefined;
      case 'rules':
        void this.relearn().then(() => this.sessions.forEach((session) => session.forgetCover()));
        return undefined;
      case 'restore':
        void this.restoreHere();
        return undefined;
      case 'teach':
        if (window === window.top) this.teach();
        return undefined;
      case 'account': {
        const adapter = this.policy.adapters[0];
        if (window !== window.top || !adapter) return undefined;
        return { platform: adapter.id, account: (this.active && accountOf(this.active.match)) ?? readAccount(adapter) };
      }
    }
  }
}
