/** Witness and read-back: what is known about a post once it has left. */
import { off, on, part, unused } from './cell';
import type { Cell } from './cell';
import type { SiteFacts } from './facts';
import { callWords, hostWords } from './words';

export function witnessCell({ calls, given, missing, witness }: SiteFacts): Cell {
  const all = calls.requests + calls.sockets + calls.forms;
  if (all === 0) return unused('No publishing call of this site is known, so there is nothing to compare.');
  if (!witness) return off('The network witness does not listen. Restart the browser.');
  if (given.length === 0) return off(`Without access to ${hostWords(missing)} the browser does not show what leaves. Give access back.`, 'access');
  if (calls.unreadable.length >= all) return { ...off('Its publishing calls cannot be read, so every receipt says unverified.'), used: false };
  if (calls.unreadable.length > 0) return part(`${callWords(calls.unreadable.length)} cannot be read (${calls.unreadable.join(', ')}). Those receipts say unverified.`);
  if (missing.length > 0) return part(`Not on ${hostWords(missing)}: the browser does not show what leaves there. Give access back.`, 'access');
  return on('What leaves is compared with what was approved.');
}

export function readBackCell({ calls, given, missing }: SiteFacts): Cell {
  if (calls.readBack === null) return unused('The site does not say where a new post is, so a receipt ends with “sent”.');
  if (given.length === 0) return off(`Without access to ${hostWords(missing)} nobody sees the new post. Give access back.`, 'access');
  if (calls.readBack === 'notice') return part('The site says that a post is out, and not where.');
  return on('The new post’s address is read and kept with the receipt.');
}
