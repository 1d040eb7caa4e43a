/** Which version to compare with: the last one this person saw, otherwise the one before. Pure. */
import type { LogEntry, MemberId, Revision } from '../../review/model';

/** Looks and decisions of this person, read from the hold's own log; null for a first version. */
export function baseRevision(revisions: readonly Revision[], log: readonly LogEntry[], memberId: MemberId, shown: number): Revision | null {
  let current = 1;
  let seen = 0;
  for (const entry of log) {
    const version = entry.body['revision'];
    if (entry.type === 'hold.revised' && typeof version === 'number') current = version;
    if (entry.actor !== memberId) continue;
    const looked = entry.type === 'hold.opened' ? current : entry.type === 'decision.recorded' && typeof version === 'number' ? version : 0;
    if (looked < shown) seen = Math.max(seen, looked);
  }
  const wanted = seen > 0 ? seen : shown - 1;
  return revisions.find(({ number }) => number === wanted) ?? null;
}
