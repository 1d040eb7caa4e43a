/**
 * Light and dark. Follows the system unless the person chose one. The choice is kept in localStorage,
 * because only that can be read before the first paint; every open page follows a change at once.
 */
export type Appearance = 'system' | 'light' | 'dark';

const KEY = 'appearance';

export function getAppearance(): Appearance {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

/** Stores the choice and repaints this page. A browser that refuses storage keeps it for this page only. */
export function setAppearance(appearance: Appearance): void {
  try {
    if (appearance === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, appearance);
  } catch {
    // Private windows may refuse localStorage; the page still repaints below.
  }
  paint(appearance);
}

/** Paints the page and keeps it in step with the system and with other pages until `signal` aborts. */
export function startTheme(signal?: AbortSignal): void {
  const options = signal ? { signal } : {};
  paint(getAppearance());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => paint(getAppearance()), options);
  addEventListener('storage', (event) => { if (event.key === KEY || event.key === null) paint(getAppearance()); }, options);
}

function paint(appearance: Appearance): void {
  const dark = appearance === 'dark' || (appearance === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}
