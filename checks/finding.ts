import type { TeamRules } from './team/rules';

/**
 * Output of a check. Spans are UTF-16 offsets into the author's own text.
 * Severity words follow reference/checks.md §1 and the strengths of HOUSE.md.
 */
export type Severity = 'info' | 'warn' | 'hold' | 'block';

export interface Span {
  start: number;
  end: number;
}

export interface Finding {
  /** Check id, for example "risk.secret". */
  id: string;
  severity: Severity;
  /** Empty when the finding is about the post as a whole. */
  spans: Span[];
  /** One sentence about the words, never about the person. */
  reason: string;
  /** Advice to the writer, shown in words; it is never put into the text. */
  suggestion?: string;
  /** Words that can stand exactly where the one span stands: one press puts them in. */
  replacement?: string;
  /** The rule or standard it comes from. */
  source: string;
}

export interface DraftInput {
  text: string;
  /** BCP 47 tag, or '' when unknown. */
  language?: string;
}

export interface CheckContext {
  platform: string;
  surface: string;
  account: { id: string; handle: string } | null;
  audience?: string;
  media: { mime: string; alt: string }[];
  /** Largest length the site accepts and how it counts, when the adapter knows. */
  limit?: { counter: 'twitter' | 'graphemes' | 'utf16' | 'codepoints' | 'mastodon'; max: number };
  /** Recent texts of the same account on this machine, newest first. */
  recent?: string[];
  /** Account this post belongs to, when the person or the campaign said so; compared with `account` without case and "@". */
  expectedAccount?: string;
  /** The team's own rules; compiled once per object, so pass the same one while they stay the same. */
  team?: TeamRules;
  /** Milliseconds, monotonic; only for the time budget of team patterns. */
  clock?: () => number;
  /** Languages the account writes in (BCP 47 primary tags), when a rule names them. */
  languages?: string[];
  /** Unix ms; checks never read a clock. */
  now: number;
}
