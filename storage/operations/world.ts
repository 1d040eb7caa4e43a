/**
 * Everything one hold depends on, read fresh, with every signature verified again (HOUSE promise 7) and
 * everything counted under the rules as they stand (PO1). A plan decides on a world and on nothing else.
 */
import { judgeClock } from '../../review/clock';
import type { ClockVerdict } from '../../review/clock';
import { tally } from '../../review/decisions';
import type { Tally } from '../../review/decisions';
import { verifyRevision } from '../../review/manifest';
import { effectiveRequirement } from '../../review/rules';
import { holdView } from '../../review/view';
import type { HoldView } from '../../review/contract';
import type { Decision, DecisionId, Grant, Hold, Member, Requirement, Revision, Workspace } from '../../review/model';
import { shelve } from '../derive';
import type { Desk } from '../desk';
import { StorageFault } from '../faults';
import { readMeta } from '../meta';
import { readDecisions, readGrant, readHold, readMembers, readRevision, readWorkspace } from '../read-rows';
import type { StoredHold } from '../rows';

export interface World {
  hold: StoredHold;
  revision: Revision;
  /** The revision an accepted suggestion was written about (BI6). */
  base: Revision | null;
  decisions: Decision[];
  grant: Grant | null;
  members: Member[];
  workspace: Workspace;
  requirement: Requirement;
  verified: ReadonlySet<DecisionId>;
  counted: Tally;
  clock: ClockVerdict;
}

async function genuine(desk: Desk, decisions: readonly Decision[], members: readonly Member[]): Promise<Set<DecisionId>> {
  const judged = await Promise.all(decisions.map(async (decision) => {
    const member = members.find(({ id }) => id === decision.body.approver);
    return member && (await desk.verifies(decision, member)) ? decision.body.id : null;
  }));
  return new Set(judged.filter((id) => id !== null));
}

async function trustedRevision(desk: Desk, holdId: string, number: number): Promise<Revision> {
  const revision = await readRevision(desk.db, holdId, number);
  if (!(await verifyRevision(revision))) throw new StorageFault('storage-failed', `Version ${number} of this post was changed in the store. It stays held.`);
  return revision;
}

/** Counts again after something in the world changed. */
export function recount(world: Omit<World, 'counted'>): Tally {
  const { hold, revision, base, decisions, members, requirement, verified, workspace } = world;
  return tally({ hold, revision, base, decisions, members, requirement, verified, rules: workspace.rules });
}

/** Reads the world of one hold. null: no such hold. Throws a StorageFault when a row is damaged. */
export async function readWorld(desk: Desk, holdId: string, now = desk.now()): Promise<World | null> {
  const hold = await readHold(desk.db, holdId);
  if (!hold) return null;
  const [members, workspace, decisions, revision] = await Promise.all([
    readMembers(desk.db), readWorkspace(desk.db), readDecisions(desk.db, holdId), trustedRevision(desk, holdId, hold.revision),
  ]);
  if (!workspace) throw new StorageFault('storage-failed', 'The workspace of this post is missing. It stays held.');
  const [base, grant, verified, seen] = await Promise.all([
    revision.acceptedSuggestion && revision.number > 1 ? trustedRevision(desk, holdId, revision.number - 1) : null,
    hold.grantId ? readGrant(desk.db, hold.grantId) : null,
    genuine(desk, decisions, members),
    readMeta(desk.db, 'highestSeen'),
  ]);
  const requirement = effectiveRequirement(hold, workspace.rules, members, revision.manifest.account);
  const world = { hold, revision, decisions, members, workspace, base, grant, requirement, verified, clock: judgeClock(seen ?? 0, now) };
  return { ...world, counted: recount(world) };
}

/** The row to store for a hold that moved within its world. */
export function shelved(world: World, hold: Hold): StoredHold {
  return shelve(hold, { revision: world.revision, grant: world.grant, approvers: world.requirement.approvers, counted: recount({ ...world, hold: hold as StoredHold }) });
}

export function viewOf(world: World, now: number): HoldView {
  const { hold, revision, base, decisions, members, requirement, verified, grant, workspace } = world;
  return holdView({ hold, revision, base, decisions, members, requirement, verified, grant, rules: workspace.rules, now });
}
