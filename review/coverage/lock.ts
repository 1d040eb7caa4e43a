/** Lock: the browser's own rules, which stop a publish request whatever made it. They need no permission and no page of ours. */
import { off, on, part, unused } from './cell';
import type { Cell } from './cell';
import type { SiteFacts } from './facts';
import { callWords, itsCalls, reasonWords } from './words';

export function lockCell({ lock, calls }: SiteFacts): Cell {
  if (calls.requests + calls.sockets + calls.forms === 0) return unused('No publishing call of this site is known, so there is none to lock.');
  const why = reasonWords(lock.unlocked.map((each) => each.why));
  if (lock.locked.length === 0) return part(`${itsCalls(lock.unlocked.length)} not locked. ${why}`);
  if (!lock.set) return off(`${lock.trouble ?? 'The rules are not set in this browser.'} Switch the site off and on again.`, 'again');
  if (lock.unlocked.length > 0) return part(`${callWords(lock.locked.length)} locked, ${lock.unlocked.length} not. ${why}`);
  return on(`${itsCalls(lock.locked.length)} locked in the browser, in every tab and worker.`);
}
