/** When a tab or a site must show "?": a layer it needs is missing. And the words for it. Pure. */
import type { Remedy } from './cell';
import type { SiteFacts } from './facts';
import type { CoverRow, LayerId } from './row';

export interface Blind {
  layer: LayerId;
  /** What is missing, short enough for a title. */
  title: string;
  /** What that means for posts there, then why and what to do. */
  detail: string;
  remedy: Remedy | null;
}

const SHORT: Record<Remedy, string> = {
  reload: 'Reload this tab.', access: 'Give access back.', teach: 'Teach this site.', admin: 'Ask the administrator.', again: 'Switch the site off and on again.', open: 'Open a page of it.',
};
/** What to do, in a few words; '' when nothing can be done here. */
export const remedyWords = (remedy: Remedy | null): string => (remedy ? SHORT[remedy] : '');

/** What becomes of a post while intent is missing depends on the lock, and must not be softened or dramatised. */
function meaning({ lock }: SiteFacts, row: CoverRow): string {
  if (row.lock.state === 'on') return 'Nothing is held, and the lock still stops what is sent.';
  return row.lock.state === 'part' && lock.locked.length > 0 ? 'Nothing is held, and the lock stops only part of what is sent.' : 'Posts go out without review.';
}

const INTENT: Record<Remedy, string> = {
  access: 'access was withdrawn', admin: 'an administrator keeps Countersign out', again: 'the gate does not start', reload: 'the gate is not running in a tab', teach: 'the composer was not recognised', open: 'not seen yet',
};

/**
 * null while every layer that is needed stands. A page that was open before us counts as covered when the lock stops
 * every call of the site: what its scripts kept from before cannot get out either.
 */
export function blindOf(facts: SiteFacts, row: CoverRow): Blind | null {
  const { title } = facts;
  const { intent, lock, oneShot, witness } = row;
  if (intent.state === 'off') return { layer: 'intent', title: `${title}: ${INTENT[intent.remedy ?? 'reload']}.`, detail: `${meaning(facts, row)} ${intent.why}`, remedy: intent.remedy };
  if (intent.state === 'part' && intent.remedy === 'access') return { layer: 'intent', title: `${title}: access is missing in part.`, detail: intent.why, remedy: 'access' };
  if (lock.state === 'off' && lock.used) return { layer: 'lock', title: `${title}: the lock is open.`, detail: lock.why, remedy: lock.remedy };
  const open = lock.state !== 'on';
  if (oneShot.state === 'off' && oneShot.used) return { layer: 'oneShot', title: `${title}: the page’s calls are not watched.`, detail: oneShot.why, remedy: oneShot.remedy };
  if (oneShot.state === 'part' && open) return { layer: 'oneShot', title: `${title}: a tab was open before Countersign.`, detail: oneShot.why, remedy: oneShot.remedy };
  if (witness.state === 'off' && witness.used) return { layer: 'witness', title: `${title}: what leaves is not compared.`, detail: witness.why, remedy: witness.remedy };
  return null;
}
