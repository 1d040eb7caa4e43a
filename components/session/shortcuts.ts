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

/** True while keys belong to somebody else: a text field, an open menu, list box or dialog. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (event.isComposing || event.defaultPrevented) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select, [role="menu"], [role="listbox"], [role="combobox"]')) return true;
  return document.querySelector('[role="dialog"]') !== null;
}

/**
 * `single` keys need the switch and are off while typing; `always` keys (Esc, Ctrl/Cmd+Enter) are not.
 * Arrows and Enter belong in `plain`: off while typing, untouched by the switch.
 */
export function useShortcuts(keys: { single?: KeyMap; plain?: KeyMap; always?: KeyMap }, active = true): void {
  const latest = useRef(keys);
  latest.current = keys;
  const names = JSON.stringify([Object.keys(keys.single ?? {}), Object.keys(keys.plain ?? {}), Object.keys(keys.always ?? {})]);
  useEffect(() => {
    if (!active) return;
    const [single = [], plain = [], always = []] = JSON.parse(names) as string[][];
    const bindings: Record<string, (event: KeyboardEvent) => void> = {};
    const bind = (list: string[], kind: 'single' | 'plain' | 'always', allowed: (event: KeyboardEvent) => boolean) => {
      for (const name of list) {
        bindings[name] = (event) => {
          if (!allowed(event)) return;
          event.preventDefault();
          latest.current[kind]?.[name]?.();
        };
      }
    };
    bind(single, 'single', (event) => singleKeysOn() && !isTaken(event));
    bind(plain, 'plain', (event) => !isTaken(event));
    bind(always, 'always', (event) => !event.defaultPrevented && !event.isComposing);
    return tinykeys(window, bindings);
  }, [names, active]);
}
