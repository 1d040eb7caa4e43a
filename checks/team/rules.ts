/** A team's own rules, as data. They come from the options page or from another member's browser, so nothing here is trusted. */
import type { Severity } from '../finding';

export type TeamRuleKind =
  /** Whole words in order; a word may end in "*". Read through case, accents, look-alikes and punctuation. */
  | 'phrase'
  /** Any place in the text, inside words too. */
  | 'substring'
  /** A regular expression in RE2 syntax (no look-around, no back-references). */
  | 'pattern'
  /** A hashtag without its sign, for example one that belongs to a tragedy. */
  | 'hashtag';

export interface TeamRule {
  id: string;
  kind: TeamRuleKind;
  text: string;
  severity: Severity;
  /** What the author reads instead of the usual sentence. */
  reason?: string;
  /** Words that may stand in the place of the flagged ones. */
  replacement?: string;
  /** Platform ids the rule is for; absent or empty: every platform. */
  platforms?: readonly string[];
  /** The pattern ran out of time before and stays off until somebody changes it. */
  stopped?: boolean;
  /** Unix ms; the rule counts only from then on. */
  from?: number;
  /** Unix ms; the rule counts only until then: the end of an embargo. */
  until?: number;
}

export interface TeamRules {
  rules: readonly TeamRule[];
}
