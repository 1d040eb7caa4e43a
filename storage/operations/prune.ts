import type { Desk } from '../desk';

/** Deletes thumbnails of finished holds. Drafts, grants, decisions and the log are never pruned. Returns how many went. */
export async function pruneMedia(desk: Desk): Promise<number> {
  const { db } = desk;
  return db.transaction('rw', db.media, db.holds, async () => {
    const keys = await db.media.toCollection().primaryKeys();
    const holds = await db.holds.bulkGet([...new Set(keys.map(([holdId]) => holdId))]);
    const finished = new Set(holds.filter((hold) => hold?.shelf === 'done').map((hold) => hold?.id));
    const gone = keys.filter(([holdId]) => finished.has(holdId));
    await db.media.bulkDelete(gone);
    return gone.length;
  });
}
