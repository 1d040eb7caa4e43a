/**
 * Folds a text for matching and remembers where every folded unit came from.
 * NFKC (UAX #15), lower case, Latin accents and invisible characters removed, look-alike letters
 * of other scripts read as Latin when they stand inside a Latin word (UTS #39).
 */
import { LOOKALIKES } from './lookalikes';

export interface Folded {
  text: string;
  /** Offset in the original of each folded unit; one extra entry for the end. */
  from: Int32Array;
  /** End offset in the original of each folded unit. */
  to: Int32Array;
}

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
const MARK = /\p{M}/u;
const ASCII = /^\p{ASCII}*$/u;

function foldPoint(point: string): string {
  if (INVISIBLE.test(point)) return '';
  const compat = point.normalize('NFKD');
  let out = '';
  for (const part of compat) if (!MARK.test(part)) out += part;
  // A lone combining mark, or a script whose marks carry meaning, keeps itself.
  return (out === '' && !MARK.test(point) ? point : out).toLowerCase();
}

function foldAscii(text: string): Folded {
  const from = new Int32Array(text.length + 1);
  const to = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i += 1) {
    from[i] = i;
    to[i] = i + 1;
  }
  from[text.length] = text.length;
  to[text.length] = text.length;
  return { text: text.toLowerCase(), from, to };
}

const LATIN = /[a-z]/;
const LETTER = /\p{L}/u;

/** Reads a look-alike as Latin only beside a Latin letter or inside an all-look-alike run next to one. */
function readLookalikes(units: string[]): void {
  let start = 0;
  while (start < units.length) {
    if (!LETTER.test(units[start] ?? '')) {
      start += 1;
      continue;
    }
    let end = start;
    let hasLatin = false;
    let foreign = false;
    while (end < units.length && LETTER.test(units[end] ?? '')) {
      const unit = units[end] ?? '';
      if (LATIN.test(unit)) hasLatin = true;
      else if (LOOKALIKES.has(unit)) foreign = true;
      end += 1;
    }
    if (hasLatin && foreign) for (let i = start; i < end; i += 1) units[i] = LOOKALIKES.get(units[i] ?? '') ?? units[i] ?? '';
    start = end;
  }
}

export function fold(text: string): Folded {
  if (ASCII.test(text)) return foldAscii(text);
  const units: string[] = [];
  const froms: number[] = [];
  const tos: number[] = [];
  let offset = 0;
  for (const point of text) {
    const end = offset + point.length;
    const folded = foldPoint(point);
    if (folded === '') {
      // Invisible: belongs to the character before, so that a span covers what the author sees.
      if (tos.length > 0) tos[tos.length - 1] = end;
    } else {
      for (let i = 0; i < folded.length; i += 1) {
        units.push(folded.charAt(i));
        froms.push(offset);
        tos.push(end);
      }
    }
    offset = end;
  }
  readLookalikes(units);
  return { text: units.join(''), from: Int32Array.from([...froms, text.length]), to: Int32Array.from([...tos, text.length]) };
}
