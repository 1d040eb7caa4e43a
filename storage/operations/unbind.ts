/** Tabs that are gone show nothing. Their holds keep the address, so that Mine can open the page again. */
import type { HoldId } from '../../review/model';
import { commit } from '../commit';
import type { Desk } from '../desk';
import { readHold } from '../read-rows';

export const NO_TAB = -1;

/**
 * Forgets one closed tab, or with null every tab of an earlier run of the browser, whose numbers mean nothing now.
 * While a release is going on the binding stays: only the tab that started it may report (RL2).
 * @returns the holds that are shown nowhere any more.
 */
export async function unbindTab(desk: Desk, tabId: number | null): Promise<HoldId[]> {
  const tabs = desk.db.holds.where('binding.tabId');
  const shown = await (tabId === null ? tabs.aboveOrEqual(0) : tabs.equals(tabId)).filter(({ shelf, publication }) => shelf === 'open' && publication !== 'releasing').primaryKeys();
  for (const holdId of shown) {
    await commit<null>(desk, async () => {
      const hold = await readHold(desk.db, holdId);
      const binding = hold?.binding;
      if (!binding || hold.publication === 'releasing' || (tabId !== null && binding.tabId !== tabId)) return { ok: true, value: null, writes: {}, entries: [] };
      const row = { ...hold, binding: { ...binding, tabId: NO_TAB }, version: hold.version + 1 };
      return { ok: true, value: null, writes: { holds: [{ row, was: hold.version }] }, entries: [] };
    });
  }
  return shown;
}
