/** Where a head begins to speak: chosen on posts it did not learn from, several sources side by side. */

/** One source: what the head says of each post, and what people said. */
export type Judged = readonly { value: number; label: 0 | 1 }[];

export interface Sides {
  /** F1 of the posts that are, and of those that are not. */
  yes: number;
  no: number;
}

/** Both F1 at every distinct value, from the highest down, as if `share` of the source's posts were positive. */
function* curve(source: Judged, share: number): Generator<{ value: number } & Sides> {
  const sorted = [...source].sort((a, b) => b.value - a.value);
  const positives = sorted.filter(({ label }) => label === 1).length;
  const negatives = sorted.length - positives;
  const each = { yes: share / positives, no: (1 - share) / negatives };
  let hits = 0;
  let alarms = 0;
  for (let i = 0; i < sorted.length; i += 1) {
    const { value, label } = sorted[i] as Judged[number];
    if (label === 1) hits += each.yes;
    else alarms += each.no;
    if (sorted[i + 1]?.value === value) continue;
    yield { value, yes: (2 * hits) / (hits + alarms + share), no: (2 * (1 - share - alarms)) / (1 - share - alarms + (share - hits) + (1 - share)) };
  }
}

/** How finely thresholds are tried between the lowest and the highest value. */
const STEPS = 400;

/** The threshold at which the sources, each counted alike, do best by `measure` on average. */
export function bestThreshold(sources: readonly Judged[], share: number, measure: (sides: Sides) => number): number {
  const curves = sources.map((source) => [...curve(source, share)]);
  const values = curves.flat().map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  /** Whoever is at or above the threshold is called positive. */
  const at = (points: (typeof curves)[number], threshold: number): number => {
    const point = points.findLast(({ value }) => value >= threshold);
    return measure(point ?? { yes: 0, no: 1 - share });
  };
  let best = { threshold: high, mean: -1 };
  for (let step = 0; step <= STEPS; step += 1) {
    const threshold = Math.round(low + ((high - low) * step) / STEPS);
    const mean = curves.reduce((sum, points) => sum + at(points, threshold), 0) / curves.length;
    if (mean > best.mean) best = { threshold, mean };
  }
  return best.threshold;
}

/** Both F1 of one source at a threshold, with the source's own share of positives. */
export function sidesAt(source: Judged, threshold: number): Sides {
  const f1 = (side: 0 | 1) => {
    const called = source.filter(({ value }) => Number(value >= threshold) === side);
    return (2 * called.filter(({ label }) => label === side).length) / (called.length + source.filter(({ label }) => label === side).length);
  };
  return { yes: f1(1), no: f1(0) };
}
