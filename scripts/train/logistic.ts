/** Logistic regression by AdaGrad over sparse binary features. Deterministic: its own generator, fixed order. */
export interface Example {
  /** Numbers of its features (dictionary.ts). */
  slots: Int32Array;
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
  weights: Float64Array;
  bias: number;
}

/** A feature of fewer examples teaches nothing that holds elsewhere. */
const LEAST = 3;

export function train(given: readonly Example[], count: number, { epochs = 3, rate = 0.12, l2 = 2e-6, seed = 7 } = {}): Linear {
  const seen = new Uint32Array(count);
  for (const { slots } of given) for (const slot of slots) seen[slot] = (seen[slot] as number) + 1;
  const examples = given.map((one) => ({ ...one, slots: one.slots.filter((slot) => (seen[slot] as number) >= LEAST) }));
  const weights = new Float64Array(count);
  const squares = new Float64Array(count).fill(1e-6);
  let bias = 0;
  let biasSquare = 1e-6;
  const order = shuffle(examples.map((_, index) => index), random(seed));
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const index of order) {
      const example = examples[index] as Example;
      let score = bias;
      for (const slot of example.slots) score += weights[slot] as number;
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
    }
  }
  return { weights, bias };
}
