/** A stopped post becomes a hold: rows, thumbnails and log entry in one commit. */
import { compareToRevision } from '../../review/compare';
import type { Answer, HoldView } from '../../review/contract';
import { accountKey, targetKey } from '../../review/manifest';
import type { MemberId } from '../../review/model';
import { commit, refuse } from '../commit';
import type { Desk } from '../desk';
import { readMembers, readRevision, readWorkspace } from '../read-rows';
import { contentKey } from '../rows';
import type { StoredHold } from '../rows';
import { bindHold } from './bind-hold';
import { flagsOf } from './flags';
import { buildHold, knownSnapshot, mediaRows } from './new-hold';
import type { HoldPlan } from './new-hold';
import { readWorld, viewOf } from './world';

/** The open hold with this very content and destination, so that pressing twice never makes two posts (promise 2). */
async function sameOpenHold(desk: Desk, plan: HoldPlan): Promise<StoredHold | null> {
  const snapshot = knownSnapshot(plan.snapshot);
  const key = contentKey(snapshot.platform, accountKey(snapshot.account), targetKey(snapshot.target), snapshot.text);
  const open = await desk.db.holds.where('[shelf+contentKey]').equals(['open', key]).toArray();
  for (const hold of open) {
    const revision = await readRevision(desk.db, hold.id, hold.revision);
    if (compareToRevision(revision.manifest, snapshot).same !== 'different') return hold;
  }
  return null;
}

async function alreadyDone(desk: Desk, plan: HoldPlan): Promise<string | null> {
  const done = await desk.db.commands.get(plan.commandId);
  return done?.holdId ?? (await sameOpenHold(desk, plan))?.id ?? null;
}

/** What the log says about a new hold: digests and names, never the text. */
export function createdFacts(hold: StoredHold, contributors: MemberId[]): Record<string, unknown> {
  const { digest, revision, platform, accountKey: account, targetKey: target, surface, requirement, deadlock, urgency, previous } = hold;
  return { digest, revision, platform, account, target, surface, contributors, requirement, deadlock: deadlock !== null, urgency, previous };
}

export interface Created {
  view: HoldView;
  /** False when the hold stood already. */
  fresh: boolean;
}

/** Creates the hold, or answers with the one that already stands for this command or this content. */
export async function createHold(desk: Desk, plan: HoldPlan): Promise<Answer<Created>> {
  const created = await commit<{ id: string; fresh: boolean }>(desk, async (base) => {
    const [workspace, members] = [await readWorkspace(desk.db), await readMembers(desk.db)];
    const author = members.find(({ id, removedAt }) => id === plan.authorId && removedAt === null);
    if (!workspace || !author) return refuse('not-set-up', 'Nobody is signed in here yet. The post stays held; finish the set-up first.');
    const existing = await alreadyDone(desk, plan);
    if (existing) return { ok: true, value: { id: existing, fresh: false }, writes: {}, entries: [] };
    const { hold, revision } = await buildHold(desk, plan, workspace, members, author, base);
    const media = mediaRows(hold.id, plan.thumbs);
    const flags = await flagsOf(desk, hold.id, revision.findings, plan.binding?.composerId ?? null);
    return {
      ok: true,
      value: { id: hold.id, fresh: true },
      writes: { holds: [{ row: hold, was: null }], revisions: [revision], commands: [{ id: plan.commandId, holdId: hold.id, at: base.now }], ...(media.length > 0 ? { media } : {}), ...flags },
      entries: [{ type: 'hold.created', actor: author.id, holdId: hold.id, body: createdFacts(hold, revision.contributors) }],
    };
  });
  if (!created.ok) return created;
  const { id, fresh } = created.value;
  const now = desk.now();
  const world = await readWorld(desk, id, now);
  if (!world) return refuse('no-such-hold', 'This held post does not exist.');
  const moved = plan.binding && !sameBinding(world.hold.binding, plan.binding) ? await bindHold(desk, id, plan.binding) : null;
  if (moved && !moved.ok) return moved;
  return { ok: true, value: { view: moved ? moved.value : viewOf(world, now), fresh } };
}

function sameBinding(a: HoldPlan['binding'], b: HoldPlan['binding']): boolean {
  return a?.tabId === b?.tabId && a?.frameId === b?.frameId && a?.composerId === b?.composerId;
}
