/** Search over what a row shows. Pure. */
import type { StoredHold } from '../../storage/rows';
import { platformName } from './words';

/** Every word of the query must occur somewhere in the row; order does not matter. */
export function matches(hold: StoredHold, query: string, nameOf: (id: string) => string): boolean {
  const words = fold(query).split(' ').filter(Boolean);
  if (words.length === 0) return true;
  const row = fold([platformName(hold.platform), hold.summary.handle, hold.accountKey, hold.surface, hold.summary.targetLabel, hold.excerpt, hold.summary.worstReason, nameOf(hold.authorId)].join(' '));
  return words.every((word) => row.includes(word));
}

/** Case and accents do not count. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
