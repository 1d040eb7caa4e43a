/** Brings badges, log and open pages in line with what is covered now. Everything here is repeatable. */
import { remedyWords } from '../../../review/coverage/blind';
import { coverOf } from '../../../review/coverage/look';
import { browser } from '../../../runtime/browser';
import { readValue, writeValue } from '../../../storage/area';
import type { Desk } from '../../../storage/desk';
import { noteAccess } from '../../../storage/operations/sites';
import { siteKey } from '../../../storage/rows';
import { COVERAGE_TURN } from '../../../storage/session-store';
import { soon } from '../after';
import { markTab, noteBlindSites, refreshBadge } from '../badge';
import { coveredPatterns } from '../coverage';
import { syncLock } from '../lock/sync';
import { injectIntoOpenTabs, syncRegistrations } from '../registration';
import { collect, inTab } from './facts';
import type { Known } from './facts';
import { probe } from './probe';
import { knownTabs } from './tabs';

/** Sites without access when it was last looked at; kept across restarts, so that the log says it once. */
const WITHOUT_ACCESS = 'withoutAccess';
/** Tabs that show a question mark. */
const MARKED = 'markedTabs';

/** A page that opens speaks three or four times: one look serves them all. ms */
const QUIET_MS = 300;

/** Open pages of ours look again. */
const tellPages = (): Promise<void> => writeValue('session', COVERAGE_TURN, crypto.randomUUID());

const noteWords = ({ title, remedy }: { title: string; remedy: Parameters<typeof remedyWords>[0] }): string => `${title} ${remedyWords(remedy)}`.trim();

/** Most pages open without any news. */
const writeList = async (area: 'local' | 'session', name: string, before: readonly unknown[], now: readonly unknown[]): Promise<void> => {
  if (now.join() !== before.join()) await writeValue(area, name, now);
};

/** Each known tab shows "?" while a layer it needs is missing there (HOUSE promise 9). */
async function markTabs(known: readonly Known[]): Promise<void> {
  const tabs = await knownTabs();
  const before = (await readValue<number[]>('session', MARKED)) ?? [];
  const words = new Map<number, string>();
  for (const each of known) {
    for (const tab of tabs.filter(({ tabId }) => each.facts.tabs.some((one) => one.tabId === tabId))) {
      const { blind } = coverOf(each.site.platform, inTab(each, tab, tab.host));
      if (blind && !words.has(tab.tabId)) words.set(tab.tabId, noteWords(blind));
    }
  }
  for (const tabId of before) if (!words.has(tabId)) await markTab(tabId, null);
  // Painted anew each time: the browser wipes it when the tab loads.
  for (const [tabId, said] of words) await markTab(tabId, said);
  await writeList('session', MARKED, before, [...words.keys()]);
}

async function noteSites(desk: Desk, known: readonly Known[]): Promise<void> {
  const shut = known.filter(({ facts }) => facts.given.length === 0);
  const before = (await readValue<string[]>('local', WITHOUT_ACCESS)) ?? [];
  const now = shut.map(({ site }) => siteKey(site.platform, site.host));
  for (const { site } of known) {
    const key = siteKey(site.platform, site.host);
    if (now.includes(key) !== before.includes(key)) await noteAccess(desk, site, now.includes(key));
  }
  await writeList('local', WITHOUT_ACCESS, before, now);
  await noteBlindSites(shut.map(({ site, facts }) => noteWords(coverOf(site.platform, facts).blind ?? { title: facts.title, remedy: 'access' })));
}

let turn: Promise<unknown> = Promise.resolve();

async function refresh(desk: Desk, news: boolean): Promise<void> {
  const known = await collect(desk);
  await noteSites(desk, known);
  await markTabs(known);
  await refreshBadge(desk);
  if (news) await tellPages();
}

/** After anything that may have moved a layer. One at a time, so that the log says a loss once. */
export function refreshCoverage(desk: Desk, news = true): Promise<void> {
  const next = turn.then(() => refresh(desk, news));
  turn = next.catch(() => null);
  return next;
}

/** Sites were switched on or off: their tabs say so at once. */
export async function renewCoverage(desk: Desk): Promise<void> {
  await probeAll(desk);
  await refreshCoverage(desk);
}

/** Asks every open tab of covered sites. */
export async function probeAll(desk: Desk): Promise<boolean> {
  const url = await coveredPatterns(desk);
  const open = url.length > 0 ? (await browser.tabs.query({ url })).map(({ id }) => id) : [];
  const all = new Set([...open, ...(await knownTabs()).map(({ tabId }) => tabId)]);
  const news = await Promise.all([...all].map((id) => (id === undefined ? false : probe(desk, id))));
  return news.includes(true);
}

let newsWaiting = false;

/** One tab loaded, came to the front, or spoke. What follows for badges and pages waits until the page has loaded. */
export async function lookAt(desk: Desk, tabId: number): Promise<void> {
  const was = (await knownTabs()).some((tab) => tab.tabId === tabId);
  const news = await probe(desk, tabId);
  const is = (await knownTabs()).some((tab) => tab.tabId === tabId);
  if (!was && !is) return;
  newsWaiting ||= news;
  soon('coverage', QUIET_MS, async () => {
    const told = newsWaiting;
    newsWaiting = false;
    await refreshCoverage(desk, told);
  });
}

/** The person or an administrator changed what the browser lets us do. */
export async function onAccess(desk: Desk, given: readonly string[] = []): Promise<void> {
  await Promise.all([syncLock(desk), syncRegistrations(desk)]);
  if (given.length > 0) await injectIntoOpenTabs(await coveredPatterns(desk));
  await renewCoverage(desk);
}
