/** A desktop note about an incident: which site and account, never any text. A later one of the same kind replaces it. */
import { platformTitle } from '../platform-title';
import type { Incident } from '../../../review/model';
import type { Desk } from '../../../storage/desk';
import { readHold } from '../../../storage/read-rows';
import { browser } from '../../../runtime/browser';

export const INCIDENT_NOTE = 'countersign.incident.';

const TITLE: Record<Incident['kind'], string> = {
  mismatch: 'A post differs from what was approved',
  blocked: 'A post was stopped on its way out',
  unmatched: 'A post went out that nobody countersigned',
};

/** Both people see it on this machine: the note here, the popup, the panel by the composer and the post's history. */
export async function tellPeople(desk: Desk, { kind, platform, holdId }: Pick<Incident, 'kind' | 'platform' | 'holdId'>): Promise<void> {
  const hold = holdId === null ? null : await readHold(desk.db, holdId);
  const where = await platformTitle(desk, platform);
  await browser.notifications.create(INCIDENT_NOTE + kind, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icons/icon-128.png'),
    title: TITLE[kind],
    message: `${where}${hold ? `, ${hold.summary.handle}` : ''}. Open Countersign to see what happened.`,
  });
}
