/**
 * Asks the gate of one tab whether it is there, and brings it in when nobody answers: a tab that predates the
 * extension, or whose script was lost in an update (guard.md §3.2). Tabs elsewhere are never asked.
 */
import * as z from 'zod/mini';
import type { AliveReply } from '../../../review/contract';
import type { TabFacts } from '../../../review/coverage/facts';
import { browser } from '../../../runtime/browser';
import type { Tabs } from '../../../runtime/browser';
import type { Desk } from '../../../storage/desk';
import { coveredAt, grantedPatterns } from '../coverage';
import { patternCovers } from '../match-pattern';
import { tryInject } from '../registration';
import { dropTab, noteTab } from './tabs';

const aliveReply = z.object({ page: z.boolean(), late: z.boolean(), state: z.enum(['live', 'unrecognised', 'unknown-account', '']) });
/** A frozen tab answers when it thaws; until then it can send nothing either. */
const PATIENCE_MS = 1_500;
/** Pages of the browser itself at the site's address: nothing can be posted from them, and nobody may run there. */
const NO_PAGE = /error page|chrome-error|no (tab|frame) |frame .* was removed|tab was closed|invalid tab/i;
const KEPT_OUT = /polic|cannot be scripted|cannot access contents|missing host permission/i;

type Heard = AliveReply | 'nobody' | 'no news';

async function alive(tabId: number): Promise<Heard> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<Heard>((resolve) => { timer = setTimeout(() => resolve('no news'), PATIENCE_MS); });
  const asked = browser.tabs.sendMessage(tabId, { kind: 'alive' }, { frameId: 0 }).then(
    (reply): Heard => {
      const parsed = aliveReply.safeParse(reply);
      return parsed.success ? parsed.data : 'nobody';
    },
    (): Heard => 'nobody',
  );
  try {
    return await Promise.race([asked, silence]);
  } finally {
    clearTimeout(timer);
  }
}

async function tabAt(tabId: number): Promise<Tabs.Tab | null> {
  try {
    return await browser.tabs.get(tabId);
  } catch {
    return null;
  }
}

/** Resolves to whether what is known about this tab changed. */
export async function probe(desk: Desk, tabId: number): Promise<boolean> {
  const tab = await tabAt(tabId);
  if (!tab) return dropTab(tabId);
  // Without access the browser keeps the address to itself; what was known stays until the tab loads anew.
  if (!tab.url || tab.discarded || tab.status === 'unloaded') return false;
  const { origin, host } = new URL(tab.url);
  const sites = await coveredAt(desk, origin);
  if (sites.length === 0) return dropTab(tabId);
  const note = (gate: TabFacts['gate'], heard?: AliveReply) =>
    noteTab({ tabId, host, gate, page: heard?.page ?? false, late: heard?.late ?? false, composer: heard?.state ?? '' });
  let heard = await alive(tabId);
  if (heard === 'nobody' && tab.status === 'loading') return false;
  const given = await grantedPatterns(sites.flatMap(({ patterns }) => patterns).filter((pattern) => patternCovers(pattern, origin)));
  if (heard === 'nobody' && given.length > 0) {
    const refusal = await tryInject(tabId);
    if (refusal !== null && NO_PAGE.test(refusal)) return dropTab(tabId);
    if (refusal !== null && KEPT_OUT.test(refusal)) return note('blocked');
    heard = refusal === null ? await alive(tabId) : 'nobody';
  }
  if (heard === 'no news') return false;
  return heard === 'nobody' ? note('silent') : note('live', heard);
}
