/**
 * What happens in the panel stays in the panel. The site must not see keys typed into the note, must not
 * take a press on the panel for a press outside its dialog, and must not pull the focus back.
 * Listens on window in the capture phase, before the site's own listeners (guard.md §3.5).
 */
import { claim } from './own';

const QUIET = [
  'keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'compositionstart', 'compositionupdate', 'compositionend', 'paste', 'copy', 'cut',
  'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'touchmove', 'wheel', 'dblclick', 'auxclick', 'contextmenu',
  'focusin', 'focusout', 'beforetoggle', 'toggle',
] as const;

export interface Isolation {
  /** Adds the listeners again; harmless when they are still there. `document.open` removes them. */
  arm(): void;
}

export function isolate(host: HTMLElement, shadow: ShadowRoot, onKey: (event: KeyboardEvent) => void, signal: AbortSignal): Isolation {
  const hush = (event: Event) => {
    if (event.target !== host) {
      // Focus traps of modal dialogs watch where the focus goes and pull it back.
      const trapped = event.type === 'focusout' && (event as FocusEvent).relatedTarget === host && event.target instanceof Element && event.target.closest('[aria-modal="true"],[role="dialog"],dialog');
      if (trapped) event.stopImmediatePropagation();
      return;
    }
    event.stopImmediatePropagation();
    if (event.type === 'keydown') onKey(event as KeyboardEvent);
    // A press on a button leaves the caret where it is: in the site's editor.
    if (event.type === 'mousedown') {
      const { clientX, clientY } = event as MouseEvent;
      if (shadow.elementFromPoint(clientX, clientY)?.closest('button')) event.preventDefault();
    }
  };
  // Clicks must reach our own handlers first, so they are stopped on the way out.
  shadow.addEventListener('click', (event) => event.stopPropagation(), { signal });
  const arm = () => {
    for (const type of QUIET) window.addEventListener(type, hush, { capture: true, signal });
  };
  claim(host, hush);
  arm();
  return { arm };
}
