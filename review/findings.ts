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

/** The reason without the words it begins by quoting, for places that show these words right before it. */
export function reasonAfterWords({ reason, spans }: Finding, text: string): string {
  const quoted = /^“([^”]+)”\s+/.exec(reason);
  const [span] = spans;
  const words = quoted?.[1]?.replace(/…$/, '');
  return quoted && words && span && text.slice(span.start, span.end).startsWith(words) ? reason.slice(quoted[0].length) : reason;
}
