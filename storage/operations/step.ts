/** The common shape of most commands: read the world, apply one event, write the hold and its log entry. */
import type { Answer, HoldView } from '../../review/contract';
import type { HoldEvent } from '../../review/machine';
import { transition } from '../../review/machine';
import type { Grant, Hold, LogType, MemberId, RuleSet } from '../../review/model';
import { commit, refuse } from '../commit';
import type { Base, NewEntry, Planned, Refusal } from '../commit';
import type { Desk } from '../desk';
import type { Writes } from '../writes';
import { readWorld, shelved, viewOf } from './world';
import type { World } from './world';

export interface Step {
  event: HoldEvent;
  /** Absent: the change is not worth an entry (a claim, a binding). */
  entry?: { type: LogType; actor: MemberId | 'device'; body?: Record<string, unknown> };
  /** Facts the machine does not move by itself. */
  patch?: Pick<Partial<Hold>, 'binding' | 'deadlock'>;
  /** The grant as it is after this step. */
  grant?: Grant | null;
  writes?: Writes;
}

export type Judge = (world: World, base: Base) => Step | Refusal | { already: true } | Promise<Step | Refusal | { already: true }>;

/** TI1: how long a hold may wait; an urgent one asks for an answer within the hour. */
export function patience(rules: Pick<RuleSet, 'pendingMs'>, urgency: Hold['urgency']): number {
  return urgency === 'urgent' ? Math.min(rules.pendingMs, 3_600_000) : rules.pendingMs;
}

/** Plans one event on one world: the new world and what to write. */
export function advance(world: World, step: Step, base: Base): Refusal | { ok: true; world: World; writes: Writes; entries: NewEntry[] } {
  const moved = transition(world.hold, step.event, { now: base.now, pendingMs: patience(world.workspace.rules, world.hold.urgency) });
  if (!moved.ok) return moved;
  const grants = step.grant ? [step.grant] : [];
  const between: World = { ...world, grant: step.grant === undefined ? world.grant : step.grant };
  const hold = shelved(between, { ...moved.hold, ...step.patch });
  const after: World = { ...between, hold };
  const entry = step.entry && { type: step.entry.type, actor: step.entry.actor, holdId: hold.id, body: { revision: hold.revision, digest: hold.digest, ...step.entry.body } };
  const writes: Writes = { ...step.writes, holds: [{ row: hold, was: world.hold.version }], ...(grants.length > 0 ? { grants } : {}) };
  return { ok: true, world: after, writes, entries: entry ? [entry] : [] };
}

/** Runs one judged step as one commit and answers with the view afterwards. */
export function stepHold(desk: Desk, holdId: string, judge: Judge): Promise<Answer<HoldView>> {
  return commit<HoldView>(desk, async (base): Promise<Planned<HoldView>> => {
    const world = await readWorld(desk, holdId, base.now);
    if (!world) return refuse('no-such-hold', 'This held post does not exist.');
    const step = await judge(world, base);
    if ('ok' in step) return step;
    if ('already' in step) return { ok: true, value: viewOf(world, base.now), writes: {}, entries: [] };
    const done = advance(world, step, base);
    return done.ok ? { ok: true, value: viewOf(done.world, base.now), writes: done.writes, entries: done.entries } : done;
  });
}
