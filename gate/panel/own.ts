/**
 * Which elements on the page are ours. The panel comes late, after the site has put its own listeners on the window;
 * the gate listens first and hands over what belongs to the panel before the site hears it (guard.md §3.5).
 * All scripts of one frame share the isolated world, so the list is left there.
 */
type Hush = (event: Event) => void;

const KEY = Symbol.for('countersign:own');
const own = ((globalThis as Record<symbol, unknown>)[KEY] ??= new WeakMap<EventTarget, Hush>()) as WeakMap<EventTarget, Hush>;

/** Private words and presses. Clicks are not here: they end inside the panel. */
const FIRST = [
  'keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'compositionstart', 'compositionupdate', 'compositionend', 'paste', 'copy', 'cut',
  'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'focusin', 'focusout',
];

/** From now on, events of this host go to `hush` first. */
export function claim(host: Element, hush: Hush): void {
  own.set(host, hush);
}

/** True for our own hosts, whose inside is no composer of the site. */
export const isOwn = (target: EventTarget | null | undefined): boolean => target != null && own.has(target);

/** Called once by the gate at document start, before its own capture. */
export function listenFirst(signal: AbortSignal): void {
  const hear = (event: Event): void => {
    const to = event instanceof FocusEvent ? event.relatedTarget : null;
    const hush = (event.target && own.get(event.target)) ?? (to && own.get(to));
    hush?.(event);
  };
  for (const type of FIRST) window.addEventListener(type, hear, { capture: true, signal });
}
