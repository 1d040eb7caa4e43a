/**
 * What a check is. One small file per check: its id, what it flags, what it must leave alone.
 * The registry test (tests/unit/checks/registry.test.ts) runs every example.
 */
import type { CheckContext, Finding, Severity, Span } from './finding';
import type { Scan } from './text/scan';

export interface CheckInput {
  scan: Scan;
  context: CheckContext;
}

export interface Example {
  text: string;
  context?: Partial<CheckContext>;
  /** The exact words that must be marked; omitted for findings about the whole post. */
  marks?: string[];
}

export interface Check {
  id: string;
  /** One line for rule owners: what it looks for. */
  about: string;
  /** The rule or standard behind it; see reference/checks.md §1. */
  source: string;
  /** BCP 47 primary tags of the languages its words are in; absent for checks that read no language. */
  languages?: readonly string[];
  run(input: CheckInput): Finding[];
  /** Each must give at least one finding of this check. */
  flags: readonly Example[];
  /** Near misses: none may give one. */
  passes: readonly Example[];
}

/** What helps besides the reason: advice in words, or a literal replacement. */
type Help = Pick<Finding, 'suggestion' | 'replacement'>;

export function finding(check: Pick<Check, 'id' | 'source'>, severity: Severity, spans: Span[], reason: string, help: Help = {}): Finding {
  return { id: check.id, severity, spans, reason, source: check.source, ...help };
}

/** The words a reason quotes, cut so that a reason stays one line. */
export function quote(text: string, span: Span): string {
  const words = text.slice(span.start, span.end);
  return `“${words.length > 40 ? `${words.slice(0, 39)}…` : words}”`;
}
