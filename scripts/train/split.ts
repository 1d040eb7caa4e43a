import { random, shuffle } from './logistic';

/** One tenth of every source is kept back for the report, the thresholds and `npm run eval`. */
export function split<T>(items: T[], seed: number): [train: T[], held: T[]] {
  const mixed = shuffle([...items], random(seed));
  const cut = Math.floor(mixed.length / 10);
  return [mixed.slice(cut), mixed.slice(0, cut)];
}

export const SEEDS = { davidson: 11, toxic: 12 };
