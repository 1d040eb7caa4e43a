/**
 * Lets one held send out: captures again, asks, arms the pass, repeats the suppressed send once, and
 * reports what is known. Never a second attempt by itself (RL2, HOUSE promise 2).
 */
import type { Answer } from '../review/contract';
import type { Adapter } from '../platforms/schema';
import { sleep } from './ask-until';
import type { ComposerMatch } from './composer';
import { PATIENCE_MS, watchOutcome, type Outcome, type Witness } from './outcome';
import type { CallAsked, CallEnded } from './page/protocol';
import { Pass } from './pass';
import { editorText } from './read';
import { aim, run, type Replay } from './replay';
import type { Session } from './session';
import { differencesOf } from './show';
import { readSnapshot } from './snapshot';

/** How long the approved call may take after another one was refused. */
const OTHER_WORDS_MS = 2_000;

const failed = (detail: string): Outcome => ({ status: 'failed', permalink: null, detail });

/** A thread leaves as one call per part (platforms.md §8, gap 5). */
const callsOf = (match: ComposerMatch): number => Math.max(1, match.editors.filter(({ spec, element }) => spec.role === 'body' && editorText(element, spec.kind) !== '').length);

export class Release {
  pass: Pass | null = null;
  running = false;
  /** Waiting for the person's own press (adapter.release "press"). */
  armed = false;
  private witness: Witness | null = null;
  /** Grants this page has tried by itself: once each. */
  private readonly tried = new Set<string>();
  /** Publish calls let through under the pass that is open. */
  private made = 0;
  private grantId = '';
  private stopWitness = new AbortController();

  constructor(private readonly session: Session) {}

  /** The gate repeats the suppressed send itself; otherwise the person presses once more. */
  get repeats(): boolean {
    return this.session.match.adapter.release === 'replay' && this.session.replay !== null;
  }

  /** The undo window is over (TI6). */
  due(): void {
    const { view, match } = this.session;
    if (!view?.grant || this.running || this.armed || this.tried.has(view.grant.id) || this.session.ports.now() < view.grant.notBefore) return this.session.render();
    if (this.repeats) return void this.begin();
    if (match.adapter.release === 'press' && document.visibilityState === 'visible' && document.hasFocus()) return void this.begin();
    this.session.render();
  }

  /** From the end of the countdown, or from the person's own press after it. */
  async begin(): Promise<void> {
    const { session } = this;
    const { view, ports } = session;
    const match = session.current();
    if (this.running || !view?.grant || !match) return session.render();
    const live = session.live();
    if (!live || differencesOf(view, live).length) return session.render();
    const replay = match.adapter.release === 'replay' ? aim(session.replay, match) : null;
    if (match.adapter.release === 'replay' && !replay) return session.render();
    const grantId = view.grant.id;
    this.tried.add(grantId);
    this.running = true;
    const { media } = await session.media.settled(match);
    const snapshot = readSnapshot(match, media);
    const input = { holdId: view.id, composerId: session.composerId, snapshot };
    let answer = await ports.ask('release.request', input, 5_000);
    // Two clocks of one machine may differ by a tick.
    for (let tries = 0; !answer.ok && answer.code === 'too-early' && tries < 20; tries += 1) {
      await sleep(25);
      answer = await ports.ask('release.request', input, 5_000);
    }
    if (!answer.ok) return this.refused(answer, grantId);
    const { deadline } = answer.value;
    const pass = new Pass({ match: () => session.current(), approved: snapshot, deadline, now: ports.now, publish: match.compiled.surface.publish, calls: callsOf(match), onUsed: () => this.used(match, answer.value.grantId) });
    this.pass = pass;
    this.made = 0;
    this.grantId = answer.value.grantId;
    if (replay) this.repeat(pass, replay, answer.value.grantId);
    else this.waitForPress(pass, deadline, answer.value.grantId);
  }

  private repeat(pass: Pass, replay: Replay, grantId: string): void {
    if (replay.kind === 'form') pass.use();
    run(replay);
    if (!pass.consumed) void this.finish(failed('The composer changed at the last moment, so nothing was sent.'), grantId);
  }

  private waitForPress(pass: Pass, deadline: number, grantId: string): void {
    this.running = false;
    this.armed = true;
    this.session.render();
    setTimeout(() => {
      if (this.pass === pass && !pass.consumed) void this.finish(failed('The button was not pressed in time, so nothing was sent.'), grantId);
    }, Math.max(0, deadline - this.session.ports.now()));
  }

  /** The send is going through at this moment: watch from here, before the site's own listeners run. */
  private used(match: ComposerMatch, grantId: string): void {
    this.armed = false;
    this.running = true;
    this.stopWitness = new AbortController();
    this.witness = watchOutcome(match, { now: this.session.ports.now, signal: this.stopWitness.signal, patienceMs: PATIENCE_MS, calls: callsOf(match) });
    void this.witness.outcome.then((outcome) => this.finish(outcome, grantId));
    queueMicrotask(() => this.session.render());
  }

  private async finish(outcome: Outcome, grantId: string): Promise<void> {
    const { session } = this;
    this.pass?.close();
    this.pass = null;
    this.armed = false;
    this.stopWitness.abort();
    this.witness = null;
    const holdId = session.view?.id;
    if (!holdId) return;
    for (let tries = 0; tries < 6; tries += 1) {
      const answer = await session.ports.ask('release.outcome', { holdId, grantId, ...outcome, detail: outcome.detail.slice(0, 500) });
      if (answer.ok || answer.code !== 'timeout') {
        this.running = false;
        if (answer.ok) session.apply(answer.value);
        else await session.look();
        return;
      }
      await sleep(300 * 2 ** tries);
    }
    this.running = false;
    await session.look();
  }

  /** The background said no, or nothing. A grant that was used up while its answer got lost sent nothing: that is known here. */
  private async refused(answer: Extract<Answer<unknown>, { ok: false }>, grantId: string): Promise<void> {
    const { session } = this;
    const before = session.view?.version;
    for (let tries = 0; answer.code === 'timeout' && tries < 6; tries += 1) {
      const now = await session.ports.ask('hold.view', { holdId: session.view?.id ?? '' });
      if (now.ok && now.value.publication === 'releasing') return this.finish(failed('The release was not answered in time, so nothing was sent.'), grantId);
      if (now.ok) break;
      await sleep(300 * 2 ** tries);
    }
    this.running = false;
    await session.look();
    if (session.view?.version === before) session.refuse(answer, 'Not posted');
  }

  /** Whether this event of this composer is the one that was let through. */
  admits(type: string, trusted: boolean, match: ComposerMatch): boolean {
    return this.pass?.admits(type, trusted, match) ?? false;
  }

  admitsCall(specId: string, texts: readonly string[] | null, asked: CallAsked, adapters: readonly Adapter[]): 'yes' | 'no' | 'differs' {
    const judged = this.pass?.admitsCall(specId, texts) ?? 'no';
    if (judged === 'yes') {
      this.witness?.started(asked, adapters);
      this.made += 1;
    } else if (judged === 'differs') this.otherWords();
    return judged;
  }

  /** The page tried to send something else. The right call may still come; when it does not, nothing left. */
  private otherWords(): void {
    const { pass, grantId } = this;
    setTimeout(() => {
      if (pass && this.pass === pass && this.made === 0) void this.finish(failed('The site tried to send other words than were approved, so nothing was sent.'), grantId);
    }, OTHER_WORDS_MS);
  }

  callEnded(told: CallEnded): void {
    if (this.witness?.ended(told) === 'refused') this.pass?.giveBack();
  }

  stop(): void {
    this.pass?.close();
    this.stopWitness.abort();
  }
}
