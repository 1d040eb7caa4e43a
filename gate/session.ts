/**
 * One composer and the hold that grew out of it. Knows what was pressed, what was stored and what the
 * composer says now; shows it; lets one send through when the background said so.
 */
import type { Answer, CoverView, HoldView } from '../review/contract';
import type { Finding } from '../checks/finding';
import { askUntil } from './ask-until';
import { refresh, type ComposerMatch } from './composer';
import { MediaShelf } from './media';
import type { PanelHandle } from './panel/mount';
import type { PanelAction } from './panel/state';
import type { Pass } from './pass';
import type { Policy } from './policy';
import type { Ports } from './ports';
import { Release } from './release';
import { run, aim, type Replay } from './replay';
import { differencesOf, panelState, type Live } from './show';
import { accountOf, isEmpty, readSnapshot, targetOf, textOf } from './snapshot';
import { cleanLabel, randomId } from './text';
import { act, bindHold } from './actions';

/** Two presses this close are one: a double click, a key that also clicks. */
const SAME_PRESS_MS = 500;
const TYPING_MS = 400;

export interface SessionHost {
  ports: Ports;
  policy: Policy;
  /** Asks the rules again; resolves when they are known. */
  relearn(): Promise<void>;
  teach(): void;
  coverage(match: ComposerMatch, state: 'live' | 'unknown-account'): void;
}

type Trouble = { title: string; detail: string; canRetry: boolean };

export class Session {
  readonly composerId = randomId();
  readonly media: MediaShelf;
  readonly release: Release;
  private readonly ended = new AbortController();
  private panel: PanelHandle | null = null;
  view: HoldView | null = null;
  replay: Replay | null = null;
  /** A hold that waits to be put back into this composer. */
  offered = false;
  private cover: CoverView | null = null;
  /** What `gate.typed` was last told. */
  private told = '';
  private coverKey = '';
  private shown = '';
  /** Version of the hold whose failure the person has put away. */
  private seenFailure = -1;
  /** What the composer said when it was last read. */
  lastText = '';
  private findings: Finding[] = [];
  /** The text those findings are about. */
  private checked = '';
  private holding = false;
  private pressedAt = -Infinity;
  private silent: { attempt: number; detail: string } | null = null;
  private trouble: Trouble | null = null;
  private orphaned = false;
  private typing: ReturnType<typeof setTimeout> | undefined;
  private due: ReturnType<typeof setTimeout> | undefined;
  private last: { kind: 'hold.create' | 'hold.revise'; acceptedSuggestion: string | null } | null = null;

  constructor(public match: ComposerMatch, readonly host: SessionHost) {
    this.media = new MediaShelf(host.ports.now);
    this.release = new Release(this);
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

  get pass(): Pass | null {
    return this.release.pass;
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
    clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.typed(), TYPING_MS);
    void this.learnCover();
  }

  private async learnCover(): Promise<void> {
    const account = accountOf(this.match);
    const target = targetOf(this.match);
    const key = JSON.stringify([this.match.adapter.id, account, target]);
    if (key === this.coverKey) return;
    this.coverKey = key;
    const answer = await this.ports.ask('gate.cover', { platform: this.match.adapter.id, account, target });
    if (key !== this.coverKey) return;
    if (answer.ok) this.cover = answer.value;
    else this.coverKey = '';
    this.render();
  }

  private async typed(): Promise<void> {
    const match = this.current();
    if (!match || this.signal.aborted) return;
    if (this.trouble && !this.holding) this.trouble = null;
    this.render();
    if (isEmpty(match, this.media.size)) {
      this.findings = [];
      this.told = '';
      return this.render();
    }
    const snapshot = readSnapshot(match, this.media.list(match));
    // SD1: coming back to a composer is no work on it. Only words or files that changed are told, with whoever is at the keyboard.
    const { text, title, warning, media } = snapshot;
    const content = JSON.stringify([text, title, warning, media]);
    if (content === this.told) return;
    const answer = await this.ports.ask('gate.typed', { composerId: this.composerId, snapshot });
    if (answer.ok) {
      this.told = content;
      this.findings = answer.value.findings;
      this.checked = text;
    }
    this.render();
  }

  /** The rules changed: who would approve has to be asked again. */
  forgetCover(): void {
    this.coverKey = '';
    void this.learnCover();
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
    if (same || this.holding || this.release.running) return this.render();
    this.trouble = null;
    if (this.offered && this.view) {
      // The same words are that draft. Other words are another post and do not take its place.
      if (textOf(match) === this.view.text) void bindHold(this);
      else this.view = null;
      this.offered = false;
    }
    const { view } = this;
    this.host.coverage(match, accountOf(match) ? 'live' : 'unknown-account');
    void this.learnCover();
    if (match.ambiguous) return this.say('Two drafts share this button', 'Nothing was sent, because it is not clear which one is meant. Empty one of them and press again.');
    if (!view || this.over) return void this.send('hold.create');
    if (view.publication === 'unknown' || view.publication === 'releasing') return this.render();
    const live = this.live();
    const changed = live === null || differencesOf(view, live).length > 0;
    if (changed) return void this.send('hold.revise');
    if (view.workflow === 'expired') return void this.tell(this.ports.ask('hold.renew', { holdId: view.id }));
    if (view.workflow === 'approved' && view.grant && now() >= view.grant.notBefore) return void this.release.begin();
    this.render();
  }

  /** Stores what the composer says now. Repeats until there is an answer; the composer keeps its text all the while. */
  async send(kind: 'hold.create' | 'hold.revise', acceptedSuggestion: string | null = null): Promise<void> {
    if (this.holding) return;
    this.holding = true;
    this.offered = false;
    this.last = { kind, acceptedSuggestion };
    if (kind === 'hold.create') this.view = null;
    const { match, view } = this;
    const early = readSnapshot(match, []);
    this.render();
    const { media, thumbs } = await this.media.settled(match);
    const common = { commandId: randomId(), composerId: this.composerId, snapshot: { ...early, media }, thumbs };
    const onSilence = (attempt: number, detail: string): void => {
      this.silent = { attempt, detail };
      this.orphaned = this.ports.orphaned();
      this.render();
    };
    const answer = kind === 'hold.revise' && view
      ? await askUntil(this.ports, 'hold.revise', { ...common, holdId: view.id, acceptedSuggestion }, this.signal, onSilence)
      : await askUntil(this.ports, 'hold.create', { ...common, urgency: 'normal', voluntary: false }, this.signal, onSilence);
    this.holding = false;
    this.silent = null;
    if (!answer) return this.render();
    if (answer.ok) return this.apply(answer.value);
    if (answer.code === 'content-differs' && kind === 'hold.revise') return this.send('hold.create');
    if (answer.code === 'not-covered') return this.notCovered();
    this.refuse(answer);
  }

  /** The background says this account is not covered (any more): the person's own send goes on its way. */
  private async notCovered(): Promise<void> {
    await this.host.relearn();
    const match = this.current();
    const again = match && aim(this.replay, match);
    if (match && again && !this.host.policy.mustHold(match.adapter.id, () => accountOf(match))) {
      this.hide();
      return run(again);
    }
    this.trouble = { title: 'Nothing was posted', detail: 'The rules for this account changed. Press the button again.', canRetry: true };
    this.render();
  }

  refuse(answer: Extract<Answer<unknown>, { ok: false }>, title = 'Not held yet, and not posted'): void {
    this.trouble = { title, detail: answer.detail, canRetry: answer.code !== 'blocked-by-rule' };
    this.render();
  }

  say(title: string, detail: string): void {
    this.trouble = { title, detail, canRetry: false };
    this.render();
  }

  flash(words: string): void {
    this.panel?.flash(words);
  }

  retry(): void {
    this.trouble = null;
    if (this.last && (!this.view || this.last.kind === 'hold.revise')) void this.send(this.last.kind, this.last.acceptedSuggestion);
    else void this.look();
  }

  /** Shows what an answer says, whether yes or no. */
  async tell(asked: Promise<Answer<HoldView>>): Promise<boolean> {
    const answer = await asked;
    if (answer.ok) this.apply(answer.value);
    else this.refuse(answer, 'That did not work');
    return answer.ok;
  }

  /** Asks what the hold is now. A push is only a reason to ask. */
  async look(): Promise<void> {
    if (!this.view) return this.render();
    const answer = await this.ports.ask('hold.view', { holdId: this.view.id });
    if (answer.ok) this.apply(answer.value);
    else this.render();
  }

  apply(view: HoldView): void {
    if (this.signal.aborted || (this.view?.id === view.id && view.version < this.view.version)) return;
    if (this.view?.id !== view.id || this.view.version !== view.version) this.trouble = null;
    this.view = view;
    this.silent = null;
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
    if (this.view?.publication === 'failed') this.seenFailure = this.view.version;
    if (this.over || this.offered) {
      this.view = null;
      this.offered = false;
    }
    if (this.over) this.hide();
    else this.render();
  }

  hide(): void {
    this.shown = '';
    this.panel?.hide();
  }

  render(): void {
    if (this.signal.aborted) return;
    const live = this.live();
    const { match, view } = this;
    const state = panelState({
      view: view && view.publication === 'failed' && this.seenFailure === view.version ? { ...view, publication: 'unsent' } : view, live, cover: this.cover, findings: this.findings, checked: this.checked, account: live?.account ?? null, surface: match.compiled.surface.kind, site: match.adapter.title,
      holding: this.holding, silent: this.silent, refused: this.trouble, orphaned: this.orphaned, armed: this.release.armed,
      releasing: this.release.running, repeats: this.release.repeats, undoMs: this.cover?.undoMs ?? 10_000, offer: this.offered, now: this.ports.now(),
    });
    if (!state) return this.hide();
    const words = JSON.stringify(state);
    if (words === this.shown) return;
    this.shown = words;
    this.panel ??= this.ports.mountPanel({
      anchor: () => (this.body?.isConnected ? this.body : (this.current() && this.body)) ?? null,
      send: () => this.match.control,
      editors: () => this.match.editors,
      onAction: (action: PanelAction) => {
        // The panel waits for news after an action, also when nothing changed.
        this.shown = '';
        void act(this, action).then(() => this.render());
      },
      signal: this.signal,
    });
    this.panel.show(state);
  }

  /** Belongs to this composer: the same editor, or the one that took its place after a re-render. */
  owns(match: ComposerMatch): boolean {
    const body = match.editors.find(({ spec }) => spec.role === 'body')?.element;
    return body !== undefined && this.match.editors.some(({ element }) => element === body);
  }

  contains(node: EventTarget | null): boolean {
    return this.panel?.contains(node) ?? false;
  }

  end(): void {
    clearTimeout(this.typing);
    clearTimeout(this.due);
    this.release.stop();
    this.ended.abort();
  }
}
