/**
 * The only way a change gets into the store: plan, then one strict read-write transaction that writes
 * the rows and their log entries together (HOUSE: promises 2 and 8).
 *
 * Digests and signatures are made before the transaction, because awaiting anything but Dexie inside
 * would let it commit early (guard.md §4.1). What was planned is still true at commit because every
 * logged change moves the log head and every change of a hold moves its `version`: when either moved,
 * the plan is thrown away and made again from fresh rows. So of three racing tabs one wins.
 */
import { FIRST_PREV, logHash } from '../review/log';
import type { Answer, ErrorCode } from '../review/contract';
import type { LogEntry } from '../review/model';
import type { Desk } from './desk';
import { StorageFault, storageFault } from './faults';
import { signHash } from './log-key';
import { readMeta } from './meta';
import { writeMirror } from './mirror';
import type { LogHead, MetaRow } from './rows';
import { applyWrites, touchedTables } from './writes';
import type { Writes } from './writes';

export type NewEntry = Pick<LogEntry, 'type' | 'actor' | 'holdId' | 'body'>;

/** What a plan is made on: the log head and one clock reading. */
export interface Base {
  head: LogHead;
  now: number;
}

export type Refusal = { ok: false; code: ErrorCode; detail: string };
export type Planned<T> = Refusal | { ok: true; value: T; writes: Writes; entries: NewEntry[] };
export type Plan<T> = (base: Base) => Promise<Planned<T>>;

const ATTEMPTS = 12;

export function refuse(code: ErrorCode, detail: string): Refusal {
  return { ok: false, code, detail };
}

/** Thrown inside a transaction to roll it back and plan again. */
class Moved extends Error {}

async function chain(desk: Desk, base: Base, entries: NewEntry[]): Promise<LogEntry[]> {
  const chained: LogEntry[] = [];
  let { seq, hash } = base.head;
  for (const entry of entries) {
    seq += 1;
    const open = { seq, prev: hash, at: base.now, ...entry };
    hash = await logHash(open);
    chained.push({ ...open, hash, sig: await signHash(desk.logKey.privateKey, hash) });
  }
  return chained;
}

async function write(desk: Desk, base: Base, writes: Writes, log: LogEntry[]): Promise<LogHead> {
  const { db } = desk;
  const last = log.at(-1);
  const head = last ? { seq: last.seq, hash: last.hash } : base.head;
  await db.transaction('rw', [...touchedTables(db, writes), db.log, db.meta], async () => {
    const holds = writes.holds ?? [];
    const [told, seen, rows] = await Promise.all([db.meta.get('logHead'), db.meta.get('highestSeen'), db.holds.bulkGet(holds.map(({ row }) => row.id))]);
    const now = told?.value as LogHead | undefined;
    if ((now?.seq ?? 0) !== base.head.seq || (now?.hash ?? FIRST_PREV) !== base.head.hash) throw new Moved();
    if (holds.some(({ was }, index) => (rows[index]?.version ?? null) !== was)) throw new Moved();
    const meta: MetaRow[] = last ? [{ name: 'logHead', value: head }] : [];
    if (base.now > ((seen?.value as number | undefined) ?? 0) || writes.clockReset) meta.push({ name: 'highestSeen', value: base.now });
    await Promise.all([applyWrites(db, writes), db.log.bulkAdd(log), db.meta.bulkPut(meta)]);
  });
  return head;
}

/** Runs a plan to a committed change or a typed refusal. Throws only StorageFault (and bugs). */
export async function commit<T>(desk: Desk, plan: Plan<T>): Promise<Answer<T>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      const head = (await readMeta(desk.db, 'logHead')) ?? { seq: 0, hash: FIRST_PREV };
      const base: Base = { head, now: desk.now() };
      const planned = await plan(base);
      if (!planned.ok) return planned;
      if (planned.entries.length > 0 || Object.keys(planned.writes).length > 0) {
        const after = await write(desk, base, planned.writes, await chain(desk, base, planned.entries));
        await mirror(desk, after, planned.writes);
      }
      return { ok: true, value: planned.value };
    } catch (error) {
      if (error instanceof Moved) continue;
      throw storageFault(error) ?? error;
    }
  }
  throw new StorageFault('storage-failed', 'The store was too busy to record this. Nothing was changed; try again.');
}

/** The tables it copies are small; they are read again only when a commit touched them. */
async function mirror(desk: Desk, head: LogHead, writes: Writes): Promise<void> {
  const moved = !desk.mirrored || [writes.sites, writes.dropSites, writes.adapters, writes.dropAdapters, writes.workspace].some(Boolean);
  if (moved) {
    const [sites, adapters, workspaces] = [await desk.db.sites.toArray(), await desk.db.adapters.toArray(), await desk.db.workspace.count()];
    desk.mirrored = { sites, adapters, setUp: workspaces > 0 };
  }
  if (desk.mirrored) writeMirror({ epoch: desk.epoch, head, ...desk.mirrored });
}
