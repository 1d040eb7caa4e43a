/**
 * The element that carries the panel: a manual popover in the top layer with a closed shadow root,
 * re-added whenever the page loses it (interface.md §5.1). It is status only, so a page that fights it gains nothing.
 */
export const TAG = 'countersign-panel';

export interface Carrier {
  host: HTMLElement;
  shadow: ShadowRoot;
}

export function createCarrier(css: string, tag = TAG): Carrier {
  const host = document.createElement(tag);
  host.setAttribute('popover', 'manual');
  const shadow = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = css;
  shadow.append(style);
  return { host, shadow };
}

const up = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : node.parentNode);

/** Outside a modal dialog everything is inert, so the panel moves into the dialog that holds the composer. */
export function homeFor(anchor: Element | null): Element {
  for (let node: Node | null = anchor; node; node = up(node)) {
    if (node instanceof HTMLDialogElement && node.matches(':modal')) return node;
  }
  const modal = anchor?.isConnected ? null : [...document.querySelectorAll('dialog:modal')].at(-1);
  return modal ?? document.documentElement;
}

/** Puts the host where it belongs and on top of everything. True when anything had to be done. */
export function settle(host: HTMLElement, home: Element): boolean {
  let moved = false;
  if (host.parentNode !== home) {
    home.append(host);
    moved = true;
  }
  for (const name of host.getAttributeNames()) if (name !== 'popover') host.removeAttribute(name);
  if (host.getAttribute('popover') !== 'manual') host.setAttribute('popover', 'manual');
  if (!host.matches(':popover-open')) {
    moved = true;
    try {
      host.showPopover();
    } catch {
      // The page may veto the popover; the style then keeps the card visible by z-index alone.
    }
  }
  return moved;
}

/**
 * True when something laid over (nearly) the whole page hides the card. Small pop-ups of the site are left alone:
 * an emoji picker over the card is the person's own doing.
 */
export function isBuried(host: HTMLElement, card: DOMRect): boolean {
  if (card.width === 0 || document.querySelector('dialog:modal') !== null && !host.closest('dialog:modal')) return false;
  const points: [number, number][] = [[card.left + card.width / 2, card.top + card.height / 2], [card.left + 6, card.top + card.height / 2]];
  return points.every(([x, y]) => {
    const hit = document.elementFromPoint(x, y);
    if (!hit || hit === host || hit.contains(host)) return false;
    const cover = hit.getBoundingClientRect();
    return cover.width >= innerWidth * 0.9 && cover.height >= innerHeight * 0.9 && hit !== document.documentElement && hit !== document.body;
  });
}

/** Back to the top of the top layer. */
export function raise(host: HTMLElement): void {
  try {
    host.hidePopover();
    host.showPopover();
  } catch {
    // Vetoed by the page: same as in settle().
  }
}
