/** After decisions, revisions or answers changed: count again, and issue or take back the grant (QU4). */
import { issueGrant, revokeGrant } from '../../review/grant';
import type { Base, NewEntry, Refusal } from '../commit';
import type { Desk } from '../desk';
import type { Writes } from '../writes';
import { advance } from './step';
import { recount } from './world';
import type { World } from './world';

export interface Settled {
  ok: true;
  world: World;
  writes: Writes;
  entries: NewEntry[];
}

/** Adds the rows of a later step to those of an earlier one; the hold keeps the version that was read first. */
export function joined(first: Writes, next: Writes): Writes {
  const was = first.holds?.[0]?.was ?? null;
  return {
    ...first, ...next,
    ...(next.holds ? { holds: next.holds.map((item, at) => (at === 0 && first.holds ? { ...item, was } : item)) } : {}),
    ...(first.grants || next.grants ? { grants: [...(first.grants ?? []), ...(next.grants ?? [])] } : {}),
  };
}

/**
 * Applies `decided` with a fresh count. A met quorum without a grant gets one (TI6 undo window starts now);
 * a lost quorum, a request for changes or a rejection revokes the one in force (QU4, QU5).
 */
export function settle(desk: Desk, world: World, base: Base): Settled | Refusal {
  const counted = recount(world);
  const lost = world.grant !== null && !counted.met ? revokeGrant(world.grant) : undefined;
  const decided = advance(world, { event: { type: 'decided', tally: counted }, ...(lost ? { grant: lost } : {}) }, base);
  if (!decided.ok) return decided;
  const after: World = { ...decided.world, counted, grant: lost ? null : decided.world.grant };
  const about = { holdId: world.hold.id, actor: 'device' as const };
  const entries: NewEntry[] = lost ? [{ ...about, type: 'grant.revoked', body: { grantId: lost.id } }] : [];
  if (!counted.met || after.hold.grantId !== null) return { ok: true, world: after, writes: decided.writes, entries };

  const { rules } = world.workspace;
  const grant = issueGrant({ hold: after.hold, revision: after.revision, approvals: counted.approvals, rules, now: base.now, id: desk.newId() });
  const granted = advance(after, { event: { type: 'granted', grant }, grant }, base);
  if (!granted.ok) return granted;
  const body = { grantId: grant.id, digest: grant.digest, decisionIds: grant.decisionIds, notBefore: grant.notBefore, notAfter: grant.notAfter };
  return { ok: true, world: granted.world, writes: joined(decided.writes, granted.writes), entries: [...entries, { ...about, type: 'grant.issued', body }] };
}
