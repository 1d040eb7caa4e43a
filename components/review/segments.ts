/**
 * Cuts a text into runs that are drawn one way each: under which finding, as which mark, in which link.
 * Pure. Runs cover the text exactly, in order; overlaps take the highest severity.
 */
import type { Finding, Severity } from '../../checks/finding';
import { findMarks, PART_BREAK } from './marks';
import type { TextMark } from './marks';

export interface Run {
  text: string;
  start: number;
  severity: Severity | null;
  /** Index into the findings, of the one whose severity is drawn. */
  finding: number | null;
  mark: TextMark | null;
  /** A rule between the parts of a thread. */
  partBreak: boolean;
}

const RANK: Record<Severity, number> = { info: 0, warn: 1, hold: 2, block: 3 };

export function cutText(text: string, findings: readonly Finding[]): Run[] {
  const marks = findMarks(text);
  const edges = new Set([0, text.length]);
  const spans = findings.flatMap((finding, index) => finding.spans.map((span) => ({ ...clamp(span, text.length), severity: finding.severity, index })));
  for (const { start, end } of [...spans, ...marks]) edges.add(start).add(end);
  for (let at = text.indexOf(PART_BREAK); at >= 0; at = text.indexOf(PART_BREAK, at + 1)) edges.add(at).add(at + 1);

  const sorted = [...edges].sort((a, b) => a - b);
  const runs: Run[] = [];
  let nextMark = 0;
  for (const [i, start] of sorted.entries()) {
    const end = sorted[i + 1];
    if (end === undefined) break;
    while ((marks[nextMark]?.end ?? Infinity) <= start) nextMark += 1;
    const mark = marks[nextMark];
    const over = spans.filter((span) => span.start <= start && span.end >= end).sort((a, b) => RANK[b.severity] - RANK[a.severity])[0];
    const part = text.slice(start, end);
    runs.push({ text: part, start, severity: over?.severity ?? null, finding: over?.index ?? null, mark: mark && mark.start <= start && mark.end >= end ? mark : null, partBreak: part === PART_BREAK });
  }
  return runs;
}

function clamp({ start, end }: { start: number; end: number }, length: number): { start: number; end: number } {
  const from = Math.min(Math.max(0, start), length);
  return { start: from, end: Math.min(Math.max(from, end), length) };
}

/** The words a finding points at, in typographic order, joined by an ellipsis when there are several. */
export function quotedWords(text: string, finding: Finding, limit = 60): string {
  const words = finding.spans.map((span) => text.slice(span.start, span.end).trim()).filter(Boolean);
  const joined = [...new Set(words)].join(' … ');
  return joined.length > limit ? `${joined.slice(0, limit - 1)}…` : joined;
}
