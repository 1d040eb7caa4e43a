/**
 * Finds words of the checked text again in the editors: read by the same reader that gave the text to the checks
 * (gate/read.ts), so that an offset means the same character. Nothing is written.
 */
import type { Span } from '../../checks/finding';
import type { EditorKind } from '../../platforms/schema';
import { editorPieces, type Piece } from '../read';
import { cleanText, PART } from '../text';

export interface BodyEditor {
  element: HTMLElement;
  kind: EditorKind;
}

/** Where words stand: offsets in a field's value, or a range in a rich editor. */
export type Place = { editor: HTMLElement; field: HTMLTextAreaElement | HTMLInputElement; start: number; end: number } | { editor: HTMLElement; field: null; range: Range };

/** For each character of the cleaned text, where it stood before (text.ts, cleanText). */
function origins(raw: string): number[] {
  const at: number[] = [];
  for (let index = 0; index < raw.length; index += 1) {
    const mark = raw[index];
    if (mark === '\u200B' || mark === '\uFEFF') continue;
    at.push(index);
    if (mark === '\r' && raw[index + 1] === '\n') index += 1;
  }
  return at;
}

function rangeOf(pieces: Piece[], start: number, end: number): Range | null {
  const range = document.createRange();
  let at = 0;
  let begun = false;
  for (const [text, node] of pieces) {
    const from = Math.max(0, start - at);
    const to = Math.min(text.length, end - at);
    if (node && from < to) {
      if (node instanceof Text) {
        if (!begun) range.setStart(node, from);
        range.setEnd(node, to);
      } else {
        if (!begun) range.setStartBefore(node);
        range.setEndAfter(node);
      }
      begun = true;
    }
    at += text.length;
  }
  return begun ? range : null;
}

export interface Located {
  /** What the editors say now, parts of a thread joined as in a snapshot. */
  text: string;
  /** Null when the span is empty, or reaches over two editors. */
  place(span: Span): Place | null;
}

/** Reads the editors once. Ranges stay good only until the next change. */
export function locate(editors: readonly BodyEditor[]): Located {
  const read = editors.map(({ element, kind }) => {
    const pieces = editorPieces(element, kind);
    const raw = pieces.map(([text]) => text).join('');
    let at: number[] | null = null;
    return { element, pieces, text: cleanText(raw), origins: () => (at ??= origins(raw)) };
  });
  return {
    text: read.map(({ text }) => text).join(PART),
    place({ start, end }) {
      let base = 0;
      for (const { element, pieces, text, origins: before } of read) {
        const [from, to] = [start - base, end - base];
        base += text.length + PART.length;
        if (from < 0 || to > text.length || to <= from) continue;
        const at = before();
        const [first, last] = [at[from], at[to - 1]];
        if (first === undefined || last === undefined) return null;
        if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) return { editor: element, field: element, start: first, end: last + 1 };
        const range = rangeOf(pieces, first, last + 1);
        return range && { editor: element, field: null, range };
      }
      return null;
    },
  };
}

/**
 * The same words after more was typed: a span before the change stays, one behind it moves, one inside it is gone
 * until the checks have looked again.
 */
export function follow({ start, end }: Span, before: string, after: string): Span | null {
  if (before === after) return { start, end };
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  if (end <= head) return { start, end };
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const shift = after.length - before.length;
  return start >= before.length - tail ? { start: start + shift, end: end + shift } : null;
}
