/**
 * Light or dark, by what the site actually paints behind the composer, not by the system setting
 * (interface.md §5.7: no white card on a dark site).
 */
export type Theme = 'light' | 'dark';

const parentOf = (element: Element): Element | null => {
  const parent = element.assignedSlot ?? element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
};

/** Relative luminance 0..1 of a computed colour, or null when it is (nearly) transparent or in words we cannot read. */
export function luminance(color: string): number | null {
  const numbers = (color.match(/-?[\d.]+(e-?\d+)?%?/g) ?? []).map((part) => (part.endsWith('%') ? Number(part.slice(0, -1)) / 100 : Number(part)));
  const alpha = color.includes('/') || color.startsWith('rgba') ? (numbers.at(-1) ?? 1) : 1;
  const [a, b, c] = numbers;
  if (alpha < 0.5 || a === undefined || b === undefined || c === undefined) return null;
  if (color.startsWith('okl')) return a ** 3;
  if (/^l(ab|ch)/.test(color)) return ((a + 16) / 116) ** 3;
  const unit = color.startsWith('rgb') ? 255 : 1;
  const [red, green, blue] = [a, b, c].map((value) => {
    const part = value / unit;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** `from` is the composer, or null to look at the page as a whole. */
export function themeOf(from: Element | null): Theme {
  const start = from ?? document.body ?? document.documentElement;
  for (let element: Element | null = start; element; element = parentOf(element)) {
    const light = luminance(getComputedStyle(element).backgroundColor);
    if (light !== null) return light < 0.22 ? 'dark' : 'light';
  }
  // Nothing is painted: the canvas shows. Light text can only be meant for a dark canvas.
  const text = luminance(getComputedStyle(start).color);
  return text !== null && text > 0.5 ? 'dark' : 'light';
}
