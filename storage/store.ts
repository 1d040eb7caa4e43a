/**
 * Opens the store for the background and finds out whether it is the one we left: a wiped or
 * rolled-back database is logged as `store.reset` and keeps everything held (guard.md §4.1).
 */
import { commit } from './commit';
import { database } from './db';
import type { CountersignDb } from './db';
import type { Desk } from './desk';
import { storageFault } from './faults';
import { makeLogKey } from './log-key';
import { readMeta, writeMeta } from './meta';
import { SCHEMA_VERSION } from './migrations';
import { readMirror } from './mirror';
import type { Mirror } from './mirror';
import { checkAllRows } from './row-check';
import type { LogHead, LogKey } from './rows';
import { expireAllGrants } from './operations/expire-grants';

export type DeskTools = Pick<Desk, 'now' | 'newId' | 'verifies'>;

/** Makes the log key and the epoch of a new store, exactly once even when two contexts try. */
async function identifyStore(db: CountersignDb, tools: DeskTools): Promise<{ logKey: LogKey; epoch: string }> {
  const known = { logKey: await readMeta(db, 'logKey'), epoch: await readMeta(db, 'epoch') };
  if (known.logKey && known.epoch) return { logKey: known.logKey, epoch: known.epoch };
  const made = { logKey: await makeLogKey(), epoch: tools.newId() };
  return db.transaction('rw', db.meta, async () => {
    const logKey = await readMeta(db, 'logKey');
    const epoch = await readMeta(db, 'epoch');
    if (logKey && epoch) return { logKey, epoch };
    await writeMeta(db, 'logKey', made.logKey);
    await writeMeta(db, 'epoch', made.epoch);
    return made;
  });
}

/** The head the mirror remembers and the store does not have; null when they agree. */
async function lostHead(db: CountersignDb, epoch: string, mirror: Mirror | null): Promise<LogHead | null> {
  if (!mirror || mirror.head.seq === 0) return null;
  if (mirror.epoch !== epoch) return mirror.head;
  return (await db.log.get(mirror.head.seq))?.hash === mirror.head.hash ? null : mirror.head;
}

/** First entry of a new store, or the entry that says what was lost. */
async function noteOpening(desk: Desk, lost: LogHead | null, wiped: Mirror | null): Promise<void> {
  await commit<null>(desk, async ({ head }) => {
    if (!lost && head.seq > 0) return { ok: true, value: null, writes: {}, entries: [] };
    const body = { epoch: desk.epoch, logKey: desk.logKey.publicKey, ...(lost ? { lost, wiped: wiped !== null } : {}) };
    // The sites stay covered: whoever wiped the store must not have opened them by it.
    const writes = wiped ? { sites: wiped.sites, adapters: wiped.adapters } : {};
    return { ok: true, value: null, writes, entries: [{ type: lost ? 'store.reset' : 'store.opened', actor: 'device', holdId: null, body }] };
  });
}

/** Opens, checks and, when needed, marks the store. Throws a StorageFault when it cannot be used. */
export async function openStore(tools: DeskTools): Promise<Desk> {
  try {
    const db = await database();
    const desk: Desk = { ...tools, db, ...(await identifyStore(db, tools)), mirrored: null };
    const mirror = await readMirror();
    const lost = await lostHead(db, desk.epoch, mirror);
    if (lost && mirror) {
      const wiped = (await db.workspace.count()) === 0;
      // Kept before the mirror moves on: a wiped store of a workspace holds until it is set up again.
      if (wiped && mirror.setUp) await writeMeta(db, 'reset', { at: tools.now(), lost });
      if (!wiped) await expireAllGrants(desk, 'The store is older than the one this device remembers.');
      await noteOpening(desk, lost, wiped ? mirror : null);
    } else {
      await noteOpening(desk, null, null);
    }
    if ((await readMeta(db, 'checkedVersion')) !== SCHEMA_VERSION) await checkAllRows(db, SCHEMA_VERSION);
    return desk;
  } catch (error) {
    throw storageFault(error) ?? error;
  }
}

/** Set while this store replaces a lost one and nobody set it up again. */
export function resetState(desk: Desk) {
  return readMeta(desk.db, 'reset');
}
