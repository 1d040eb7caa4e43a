/**
 * Keeps the host alive, on top and next to the composer, whatever the page does: removal of the host,
 * re-render, a replaced body or document element, an overlay, a modal dialog, scrolling (guard.md §3.5).
 */
import { homeFor, isBuried, raise, settle } from './host';
import { cardWidth, placeCard, placePill, type Box, type Scene } from './place';
import { themeOf } from './theme';

interface Parts {
  host: HTMLElement;
  shadow: ShadowRoot;
  root: HTMLElement;
  anchor: () => Element | null;
  send: () => Element | null;
  collapsed: () => boolean;
  tick(): void;
  signal: AbortSignal;
}

const TICK_MS = 250;
/** A page that fights for the place cannot make us spin: so many repairs per tick. */
const REPAIRS = 5;
const TO_PRESS = 'a[href],button,input,select,textarea,[role="button"],[role="textbox"],[contenteditable=""],[contenteditable="true"]';

const boxOf = (element: Element | null): Box | null => (element?.isConnected ? element.getBoundingClientRect() : null);

/** The last step of a send may stand in a dialog of its own, away from the editor: the card keeps clear of that dialog. */
function aroundSend(composer: Element | null, send: Element | null): Element | null {
  const dialog = send?.closest('dialog,[role="dialog"],[role="alertdialog"]');
  return composer && dialog && !dialog.contains(composer) ? dialog : composer;
}

export function stick({ host, shadow, root, anchor, send, collapsed, tick, signal }: Parts) {
  let timer = 0;
  let frame = 0;
  let ticks = 0;
  let repairs = 0;
  let watched: Element | null = null;
  /** Where the person was typing in here, so that a removed host gives the place back. */
  let used: HTMLElement | null = null;

  /** Something to press would be hidden there. */
  const taken = (box: Box): boolean => [0.05, 0.5, 0.95].some((part) =>
    document.elementsFromPoint(box.left + (box.right - box.left) * part, (box.top + box.bottom) / 2).find((element) => element !== host)?.closest(TO_PRESS));

  function place(): void {
    if (!timer) return;
    const composer = anchor();
    const rtl = getComputedStyle(composer ?? document.documentElement).direction === 'rtl';
    const scene: Scene = { anchor: boxOf(aroundSend(composer, send())), send: boxOf(send()), view: { width: innerWidth, height: innerHeight }, rtl };
    root.dir = rtl ? 'rtl' : 'ltr';
    const { style } = root;
    const small = collapsed();
    style.width = small ? 'max-content' : `${cardWidth(scene)}px`;
    const height = root.firstElementChild?.scrollHeight ?? 0;
    const { left, top, width, room } = small ? placePill(scene, { width: root.offsetWidth, height: root.offsetHeight }, taken) : placeCard(scene, height);
    if (!small) style.width = `${width}px`;
    style.maxHeight = `${room}px`;
    style.left = `${left}px`;
    style.top = `${top}px`;
    if (composer !== watched) {
      if (watched) sizes.unobserve(watched);
      if (composer) sizes.observe(composer);
      watched = composer;
    }
  }
  const soon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(place);
  };
  const sizes = new ResizeObserver(soon);
  const lost = new MutationObserver(ensure);

  function ensure(): void {
    if (!timer || repairs > REPAIRS) return;
    const back = host.isConnected ? null : used;
    if (!settle(host, homeFor(anchor()))) return;
    repairs += 1;
    if (document.activeElement === document.body) back?.focus({ preventScroll: true });
    lost.disconnect();
    for (const parent of new Set([document, document.documentElement, host.parentNode])) if (parent) lost.observe(parent, { childList: true });
    lost.observe(host, { attributes: true });
    place();
  }

  function beat(): void {
    repairs = 0;
    ticks += 1;
    ensure();
    if (ticks % 4 === 0) {
      root.dataset.theme = themeOf(anchor());
      if (isBuried(host, root.getBoundingClientRect())) raise(host);
    }
    tick();
    place();
  }

  addEventListener('scroll', soon, { capture: true, passive: true, signal });
  addEventListener('resize', soon, { signal });
  shadow.addEventListener('focusin', ({ target }) => { used = target instanceof HTMLElement ? target : null; }, { signal });
  shadow.addEventListener('focusout', (event) => { if (event instanceof FocusEvent && event.relatedTarget) used = null; }, { signal });

  return {
    place,
    start(): void {
      if (timer) return;
      timer = window.setInterval(beat, TICK_MS);
      root.dataset.theme = themeOf(anchor());
      ensure();
      sizes.observe(root);
    },
    stop(): void {
      clearInterval(timer);
      timer = 0;
      lost.disconnect();
      sizes.disconnect();
      watched = null;
      host.remove();
    },
  };
}
