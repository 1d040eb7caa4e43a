/** What stands under the pointer, below our own layer: through shadow roots, and also when the site switched it off. */
import { shadowOf } from '../dom';
import { CONTROLS } from './control';
import { EDITABLE } from './editor';

const covers = (element: Element, x: number, y: number): boolean => [...element.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);

/** `ours` is skipped. Client coordinates in CSS px. */
export function elementAt(x: number, y: number, ours: Element): Element | null {
  let hit = document.elementsFromPoint(x, y).find((element) => element !== ours) ?? null;
  for (let root = hit && shadowOf(hit); root; root = hit && shadowOf(hit)) {
    const tree: ShadowRoot = root;
    const inner = tree.elementsFromPoint(x, y).find((element) => element.getRootNode() === tree);
    if (!inner) break;
    hit = inner;
  }
  if (!hit || hit.closest(`${CONTROLS},${EDITABLE}`)) return hit;
  // A disabled button often takes no pointer, so the point falls through to what is behind it.
  return [...hit.querySelectorAll(`${CONTROLS},${EDITABLE}`)].filter((element) => covers(element, x, y)).at(-1) ?? hit;
}

/** The element with the focus, through shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  for (let root = active && shadowOf(active); root?.activeElement; root = shadowOf(root.activeElement)) active = root.activeElement;
  return active && active !== document.body && active !== document.documentElement ? active : null;
}
