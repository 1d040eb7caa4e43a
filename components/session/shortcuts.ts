/** Single-key shortcuts: one switch turns them all off (WCAG 2.1.4). Keys with Ctrl or Cmd, Esc and arrows stay. */
import { useEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';

const KEY = 'single-key-shortcuts';

export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // Without storage the choice cannot be kept; the keys stay as they are.
  }
}

export type KeyMap = Record<string, () => void>;
type Kind = 'single' | 'plain' | 'idle' | 'always';

/** Holding a key down may move on; it must never decide twice. */
const REPEATS = new Set(['j', 'k', 'ArrowDown', 'ArrowUp']);
const TYPING = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [role="menu"], [role="listbox"], [role="combobox"]';

/** True while keys belong to somebody else: a text field, an open menu, list box or dialog. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (document.querySelector('[role="dialog"], [role="menu"]')) return true;
  return target instanceof HTMLElement && (target.isContentEditable || target.closest(TYPING) !== null);
}

const ALLOWED: Record<Kind, (event: KeyboardEvent) => boolean> = {
  single: (event) => singleKeysOn() && !isTaken(event),
  plain: (event) => !isTaken(event),
  idle: (event) => !isTaken(event) && document.activeElement === document.body,
  always: () => true,
};

/**
 * `single` keys need the switch and are off while typing; `plain` keys (arrows, Esc) are off while typing; `idle`
 * keys (Enter) belong to whatever has the focus, and work only while nothing has; `always` keys (Ctrl/Cmd+Enter) work in text fields too. Names are tinykeys' own.
 */
export function useShortcuts(keys: Partial<Record<Kind, KeyMap>>, active = true): void {
  const latest = useRef(keys);
  useEffect(() => { latest.current = keys; });
  const names = active ? JSON.stringify((['single', 'plain', 'idle', 'always'] as const).flatMap((kind) => Object.keys(keys[kind] ?? {}).map((name) => [kind, name]))) : '[]';
  useEffect(() => {
    const bindings: Record<string, (event: KeyboardEvent) => void> = {};
    for (const [kind, name] of JSON.parse(names) as [Kind, string][]) {
      bindings[name] = (event) => {
        if (event.defaultPrevented || event.isComposing || (event.repeat && !REPEATS.has(name)) || !ALLOWED[kind](event)) return;
        event.preventDefault();
        latest.current[kind]?.[name]?.();
      };
    }
    // Which fields keep their keys is decided above, per kind.
    return tinykeys(window, bindings, { ignore: () => false });
  }, [names]);
}
