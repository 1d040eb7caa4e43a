/** The toolbar icon: how many posts wait for the person at the keyboard, and where the gate is blind. */
import { browser } from '../../runtime/browser';
import { readValue, writeValue } from '../../storage/area';
import { counts } from '../../storage/queries/holds';
import type { Desk } from '../../storage/desk';
import { atKeyboard } from './people';

const COLOURS = { waiting: '#E8F0FC', overdue: '#EBCF85', blind: '#A3231B' };
const INK = { waiting: '#194F9F', overdue: '#6B4E00', blind: '#FFFFFF' };

async function paint(text: string, tone: keyof typeof COLOURS, tabId?: number): Promise<void> {
  const where = tabId === undefined ? {} : { tabId };
  await browser.action.setBadgeText({ text, ...where });
  await browser.action.setBadgeBackgroundColor({ color: COLOURS[tone], ...where });
  await (browser.action as unknown as { setBadgeTextColor?: (details: { color: string; tabId?: number }) => Promise<void> }).setBadgeTextColor?.({ color: INK[tone], ...where });
}

export function badgeText(waiting: number): string {
  if (waiting === 0) return '';
  return waiting > 99 ? '99+' : String(waiting);
}

/** `blind`: what is not covered at this moment, as sentences; it comes first. */
export function badgeTitle(waiting: number, blind: readonly string[] = []): string {
  const posts = waiting === 0 ? '' : waiting === 1 ? '1 post waits for you' : `${waiting} posts wait for you`;
  const words = [...blind, posts].filter(Boolean).join('\n');
  return words === '' ? 'Countersign' : `Countersign: ${words}`;
}

/** Sites without access: the browser does not say which tabs are theirs, so every tab shows it. */
const BLIND_SITES = 'blindSites';
export const noteBlindSites = (words: readonly string[]): Promise<void> => writeValue('session', BLIND_SITES, words);

/** Nobody signed in yet: nothing waits for anybody in particular, so no number. */
export async function refreshBadge(desk: Desk): Promise<void> {
  const person = await atKeyboard(desk);
  const { waiting, overdue } = person ? await counts(person.id, desk.now()) : { waiting: 0, overdue: 0 };
  const blind = (await readValue<string[]>('session', BLIND_SITES)) ?? [];
  await (blind.length > 0 ? paint('?', 'blind') : paint(badgeText(waiting), overdue > 0 ? 'overdue' : 'waiting'));
  await browser.action.setTitle({ title: badgeTitle(waiting, blind) });
}

/** A question mark on a tab where a layer is missing, with the words in its title; null takes both away. The browser forgets them with the next page. */
export async function markTab(tabId: number, words: string | null): Promise<void> {
  try {
    if (words === null) {
      await browser.action.setBadgeText({ text: null, tabId });
      await browser.action.setTitle({ title: import.meta.env.FIREFOX ? null : 'Countersign', tabId });
      return;
    }
    await paint('?', 'blind', tabId);
    await browser.action.setTitle({ title: badgeTitle(0, [words]), tabId });
  } catch {
    // The tab is gone; so is its badge.
  }
}
