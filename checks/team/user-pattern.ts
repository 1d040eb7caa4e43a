/**
 * Regular expressions that people write. They run on RE2 (RE2JS), whose time grows with the text and never explodes
 * (V8 needs 25.8 s for `(a+)+$` on 29 characters, reference/checks.md §5). The gate below is asked when a rule is saved
 * and again when it is loaded, because a rule may come from another member's browser.
 */
import { RE2JS } from 're2js';
import { EDGE, requiredLiterals } from '../text/literals';

export interface UserPattern {
  re: RE2JS;
  /** One of these has to be in the folded text, or the pattern is not run. */
  literals: readonly string[] | null;
  /** RE2 instructions. */
  size: number;
}

export type Judged = { ok: true; pattern: UserPattern } | { ok: false; reason: string };

const MOST_CHARACTERS = 500;
const MOST_INSTRUCTIONS = 600;

/** RE2’s own words without its prefix and the flag that was put before the pattern. */
const plain = (message: string) => message.replace(/^error parsing regexp: /u, '').replace('(?i)', '');

/** Whether a regular expression may become a rule: it compiles in RE2, is small, and does not match nothing. */
export function judgePattern(source: string): Judged {
  if (source.trim() === '') return { ok: false, reason: 'The pattern is empty.' };
  if (source.length > MOST_CHARACTERS) return { ok: false, reason: `The pattern is longer than ${MOST_CHARACTERS} characters.` };
  // Nested counters multiply; RE2 would unroll them before anybody could look at the size.
  if (/\{\d{3,}/.test(source) || /\)\{\d{2,}[^)]*\)\{\d/.test(source)) return { ok: false, reason: 'The pattern repeats a part too often.' };
  let re: RE2JS;
  try {
    re = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    return { ok: false, reason: `The pattern cannot be read: ${error instanceof Error ? plain(error.message) : 'unknown error'}.` };
  }
  const size = re.programSize();
  if (size > MOST_INSTRUCTIONS) return { ok: false, reason: 'The pattern is too large.' };
  if (re.matcher('').find()) return { ok: false, reason: 'The pattern matches an empty text, so it would match everywhere.' };
  return { ok: true, pattern: { re, literals: requiredLiterals(source), size } };
}

export interface Budget {
  /** Milliseconds, monotonic; without it the work is counted in steps instead. */
  clock?: () => number;
}

/** Milliseconds one rule may take on one draft. */
const MOST_MS = 5;
/** The clock is looked at between parts, and one part may take this much. */
const PART_MS = 1;
/** Less work than this is not what took the time: the machine was busy with something else. */
const LEAST_STEPS = 100_000;
/** The same without a clock: RE2 instructions times characters, at some hundred million a second. */
const MOST_STEPS = 400_000;
const PART = 256;
/** A match may be this long; parts overlap by it. */
const OVERLAP = 128;

export interface Found {
  spans: { start: number; end: number }[];
  /** The rule ran out of time, so it says nothing about the rest. */
  overrun: boolean;
}

const MOST_HITS = 50;

/** Runs a pattern part by part, so that no rule can hold a keystroke longer than its budget. */
export function runPattern({ re, literals, size }: UserPattern, text: string, lower: string, { clock }: Budget): Found {
  const spans: Found['spans'] = [];
  if (literals && !literals.some((literal) => lower.includes(literal.replaceAll(EDGE, '')))) return { spans, overrun: false };
  const started = clock?.() ?? 0;
  let steps = 0;
  let taken = 0;
  for (let from = 0; from < text.length; from += PART) {
    const part = text.slice(from, from + PART + OVERLAP);
    steps += part.length * size;
    const matcher = re.matcher(part);
    while (matcher.find() && spans.length < MOST_HITS) {
      const start = from + matcher.start();
      const end = from + matcher.end();
      if (end > start && start >= taken && matcher.start() < PART) {
        spans.push({ start, end });
        taken = end;
      }
    }
    if (clock ? clock() - started > MOST_MS - PART_MS && steps > LEAST_STEPS : steps > MOST_STEPS) return { spans, overrun: from + PART < text.length };
  }
  return { spans, overrun: false };
}
