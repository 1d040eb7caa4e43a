/** Ranges over holds that the background asks for on behalf of a page. */
import { Dexie } from 'dexie';
import type { HoldId, MemberId } from '../../review/model';
import { database } from '../db';
import type { StoredHold } from '../rows';

const LOOK_BACK = 60;
/** Of one person's open holds, how many are looked through for one page. */
const OWN_LOOK_BACK = 200;

/** Texts that this account posted lately through this browser, newest first. `accountKey` as review/names makes it. */
export async function recentTexts(platform: string, accountKey: string, limit: number): Promise<string[]> {
  const db = await database();
  const done = await db.holds.where('[shelf+updatedAt]').between(['done', Dexie.minKey], ['done', Dexie.maxKey]).reverse().limit(LOOK_BACK).toArray();
  const posted = done.filter((hold) => hold.platform === platform && hold.accountKey === accountKey && (hold.publication === 'sent' || hold.publication === 'verified'));
  const rows = await db.revisions.bulkGet(posted.slice(0, limit).map(({ id, revision }): [string, number] => [id, revision]));
  return rows.flatMap((row) => (row ? [row.manifest.text] : []));
}

/** Open holds that this tab shows, then this person's own, newest first; `here` says whether one belongs to the page. */
export async function holdsOfPage(tabId: number, memberId: MemberId | null, here: (hold: StoredHold) => boolean, limit: number): Promise<HoldId[]> {
  const db = await database();
  const shown = await db.holds.where('binding.tabId').equals(tabId).filter((hold) => hold.shelf === 'open' && here(hold)).limit(limit).toArray();
  const range = [[memberId ?? '', 'open', Dexie.minKey], [memberId ?? '', 'open', Dexie.maxKey]] as const;
  const own = await db.holds.where('[authorId+shelf+updatedAt]').between(...range).reverse().limit(OWN_LOOK_BACK).toArray();
  return [...new Set([...shown, ...own.filter(here)].map(({ id }) => id))].slice(0, limit);
}
