/** The one line of a queue row: the stretch of text around the words that matter. Pure. */
import type { Finding } from '../../checks/finding';
import { worst } from '../../review/findings';
import { findMarks, PART_BREAK } from '../review/marks';

export interface Excerpt {
  before: string;
  /** The words of the worst finding; '' when nothing points at words. */
  words: string;
  after: string;
  severity: Finding['severity'] | null;
}

/** How many characters stand before the words; about half of a row. */
const LEAD = 24;
const LENGTH = 140;

export function excerptAround(text: string, findings: readonly Finding[]): Excerpt {
  const severity = worst(findings);
  const span = findings.find((finding) => finding.severity === severity && finding.spans.length > 0)?.spans[0];
  if (!span || span.end <= span.start || span.end > text.length) return { before: oneLine(text.slice(0, LENGTH)), words: '', after: '', severity };
  const cut = span.start > LEAD ? startOfWord(text, span.start - LEAD, span.start) : 0;
  return {
    before: (cut > 0 ? '…' : '') + oneLine(text.slice(cut, span.start)),
    words: oneLine(text.slice(span.start, span.end)),
    after: oneLine(text.slice(span.end, span.end + LENGTH)),
    severity,
  };
}

/** First word that begins at or after `from`; a text without spaces is cut where it is, never inside a surrogate pair. */
function startOfWord(text: string, from: number, limit: number): number {
  const space = text.slice(from, limit).search(/\s\S/);
  if (space >= 0) return from + space + 1;
  const low = text.charCodeAt(from);
  return low >= 0xdc00 && low <= 0xdfff ? from + 1 : from;
}

/** Line breaks and thread breaks become one space; what cannot be seen becomes a box, so that it cannot reorder the row. */
function oneLine(text: string): string {
  let line = text;
  for (const { start, end, kind } of findMarks(text).reverse()) {
    if (kind === 'invisible' || kind === 'direction' || kind === 'control') line = `${line.slice(0, start)}▯${line.slice(end)}`;
  }
  return line.replaceAll(PART_BREAK, ' ').replace(/\s+/g, ' ');
}
