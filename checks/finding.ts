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
  suggestion?: string;
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
  /** Unix ms; checks never read a clock. */
  now: number;
}
