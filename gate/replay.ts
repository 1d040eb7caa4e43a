/** Repeats the send that was suppressed: the same control, form or keys, once. platforms.md §2.1: sites answer untrusted clicks. */
import type { ComposerMatch } from './composer';

export type Replay =
  | { kind: 'control'; control: HTMLElement; events: readonly string[] }
  | { kind: 'submit'; form: HTMLFormElement; submitter: HTMLElement | null }
  /** `form.submit()` was called by the page's own script. */
  | { kind: 'form'; form: HTMLFormElement }
  | { kind: 'keys'; target: Element; init: KeyboardEventInit };

export function keysOf(event: KeyboardEvent, target: Element): Replay {
  const { key, code, keyCode, ctrlKey, metaKey, altKey, shiftKey, location } = event;
  // keyCode and which are old, and many editors read nothing else.
  const init = { key, code, keyCode, which: keyCode, ctrlKey, metaKey, altKey, shiftKey, location, bubbles: true, composed: true, cancelable: true };
  return { kind: 'keys', target, init };
}

const usableControl = (control: Element | null): control is HTMLElement => control instanceof HTMLElement && control.isConnected && !(control as HTMLButtonElement).disabled;

/** The suppressed send, aimed at what stands on the page now. Null when nothing of it is left. */
export function aim(replay: Replay | null, match: ComposerMatch): Replay | null {
  const control = usableControl(match.control) ? match.control : null;
  const events = match.compiled.surface.send.events ?? [];
  if (replay?.kind === 'form' || replay?.kind === 'submit') {
    if (!replay.form.isConnected) return control ? { kind: 'control', control, events } : null;
    return replay.kind === 'submit' && replay.submitter && !replay.submitter.isConnected ? { ...replay, submitter: control } : replay;
  }
  if (control) return { kind: 'control', control, events };
  if (replay?.kind === 'keys') {
    const body = match.editors.find(({ spec }) => spec.role === 'body')?.element;
    const target = replay.target.isConnected ? replay.target : body;
    return target ? { ...replay, target } : null;
  }
  return null;
}

const EARLY = ['pointerdown', 'mousedown', 'pointerup', 'mouseup'];

function press(control: HTMLElement, events: readonly string[]): void {
  const box = control.getBoundingClientRect();
  const init = { bubbles: true, composed: true, cancelable: true, view: window, button: 0, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
  for (const type of EARLY.filter((each) => events.includes(each))) {
    const down = type.endsWith('down') ? 1 : 0;
    control.dispatchEvent(type.startsWith('pointer') ? new PointerEvent(type, { ...init, buttons: down, pointerId: 1, isPrimary: true, pointerType: 'mouse' }) : new MouseEvent(type, { ...init, buttons: down, detail: 1 }));
  }
  control.click();
}

/** Runs the send. Every listener of the page has run when this returns. */
export function run(replay: Replay): void {
  switch (replay.kind) {
    case 'control':
      return press(replay.control, replay.events);
    case 'submit':
      return replay.form.requestSubmit(replay.submitter);
    case 'form':
      return HTMLFormElement.prototype.submit.call(replay.form);
    case 'keys':
      if (replay.target.dispatchEvent(new KeyboardEvent('keydown', replay.init))) replay.target.dispatchEvent(new KeyboardEvent('keypress', replay.init));
      replay.target.dispatchEvent(new KeyboardEvent('keyup', replay.init));
  }
}
