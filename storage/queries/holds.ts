/** Lists of holds. Each reads one index range and stops at its limit. */
import { Dexie } from 'dexie';
import type { MemberId } from '../../review/model';
import { database } from '../db';
import type { StoredHold } from '../rows';

/** How many rows a list shows before it asks for more. */
const PAGE = 100;
/** A finished hold stays in its author's list for a day. */
const RECENT_MS = 24 * 3_600_000;
/** A hold waits too long after an hour, an urgent one after a quarter of it (TI5 targets, fixed for now). */
const SLOW_MS = { urgent: 15 * 60_000, normal: 60 * 60_000 };

/** Holds that wait for this person, most urgent first, then oldest. `null`: for anybody. */
export async function queueFor(memberId: MemberId | null, limit = PAGE): Promise<StoredHold[]> {
  const db = await database();
  const found = await db.holds.where('queueKeys').startsWith(`${memberId ?? '*'}|`).limit(limit).toArray();
  return found;
}

/** This author's open holds, newest first, then what ended within the last day. `null`: nobody's, so empty. */
export async function mineOf(memberId: MemberId | null, limit = PAGE, now = Date.now()): Promise<StoredHold[]> {
  if (memberId === null) return [];
  const db = await database();
  const of = (shelf: 'open' | 'done', since: number) =>
    db.holds.where('[authorId+shelf+updatedAt]').between([memberId, shelf, since], [memberId, shelf, Dexie.maxKey]).reverse().limit(limit).toArray();
  const [open, done] = await Promise.all([of('open', 0), of('done', now - RECENT_MS)]);
  return [...open, ...done].slice(0, limit);
}

/** Ended holds of everybody, newest first. */
export async function doneHolds(limit = PAGE): Promise<StoredHold[]> {
  const db = await database();
  return db.holds.where('[shelf+updatedAt]').between(['done', 0], ['done', Dexie.maxKey]).reverse().limit(limit).toArray();
}

export interface Counts {
  waiting: number;
  mine: number;
  /** Waiting longer than the target for their urgency. */
  overdue: number;
}

export async function counts(memberId: MemberId | null, now = Date.now()): Promise<Counts> {
  const db = await database();
  const who = memberId ?? '*';
  const late = (rank: 0 | 1, limitMs: number) => {
    const upTo = `${who}|${rank}|${String(Math.max(0, Math.floor(now - limitMs))).padStart(15, '0')}`;
    return db.holds.where('queueKeys').between(`${who}|${rank}|`, upTo, true, true).count();
  };
  const [waiting, mine, urgent, normal] = await Promise.all([
    db.holds.where('queueKeys').startsWith(`${who}|`).count(),
    memberId === null ? 0 : db.holds.where('[authorId+shelf+updatedAt]').between([memberId, 'open', 0], [memberId, 'open', Dexie.maxKey]).count(),
    late(0, SLOW_MS.urgent),
    late(1, SLOW_MS.normal),
  ]);
  return { waiting, mine, overdue: urgent + normal };
}
