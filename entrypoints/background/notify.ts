/** One quiet note per new hold, to those who can decide here, never to its author and never with its text. */
import { browser } from '../../runtime/browser';
import { readHold, readMembers } from '../../storage/read-rows';
import type { HoldId } from '../../review/model';
import type { Desk } from '../../storage/desk';

export const WAITING_NOTE = 'countersign.waiting';

/** "Ben", "Ben or Chi", "Ben, Chi or Dee". */
export function anyOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

/** Names only people whose keys are in this browser; a later note replaces an earlier one. */
export async function notifyWaiting(desk: Desk, holdId: HoldId): Promise<void> {
  const hold = await readHold(desk.db, holdId);
  if (!hold) return;
  const here = new Set((await desk.db.vaults.toCollection().primaryKeys()).filter((id) => id !== hold.authorId));
  const members = await readMembers(desk.db);
  const waiting = members.filter(({ id }) => here.has(id) && hold.queueKeys.some((key) => key.startsWith(`${id}|`)));
  if (waiting.length === 0) return;
  const author = members.find(({ id }) => id === hold.authorId)?.name ?? 'Somebody';
  await browser.notifications.create(WAITING_NOTE, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icons/icon-128.png'),
    title: `A post waits for ${anyOf(waiting.map(({ name }) => name))}`,
    message: `${author} wants to post as ${hold.summary.handle}.`,
  });
}

/** Opens the queue: the popup where the browser allows it, else a small window. */
export async function openQueue(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await browser.windows.create({ url: browser.runtime.getURL('popup.html'), type: 'popup', width: 416, height: 640 });
  }
}
