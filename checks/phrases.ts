/**
 * A check made of phrases: each pattern with the words it blames and what excuses it. Most claim packs are this.
 */
import { finding, quote, type Check, type CheckInput } from './check';
import type { Finding, Severity } from './finding';
import { firstMatch, has, matches, mayMatch, pattern, type Pattern } from './text/pattern';

interface Rule<P> {
  pattern: P;
  severity: Severity;
  /** Completes “<words>” … */
  reason: string;
  /** Anywhere in the post: makes it fine. */
  unless?: P;
  /** Anywhere in the post: without it the phrase means nothing. */
  needs?: P;
}

export type Phrase = Rule<Pattern>;

const known = new Map<RegExp, Pattern>();

/** Patterns that several phrases share are looked for once. */
function shared(regex: RegExp): Pattern {
  const one = known.get(regex) ?? pattern(regex);
  known.set(regex, one);
  return one;
}

/** Reads the phrases once, when the check is loaded. */
export function phrases(rules: readonly Rule<RegExp>[]): readonly Phrase[] {
  return rules.map(({ pattern: words, unless, needs, ...rest }) => ({
    ...rest, pattern: pattern(words), ...(unless ? { unless: shared(unless) } : {}), ...(needs ? { needs: shared(needs) } : {}),
  }));
}

/** "no", "not", "never" and the like shortly before: the phrase is denied, not said. */
const DENIED = /\b(?:no|not|never|cannot|can['’]t|don['’]t|doesn['’]t|isn['’]t|aren['’]t|won['’]t|without|nothing is|nobody|beware of|avoid|stop|myth|anyone who (?:says|promises|tells)|instead of|rather than|no such thing as)\b[^.!?]{0,28}$/iu;
/** A question, a warning or a quotation is about the phrase. */
const ABOUT = /\b(?:if (?:some(?:one|body)|any(?:one|body)|they|he|she|a \w+) (?:\w+ ){0,3}(?:tells?|says?|promises?|offers?|asks?)\b[^.!?]{0,40}|what (?:does|is|are)|why|how do|define|the term|the word|claims? (?:of|that|like)|so-called|promises? of|ads? (?:that|which) (?:say|promise)|stopped (?:saying|using|writing)|we (?:do not|don['’]t|never) (?:say|promise|claim|sell))\b[^.!?]{0,30}$/iu;
/** Words that turn a term in quotation marks into the subject. */
const TERM = /\b(?:banned|forbidden|means?|terms?|words?|claims?|labels?|myths?|law|misleading|greenwash\w*)\b/iu;
const OPEN = /["“„«‘']$/u;
const CLOSE = /^["”“»’']/u;

export function runPhrases(check: Pick<Check, 'id' | 'source'>, rules: readonly Phrase[], { scan }: CheckInput): Finding[] {
  const out: Finding[] = [];
  const { text } = scan;
  for (const rule of rules) {
    if (!mayMatch(scan, rule.pattern) || (rule.needs && !mayMatch(scan, rule.needs))) continue;
    const found = matches(scan, rule.pattern);
    if (found.length === 0 || (rule.unless && has(scan, rule.unless)) || (rule.needs && !firstMatch(scan, rule.needs))) continue;
    const others = out.length;
    for (const { start, end } of found) {
      const span = { start, end };
      // Matches of one pattern never overlap, so only those of earlier phrases have to be compared.
      if (out.slice(0, others).some((other) => other.spans.some((taken) => start < taken.end && taken.start < end))) continue;
      const before = text.slice(Math.max(0, start - 64), start);
      if (scan.inLink(start) || DENIED.test(before) || ABOUT.test(before)) continue;
      if (OPEN.test(before) && CLOSE.test(text.slice(end, end + 1)) && TERM.test(text)) continue;
      out.push(finding(check, rule.severity, [span], `${quote(text, span)} ${rule.reason}`));
    }
  }
  return out;
}
