/** Records one signed decision, counts again, and issues or takes back the grant: all in one commit. */
import { judgeDecision } from '../../review/decisions';
import type { Answer } from '../../review/contract';
import type { Decision, LogType, Workflow } from '../../review/model';
import { commit, refuse } from '../commit';
import type { Base, NewEntry, Planned } from '../commit';
import type { Desk } from '../desk';
import { shelved, readWorld } from './world';
import type { World } from './world';
import { settle } from './settle';

export interface Decided {
  workflow: Workflow;
  /** Why the decision is kept but does not count, or null. */
  void: string | null;
}

type Signed = Pick<Decision, 'body' | 'signature'>;

function entryFor(type: LogType, { body, signature }: Signed): NewEntry {
  const { id, approver, kind, revision, digest, reasons, sameDevice, identity, withdraws } = body;
  return { type, actor: approver, holdId: body.holdId, body: { decisionId: id, kind, revision, digest, reasons, sameDevice, identity, withdraws, signature } };
}

/** QU4: a decision that came too late is kept as a comment and its sender is told. */
function keepAsComment(world: World, signed: Signed, why: string, base: Base): Planned<Decided> {
  const decision: Decision = { ...signed, seq: base.head.seq + 1, void: why };
  return { ok: true, value: { workflow: world.hold.workflow, void: why }, writes: { decisions: [decision] }, entries: [entryFor('decision.void', signed)] };
}

function record(desk: Desk, world: World, signed: Signed, base: Base): Planned<Decided> {
  const decision: Decision = { ...signed, seq: base.head.seq + 1, void: null };
  const decided: World = { ...world, decisions: [...world.decisions, decision], verified: new Set([...world.verified, decision.body.id]) };
  const settled = settle(desk, decided, base);
  if (!settled.ok) return settled;
  const hold = shelved(settled.world, settled.world.hold);
  const writes = { ...settled.writes, decisions: [decision], holds: [{ row: hold, was: world.hold.version }] };
  return { ok: true, value: { workflow: hold.workflow, void: null }, writes, entries: [entryFor('decision.recorded', signed), ...settled.entries] };
}

async function repeated(desk: Desk, world: World, { body, signature }: Signed): Promise<Planned<Decided> | null> {
  const known = await desk.db.decisions.get(body.id);
  if (!known) return null;
  if (known.signature !== signature) return refuse('duplicate', 'Another decision with this id was already recorded.');
  return { ok: true, value: { workflow: world.hold.workflow, void: known.void }, writes: {}, entries: [] };
}

/** `locked`: nobody, or somebody else than the body's approver, is signed in at this moment. */
export function decide(desk: Desk, signed: Signed, locked: boolean): Promise<Answer<Decided>> {
  return commit<Decided>(desk, async (base): Promise<Planned<Decided>> => {
    const world = await readWorld(desk, signed.body.holdId, base.now);
    if (!world) return refuse('no-such-hold', 'This held post does not exist.');
    const again = await repeated(desk, world, signed);
    if (again) return again;
    const { hold, revision, decisions, members, requirement, workspace } = world;
    const judged = judgeDecision({ hold, revision, decisions, members, body: signed.body, locked, requirement, rules: workspace.rules });
    // A stranger learns nothing about the post, and an unsigned word is never kept: the signature comes before any record.
    const member = members.find(({ id }) => id === signed.body.approver);
    if ((judged.ok || judged.record) && !(member && (await genuineWord(desk, signed, member)))) return refuse('bad-signature', 'The signature on this decision is not valid.');
    if (judged.ok) return record(desk, world, signed, base);
    return judged.record ? keepAsComment(world, signed, judged.detail, base) : refuse(judged.code, judged.detail);
  });
}

function genuineWord(desk: Desk, signed: Signed, member: World['members'][number]): Promise<boolean> {
  return desk.verifies({ ...signed, seq: 0, void: null }, member);
}
