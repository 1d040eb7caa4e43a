import type { CheckContext, DraftInput, Finding } from './finding';

export type { CheckContext, DraftInput, Finding, Severity, Span } from './finding';

/** Runs every check over one draft. Pure. */
export function checkDraft(_draft: DraftInput, _context: CheckContext): Finding[] {
  return [];
}
