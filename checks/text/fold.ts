/**
 * Folds a text for matching and remembers where every folded unit came from.
 * NFKC (UAX #15), lower case, Latin accents and invisible characters removed, look-alike letters
 * of other scripts read as Latin when they stand inside a Latin word (UTS #39).
 */
import { LOOKALIKES } from './lookalikes';
import { remembering } from './remember';

export interface Folded {
  text: string;
  /** Offset in the original of each folded unit; one extra entry for the end. */
  from: Int32Array;
  /** End offset in the original of each folded unit. */
  to: Int32Array;
}

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
const MARK = /\p{M}/u;

function readPoint(point: string): string {
  if (INVISIBLE.test(point)) return '';
  const compat = point.normalize('NFKD');
  let out = '';
  for (const part of compat) if (!MARK.test(part)) out += part;
  // A lone combining mark, or a script whose marks carry meaning, keeps itself.
  return (out === '' && !MARK.test(point) ? point : out).toLowerCase();
}

/** Unicode look-ups are slow and drafts use few different characters. */
const foldPoint = remembering(readPoint);

export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 127) return false;
  return true;
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
  if (isAscii(text)) return foldAscii(text);
  const lower = text.toLowerCase();
  // Lower case keeps its place unless a letter changes length ("İ"), which is rare enough to take the slow way.
  const aligned = lower.length === text.length;
  let from = new Int32Array(text.length + 33);
  let to = new Int32Array(text.length + 33);
  let out = '';
  let size = 0;
  let foreign = false;
  for (let offset = 0; offset < text.length; ) {
    const unit = text.charCodeAt(offset);
    if (unit < 128 && aligned && size + 1 < from.length) {
      // Runs of ASCII, which are most of most texts, are taken in one piece.
      const begin = offset;
      while (offset < text.length && size + 1 < from.length && text.charCodeAt(offset) < 128) {
        from[size] = offset;
        offset += 1;
        to[size] = offset;
        size += 1;
      }
      out += lower.slice(begin, offset);
      continue;
    }
    const code = text.codePointAt(offset) as number;
    const end = offset + (code > 0xffff ? 2 : 1);
    const folded = code > 127 ? foldPoint(text.slice(offset, end)) : text.charAt(offset).toLowerCase();
    // Invisible: belongs to the character before, so that a span covers what the author sees.
    if (folded === '' && size > 0) to[size - 1] = end;
    if (size + folded.length >= from.length) {
      from = grown(from);
      to = grown(to);
    }
    for (let i = 0; i < folded.length; i += 1) {
      from[size] = offset;
      to[size] = end;
      size += 1;
    }
    if (code > 127 && !foreign) for (let i = 0; i < folded.length; i += 1) foreign ||= LOOKALIKES.has(folded.charAt(i));
    out += folded;
    offset = end;
  }
  from[size] = text.length;
  to[size] = text.length;
  if (foreign) {
    const units = out.split('');
    readLookalikes(units);
    out = units.join('');
  }
  return { text: out, from: from.subarray(0, size + 1), to: to.subarray(0, size + 1) };
}

/** Compatibility forms can be eighteen times as long as what was written (U+FDFA). */
function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2 + 64);
  larger.set(array);
  return larger;
}
