import type { Answer, HoldView } from '../../review/contract';
import type { Binding, HoldId } from '../../review/model';
import { commit, refuse } from '../commit';
import type { Desk } from '../desk';
import { readWorld, viewOf } from './world';

/**
 * Says which composer shows a hold now. Where it is shown is no act of anybody, so no log entry.
 * While a release is going on the binding stays: only the tab that started it may report (RL2).
 */
export function bindHold(desk: Desk, holdId: HoldId, binding: Binding): Promise<Answer<HoldView>> {
  return commit<HoldView>(desk, async ({ now }) => {
    const world = await readWorld(desk, holdId, now);
    if (!world) return refuse('no-such-hold', 'This held post does not exist.');
    if (world.hold.publication === 'releasing') return { ok: true, value: viewOf(world, now), writes: {}, entries: [] };
    const hold = { ...world.hold, binding, version: world.hold.version + 1 };
    return { ok: true, value: viewOf({ ...world, hold }, now), writes: { holds: [{ row: hold, was: world.hold.version }] }, entries: [] };
  });
}
