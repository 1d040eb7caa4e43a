/** QU7: several holds answer the same thing. Approving one may put the others aside, when the approver asked for it. */
import { competingHolds } from '../../review/competing';
import { revokeGrant } from '../../review/grant';
import type { HoldId, MemberId } from '../../review/model';
import type { Desk } from '../desk';
import { readHold } from '../read-rows';
import type { StoredHold } from '../rows';
import { stepHold } from './step';

/** Other unfinished holds in the same place; none for a post that answers nothing. `id` leaves one out. */
export async function holdsInPlace(desk: Desk, place: { id: HoldId; platform: string; targetKey: string }): Promise<StoredHold[]> {
  if (place.targetKey === '') return [];
  return competingHolds(place, await desk.db.holds.where('[shelf+targetKey]').equals(['open', place.targetKey]).toArray());
}

/** Supersedes what competes with this hold. Only for an approver who asked; returns the holds put aside. */
export async function supersedeCompeting(desk: Desk, actor: MemberId, holdId: HoldId): Promise<HoldId[]> {
  const chosen = await readHold(desk.db, holdId);
  if (!chosen) return [];
  const aside: HoldId[] = [];
  for (const other of await holdsInPlace(desk, chosen)) {
    const done = await stepHold(desk, other.id, ({ grant }) => ({
      event: { type: 'superseded', by: holdId },
      entry: { type: 'hold.superseded', actor, body: { by: holdId } },
      ...(grant ? { grant: revokeGrant(grant) } : {}),
    }));
    if (done.ok) aside.push(other.id);
  }
  return aside;
}
