/**
 * Runs the gate on covered sites and nowhere else. One registration per world with the union of all
 * patterns, so a host that two adapters share gets one gate.
 */
import { browser } from '../../runtime/browser';
import type { Desk } from '../../storage/desk';
import { coveredList, coveredPatterns } from './coverage';
import { learnCalls } from './protection/calls';

export const SCRIPTS = [
  { id: 'countersign-page', js: ['content-scripts/page.js'], world: 'MAIN' },
  { id: 'countersign-gate', js: ['content-scripts/gate.js'], world: 'ISOLATED' },
] as const;

let turn: Promise<unknown> = Promise.resolve();

/** Brings the browser's registrations in line with the covered sites. Runs one at a time. */
export function syncRegistrations(desk: Desk): Promise<void> {
  const next = turn.then(() => register(desk));
  turn = next.catch(() => null);
  return next;
}

async function register(desk: Desk): Promise<void> {
  learnCalls(await coveredList(desk));
  const matches = await coveredPatterns(desk);
  const known = new Set((await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id));
  if (matches.length === 0) {
    const ours = SCRIPTS.map(({ id }) => id).filter((id) => known.has(id));
    if (ours.length > 0) await browser.scripting.unregisterContentScripts({ ids: ours });
    return;
  }
  for (const { id, js, world } of SCRIPTS) {
    const script = { id, js: [...js], matches, runAt: 'document_start' as const, allFrames: true, matchOriginAsFallback: true, persistAcrossSessions: true, world };
    if (known.has(id)) await browser.scripting.updateContentScripts([script] as never);
    else await browser.scripting.registerContentScripts([script] as never);
  }
}

/** Puts the gate into one tab at once. null, or the browser's words why not. */
export async function tryInject(tabId: number): Promise<string | null> {
  try {
    for (const { js, world } of SCRIPTS) {
      await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [...js], world, injectImmediately: true } as never);
    }
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The scanner of own posts, once the page is done loading. A tab that refuses has nothing to scan. */
export async function injectPosts(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: ['content-scripts/posts.js'] });
  } catch {
    // Gone, or no page of the site any more.
  }
}

/** The same for those who only need to know whether it worked. A tab that refuses (error page, closed) is left to its next load. */
export async function injectInto(tabId: number): Promise<boolean> {
  return (await tryInject(tabId)) === null;
}

/** Tabs that were open before the site was covered, or before an update, get the gate now (guard.md §3.2). */
export async function injectIntoOpenTabs(patterns: string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: patterns });
  await Promise.all(tabs.map(({ id }) => (id === undefined ? null : injectInto(id))));
}

/** Hosts of a site's patterns, for its coverage rows. */
export function hostsOf(patterns: readonly string[]): string[] {
  return [...new Set(patterns.map((pattern) => /^[^:]+:\/\/([^/]+)\//.exec(pattern)?.[1] ?? pattern))];
}
