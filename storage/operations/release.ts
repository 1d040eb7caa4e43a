/**
 * The release: verify everything again, consume the grant, then open. One commit, so of any number of tabs
 * exactly one wins (RL1, RL2, HOUSE promises 1, 2 and 7).
 */
import { consumeGrant, expireGrant, revokeGrant } from '../../review/grant';
import { judgeRelease } from '../../review/release';
import type { Answer, ErrorCode } from '../../review/contract';
import type { Binding, GrantId, HoldId, Snapshot } from '../../review/model';
import { commit, refuse } from '../commit';
import type { Base, Planned, Refusal } from '../commit';
import type { Desk } from '../desk';
import { advance } from './step';
import type { Step } from './step';
import { readWorld } from './world';
import type { World } from './world';

/** How long the page may take from the open gate to the site's answer before the outcome counts as unknown. */
export const RELEASE_MS = 60_000;

export interface ReleaseRequest {
  holdId: HoldId;
  snapshot: Snapshot;
  /** The composer that asks; it becomes the hold's binding and only its tab may report the outcome. */
  binding: Binding;
}

export type Released = { grantId: GrantId; deadline: number };
type Done = Planned<Answer<Released>>;

/** A refusal that must itself be recorded: the answer stays a refusal, the rows move all the same. */
function refusedWith(world: World, refusal: Refusal, step: Step, base: Base): Done {
  const moved = advance(world, step, base);
  return moved.ok ? { ok: true, value: refusal, writes: moved.writes, entries: moved.entries } : refusal;
}

/** Codes that say "not now" and leave no trace; everything else is worth an entry. */
const QUIET: ReadonlySet<ErrorCode> = new Set(['too-early', 'no-grant', 'already-released', 'release-unknown']);

function refused(world: World, verdict: Extract<ReturnType<typeof judgeRelease>, { ok: false }>, base: Base): Done {
  const refusal = refuse(verdict.code, verdict.detail);
  const { grant, hold } = world;
  const body = { code: verdict.code, differences: verdict.differences, grantId: grant?.id ?? null };
  const entry = { type: 'release.refused', actor: 'device', body } as const;
  if (grant && verdict.code === 'grant-expired') {
    const event = { type: 'grantExpired', grantId: grant.id, seq: base.head.seq + 1 } as const;
    return refusedWith(world, refusal, { event, entry: { type: 'grant.expired', actor: 'device', body }, grant: expireGrant(grant) }, base);
  }
  if (grant && verdict.backToPending) return refusedWith(world, refusal, { event: { type: 'grantRefused', grantId: grant.id }, entry, grant: revokeGrant(grant) }, base);
  if (QUIET.has(verdict.code)) return refusal;
  return { ok: true, value: refusal, writes: {}, entries: [{ ...entry, holdId: hold.id, body: { ...body, revision: hold.revision, digest: hold.digest } }] };
}

function started(world: World, request: ReleaseRequest, carried: boolean, base: Base): Done {
  const grant = world.grant && consumeGrant(world.grant, base.now, carried, world.clock);
  if (!world.grant || !grant) return refuse('no-grant', 'This permission was already used or taken back.');
  const deadline = base.now + RELEASE_MS;
  const moved = advance(world, {
    event: { type: 'releaseStarted', grant: world.grant, deadline, clock: world.clock },
    entry: { type: 'release.started', actor: 'device', body: { grantId: grant.id, decisionIds: world.counted.approvals.map(({ decisionId }) => decisionId), carried, deadline } },
    patch: { binding: request.binding },
    grant,
  }, base);
  if (!moved.ok) return moved;
  return { ok: true, value: { ok: true, value: { grantId: grant.id, deadline } }, writes: moved.writes, entries: moved.entries };
}

/** Asks for the one release of this hold. The caller sets the alarm for `now + RELEASE_MS` before it asks. */
export async function requestRelease(desk: Desk, request: ReleaseRequest): Promise<Answer<Released>> {
  const result = await commit<Answer<Released>>(desk, async (base): Promise<Done> => {
    const world = await readWorld(desk, request.holdId, base.now);
    if (!world) return refuse('no-such-hold', 'This held post does not exist.');
    const { hold, revision, grant, counted: tally, requirement, members, clock } = world;
    const verdict = judgeRelease({ hold, revision, grant, tally, requirement, members, snapshot: request.snapshot, now: base.now, clock });
    return verdict.ok ? started(world, request, verdict.carried, base) : refused(world, verdict, base);
  });
  return result.ok ? result.value : result;
}
