/** What time alone does to holds: stale releases, ended grants, expired waiting (TI1, TI3, RL3). Never an approval (TI2). */
import { expireGrant } from '../../review/grant';
import type { HoldId } from '../../review/model';
import type { Desk } from '../desk';
import { stepHold } from './step';
import type { Judge } from './step';

const COMMANDS_KEPT_MS = 7 * 24 * 3_600_000;

const overdue: Judge = ({ hold, grant }, { head, now }) => {
  if (hold.publication === 'releasing') return { event: { type: 'releaseStale' }, entry: { type: 'release.unknown', actor: 'device', body: { why: 'nothing was heard' } } };
  if (grant && (grant.state === 'open' || grant.state === 'suspended') && now >= grant.notAfter) {
    return { event: { type: 'grantExpired', grantId: grant.id, seq: head.seq + 1 }, entry: { type: 'grant.expired', actor: 'device', body: { grantId: grant.id } }, grant: expireGrant(grant) };
  }
  if (hold.workflow === 'pending' && now >= hold.expiresAt) return { event: { type: 'expired' }, entry: { type: 'hold.expired', actor: 'device' } };
  return { already: true };
};

/** Moves everything that is due. Returns the holds that changed. */
export async function sweep(desk: Desk): Promise<HoldId[]> {
  const now = desk.now();
  const due = await desk.db.holds.where('dueAt').belowOrEqual(now).primaryKeys();
  const changed: HoldId[] = [];
  for (const holdId of due) if ((await stepHold(desk, holdId, overdue)).ok) changed.push(holdId);
  await desk.db.commands.where('at').below(now - COMMANDS_KEPT_MS).delete();
  return changed;
}

/** When to wake up next, Unix ms; null while nothing is due. */
export async function nextDue(desk: Desk): Promise<number | null> {
  return (await desk.db.holds.orderBy('dueAt').first())?.dueAt ?? null;
}
