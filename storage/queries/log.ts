import { Dexie } from 'dexie';
import type { HoldId, LogEntry } from '../../review/model';
import { database } from '../db';
import type { LogHead } from '../rows';

const BATCH = 500;

/** One page of the log, newest first. `beforeSeq` continues where the page before ended. */
export async function logPage(page: { beforeSeq?: number; limit: number; holdId?: HoldId }): Promise<LogEntry[]> {
  const db = await database();
  const below = page.beforeSeq ?? Dexie.maxKey;
  const range =
    page.holdId === undefined
      ? db.log.where('seq').below(below)
      : db.log.where('[holdId+seq]').between([page.holdId, Dexie.minKey], [page.holdId, below], true, false);
  return range.reverse().limit(page.limit).toArray();
}

/** The whole log, oldest first, in batches: for export and verification. */
export async function* allLog(): AsyncIterable<LogEntry> {
  const db = await database();
  let after = 0;
  for (;;) {
    const batch = await db.log.where('seq').above(after).limit(BATCH).toArray();
    yield* batch;
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return;
    after = last.seq;
  }
}

/** Public half of this device's log key, base64url: an export carries it so that anybody can verify. */
export async function logPublicKey(): Promise<string | null> {
  const row = await (await database()).meta.get('logKey');
  return row ? (row.value as { publicKey: string }).publicKey : null;
}

/** Number and hash of the newest entry the store claims to have; null before the first. */
export async function logHead(): Promise<LogHead | null> {
  const row = await (await database()).meta.get('logHead');
  return row ? (row.value as LogHead) : null;
}
