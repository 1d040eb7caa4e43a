/** What a session shows: gathers the facts, turns them into a panel state, and draws only what changed. */
import type { PanelHandle } from './panel/mount';
import type { PanelAction } from './panel/state';
import type { Session } from './session';
import { panelState } from './show';

/** Before the rules were asked. */
const UNDO_MS = 10_000;

export class Face {
  private panel: PanelHandle | null = null;
  private shown = '';
  /** Version of the hold whose failure the person has put away. */
  private seenFailure = -1;

  constructor(private readonly session: Session) {}

  flash(words: string): void {
    this.panel?.flash(words);
  }

  hide(): void {
    this.shown = '';
    this.panel?.hide();
  }

  putAwayFailure(): void {
    const { view } = this.session;
    if (view?.publication === 'failed') this.seenFailure = view.version;
  }

  render(): void {
    const { session } = this;
    if (session.signal.aborted) return;
    const live = session.live();
    const { match, view, writing, keeper, release } = session;
    const state = panelState({
      view: view && view.publication === 'failed' && this.seenFailure === view.version ? { ...view, publication: 'unsent' } : view,
      live, cover: writing.cover, findings: writing.findings, checked: writing.checked, account: live?.account ?? null, surface: match.compiled.surface.kind, site: match.adapter.title,
      holding: keeper.holding, silent: keeper.silent, refused: session.trouble, orphaned: session.orphaned, armed: release.armed, releasing: release.running, repeats: release.repeats,
      undoMs: writing.cover?.undoMs ?? UNDO_MS, offer: session.offered, now: session.ports.now(),
    });
    if (!state) return this.hide();
    const words = JSON.stringify(state);
    if (words === this.shown) return;
    this.shown = words;
    this.panel ??= this.mount();
    this.panel.show(state);
  }

  private mount(): PanelHandle {
    const { session } = this;
    return session.ports.mountPanel({
      anchor: () => (session.body?.isConnected ? session.body : (session.current() && session.body)) ?? null,
      // Sites draw their buttons anew with every key; the chip stays beside the one that is there now.
      send: () => (session.match.control?.isConnected ? session.match.control : (session.current()?.control ?? null)),
      editors: () => session.match.editors,
      onAction: (action: PanelAction) => {
        // The panel waits for news after an action, also when nothing changed.
        this.shown = '';
        void session.ports.deeds().then(async (deeds) => {
          await deeds?.act(session, action);
          this.render();
        });
      },
      signal: session.signal,
    });
  }
}
