/** How tall rows are. Kept beside the theme, because it has to be known before the first paint. */
export type Density = 'comfortable' | 'compact';
const KEY = 'density';

export function getDensity(): Density {
  try {
    return localStorage.getItem(KEY) === 'compact' ? 'compact' : 'comfortable';
  } catch {
    return 'comfortable';
  }
}

export function setDensity(density: Density): void {
  try {
    if (density === 'compact') localStorage.setItem(KEY, density);
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage the choice holds for this page only.
  }
  paintDensity(density);
}

export function paintDensity(density: Density = getDensity()): void {
  document.documentElement.dataset['density'] = density;
}
