/** Small typed values in extension storage. `session` lives in memory until the browser closes; `local` survives. */
import { browser } from '../runtime/browser';

export type AreaName = 'session' | 'local';

export async function readValue<T>(area: AreaName, key: string): Promise<T | null> {
  const found = await browser.storage[area].get(key);
  return (found[key] as T | undefined) ?? null;
}

export async function writeValue(area: AreaName, key: string, value: unknown): Promise<void> {
  await browser.storage[area].set({ [key]: value });
}

export async function dropValue(area: AreaName, key: string): Promise<void> {
  await browser.storage[area].remove(key);
}

/** Calls `changed` whenever that key is written in any context. Returns the way to stop. */
export function watchValue<T>(area: AreaName, key: string, changed: (value: T | null) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, where: string) => {
    const change = changes[key];
    if (where === area && change) changed((change.newValue as T | undefined) ?? null);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

type Lockable = { setAccessLevel?: (level: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void> };

/**
 * Closes both areas to content scripts. `local` is open to them by default (guard.md §2), so this is
 * the background's first act. Firefox has no such call and never opens `session` to them.
 */
export async function closeToContentScripts(): Promise<void> {
  for (const area of [browser.storage.local, browser.storage.session] as unknown as Lockable[]) {
    await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  }
}
