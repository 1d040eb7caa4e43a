/** Names and order of findings (QU8). */
import type { Finding, Severity } from '../checks/finding';

const ORDER: readonly Severity[] = ['info', 'warn', 'hold', 'block'];

/** Names one finding inside one revision: the check and where it points. */
export function findingKey(finding: Finding): string {
  return `${finding.id}@${finding.spans.map((span) => `${span.start}-${span.end}`).join(',')}`;
}

/** The highest severity, or null when nothing was found. */
export function worst(findings: readonly Finding[]): Severity | null {
  const highest = Math.max(-1, ...findings.map((finding) => ORDER.indexOf(finding.severity)));
  return ORDER[highest] ?? null;
}

/** QU8: findings that need an answer from the author and an acknowledgement from the approver. */
export function highFindings(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.severity === 'hold' || finding.severity === 'block');
}
