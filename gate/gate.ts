/**
 * The gate of one frame: capture, sessions, the page channel and the background's news, wired together.
 * Policy lives here, so that a send is stopped without asking anybody (platforms.md §4, lessons 10 and 11).
 */
import type { HelloView, Push } from '../review/contract';
import { Admission } from './admission';
import { Arrival } from './arrival';
import { Blocked } from './blocked';
import { createCapture, rootsAround, type Capture } from './capture';
import { openChannel, type Channel } from './channel';
import { resolveComposer, type ComposerMatch } from './composer';
import { copyText } from './copy';
import { ancestry, shadowOf } from './dom';
import { leavesByForm } from './empty-form';
import { FirstPress } from './first-press';
import { Free } from './free';
import { filesOf } from './media';
import { takeNews } from './news';
import { Notice } from './notice';
import { pageUrl } from './page-url';
import { Policy } from './policy';
import type { Ports } from './ports';
import { lacking, Recognition } from './recognition';
import { run, type Replay } from './replay';
import type { SessionHost } from './session';
import { Sessions } from './sessions';
import { accountOf, isEmpty } from './snapshot';
import { Teaching } from './teaching';

const HEARTBEAT_MS = 1_000;

export class Gate implements SessionHost {
  readonly policy: Policy;
  readonly sessions = new Sessions(this);
  readonly notice: Notice;
  readonly free = new Free(this);
  readonly blocked: Blocked;
  private readonly capture: Capture;
  private readonly channel: Channel;
  private readonly admission: Admission;
  private readonly first = new FirstPress(this);
  readonly teaching = new Teaching(this);
  readonly arrival = new Arrival(this);
  readonly recognition: Recognition;
  /** The page was there before us: its scripts and connections may be older than the gate (guard.md §3.2). */
  readonly late = document.readyState !== 'loading';
  private isLetting = false;

  constructor(readonly ports: Ports, readonly signal: AbortSignal) {
    this.policy = new Policy(pageUrl(), ports.adapters);
    this.blocked = new Blocked(ports);
    this.notice = new Notice(ports, (action) => {
      if (action.kind === 'teach') this.teach();
      else if (action.kind === 'reload') location.reload();
      else if (action.kind === 'retry') void this.relearn();
      else if (action.kind === 'copy') void copyText(this.arrival.text || (getSelection()?.toString() ?? '')).then((done) => done && this.notice.flash('Copied'));
    });
    this.recognition = new Recognition(ports, this.policy, this.notice, signal);
    const { sessions } = this;
    this.capture = createCapture({
      surfaces: () => this.policy.surfaces,
      admits: (type, trusted, match) => this.isLetting || this.teaching.running || (sessions.find(match)?.release.admits(type, trusted, match) ?? false),
      holds: (match) => this.holds(match),
      detours: (type, match, replay) => this.sendsNothing(type, match) || this.free.detour(type, match, replay),
      onPress: (match, replay) => {
        // What was said about the page is older than what is said about this post.
        this.notice.hide();
        sessions.of(match).press(match, replay);
      },
      unknownSend: (event, path) => this.first.unknown(event, path),
      onActivity: (event, path) => this.onActivity(event, path),
    }, signal);
    this.capture.arm();
    const admission = new Admission(this);
    this.admission = admission;
    this.channel = openChannel({
      onCall: (asked) => admission.call(asked),
      onEnd: (told) => {
        for (const session of sessions) session.release.callEnded(told);
      },
      onForm: (form) => admission.form(form),
      onSubmitting: (form) => rootsAround(form).forEach((root) => this.capture.watch(root)),
      onReopened: () => this.capture.arm(),
      onChooser: (input) => input.addEventListener('change', () => sessions.attach([...(input.files ?? [])], sessions.active), { once: true, signal }),
    }, signal);
    this.tellRules();
    const beat = setInterval(() => this.beat(), HEARTBEAT_MS);
    signal.addEventListener('abort', () => {
      clearInterval(beat);
      admission.early.refuse();
      // The page's hooks stay behind: without rules they let everything through to whoever comes after us.
      this.channel.tell({ publish: [], pass: [] });
      sessions.end();
      this.notice.end();
    }, { once: true });
    for (const type of ['readystatechange', 'visibilitychange']) document.addEventListener(type, () => this.onVisible(), { signal });
    window.addEventListener('focus', () => this.onVisible(), { signal });
    for (const type of ['pointerdown', 'keydown']) window.addEventListener(type, () => sessions.seePreviews(), { signal, capture: true });
    void this.arrival.hello();
  }

  learn(hello: HelloView): void {
    this.policy.learn(hello);
    this.teaching.assume();
    this.tellRules();
    if (this.somethingWaits()) this.notice.hide();
    this.admission.early.settle();
    for (const session of this.sessions) {
      if (this.policy.covered) session.touch(session.match);
      else session.hide();
    }
    this.first.settle();
    this.joinFocused();
  }

  /** A gate that came late finds somebody writing already. */
  private joinFocused(): void {
    if (!this.late || this.sessions.active || !this.policy.covered) return;
    let focused = document.activeElement;
    for (let inner = focused; inner; inner = shadowOf(inner)?.activeElement ?? null) focused = inner;
    const match = focused && resolveComposer(ancestry(focused), this.policy.surfaces);
    if (match) this.sessions.of(match).touch(match);
  }

  tellRules(): void {
    this.channel.tell(this.admission.early.rules());
  }

  linked(): boolean {
    return this.channel.linked();
  }

  relearn(): Promise<void> {
    return this.arrival.relearn();
  }

  letting(): boolean {
    return this.isLetting;
  }

  somethingWaits(): boolean {
    return this.first.waits || this.admission.early.some;
  }

  /** Nobody will ever say what this page may do. Calls end here; what a person pressed waits beside its notice. */
  unknown(): void {
    this.admission.early.refuse();
  }

  stopEarly(path: EventTarget[], replay: Replay): void {
    this.first.stop(path, replay);
  }

  let(replay: Replay): void {
    this.isLetting = true;
    run(replay);
    this.isLetting = false;
  }

  press(match: ComposerMatch, replay: Replay): void {
    this.sessions.of(match).press(match, replay);
  }

  answerLater(call: number, yes: boolean): void {
    this.channel.answerLater(call, yes);
  }

  teach(): void {
    this.teaching.start();
  }

  settled(): Promise<void> {
    return this.teaching.settled();
  }

  coverage(match: ComposerMatch, state: 'live' | 'unknown-account'): void {
    this.recognition.tell(match.adapter.id, state, match.compiled.surface.id);
  }

  holds(match: ComposerMatch): boolean {
    const session = this.sessions.find(match);
    // While one send is on its way nothing else leaves, not even from a composer the site has emptied already.
    return this.policy.mustHold(match.adapter.id, () => accountOf(match)) && (session?.release.running === true || !isEmpty(match, session?.media.size ?? 0));
  }

  /** Asked of sends that are not held: on a covered account those have nothing in them. */
  private sendsNothing(type: string, match: ComposerMatch): boolean {
    if (!leavesByForm(type, match) || !this.policy.mustHold(match.adapter.id, () => accountOf(match))) return false;
    this.sessions.of(match).say('Nothing to send', 'The composer is empty.');
    return true;
  }

  private onActivity(event: Event, path: EventTarget[]): void {
    const { policy, sessions } = this;
    if (!policy.covered || this.notice.contains(path[0] ?? null)) return;
    const files = filesOf(event);
    // Most typing goes on in the composer that was found before; looking for it again costs more than the key.
    const known = event.type === 'input' && sessions.active?.match.editors.some(({ element }) => path.includes(element)) ? sessions.active : null;
    const match = known ? known.match : resolveComposer(path, policy.surfaces);
    const session = known ?? (match ? sessions.of(match) : null);
    if (files.length) return sessions.attach(files, session ?? sessions.active);
    if (match && session) session.touch(match);
    if (event.type === 'input' && lacking(match)) this.recognition.unrecognised(path);
  }

  private onVisible(): void {
    this.capture.arm();
    this.sessions.wake();
  }

  private beat(): void {
    // Listeners stay where they are put, except after `document.open()`.
    this.capture.arm();
    this.sessions.beat();
  }

  onPush(push: Push): unknown {
    return takeNews(push, this);
  }
}
