/** Where the card and the pill go. Pure geometry in CSS px of the viewport (design/README.md, Spacing). */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export interface Size {
  width: number;
  height: number;
}
export interface Scene {
  /** The composer or its editor, and the site's send control, or null when they are not there. */
  anchor: Box | null;
  send: Box | null;
  view: Size;
  rtl: boolean;
}
export interface Spot {
  left: number;
  top: number;
  width: number;
  /** Tallest the card may be there; it scrolls inside. */
  room: number;
}

const GAP = 8;
const CORNER = 16;
const MIN = 344;
const MAX = 584;
const ALONE = 400;
/** A card of this height is worth showing in place even when it has to scroll. */
const ENOUGH = 260;

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));
const meets = (a: Box, b: Box): boolean => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
const shown = (box: Box | null, { width, height }: Size): Box | null => (box && box.right > box.left && meets(box, { left: 0, top: 0, right: width, bottom: height }) ? box : null);

/** From the editor to the send control; null when the editor is out of sight. */
function composer({ anchor, send, view }: Scene): Box | null {
  const a = shown(anchor, view);
  const b = a && shown(send, view);
  return a && b ? { left: Math.min(a.left, b.left), top: Math.min(a.top, b.top), right: Math.max(a.right, b.right), bottom: Math.max(a.bottom, b.bottom) } : a;
}

/** Width of the card, known before its height is measured. */
export function cardWidth(scene: Scene): number {
  const box = composer(scene);
  return Math.min(box ? clamp(box.right - box.left, MIN, MAX) : ALONE, scene.view.width - 2 * GAP);
}

const boxOf = ({ left, top, width }: Spot, height: number): Box => ({ left, top, right: left + width, bottom: top + height });

/** The corner at the bottom, or the one at the top when the send control sits there. */
function corner({ view, send, rtl }: Scene, width: number, height: number): Spot {
  const low: Spot = { left: rtl ? CORNER : Math.max(GAP, view.width - width - CORNER), top: Math.max(GAP, view.height - height - CORNER), width, room: view.height - 2 * GAP };
  return send && meets(boxOf(low, height), send) ? { ...low, top: CORNER } : low;
}

/** Card: 8 px under the composer (editor to send control), else over it, else beside it, else in a corner. `wanted` is its full height. */
export function placeCard(scene: Scene, wanted: number): Spot {
  const { view, rtl } = scene;
  const width = cardWidth(scene);
  const box = composer(scene);
  if (box) {
    const left = clamp(rtl ? box.right - width : box.left, GAP, Math.max(GAP, view.width - width - GAP));
    const need = Math.min(wanted, ENOUGH);
    const under = view.height - box.bottom - 2 * GAP;
    const over = box.top - 2 * GAP;
    if (under >= need) return { left, top: box.bottom + GAP, width, room: under };
    if (over >= need) return { left, top: box.top - GAP - Math.min(wanted, over), width, room: over };
    const room = view.height - 2 * GAP;
    const top = clamp(box.top, GAP, Math.max(GAP, view.height - wanted - GAP));
    if (box.right + width + 2 * GAP <= view.width) return { left: box.right + GAP, top, width, room };
    if (box.left - width - 2 * GAP >= 0) return { left: box.left - GAP - width, top, width, room };
  }
  return corner(scene, Math.min(ALONE, view.width - 2 * GAP), wanted);
}

/** Pill or status chip: near the send control, never over it nor over anything `taken` by something to press. */
export function placePill(scene: Scene, { width, height }: Size, taken: (box: Box) => boolean): Spot {
  const { view, rtl } = scene;
  const send = shown(scene.send, view);
  const box = composer(scene) ?? send;
  if (!box) return corner(scene, width, height);
  const near = send ?? box;
  // Its end is that of the send control; beside a control at the other side it begins with the composer.
  const end = rtl ? Math.min(near.left, box.right - width) : Math.max(near.right - width, box.left);
  const wishes: [left: number, top: number][] = [
    [end, box.bottom + GAP], [end, near.bottom + GAP], [rtl ? near.right + GAP : near.left - GAP - width, (near.top + near.bottom - height) / 2],
    [end, near.top - GAP - height], [end, box.top - GAP - height],
  ];
  return wishes.map(([left, top]): Spot => ({ left: clamp(left, GAP, Math.max(GAP, view.width - width - GAP)), top, width, room: view.height }))
    .find((spot) => {
      const own = boxOf(spot, height);
      return own.top >= GAP && own.bottom <= view.height - GAP && !(send && meets(own, send)) && !taken(own);
    }) ?? corner(scene, width, height);
}
