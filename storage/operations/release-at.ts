/** Which release a request belongs to. */
import { Dexie } from 'dexie';
import type { Desk } from '../desk';
import type { StoredHold } from '../rows';

/** The browser stamps a request a moment before or after our own clock. */
const TICK_MS = 50;

export interface RequestPlace {
  /** -1: a worker of the site, which has no tab. */
  tabId: number;
  /** Origin that asked; only used when there is no tab. */
  origin: string | null;
  platforms: readonly string[];
  /** When the request started, Unix ms. */
  at: number;
}

async function candidates({ db }: Desk, { tabId, origin, at }: RequestPlace): Promise<StoredHold[]> {
  if (tabId >= 0) return db.holds.where('binding.tabId').equals(tabId).toArray();
  const since = (shelf: 'open' | 'done') => db.holds.where('[shelf+updatedAt]').between([shelf, at - 120_000], [shelf, Dexie.maxKey]).toArray();
  const recent = [...(await since('open')), ...(await since('done'))];
  return recent.filter(({ binding }) => binding !== null && origin !== null && URL.canParse(binding.url) && new URL(binding.url).origin === origin);
}

/** The hold that was being released when the request started, whatever became of it since; null when there was none. */
export async function releaseAt(desk: Desk, place: RequestPlace): Promise<StoredHold | null> {
  for (const hold of await candidates(desk, place)) {
    if (!hold.grantId || !place.platforms.includes(hold.platform)) continue;
    if (hold.publication !== 'releasing' && (!hold.receipt || hold.receipt.at < place.at)) continue;
    const grant = await desk.db.grants.get(hold.grantId);
    if (grant?.consumedAt !== null && grant !== undefined && grant.consumedAt <= place.at + TICK_MS) return hold;
  }
  return null;
}
