/**
 * One composer and the hold that grew out of it. Knows what was pressed, what was stored and what the
 * composer says now; lets one send through when the background said so.
 */
import type { Answer, HoldView } from '../review/contract';
import { sleep } from './ask-until';
import { bindHold } from './bind';
import { refresh, type ComposerMatch } from './composer';
import { Face } from './face';
import { Keeper } from './keeper';
import { MediaShelf } from './media';
import type { Policy } from './policy';
import type { Ports } from './ports';
import { Release } from './release';
import type { Replay } from './replay';
import { differencesOf, type Live } from './show';
import { accountOf, textOf } from './snapshot';
import { cleanLabel, randomId } from './text';
import { Writing } from './writing';

/** Two presses this close are one: a double click, a key that also clicks. */
const SAME_PRESS_MS = 500;
/** Questions after the first that stayed without an answer. */
const LOOKS = 3;
/** What is shown about a held post is at most this old. */
const STALE_MS = 60_000;

export interface SessionHost {
  ports: Ports;
  policy: Policy;
  /** Asks the rules again; resolves when they are known. */
  relearn(): Promise<void>;
  teach(): void;
  /** Resolves when a site that was just taught is saved; at once otherwise. */
  settled(): Promise<void>;
  coverage(match: ComposerMatch, state: 'live' | 'unknown-account'): void;
}

export class Session {
  readonly composerId = randomId();
  readonly media: MediaShelf;
  readonly release: Release;
  readonly writing: Writing;
  readonly keeper: Keeper;
  private readonly face: Face;
  private readonly ended = new AbortController();
  view: HoldView | null = null;
  replay: Replay | null = null;
  /** A hold that waits to be put back into this composer. */
  offered = false;
  /** What the composer said when it was last read. */
  lastText = '';
  trouble: { title: string; detail: string; canRetry: boolean } | null = null;
  orphaned = false;
  /** What the composer said when something went wrong. */
  private troubledText = '';
  private pressedAt = -Infinity;
  private lookedAt = 0;
  private due: ReturnType<typeof setTimeout> | undefined;

  constructor(public match: ComposerMatch, readonly host: SessionHost) {
    this.media = new MediaShelf(host.ports.now);
    this.release = new Release(this);
    this.writing = new Writing(this);
    this.keeper = new Keeper(this);
    this.face = new Face(this);
  }

  get ports(): Ports {
    return this.host.ports;
  }

  get signal(): AbortSignal {
    return this.ended.signal;
  }

  get body(): HTMLElement | undefined {
    return this.match.editors.find(({ spec }) => spec.role === 'body')?.element;
  }

  /** The hold is decided for good; the next press is a new act of posting. */
  get over(): boolean {
    const { view } = this;
    return view === null || view.publication === 'sent' || view.publication === 'verified' || ['recalled', 'rejected', 'superseded'].includes(view.workflow);
  }

  /** The composer as it stands now, or null when it left the page. */
  current(): ComposerMatch | null {
    const match = refresh(this.match);
    if (match) this.match = match;
    return match;
  }

  live(): Live | null {
    const match = this.current();
    if (!match) return null;
    const { control } = match;
    const label = control ? cleanLabel(control.getAttribute('aria-label') ?? (control instanceof HTMLInputElement ? control.value : (control.textContent ?? ''))).slice(0, 40) : '';
    this.lastText = textOf(match);
    return { text: this.lastText, title: textOf(match, 'title'), warning: textOf(match, 'warning'), media: this.media.list(match), account: accountOf(match)?.handle ?? null, sendLabel: label || null };
  }

  /** AU0: focus or typing in the composer. Nothing is asked for an account left out by name. */
  touch(match: ComposerMatch): void {
    this.match = match;
    const account = accountOf(match);
    this.host.coverage(match, account ? 'live' : 'unknown-account');
    if (!this.host.policy.mustHold(match.adapter.id, () => account)) return this.hide();
    this.writing.touched();
  }

  /** A send was stopped. The event is already dead; nothing here can let it live again. */
  press(match: ComposerMatch, replay: Replay | null): void {
    const { now, orphaned } = this.ports;
    this.match = match;
    if (replay) this.replay = replay;
    const same = now() - this.pressedAt < SAME_PRESS_MS;
    this.pressedAt = now();
    if (orphaned()) {
      this.orphaned = true;
      return this.render();
    }
    if (same || this.keeper.holding || this.release.running) return this.render();
    this.trouble = null;
    if (this.offered && this.view) {
      // The same words are that draft. Other words are another post and do not take its place.
      if (textOf(match) === this.view.text) void bindHold(this);
      else this.view = null;
      this.offered = false;
    }
    const { view } = this;
    this.host.coverage(match, accountOf(match) ? 'live' : 'unknown-account');
    void this.writing.learnCover();
    if (match.ambiguous) return this.say('Two drafts share this button', 'Nothing was sent, because it is not clear which one is meant. Empty one of them and press again.');
    if (!view || this.over) return void this.keeper.send('hold.create');
    if (view.publication === 'unknown' || view.publication === 'releasing') return this.render();
    const live = this.live();
    const changed = live === null || differencesOf(view, live).length > 0;
    if (changed) return void this.keeper.send('hold.revise');
    if (view.workflow === 'expired') return void this.tell(this.ports.ask('hold.renew', { holdId: view.id }));
    if (view.workflow === 'approved' && view.grant && now() >= view.grant.notBefore) return void this.release.begin();
    this.render();
  }

  refuse(answer: Extract<Answer<unknown>, { ok: false }>, title = 'Not held yet, and not posted'): void {
    this.say(title, answer.detail, answer.code !== 'blocked-by-rule');
  }

  say(title: string, detail: string, canRetry = false): void {
    this.trouble = { title, detail, canRetry };
    this.troubledText = textOf(this.match);
    this.render();
  }

  /** Somebody writes on: what went wrong before is over. */
  settleTrouble(): void {
    if (!this.keeper.holding && textOf(this.match) !== this.troubledText) this.trouble = null;
  }

  retry(): void {
    this.trouble = null;
    this.keeper.retry();
  }

  /** Shows what an answer says, whether yes or no. */
  async tell(asked: Promise<Answer<HoldView>>): Promise<boolean> {
    const answer = await asked;
    if (answer.ok) this.apply(answer.value);
    else this.refuse(answer, 'That did not work');
    return answer.ok;
  }

  /** Asks what the hold is now. A push is only a reason to ask, and a worker that dies takes a question along. */
  async look(): Promise<void> {
    const { ports, signal } = this;
    if (!this.view) return this.render();
    const { id: holdId } = this.view;
    for (let tries = 0; !signal.aborted; tries += 1) {
      this.lookedAt = ports.now();
      const answer = await ports.ask('hold.view', { holdId });
      if (this.view?.id !== holdId) return;
      if (answer.ok) return this.apply(answer.value);
      if (answer.code !== 'timeout' || tries >= LOOKS || ports.orphaned()) break;
      await sleep(500 * 2 ** tries);
    }
    this.render();
  }

  /** A push can be lost with the worker that made it: what waits is asked about now and then while somebody could see it. */
  lookNowAndThen(): void {
    if (this.view && !this.over && document.visibilityState === 'visible' && this.ports.now() - this.lookedAt > STALE_MS) void this.look();
  }

  apply(view: HoldView): void {
    if (this.signal.aborted || (this.view?.id === view.id && view.version < this.view.version)) return;
    if (this.view?.id !== view.id || this.view.version !== view.version) this.trouble = null;
    this.view = view;
    this.keeper.silent = null;
    this.lookedAt = this.ports.now();
    clearTimeout(this.due);
    if (view.publication === 'sent' || view.publication === 'verified') {
      this.media.clear();
      this.replay = null;
    }
    this.render();
    if (view.workflow === 'approved' && view.grant) {
      const wait = Math.max(0, view.grant.notBefore - this.ports.now());
      this.due = setTimeout(() => this.release.due(), wait);
    }
  }

  /** Puts the panel away; a hold that still runs comes back with its next news. */
  dismiss(): void {
    this.trouble = null;
    this.face.putAwayFailure();
    if (this.over || this.offered) {
      this.view = null;
      this.offered = false;
    }
    if (this.over) this.hide();
    else this.render();
  }

  render(): void {
    this.face.render();
  }

  hide(): void {
    this.face.hide();
  }

  flash(words: string): void {
    this.face.flash(words);
  }

  /** Belongs to this composer: the same editor, or the one that took its place after a re-render. */
  owns(match: ComposerMatch): boolean {
    const body = match.editors.find(({ spec }) => spec.role === 'body')?.element;
    return body !== undefined && this.match.editors.some(({ element }) => element === body);
  }

  end(): void {
    this.writing.end();
    clearTimeout(this.due);
    this.release.stop();
    this.ended.abort();
  }
}
