/**
 * While teaching, keys and presses end here: on window, in the capture phase. Inside our own card they work as usual
 * (but the page does not see them); on the page only Tab keeps its meaning, so that everything can be reached.
 */
const PRESSES = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu', 'touchstart', 'touchend', 'submit', 'dragstart', 'drop', 'paste'] as const;
const KEYS = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input'] as const;
const REST = ['pointermove', 'mousemove', 'mouseover', 'mouseout', 'pointerover', 'pointerout', 'wheel', 'focusin', 'focusout'] as const;

interface Hooks {
  paused(): boolean;
  press(event: KeyboardEvent): void;
  /** The focus moved on the page. */
  focus(): void;
  /** The step asks for a key, so also keys pressed on our heading are answers. */
  wantsKeys(): boolean;
}

export function quietly(host: HTMLElement, shadow: ShadowRoot, hooks: Hooks, signal: AbortSignal): { arm(): void } {
  const stop = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onPress = (event: Event): void => {
    if (event.target !== host && !hooks.paused()) stop(event);
  };
  const onKey = (event: Event): void => {
    const key = event as KeyboardEvent;
    const ours = event.target === host;
    if (!ours && hooks.paused()) {
      if (event.type === 'keydown' && key.key === 'Escape') hooks.press(key);
      return;
    }
    if (event.type !== 'keydown') return ours ? event.stopImmediatePropagation() : key.key === 'Tab' ? undefined : stop(event);
    if (key.key === 'Tab') return event.stopImmediatePropagation();
    // Keys on our own buttons and fields keep their meaning; Escape ends teaching everywhere.
    const used = ours && shadow.activeElement?.matches('button,input') && key.key !== 'Escape';
    if (used) return event.stopImmediatePropagation();
    stop(event);
    if (!ours || key.key === 'Escape' || hooks.wantsKeys()) hooks.press(key);
  };
  const onRest = (event: Event): void => {
    if (event.type === 'focusin') hooks.focus();
  };
  // What our own card receives ends at its edge.
  for (const type of [...PRESSES, ...REST]) shadow.addEventListener(type, (event) => event.stopPropagation(), { signal });
  const arm = (): void => {
    for (const type of PRESSES) window.addEventListener(type, onPress, { capture: true, signal });
    for (const type of KEYS) window.addEventListener(type, onKey, { capture: true, signal });
    for (const type of REST) window.addEventListener(type, onRest, { capture: true, signal });
  };
  arm();
  return { arm };
}
