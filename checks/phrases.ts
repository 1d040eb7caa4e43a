/**
 * A check made of phrases: each pattern with the words it blames and what excuses it. Most claim packs are this.
 */
import { finding, quote, type Check, type CheckInput } from './check';
import type { Finding, Severity } from './finding';

export interface Phrase {
  pattern: RegExp;
  severity: Severity;
  /** Completes “<words>” … */
  reason: string;
  suggestion?: string;
  /** Anywhere in the post: makes it fine. */
  unless?: RegExp;
  /** Anywhere in the post: without it the phrase means nothing. */
  needs?: RegExp;
}

/** "no", "not", "never" and the like shortly before: the phrase is denied, not said. */
const DENIED = /\b(?:no|not|never|cannot|can['’]t|don['’]t|doesn['’]t|isn['’]t|aren['’]t|won['’]t|without|nothing is|nobody|beware of|avoid|stop|myth|anyone who (?:says|promises|tells)|instead of|rather than|no such thing as)\b[^.!?]{0,28}$/iu;
/** A question or a quotation is about the phrase. */
const ABOUT = /\b(?:what (?:does|is|are)|why|how do|define|the term|the word|claims? (?:of|that|like)|so-called|promises? of|ads? (?:that|which) (?:say|promise))\b[^.!?]{0,30}$/iu;

export function runPhrases(check: Pick<Check, 'id' | 'source'>, phrases: readonly Phrase[], { scan }: CheckInput): Finding[] {
  const out: Finding[] = [];
  const { text } = scan;
  for (const phrase of phrases) {
    if (phrase.unless?.test(text) || (phrase.needs && !phrase.needs.test(text))) continue;
    for (const match of text.matchAll(phrase.pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (out.some((other) => other.spans.some((taken) => span.start < taken.end && taken.start < span.end))) continue;
      const before = text.slice(Math.max(0, span.start - 48), span.start);
      if (scan.inLink(span.start) || DENIED.test(before) || ABOUT.test(before)) continue;
      out.push(finding(check, phrase.severity, [span], `${quote(text, span)} ${phrase.reason}`, phrase.suggestion));
    }
  }
  return out;
}
