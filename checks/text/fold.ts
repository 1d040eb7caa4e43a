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

const remembered = new Map<string, string>();
const MOST_REMEMBERED = 4_096;

/** Unicode look-ups are slow and drafts use few different characters. */
function foldPoint(point: string): string {
  const known = remembered.get(point);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const folded = readPoint(point);
  remembered.set(point, folded);
  return folded;
}

function readPoint(point: string): string {
  if (INVISIBLE.test(point)) return '';
  const compat = point.normalize('NFKD');
  let out = '';
  for (const part of compat) if (!MARK.test(part)) out += part;
  // A lone combining mark, or a script whose marks carry meaning, keeps itself.
  return (out === '' && !MARK.test(point) ? point : out).toLowerCase();
}

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
  const units: string[] = [];
  const froms: number[] = [];
  const tos: number[] = [];
  let foreign = false;
  const lower = text.toLowerCase();
  // Lower case keeps its place unless a letter changes length ("İ"), which is rare enough to take the slow way.
  const aligned = lower.length === text.length;
  for (let offset = 0; offset < text.length; ) {
    const code = text.codePointAt(offset) as number;
    const end = offset + (code > 0xffff ? 2 : 1);
    if (code < 128) {
      units.push(aligned ? lower.charAt(offset) : text.charAt(offset).toLowerCase());
      froms.push(offset);
      tos.push(end);
      offset = end;
      continue;
    }
    const folded = foldPoint(text.slice(offset, end));
    // Invisible: belongs to the character before, so that a span covers what the author sees.
    if (folded === '' && tos.length > 0) tos[tos.length - 1] = end;
    for (let i = 0; i < folded.length; i += 1) {
      const unit = folded.charAt(i);
      foreign ||= LOOKALIKES.has(unit);
      units.push(unit);
      froms.push(offset);
      tos.push(end);
    }
    offset = end;
  }
  if (foreign) readLookalikes(units);
  froms.push(text.length);
  tos.push(text.length);
  return { text: units.join(''), from: Int32Array.from(froms), to: Int32Array.from(tos) };
}
