/**
 * The first listener on the page. Stops a send synchronously, before any of the site's own listeners,
 * and only then tells anybody (platforms.md §2.1, guard.md §3.5).
 */
import { composerOfControl, composerOfEditor, composerOfForm, type ComposerMatch } from './composer';
import type { CompiledSurface } from './compile';
import { ancestry, eventPath, isElement, shadowOf } from './dom';
import { isCombo, isComposing, mayAct, typeaheadOpen } from './keys';
import { keysOf, type Replay } from './replay';

const POINTER = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
const KEYS = ['keydown', 'keypress', 'keyup'];
const SEND = [...POINTER, ...KEYS, 'submit'];
const WATCH = ['focusin', 'input', 'change', 'drop', 'paste'];

export interface CaptureHost {
  surfaces(): readonly CompiledSurface[];
  /** True when the event belongs to a send that was already let through. */
  admits(type: string, trusted: boolean, match: ComposerMatch): boolean;
  /** Whether this composer's send has to be stopped now. Asked before anything else happens; must be quick. */
  holds(match: ComposerMatch): boolean;
  /** A send that is not held, but has to wait for something. True when it was taken over; it is stopped then. */
  detours(type: string, match: ComposerMatch, replay: Replay): boolean;
  /** A send was stopped. Called after the event is dead. */
  onPress(match: ComposerMatch, replay: Replay, event: Event): void;
  /** No adapter knows this page yet: stop what looks like a send anyway. True when the event was such a send. */
  unknownSend(event: Event, path: EventTarget[]): boolean;
  /** Something happened in the page that says nothing about sending: focus, typing, files. */
  onActivity(event: Event, path: EventTarget[]): void;
  /** A pointer went down on a send control that this gate would let through. */
  onReach?(match: ComposerMatch): void;
}

/** Ends an event for everybody after us; both worlds share one dispatch. */
export function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

export interface Capture {
  /** Puts the listeners back where `document.open()` took them away. Adding one twice changes nothing. */
  arm(): void;
  /** Looks at one shadow root as well: `submit`, `change` and closed roots do not reach the window. */
  watch(root: ShadowRoot): void;
}

export function createCapture(host: CaptureHost, signal: AbortSignal): Capture {
  const roots = new Set<WeakRef<ShadowRoot>>();
  const known = new WeakSet<ShadowRoot>();
  /** Let through at the window: the same event comes by again at the shadow roots on its way. */
  const judged = new WeakSet<Event>();
  /** What happened to the key that is down, so that its release follows it. */
  const down = new Map<string, 'stopped' | 'passed'>();

  const control = (event: Event, path: EventTarget[]): { match: ComposerMatch; replay: Replay } | null => {
    const match = composerOfControl(path, host.surfaces());
    return match?.control ? { match, replay: { kind: 'control', control: match.control, events: match.compiled.surface.send.events ?? [] } } : null;
  };

  const key = (event: KeyboardEvent, path: EventTarget[]): { match: ComposerMatch; replay: Replay } | null => {
    const match = composerOfEditor(path, host.surfaces());
    if (match) {
      const combo = match.compiled.surface.keys.find((each) => each.in === match.touched.spec.role && isCombo(event, each.combo));
      return combo && !typeaheadOpen(path, combo.unless) ? { match, replay: keysOf(event, match.touched.element) } : null;
    }
    return event.key === 'Enter' || event.key === ' ' ? control(event, path) : null;
  };

  const form = (event: SubmitEvent): { match: ComposerMatch; replay: Replay } | null => {
    const target = event.composedPath()[0];
    if (!(target instanceof HTMLFormElement)) return null;
    const match = composerOfForm(target, event.submitter, host.surfaces());
    return match && { match, replay: { kind: 'submit', form: target, submitter: event.submitter } };
  };

  const onSend = (event: Event): void => {
    const isKey = event instanceof KeyboardEvent;
    if (judged.has(event) || (isKey && (!mayAct(event) || isComposing(event)))) return;
    const path = eventPath(event);
    lookInside(path);
    if (isKey && event.type !== 'keydown') {
      const before = down.get(event.code);
      if (event.type === 'keyup') down.delete(event.code);
      if (before === 'stopped') return stop(event);
      if (before === 'passed' || event.isTrusted) return;
    }
    const found = isKey ? key(event, path) : event.type === 'submit' ? form(event as SubmitEvent) : control(event, path);
    if (!found) {
      const unknown = host.unknownSend(event, path);
      if (isKey && event.type === 'keydown') down.set(event.code, unknown ? 'stopped' : 'passed');
      if (unknown) stop(event);
      return;
    }
    const { match, replay } = found;
    const passes = host.admits(event.type, event.isTrusted, match);
    const holds = !passes && host.holds(match);
    const admitted = passes || (!holds && !(acts(event, match) && host.detours(event.type, match, replay)));
    if (isKey && event.type === 'keydown') down.set(event.code, admitted ? 'passed' : 'stopped');
    if (admitted) return void judged.add(event);
    stop(event);
    if (!holds) return;
    if (acts(event, match)) host.onPress(match, replay, event);
    else host.onReach?.(match);
  };

  const onWatch = (event: Event): void => {
    const path = eventPath(event);
    lookInside(path);
    host.onActivity(event, path);
  };

  const add = (target: Window | ShadowRoot): void => {
    for (const type of SEND) target.addEventListener(type, onSend, { capture: true, signal });
    for (const type of WATCH) target.addEventListener(type, onWatch, { capture: true, passive: true, signal });
  };

  const watch = (root: ShadowRoot): void => {
    if (known.has(root)) return;
    known.add(root);
    roots.add(new WeakRef(root));
    add(root);
  };

  function lookInside(path: EventTarget[]): void {
    for (const node of path) if (isElement(node)) {
      const root = shadowOf(node);
      if (root) watch(root);
    }
  }

  return {
    watch,
    arm() {
      if (signal.aborted) return;
      add(window);
      for (const ref of roots) {
        const root = ref.deref();
        if (root) add(root);
        else roots.delete(ref);
      }
    },
  };
}

/** Which of the stopped events is the press itself; the others only lead to it or follow it. */
function acts(event: Event, match: ComposerMatch): boolean {
  if (event.type === 'click' || event.type === 'submit') return true;
  if (event.type === 'keydown') return !(event as KeyboardEvent).repeat;
  // A person's pointer ends in a click. A script's own event on a control that sends on it does not.
  return !event.isTrusted && (event instanceof KeyboardEvent || (match.compiled.surface.send.events as readonly string[] | undefined)?.includes(event.type) === true);
}

/** The shadow roots a node stands in, innermost first; also closed ones. */
export function rootsAround(node: Node): ShadowRoot[] {
  return ancestry(node).filter((each): each is ShadowRoot => each instanceof ShadowRoot);
}
