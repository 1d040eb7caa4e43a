/** Float weights to int8, the features that say most into one table, and both into the format of checks/model/heads.ts. */
import { PROBES, checkByte } from '../../checks/model/heads';
import { GROUPS } from '../../checks/tone/hate/words';
import { hashOf, numberOfWord, size } from './dictionary';
import { vectorWeight, type Linear } from './logistic';
import { WORDS } from './vectors';

export const TABLE_BITS = 16;
/** Two thirds of the table, so that looking for an unknown feature soon meets an empty slot. */
const MOST = 45_000;

export interface Packed {
  name: string;
  weights: Int8Array;
  bias: number;
  even: number;
  loose: number;
  strict: number;
}

export interface Table {
  checks: Uint8Array;
  heads: Packed[];
}

/** The words' own weights and what their vectors add, also for words that no example had. Who is spoken of stays out, as in features.ts. */
function folded(linear: Linear): Float64Array {
  const rows = WORDS.map((word, row) => [numberOfWord(word), GROUPS.has(word) ? -1 : row] as const);
  const weights = new Float64Array(size());
  weights.set(linear.weights);
  for (const [number, row] of rows) if (row >= 0) weights[number] = (weights[number] as number) + vectorWeight(linear, row);
  return weights;
}

/** One unit is the 99.9th percentile of the weights divided by 127, so that a few giants do not flatten the rest. */
function quantise(linear: Linear): { weights: Int8Array; bias: number } {
  const { bias } = linear;
  const weights = folded(linear);
  const sizes = Array.from(weights, Math.abs).filter((one) => one > 0).sort((a, b) => a - b);
  const unit = (sizes[Math.floor(sizes.length * 0.999)] ?? 1) / 127;
  return { weights: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / unit)))), bias: Math.round(bias / unit) };
}

/** Keeps the features with the largest weight in any head, and gives each a slot near its hash. */
export function tabulate(models: readonly (Linear & { name: string })[]): Table {
  const small = models.map((one) => ({ name: one.name, ...quantise(one) }));
  const power = new Uint8Array(size());
  for (const { weights } of small) weights.forEach((weight, number) => (power[number] = Math.max(power[number] as number, Math.abs(weight))));
  const kept = Array.from(power, (_, number) => number).filter((number) => (power[number] as number) > 1).sort((a, b) => (power[b] as number) - (power[a] as number) || a - b).slice(0, MOST);
  const checks = new Uint8Array(1 << TABLE_BITS);
  const heads = small.map(({ name, bias }): Packed => ({ name, bias, even: 0, loose: 0, strict: 0, weights: new Int8Array(1 << TABLE_BITS) }));
  const mask = (1 << TABLE_BITS) - 1;
  for (const number of kept) {
    const hash = hashOf(number);
    for (let probe = 0; probe < PROBES; probe += 1) {
      const slot = (hash + probe) & mask;
      if (checks[slot] === checkByte(hash)) break;
      if (checks[slot] !== 0) continue;
      checks[slot] = checkByte(hash);
      heads.forEach((head, index) => (head.weights[slot] = (small[index] as { weights: Int8Array }).weights[number] as number));
      break;
    }
  }
  return { checks, heads };
}

export function pack({ checks, heads }: Table): Uint8Array {
  const total = 6 + checks.length + heads.reduce((sum, { name, weights }) => sum + 1 + name.length + 16 + weights.length, 0);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('CSH2'));
  view.setUint8(4, heads.length);
  view.setUint8(5, TABLE_BITS);
  bytes.set(checks, 6);
  let at = 6 + checks.length;
  for (const { name, weights, bias, even, loose, strict } of heads) {
    view.setUint8(at, name.length);
    bytes.set(new TextEncoder().encode(name), at + 1);
    at += 1 + name.length;
    for (const value of [bias, even, loose, strict]) {
      view.setInt32(at, value, true);
      at += 4;
    }
    bytes.set(new Uint8Array(weights.buffer), at);
    at += weights.length;
  }
  return bytes;
}
