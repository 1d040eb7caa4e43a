/**
 * A covered site whose adapter is not here yet (it is on its way from the background) or does not fit.
 * Recognises only what is plainly a send: a form's submit, or Enter, with words in an editor beside it.
 */
import { isElement, isShown, queryAll, type Scope } from './dom';
import { cleanLabel } from './text';
import type { Replay } from './replay';
import { keysOf } from './replay';

const EDITORS = 'textarea,[contenteditable=""],[contenteditable="true"],[contenteditable="plaintext-only"],input[type="text"],input:not([type])';
const RICH = 'textarea,[contenteditable=""],[contenteditable="true"],[contenteditable="plaintext-only"]';
const CONTROLS = 'button,input[type="submit"],[role="button"]';
const SEARCH = '[role="search"],[role="searchbox"],[type="search"],[role="combobox"][aria-haspopup]';
const SENDING = /^(post|publish|send|reply|comment|share|save|submit|tweet|toot|veröffentlichen|senden|antworten|posten|publicar|enviar|publier|envoyer|responder|répondre)( (message|comment|reply|post|changes|page|all|now))?!?$/i;

function words(element: Element): string {
  return (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement ? element.value : (element.textContent ?? '')).trim();
}

export function editableOn(path: EventTarget[]): HTMLElement | null {
  const found = path.find((node) => isElement(node) && node.matches(RICH) && !node.closest(SEARCH));
  return found instanceof HTMLElement ? found : null;
}

const isSubmit = (control: Element): boolean =>
  (control instanceof HTMLButtonElement && control.type === 'submit' && control.form !== null) || (control instanceof HTMLInputElement && control.type === 'submit');

const named = (control: Element): boolean => SENDING.test(cleanLabel(control.getAttribute('aria-label') ?? (control instanceof HTMLInputElement ? control.value : (control.textContent ?? ''))));

const filledIn = (scope: Scope): boolean => queryAll(scope, EDITORS).some((editor) => !editor.closest(SEARCH) && words(editor) !== '');

/** A control that would send what stands in this editor: near it, and a submit button or named like one. */
export function sendBeside(editor: Element): HTMLElement | null {
  let near: Element | null = editor;
  for (let level = 0; near && level < 6; level += 1, near = near.parentElement) {
    const control = queryAll(near, CONTROLS).find((each) => isShown(each) && (isSubmit(each) || named(each)));
    if (control instanceof HTMLElement) return control;
  }
  return null;
}

/** What would have been sent, or null when the event is no send. */
export function genericSend(event: Event, path: EventTarget[]): Replay | null {
  if (event.type === 'submit') {
    const form = event.composedPath()[0];
    return form instanceof HTMLFormElement && !form.closest(SEARCH) && filledIn(form) ? { kind: 'submit', form, submitter: (event as SubmitEvent).submitter } : null;
  }
  if (event instanceof KeyboardEvent) {
    const editor = editableOn(path);
    if (!editor || event.key !== 'Enter' || event.shiftKey || words(editor) === '') return null;
    return editor.closest('form') || event.ctrlKey || event.metaKey ? keysOf(event, editor) : null;
  }
  if (event.type !== 'click') return null;
  const control = path.find((node) => isElement(node) && node.matches(CONTROLS));
  if (!(control instanceof HTMLElement) || control.closest(SEARCH)) return null;
  const around = control.closest('form') ?? (named(control) ? control.parentElement?.parentElement : null);
  return around && (isSubmit(control) || named(control)) && filledIn(around) ? { kind: 'control', control, events: [] } : null;
}
