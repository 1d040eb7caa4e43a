/** Releases whose page is gone: nobody is left who could say what happened, so a person is asked at once (RL2). */
import type { Binding, HoldId } from '../../review/model';
import type { Desk } from '../desk';
import { stepHold } from './step';
import type { Judge } from './step';

const GONE = 'The page went away before it could say what the site answered.';

function abandoned(gone: (binding: Binding) => boolean): Judge {
  return ({ hold }, { head }) => {
    if (hold.publication !== 'releasing' || !hold.binding || !gone(hold.binding)) return { already: true };
    return {
      event: { type: 'outcome', status: 'unknown', permalink: null, detail: GONE, seq: head.seq + 1 },
      entry: { type: 'release.unknown', actor: 'device', body: { why: 'the page is gone', grantId: hold.grantId } },
    };
  };
}

/**
 * Moves every release of this tab, or with null of every tab, whose document is gone to `unknown`. Later evidence
 * may still improve it (RL3). The deadline stays as the net under what nobody noticed.
 * @param gone whether the document behind this binding is gone.
 * @returns the holds that changed.
 */
export async function abandonReleases(desk: Desk, tabId: number | null, gone: (binding: Binding) => boolean = () => true): Promise<HoldId[]> {
  const tabs = desk.db.holds.where('binding.tabId');
  const open = (await (tabId === null ? tabs.aboveOrEqual(0) : tabs.equals(tabId)).filter(({ publication, binding }) => publication === 'releasing' && binding !== null && gone(binding)).toArray());
  const changed: HoldId[] = [];
  for (const { id } of open) {
    const moved = await stepHold(desk, id, abandoned(gone));
    if (moved.ok && moved.value.publication === 'unknown') changed.push(id);
  }
  return changed;
}
