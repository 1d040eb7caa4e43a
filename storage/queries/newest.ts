import { competingHolds as competing } from '../../review/competing';
import type { Hold, HoldId, Revision } from '../../review/model';
import { database } from '../db';
import type { StoredHold } from '../rows';

/** The newest revision of each of these holds: for rows that quote the words a finding points at. */
export async function newestRevisions(holds: readonly Pick<Hold, 'id' | 'revision'>[]): Promise<Map<HoldId, Revision>> {
  const db = await database();
  const found = await db.revisions.bulkGet(holds.map(({ id, revision }): [string, number] => [id, revision]));
  return new Map(found.filter((row) => row !== undefined).map((row) => [row.holdId, row]));
}

/** QU7: other unfinished holds that answer the same thing on the same platform. */
export async function competingWith(hold: Pick<Hold, 'id' | 'targetKey' | 'platform'>): Promise<StoredHold[]> {
  if (hold.targetKey === '') return [];
  const db = await database();
  return competing(hold, await db.holds.where('[shelf+targetKey]').equals(['open', hold.targetKey]).toArray());
}
