/** Holds that matter to each other: rivals for one place (QU7), and an earlier rejection of much the same post (QU3). */
import type { Hold } from './model';
import { isOpen, isUnsent } from './state';

type Place = Pick<Hold, 'id' | 'platform' | 'targetKey'>;

/** QU7: unfinished holds that answer the same thing. Posts on an own timeline never compete. */
export function competingHolds<H extends Hold>(place: Place, holds: readonly H[]): H[] {
  if (place.targetKey === '') return [];
  return holds.filter((hold) => hold.id !== place.id && hold.platform === place.platform && hold.targetKey === place.targetKey && isOpen(hold) && isUnsent(hold));
}

function wordsOf(text: string): Set<string> {
  return new Set(text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Share of words two texts have in common, 0 to 1 (Jaccard). */
export function likeness(a: string, b: string): number {
  const left = wordsOf(a);
  const right = wordsOf(b);
  const shared = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** QU3: the newest rejected hold to the same place whose text is much the same (half of the words or more). */
export function earlierRejection<R extends { hold: Hold; text: string }>(hold: Hold, text: string, rejected: readonly R[]): R | null {
  return rejected
    .filter((item) => item.hold.id !== hold.id && item.hold.workflow === 'rejected' && item.hold.platform === hold.platform
      && item.hold.accountKey === hold.accountKey && item.hold.targetKey === hold.targetKey && likeness(item.text, text) >= 0.5)
    .sort((a, b) => b.hold.updatedAt - a.hold.updatedAt)[0] ?? null;
}
