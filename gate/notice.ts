/** Says something about the page when there is no recognised composer to say it beside. */
import type { PanelHandle } from './panel/mount';
import type { PanelAction, PanelState } from './panel/state';
import type { Ports } from './ports';

export class Notice {
  private panel: PanelHandle | null = null;
  private ended = new AbortController();
  private anchor: WeakRef<Element> | null = null;

  constructor(private readonly ports: Ports, private readonly onAction: (action: PanelAction) => void) {}

  show(state: PanelState, anchor: Element | null): void {
    this.anchor = anchor && new WeakRef(anchor);
    this.panel ??= this.ports.mountPanel({ anchor: () => this.anchor?.deref() ?? null, onAction: (action) => (action.kind === 'dismiss' ? this.hide() : this.onAction(action)), signal: this.ended.signal });
    this.panel.show(state);
  }

  hide(): void {
    this.panel?.hide();
  }

  flash(words: string): void {
    this.panel?.flash(words);
  }

  contains(node: EventTarget | null): boolean {
    return this.panel?.contains(node) ?? false;
  }

  end(): void {
    this.ended.abort();
  }
}
