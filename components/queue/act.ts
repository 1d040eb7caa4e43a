/** The one action at the end of an author's row, and the same actions on an author's own post. */
import type { StoredHold } from '../../storage/rows';
import { browser } from '../../runtime/browser';
import { ask } from '../../runtime/client';
import type { Answer } from '../../review/contract';
import { toast } from '../ui';
import { isPopup } from './open-page';
import type { MineStatus } from './mine';
import { openHold } from './nav';

/** Carries out what the row offers; says what happened, or why not. */
export async function actOn(hold: Pick<StoredHold, 'id' | 'receipt'>, status: Pick<MineStatus, 'action'>): Promise<void> {
  switch (status.action) {
    case 'open':
    case 'restore':
      return reopen(hold.id);
    case 'take-back':
      return tell(await ask('hold.recall', { holdId: hold.id }), 'Taken back.', 'The text stays in Mine.');
    case 'ask-again':
      return tell(await ask('hold.renew', { holdId: hold.id }), 'Asked again.', 'The same people were told.');
    case 'permalink':
      if (hold.receipt?.permalink) await browser.tabs.create({ url: hold.receipt.permalink });
      return;
    default:
      return openHold(hold.id);
  }
}

/** Brings the author's page back and puts the draft into its composer. */
export async function reopen(holdId: string): Promise<void> {
  const answer = await ask('hold.open', { holdId }, 20_000);
  if (!answer.ok) return tell(answer, '', '');
  if (isPopup()) window.close();
}

export function tell(answer: Answer<unknown>, done: string, detail: string): void {
  if (answer.ok) toast({ title: done, detail, tone: 'done' });
  else toast({ title: 'That did not work.', detail: answer.detail, tone: 'trouble' });
}
