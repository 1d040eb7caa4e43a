/**
 * The store, opened once per worker life. Opening includes the boot sweep, so nothing is answered before
 * what a dead worker left behind has a name (HOUSE, release step 6). A failed opening is tried again.
 */
import { verifyDecision } from '../../identity/decide';
import { settleClock } from '../../storage/operations/clock';
import { readValue, writeValue } from '../../storage/area';
import { abandonReleases } from '../../storage/operations/abandon';
import { sweep } from '../../storage/operations/sweep';
import { unbindTab } from '../../storage/operations/unbind';
import { openStore } from '../../storage/store';
import type { Desk } from '../../storage/desk';
import { afterChange } from './after';
import { bootSweep } from './lock/sweep';

let opening: Promise<Desk> | null = null;

/** 128 bit, lower-case hex. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Session storage ends with the browser, and so do the numbers of its tabs. */
const TABS_KNOWN = 'tabsKnown';

async function forgetOldTabs(desk: Desk): Promise<void> {
  if (await readValue<boolean>('session', TABS_KNOWN)) return;
  // Every page of the earlier run is gone, so no release of it can be reported any more.
  await abandonReleases(desk, null);
  await unbindTab(desk, null);
  await writeValue('session', TABS_KNOWN, true);
}

async function open(): Promise<Desk> {
  // Whatever a dead worker left open is shut before it is named (HOUSE, release step 6). A browser that cannot do it
  // now is asked again before a window opens; until then every block stands.
  await bootSweep().catch((error: unknown) => console.error('Countersign: left-over allow rules were not removed.', error));
  const desk = await openStore({ now: () => Date.now(), newId, verifies: verifyDecision });
  desk.db.on('close', forgetDesk);
  await settleClock(desk);
  await forgetOldTabs(desk);
  afterChange(desk, await sweep(desk));
  return desk;
}

/** The opened store. Throws a StorageFault while it cannot be opened; the next call tries again. */
export function readyDesk(): Promise<Desk> {
  if (!opening) {
    const mine = open();
    opening = mine;
    mine.catch(() => {
      if (opening === mine) opening = null;
    });
  }
  return opening;
}

/** The next call opens the store anew. */
export function forgetDesk(): void {
  opening = null;
}
