/** The toolbar icon: how many posts wait for the person at the keyboard, and where the gate is blind. */
import { browser } from '../../runtime/browser';
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

export function badgeTitle(waiting: number): string {
  if (waiting === 0) return 'Countersign';
  return waiting === 1 ? 'Countersign: 1 post waits for you' : `Countersign: ${waiting} posts wait for you`;
}

/** Nobody signed in yet: nothing waits for anybody in particular, so no number. */
export async function refreshBadge(desk: Desk): Promise<void> {
  const person = await atKeyboard(desk);
  const { waiting, overdue } = person ? await counts(person.id, desk.now()) : { waiting: 0, overdue: 0 };
  await paint(badgeText(waiting), overdue > 0 ? 'overdue' : 'waiting');
  await browser.action.setTitle({ title: badgeTitle(waiting) });
}

/** A question mark on a covered tab whose composer was not recognised (HOUSE promise 9); gone with the next page. */
export async function markTab(tabId: number, blind: boolean): Promise<void> {
  try {
    if (blind) await paint('?', 'blind', tabId);
    else await browser.action.setBadgeText({ text: null, tabId });
  } catch {
    // The tab is gone; so is its badge.
  }
}
