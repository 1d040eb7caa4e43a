/** What is known about the gate of each open tab on a covered site. In session storage: tabs end with the browser, the worker before. */
import { canonicalJson } from '../../../review/canonical';
import type { TabFacts } from '../../../review/coverage/facts';
import { readValue, writeValue } from '../../../storage/area';

const TABS = 'gates';
type Gates = Record<string, TabFacts>;
let turn: Promise<unknown> = Promise.resolve();
/** Nobody else writes them, so a worker reads them once. */
let read: Promise<Gates> | null = null;

const gatesNow = (): Promise<Gates> => (read ??= readValue<Gates>('session', TABS).then((kept) => kept ?? {}));

export async function knownTabs(): Promise<TabFacts[]> {
  await turn;
  return Object.values(await gatesNow());
}

/** Read-modify-write, one at a time: several tabs may be asked at once. Resolves to whether anything was new. */
function change(edit: (gates: Gates) => Gates): Promise<boolean> {
  const next = turn.then(async () => {
    const before = await gatesNow();
    const after = edit(before);
    // The browser hands kept objects back with their keys in an order of its own.
    if (canonicalJson(after) === canonicalJson(before)) return false;
    await writeValue('session', TABS, after);
    read = Promise.resolve(after);
    return true;
  });
  turn = next.catch(() => null);
  return next;
}

export const noteTab = (facts: TabFacts): Promise<boolean> => change((gates) => ({ ...gates, [facts.tabId]: facts }));
export const dropTab = (tabId: number): Promise<boolean> => change(({ [tabId]: _gone, ...rest }) => rest);
