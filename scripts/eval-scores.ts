/** Arithmetic of the evaluation: counts in, shares out. */
export interface Two {
  /** Macro-F1 over both sides. */
  macroF1: number;
  precision: number;
  recall: number;
  /** Share of the other side that is left alone. */
  specificity: number;
}

export function twoWay(pairs: readonly { want: boolean; got: boolean }[]): Two {
  const count = (want: boolean, got: boolean) => pairs.filter((pair) => pair.want === want && pair.got === got).length;
  const [hit, alarm, miss, quiet] = [count(true, true), count(false, true), count(true, false), count(false, false)];
  const f1 = (right: number, wrong: number, missed: number) => (2 * right) / (2 * right + wrong + missed || 1);
  return { macroF1: (f1(hit, alarm, miss) + f1(quiet, miss, alarm)) / 2, precision: hit / (hit + alarm || 1), recall: hit / (hit + miss || 1), specificity: quiet / (quiet + alarm || 1) };
}

/** Mean recall over the classes (SemEval-2017 task 4A). */
export function macroRecall(pairs: readonly { want: string; got: string }[]): number {
  const classes = [...new Set(pairs.map(({ want }) => want))];
  return classes.reduce((sum, one) => {
    const all = pairs.filter(({ want }) => want === one);
    return sum + all.filter(({ got }) => got === one).length / all.length;
  }, 0) / classes.length;
}

export const share = (items: readonly boolean[]): number => items.filter(Boolean).length / (items.length || 1);
export const round = (value: number): number => Math.round(value * 1000) / 1000;
