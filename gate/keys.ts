/** Which key presses send, and which only look like it. Kept cheap: this runs on every key of the page. */
import type { SurfaceSpec } from '../platforms/schema';
import { isElement, isShown } from './dom';

type Combo = SurfaceSpec['keys'][number]['combo'];

/** The only keys that can send or press a control; everything else leaves the handler at once. */
export function mayAct(event: KeyboardEvent): boolean {
  const { key, code } = event;
  return key === 'Enter' || key === ' ' || ((code === 'KeyS' || key === 's' || key === 'S') && (event.ctrlKey || event.metaKey || event.altKey));
}

export function isCombo(event: KeyboardEvent, combo: Combo): boolean {
  const mod = event.ctrlKey || event.metaKey;
  switch (combo) {
    case 'enter':
      return event.key === 'Enter' && !mod && !event.altKey && !event.shiftKey;
    case 'mod+enter':
      return event.key === 'Enter' && mod && !event.altKey;
    case 'shift+enter':
      return event.key === 'Enter' && event.shiftKey && !mod && !event.altKey;
    case 'alt+enter':
      return event.key === 'Enter' && event.altKey && !mod;
    case 'mod+s':
      return event.key !== 'Enter' && event.key !== ' ' && mod && !event.altKey;
    case 'alt+s':
      return event.key !== 'Enter' && event.key !== ' ' && event.altKey && !mod;
  }
}

/** Enter ends a composition there; it neither sends nor breaks the line. 229 is what older engines say. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

function openList(owner: Element): boolean {
  const root = owner.getRootNode() as Document | ShadowRoot;
  const active = owner.getAttribute('aria-activedescendant');
  if (active && root.getElementById?.(active)) return true;
  if (owner.getAttribute('aria-expanded') !== 'true') return false;
  const named = (owner.getAttribute('aria-controls') ?? owner.getAttribute('aria-owns') ?? '').split(/\s+/).filter(Boolean);
  const lists = named.length ? named.map((id) => root.getElementById?.(id)) : [...root.querySelectorAll('[role="listbox"]')];
  return lists.some((list) => list instanceof Element && isShown(list));
}

/**
 * A list of suggestions is open, so the key chooses from it. An attribute alone is not believed:
 * the list itself must be on the page, or a stale `aria-expanded` would let a send through.
 */
export function typeaheadOpen(path: EventTarget[], unless: readonly string[] | undefined): boolean {
  for (const selector of unless ?? []) {
    try {
      if ([...document.querySelectorAll(selector)].some(isShown)) return true;
      const root = path.find((node) => node instanceof ShadowRoot);
      if (root instanceof ShadowRoot && [...root.querySelectorAll(selector)].some(isShown)) return true;
    } catch {
      // An adapter's selector this engine cannot parse guards nothing.
    }
  }
  return path.slice(0, 6).some((node) => isElement(node) && openList(node));
}
