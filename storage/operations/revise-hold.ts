/** The author saved an edit: another revision (BI2), another hold (BI8), or nothing new (BI3). */
import { compareToRevision, destinationChanged } from '../../review/compare';
import type { Answer, HoldView } from '../../review/contract';
import { nextContributors, takenAsIs } from '../../review/decisions';
import { revokeGrant } from '../../review/grant';
import { deadlockReason, effectiveRequirement } from '../../review/rules';
import type { Decision, DecisionId, HoldId, Member, Revision } from '../../review/model';
import { commit, refuse } from '../commit';
import type { Base, NewEntry, Planned } from '../commit';
import type { Desk } from '../desk';
import { createdFacts } from './create-hold';
import { flagsOf } from './flags';
import { buildHold, buildRevision, knownSnapshot, mediaRows } from './new-hold';
import type { Capture } from './new-hold';
import { joined, settle } from './settle';
import { advance } from './step';
import { readWorld, viewOf } from './world';
import type { World } from './world';

export interface Edit extends Capture {
  holdId: HoldId;
  /** BI6: the decision whose suggestion the author took word for word. */
  acceptedSuggestion: DecisionId | null;
}

type Done = Planned<HoldView>;

/** BI8: the destination moved, so a new hold takes over and the old one is superseded. */
async function moveToNewHold(desk: Desk, edit: Edit, world: World, author: Member, base: Base): Promise<Done> {
  const plan = { ...edit, contributors: [...world.revision.contributors, ...edit.contributors], authorId: author.id, urgency: world.hold.urgency, note: world.hold.note, previous: world.hold.id };
  const { hold, revision } = await buildHold(desk, plan, world.workspace, world.members, author, base);
  const old = advance(world, { event: { type: 'superseded', by: hold.id }, entry: { type: 'hold.superseded', actor: author.id, body: { by: hold.id } }, ...(world.grant ? { grant: revokeGrant(world.grant) } : {}) }, base);
  if (!old.ok) return old;
  const fresh: World = { ...world, hold, revision, base: null, decisions: [], grant: null, requirement: hold.requirement, verified: new Set() };
  const created: NewEntry = { type: 'hold.created', actor: author.id, holdId: hold.id, body: createdFacts(hold, revision.contributors) };
  const media = mediaRows(hold.id, edit.thumbs);
  const flags = await flagsOf(desk, hold.id, revision.findings, edit.binding?.composerId ?? null);
  return {
    ok: true,
    value: viewOf(fresh, base.now),
    writes: { ...old.writes, holds: [...(old.writes.holds ?? []), { row: hold, was: null }], revisions: [revision], commands: [{ id: edit.commandId, holdId: hold.id, at: base.now }], ...(media.length > 0 ? { media } : {}), ...flags },
    entries: [...old.entries, created],
  };
}

/** SD1, BI5, BI6: the revision with its people, and the suggestion it came from when it was taken as is. */
async function nextRevision(desk: Desk, edit: Edit, world: World, author: Member, now: number): Promise<Revision> {
  const snapshot = knownSnapshot(edit.snapshot, world.revision.manifest.account);
  const built = await buildRevision(desk, { ...edit, snapshot }, { holdId: world.hold.id, number: world.hold.revision + 1, author, workspace: world.workspace, now });
  const named: Decision | undefined = world.decisions.find(({ body }) => body.id === edit.acceptedSuggestion && world.verified.has(body.id));
  const taken = named && takenAsIs(named, world.revision, built) ? named : null;
  const next: Revision = { ...built, acceptedSuggestion: taken?.body.id ?? null };
  const contributors = nextContributors(world.revision, [author.id, ...edit.contributors], named ? { decision: named, next, allowed: world.workspace.rules.approveIfTaken } : null);
  return { ...next, contributors };
}

async function newRevision(desk: Desk, edit: Edit, world: World, author: Member, base: Base): Promise<Done> {
  const revision = await nextRevision(desk, edit, world, author, base.now);
  const requirement = effectiveRequirement(world.hold, world.workspace.rules, world.members, revision.manifest.account);
  const deadlock = deadlockReason(requirement, world.members, revision.contributors);
  const next: World = { ...world, revision, base: revision.acceptedSuggestion ? world.revision : null, requirement };
  const revised = advance(next, {
    event: { type: 'revised', revision, requirement, deadlock },
    entry: { type: 'hold.revised', actor: author.id, body: { digest: revision.digest, revision: revision.number, contributors: revision.contributors, acceptedSuggestion: revision.acceptedSuggestion } },
    patch: { binding: edit.binding ?? world.hold.binding },
    ...(world.grant ? { grant: revokeGrant(world.grant) } : {}),
  }, base);
  if (!revised.ok) return revised;
  // BI6: a suggestion taken as is may complete the quorum at once.
  const settled = settle(desk, { ...revised.world, grant: null }, base);
  if (!settled.ok) return settled;
  const media = mediaRows(world.hold.id, edit.thumbs);
  const flags = await flagsOf(desk, world.hold.id, revision.findings, edit.binding?.composerId ?? null);
  return {
    ok: true,
    value: viewOf(settled.world, base.now),
    writes: { ...joined(revised.writes, settled.writes), revisions: [revision], commands: [{ id: edit.commandId, holdId: world.hold.id, at: base.now }], ...(media.length > 0 ? { media } : {}), ...flags },
    entries: [...revised.entries, ...settled.entries],
  };
}

export function reviseHold(desk: Desk, edit: Edit): Promise<Answer<HoldView>> {
  return commit<HoldView>(desk, async (base): Promise<Done> => {
    const done = await desk.db.commands.get(edit.commandId);
    const world = await readWorld(desk, done?.holdId ?? edit.holdId, base.now);
    if (!world) return refuse('no-such-hold', 'This held post does not exist.');
    const unchanged: Done = { ok: true, value: viewOf(world, base.now), writes: {}, entries: [] };
    if (done) return unchanged;
    const author = world.members.find(({ id }) => id === world.hold.authorId);
    if (!author) return refuse('no-such-member', 'The author of this post is no longer a member.');
    // An account that cannot be read right now is taken as unchanged: the release asks for it again (RL1).
    const snapshot = knownSnapshot(edit.snapshot, world.revision.manifest.account);
    if (compareToRevision(world.revision.manifest, snapshot).same !== 'different') return unchanged;
    if (destinationChanged(world.revision.manifest, snapshot)) return moveToNewHold(desk, { ...edit, snapshot }, world, author, base);
    return newRevision(desk, { ...edit, snapshot }, world, author, base);
  });
}
