/** One alarm for everything that time changes in holds, one for the lock. Alarms outlive the worker. */
import { browser } from '../../runtime/browser';
import { nextDue } from '../../storage/operations/sweep';
import type { Desk } from '../../storage/desk';
import { ABSOLUTE_MS } from '../../identity/session';
import { sessionNow } from './people';

export const TIME_ALARM = 'countersign.time';
export const LOCK_ALARM = 'countersign.lock';

export async function armTimeAlarm(desk: Desk): Promise<void> {
  const due = await nextDue(desk);
  if (due === null) await browser.alarms.clear(TIME_ALARM);
  else await browser.alarms.create(TIME_ALARM, { when: Math.max(due, desk.now()) });
}

/** Set before a release is asked for, so that a worker that dies inside it is woken again (guard.md §3.4). */
export async function armReleaseAlarm(when: number): Promise<void> {
  await browser.alarms.create(TIME_ALARM, { when });
}

/** Fires at the deadline that comes first. The deadline itself is checked at every use as well. */
export async function armLockAlarm(now = Date.now()): Promise<void> {
  const session = await sessionNow(now);
  if (!session) await browser.alarms.clear(LOCK_ALARM);
  else await browser.alarms.create(LOCK_ALARM, { when: Math.min(session.idleUntil, session.absoluteUntil, now + ABSOLUTE_MS) });
}
