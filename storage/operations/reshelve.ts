/** After people or rules changed: who can still decide on what is open, and whether anybody can (SD3, SD6, PO1, PO2). */
import { Dexie } from 'dexie';
import { tally } from '../../review/decisions';
import { deadlockReason, effectiveRequirement } from '../../review/rules';
import type { Member, RuleSet } from '../../review/model';
import { shelve } from '../derive';
import type { Desk } from '../desk';
import { readDecisions, readRevision, readWorkspace } from '../read-rows';
import type { StoredHold } from '../rows';
import type { Writes } from '../writes';

export interface Change {
  members: Member[];
  rules?: RuleSet;
  now: number;
}

/** Derived fields only: whether a signature is genuine is asked again when it counts, so all are taken at their word here. */
async function reshelveOne(desk: Desk, hold: StoredHold, members: Member[], rules: RuleSet, now: number): Promise<Writes['holds']> {
  const [revision, decisions] = await Promise.all([readRevision(desk.db, hold.id, hold.revision), readDecisions(desk.db, hold.id)]);
  const requirement = effectiveRequirement(hold, rules, members, revision.manifest.account);
  const counted = tally({ hold, revision, decisions, members, requirement, verified: new Set(decisions.map(({ body }) => body.id)) });
  const moved = { ...hold, deadlock: deadlockReason(requirement, members, revision.contributors), updatedAt: now, version: hold.version + 1 };
  const row = shelve(moved, { revision, grant: null, approvers: requirement.approvers, counted });
  const same = row.deadlock === hold.deadlock && row.queueKeys.join() === hold.queueKeys.join();
  return same ? [] : [{ row, was: hold.version }];
}

/** The rows of pending holds that change with this change; a cleared one is judged again at its release. */
export async function reshelved(desk: Desk, change: Change): Promise<Pick<Writes, 'holds'>> {
  const rules = change.rules ?? (await readWorkspace(desk.db))?.rules;
  if (!rules) return {};
  const pending = await desk.db.holds.where('[shelf+updatedAt]').between(['open', Dexie.minKey], ['open', Dexie.maxKey]).filter(({ workflow }) => workflow === 'pending').toArray();
  const rows: NonNullable<Writes['holds']> = [];
  for (const hold of pending) rows.push(...((await reshelveOne(desk, hold, change.members, rules, change.now)) ?? []));
  return rows.length > 0 ? { holds: rows } : {};
}
