/**
 * Logistic regression by AdaGrad over sparse binary features and the sum of the words' vectors.
 * Deterministic: its own generator, fixed order.
 */
import type { Read } from './dictionary';
import { DIMENSIONS } from './layout';
import { addVector, dot } from './vectors';

export interface Example extends Read {
  label: 0 | 1;
  weight: number;
}

/** mulberry32: a small seeded generator, so that two runs give the same weights. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffle<T>(items: T[], next: () => number): T[] {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = Math.floor(next() * (i + 1));
    const held = items[i] as T;
    items[i] = items[j] as T;
    items[j] = held;
  }
  return items;
}

export interface Linear {
  /** By number of the feature. */
  weights: Float64Array;
  /** What a word's vector times this adds to the word's own weight. */
  direction: Float64Array;
  bias: number;
}

/** The vectors speak more softly than the words' own weights, and learn more slowly. */
const VECTOR_SHARE = 0.5;
const VECTOR_RATE = 0.01;

/** What the vector of a word adds to its weight. */
export const vectorWeight = ({ direction }: Pick<Linear, 'direction'>, row: number): number => VECTOR_SHARE * dot(row, direction);

/** A feature of fewer examples teaches nothing that holds elsewhere. */
const LEAST = 3;

function trainOnce(given: readonly Example[], count: number, { epochs = 3, rate = 0.08, l2 = 2e-4, seed = 7 } = {}): Linear {
  const seen = new Uint32Array(count);
  for (const { slots } of given) for (const slot of slots) seen[slot] = (seen[slot] as number) + 1;
  const examples = given.map((one) => ({ ...one, slots: one.slots.filter((slot) => (seen[slot] as number) >= LEAST) }));
  const weights = new Float64Array(count);
  const squares = new Float64Array(count).fill(1e-6);
  const direction = new Float64Array(DIMENSIONS);
  const directionSquares = new Float64Array(DIMENSIONS).fill(1e-6);
  const company = new Float64Array(DIMENSIONS);
  let bias = 0;
  let biasSquare = 1e-6;
  const order = shuffle(examples.map((_, index) => index), random(seed));
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const index of order) {
      const example = examples[index] as Example;
      let score = bias;
      for (const slot of example.slots) score += weights[slot] as number;
      company.fill(0);
      for (const row of example.rows) addVector(company, row, VECTOR_SHARE);
      for (let k = 0; k < DIMENSIONS; k += 1) score += (company[k] as number) * (direction[k] as number);
      const norm = 4 / Math.sqrt(example.slots.length + 1);
      const error = (1 / (1 + Math.exp(-score * norm)) - example.label) * example.weight;
      const step = error * norm;
      biasSquare += step * step;
      bias -= (rate * step) / Math.sqrt(biasSquare);
      for (const slot of example.slots) {
        const gradient = step + l2 * (weights[slot] as number);
        squares[slot] = (squares[slot] as number) + gradient * gradient;
        weights[slot] = (weights[slot] as number) - (rate * gradient) / Math.sqrt(squares[slot] as number);
      }
      for (let k = 0; k < DIMENSIONS; k += 1) {
        const gradient = step * (company[k] as number);
        directionSquares[k] = (directionSquares[k] as number) + gradient * gradient;
        direction[k] = (direction[k] as number) - (VECTOR_RATE * gradient) / Math.sqrt(directionSquares[k] as number);
      }
    }
  }
  return { weights, direction, bias };
}

/** The mean of models that saw the examples in different orders: steadier than any one of them, and as small. */
export function train(given: readonly Example[], count: number, { seeds = [7, 8, 9, 10, 11], ...rest }: Parameters<typeof trainOnce>[2] & { seeds?: readonly number[] } = {}): Linear {
  const models = seeds.map((seed) => trainOnce(given, count, { ...rest, seed }));
  const mean = (values: (model: Linear) => Float64Array) => {
    const sum = new Float64Array(values(models[0] as Linear).length);
    for (const model of models) values(model).forEach((value, i) => (sum[i] = (sum[i] as number) + value / models.length));
    return sum;
  };
  return { weights: mean(({ weights }) => weights), direction: mean(({ direction }) => direction), bias: models.reduce((sum, { bias }) => sum + bias / models.length, 0) };
}
