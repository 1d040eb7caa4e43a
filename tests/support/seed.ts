/** A full house for benches: copies of one real hold and of one real log entry. Never used to prove behaviour. */
import type { Page } from '@playwright/test';

/** @param page any page of the extension. Writes past the product on purpose: it only has to be many rows. */
export async function seedRows(page: Page, holds: number, entries: number): Promise<void> {
  await page.evaluate(async ([wantedHolds, wantedEntries]) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('countersign');
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(new Error(String(opening.error))));
    });
    const all = async (name: string): Promise<Record<string, unknown>[]> => await new Promise((resolve) => {
      const request = db.transaction(name).objectStore(name).getAll();
      request.addEventListener('success', () => resolve(request.result as Record<string, unknown>[]));
    });
    const [hold, revision, entry] = [(await all('holds'))[0], (await all('revisions'))[0], (await all('log')).at(-1)];
    if (!hold || !revision || !entry) throw new Error('There is nothing to copy yet.');
    const write = db.transaction(['holds', 'revisions', 'log'], 'readwrite');
    for (let index = 0; index < wantedHolds; index += 1) {
      const id = `copy-${index}`;
      const createdAt = Number(hold['createdAt']) - index * 1_000;
      const keys = (hold['queueKeys'] as string[]).map((key) => key.replace(/\d{15}$/, String(createdAt).padStart(15, '0')));
      write.objectStore('holds').put({ ...hold, id, createdAt, queueKeys: keys });
      write.objectStore('revisions').put({ ...revision, holdId: id });
    }
    for (let index = 1; index <= wantedEntries; index += 1) write.objectStore('log').put({ ...entry, seq: Number(entry['seq']) + index });
    await new Promise<void>((resolve, reject) => {
      write.addEventListener('complete', () => resolve());
      write.addEventListener('error', () => reject(new Error(String(write.error))));
    });
    db.close();
  }, [holds, entries] as const);
}
