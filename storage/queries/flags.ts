import { database } from '../db';

/** How one check did: on how many posts it spoke up, and on how many of them somebody said that it was wrong. */
export interface FlagCount {
  checkId: string;
  fired: number;
  wrong: number;
}

/** One pass over the keys of one index; no draft is read. Sorted by check id. */
export async function flagCounts(): Promise<FlagCount[]> {
  const keys = (await (await database()).flags.orderBy('[checkId+wrong]').keys()) as unknown as [string, 0 | 1][];
  const counts = new Map<string, FlagCount>();
  for (const [checkId, wrong] of keys) {
    const one = counts.get(checkId) ?? { checkId, fired: 0, wrong: 0 };
    counts.set(checkId, { ...one, fired: one.fired + 1, wrong: one.wrong + wrong });
  }
  return [...counts.values()];
}
