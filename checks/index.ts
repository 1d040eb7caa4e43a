/** Tone and risk checks: text and context in, findings out. Pure; no clock, no network, no DOM. */
import { CHECKS } from './registry';
import { runTeam } from './team/index';
import type { CheckContext, DraftInput, Finding, Severity } from './finding';
import { scan } from './text/scan';

export type { CheckContext, DraftInput, Finding, Severity, Span } from './finding';
export type { TeamRule, TeamRuleKind, TeamRules } from './team/rules';

const ORDER: Record<Severity, number> = { block: 0, hold: 1, warn: 2, info: 3 };

/**
 * Runs every check over one draft.
 * A check that throws becomes a finding of its own that holds (HOUSE promise 5), so the rest still report.
 */
export function checkDraft(draft: DraftInput, context: CheckContext): Finding[] {
  const input = { scan: scan(draft.text), context };
  const findings: Finding[] = [];
  for (const check of CHECKS) {
    try {
      findings.push(...check.run(input));
    } catch {
      findings.push({ id: 'checks.failed', severity: 'hold', spans: [], reason: `The check “${check.id}” could not run, so a person has to look.`, source: check.source });
    }
  }
  try {
    findings.push(...runTeam(input));
  } catch {
    findings.push({ id: 'checks.failed', severity: 'hold', spans: [], reason: 'The team’s own rules could not run, so a person has to look.', source: 'HOUSE promise 5' });
  }
  return findings.sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || (a.spans[0]?.start ?? -1) - (b.spans[0]?.start ?? -1));
}
