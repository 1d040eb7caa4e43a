/** The wall clock is trusted for expiry only, and only while it runs forward (guard.md §4.1). */
import { judgeClock } from '../../review/clock';
import { commit } from '../commit';
import type { Desk } from '../desk';
import { readMeta } from '../meta';
import { expireAllGrants } from './expire-grants';

/**
 * Looks at the clock before something that depends on it. When it went back more than two minutes, every grant
 * ends, the log says so, and the time counts from here. Returns whether that happened.
 */
export async function settleClock(desk: Desk): Promise<boolean> {
  const seen = (await readMeta(desk.db, 'highestSeen')) ?? 0;
  if (judgeClock(seen, desk.now()) !== 'back') return false;
  await expireAllGrants(desk, 'The clock went back.');
  await commit<null>(desk, async ({ now }) => ({ ok: true, value: null, writes: { clockReset: true }, entries: [{ type: 'clock.back', actor: 'device', holdId: null, body: { seen, now } }] }));
  return true;
}
