/** The few glyphs the panel draws, from the project's own sprite (design/README.md, Icons). */
import { svg } from './el';

const LINES = {
  back: 'M7 5L3.75 8.25 7 11.5M4 8.25h7.75a4 4 0 010 8H8',
  clock: 'M10 3.25a6.75 6.75 0 100 13.5 6.75 6.75 0 000-13.5M10 6.25V10l2.5 1.75',
  close: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  pen: 'M4 16l.75-3.25 8.6-8.6a1.4 1.4 0 012 0l.5.5a1.4 1.4 0 010 2l-8.6 8.6L4 16z',
  stop: 'M5.75 5.75h8.5v8.5h-8.5z',
  reload: 'M16 10a6 6 0 11-1.8-4.3M16 3v3.5h-3.5',
  minus: 'M5 10h10',
  up: 'M5.5 12L10 7.5l4.5 4.5',
  out: 'M11.5 4H16v4.5M16 4l-6.5 6.5M14.5 11.5V16H4V5.5h4.5',
  more: 'M4.75 10h.01M10 10h.01M15.25 10h.01',
};
/** `cut` is drawn over a solid shape in the background colour. */
const SHAPES = {
  info: ['M8 1.75a6.25 6.25 0 100 12.5 6.25 6.25 0 000-12.5', 'M8 7.3v3.6M8 4.9v.01'],
  warn: ['M8 1.6L14.4 8 8 14.4 1.6 8z', 'M8 5v3.4M8 10.8v.01'],
  unknown: ['M8 1.6L14.4 8 8 14.4 1.6 8z', 'M6.6 6.5c.1-.9.7-1.4 1.5-1.4s1.4.5 1.4 1.2c0 1-1.5 1.1-1.5 2.3M8 10.8v.01'],
  hold: ['M8 1.9l6.4 11.5a.8.8 0 01-.7 1.2H2.3a.8.8 0 01-.7-1.2z', 'M8 6.3v3.6M8 12.2v.01'],
  block: ['M5.2 1.25h5.6l3.95 3.95v5.6l-3.95 3.95H5.2L1.25 10.8V5.2z', 'M4.8 8h6.4'],
} as const;

export type IconName = keyof typeof LINES | keyof typeof SHAPES | 'held' | 'signed';

/** Shape before colour; the word always stands beside it. */
export function icon(name: IconName, size = 16): SVGSVGElement {
  if (name === 'held' || name === 'signed') {
    // The mark: a tick in two strokes. Held: the second is dotted. Countersigned: both are solid.
    const second = name === 'signed' ? { class: 'draw', pathLength: 1 } : { 'stroke-dasharray': '.01 3.49' };
    return svg(size, 16, 'mark', { d: 'M3 7.5l2.45 2.45' }, { d: 'M7.4 12.4L13.1 3.6', ...second });
  }
  if (name in SHAPES) {
    const [shape, cut] = SHAPES[name as keyof typeof SHAPES];
    return svg(size, 16, `s-${name}`, { d: shape }, { d: cut, class: 'cut' });
  }
  return svg(size, 20, name, { d: LINES[name as keyof typeof LINES] });
}
