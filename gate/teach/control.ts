/** The send button, the key and the account name, as a person points at them. */
import type { SurfaceSpec } from '../../platforms/schema';

export type Combo = SurfaceSpec['keys'][number]['combo'];
export type ControlAnswer = { ok: true; control: HTMLElement; name: string } | { ok: false; why: string };
export type NameAnswer = { ok: true; element: Element; attr: 'aria-label' | 'alt' | 'title' | null; name: string } | { ok: false; why: string };

export const CONTROLS = 'button,[role="button"],input[type="submit"],input[type="button"],input[type="image"],a[href],a[role],summary';

const squeeze = (text: string | null | undefined): string => (text ?? '').replace(/[\u200b\ufeff]/g, '').replace(/\s+/g, ' ').trim();

/** Accessible or visible name as the gate compares it, at most 60 characters, or ''. */
export function nameOf(element: Element): string {
  const name = squeeze(element.getAttribute('aria-label')) || (element instanceof HTMLInputElement ? squeeze(element.value) : squeeze(element.textContent));
  return name.length <= 60 ? name : '';
}

/** @param editor the box already taught, which cannot be its own button. */
export function controlAt(pointed: Element, editor: Element): ControlAnswer {
  if (editor.contains(pointed)) return { ok: false, why: 'That is the box you write in. Point at the button that sends, or skip.' };
  const found = pointed.closest(CONTROLS) ?? (getComputedStyle(pointed).cursor === 'pointer' ? pointed : null);
  if (!(found instanceof HTMLElement) || found.contains(editor)) return { ok: false, why: 'That does not look like a button. Point at the button itself, or skip.' };
  return { ok: true, control: found, name: nameOf(found) };
}

/** Where the page shows who is signed in: a text, or the label of a picture. */
export function accountAt(pointed: Element): NameAnswer {
  for (const attr of ['aria-label', 'alt', 'title'] as const) {
    const name = squeeze(pointed.getAttribute(attr));
    if (!squeeze(pointed.textContent) && name && name.length <= 60) return { ok: true, element: pointed, attr, name };
  }
  const name = squeeze(pointed.textContent);
  if (!name) return { ok: false, why: 'There is no name to read there.' };
  return name.length > 60 ? { ok: false, why: 'That is more than a name. Point at the name alone.' } : { ok: true, element: pointed, attr: null, name };
}

/** Which combination was pressed, or null when it is not one that can send. */
export function comboOf(event: KeyboardEvent): Combo | null {
  const mod = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter') {
    if (mod) return event.altKey ? null : 'mod+enter';
    if (event.altKey) return 'alt+enter';
    return event.shiftKey ? 'shift+enter' : 'enter';
  }
  if (event.code !== 'KeyS' && event.key.toLowerCase() !== 's') return null;
  return mod && !event.altKey ? 'mod+s' : event.altKey && !mod ? 'alt+s' : null;
}

const APPLE = /Mac|iP(hone|ad)/.test(navigator.platform);
const KEYS: Record<Combo, string> = { enter: 'Enter', 'mod+enter': APPLE ? '⌘ Enter' : 'Ctrl Enter', 'shift+enter': 'Shift Enter', 'alt+enter': 'Alt Enter', 'mod+s': APPLE ? '⌘ S' : 'Ctrl S', 'alt+s': 'Alt S' };
export const comboWords = (combo: Combo): string => KEYS[combo];
