/** Ends every grant at once: after a clock that went back, or a store older than the one we left (guard.md §4.1). */
import { expireGrant } from '../../review/grant';
import { Dexie } from 'dexie';
import type { Desk } from '../desk';
import { stepHold } from './step';

/** The holds go back to pending and need new signatures. `why` goes to the log. Returns their ids. */
export async function expireAllGrants(desk: Desk, why: string): Promise<string[]> {
  const cleared = await desk.db.holds
    .where('[shelf+updatedAt]').between(['open', Dexie.minKey], ['open', Dexie.maxKey])
    .filter(({ grantId, publication }) => grantId !== null && (publication === 'unsent' || publication === 'failed'))
    .primaryKeys();
  for (const holdId of cleared) {
    await stepHold(desk, holdId, ({ grant }, { head }) => grant
      ? { event: { type: 'grantExpired', grantId: grant.id, seq: head.seq + 1 }, entry: { type: 'grant.expired', actor: 'device', body: { grantId: grant.id, why } }, grant: expireGrant(grant) }
      : { already: true });
  }
  return cleared;
}
