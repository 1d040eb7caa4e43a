/** A row in a few words, for places without room for sentences. */
import type { Cell } from './cell';
import { LAYERS } from './row';
import type { CoverLevel, CoverRow } from './row';

/** The one word beside the shape. A layer the site has no use for is not "down". */
export type CellWord = 'Live' | 'Partly' | 'Down' | 'Unseen' | 'Not used';

export function cellWord({ state, used }: Cell): CellWord {
  if (state === 'off') return used ? 'Down' : 'Not used';
  return state === 'on' ? 'Live' : state === 'part' ? 'Partly' : 'Unseen';
}

export const LEVEL_WORDS: Record<CoverLevel, string> = { enforced: 'Enforced', guarded: 'Guarded', 'lock-only': 'Lock only', 'not-covered': 'Not covered', unseen: 'Unseen' };

const WORST_FIRST: CellWord[] = ['Down', 'Partly', 'Unseen', 'Not used'];
const listed = (names: readonly string[]): string => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`);

/** "All five layers live", "Lock partly, read-back not used", "Intent and one-shot down". */
export function summaryOf(row: CoverRow): string {
  const groups = WORST_FIRST.flatMap((word) => {
    const names = LAYERS.filter(({ id }) => cellWord(row[id]) === word).map(({ title }) => title.toLowerCase());
    return names.length > 0 ? [`${listed(names)} ${word.toLowerCase()}`] : [];
  });
  const words = groups.join(', ');
  return words === '' ? 'All five layers live' : words.charAt(0).toUpperCase() + words.slice(1);
}
