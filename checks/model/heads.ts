/**
 * The linear heads: int8 weights in one packed table, integer scores, spans from what each word contributed.
 * Format of heads.bin (little endian): "CSH2", u8 heads, u8 table bits, u8[1 << bits] check bytes (0: empty slot),
 * then per head: u8 name length, name (ASCII), i32 bias, i32 even, loose and strict threshold (all in the units of
 * `score`), int8[1 << bits]. Trained by scripts/train; data and scores in docs/checks-model.md.
 */
import type { Span } from '../finding';
import { EMBEDDED } from './embedded';
import type { Features } from './features';

export interface Head {
  weights: Int8Array;
  bias: number;
  /** Where both sides balance best on what training kept back. */
  even: number;
  /** Balanced too, and quiet on ordinary brand posts: worth a look. */
  loose: number;
  /** At most one in a hundred friendly posts is above it. */
  strict: number;
}

export type HeadName = 'offensive' | 'negative' | 'positive' | 'anger';

function decodeBase64(text: string): Uint8Array {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i += 1) bytes[i] = raw.charCodeAt(i);
  return bytes;
}

export interface Model {
  bits: number;
  checks: Uint8Array;
  heads: ReadonlyMap<string, Head>;
}

export function readModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== 'CSH2') throw new Error('The model file does not fit this version.');
  const bits = view.getUint8(5);
  const checks = bytes.subarray(6, 6 + (1 << bits));
  const heads = new Map<string, Head>();
  let at = 6 + (1 << bits);
  for (let i = 0; i < view.getUint8(4); i += 1) {
    const length = view.getUint8(at);
    const name = String.fromCharCode(...bytes.subarray(at + 1, at + 1 + length));
    at += 1 + length;
    const [bias, even, loose, strict] = [view.getInt32(at, true), view.getInt32(at + 4, true), view.getInt32(at + 8, true), view.getInt32(at + 12, true)];
    at += 16;
    heads.set(name, { bias, even, loose, strict, weights: new Int8Array(bytes.buffer, bytes.byteOffset + at, 1 << bits) });
    at += 1 << bits;
  }
  return { bits, checks, heads };
}

/** Slots that are looked at for one feature. */
export const PROBES = 6;
export const checkByte = (hash: number): number => (hash >>> 24) || 1;

/** Slot of a feature, or -1: the model does not know it. */
export function placeIn({ bits, checks }: Pick<Model, 'bits' | 'checks'>, hash: number): number {
  const mask = (1 << bits) - 1;
  const check = checkByte(hash);
  for (let probe = 0; probe < PROBES; probe += 1) {
    const slot = (hash + probe) & mask;
    const there = checks[slot] as number;
    if (there === check) return slot;
    if (there === 0) return -1;
  }
  return -1;
}

let cached: Model | null = null;

export function model(): Model {
  cached ??= readModel(decodeBase64(EMBEDDED));
  return cached;
}

export function head(name: HeadName): Head {
  const found = model().heads.get(name);
  if (!found) throw new Error(`The model has no head “${name}”.`);
  return found;
}

/** Slot of a feature in the model that ships. */
export const place = (hash: number): number => placeIn(model(), hash);

const FRACTION_BITS = 10;

/** Sum of weights over the square root of their number, in 1/1024; long and short posts are then comparable. */
export function score({ weights, bias }: Pick<Head, 'weights' | 'bias'>, slots: Int32Array): number {
  let sum = bias;
  for (const slot of slots) sum += weights[slot] as number;
  return sum * Math.round((1 << FRACTION_BITS) / Math.sqrt(slots.length + 1));
}

/** The words that speak most for the head, as runs of neighbours; at most `most` runs. */
export function evidence({ weights }: Pick<Head, 'weights'>, found: Features, most = 3): Span[] {
  const votes = new Int32Array(found.words.length);
  for (let i = 0; i < found.slots.length; i += 1) {
    const from = found.first[i] as number;
    const to = found.last[i] as number;
    if (to - from > 2) continue;
    const weight = weights[found.slots[i] as number] as number;
    const share = Math.trunc((weight * 4) / (to - from + 1));
    for (let word = from; word <= to; word += 1) votes[word] = (votes[word] as number) + share;
  }
  const top = votes.reduce((best, vote) => Math.max(best, vote), 0);
  if (top <= 0) return [];
  const runs: { start: number; end: number; vote: number }[] = [];
  votes.forEach((vote, index) => {
    const word = found.words[index];
    if (!word || vote * 2 < top) return;
    const previous = runs[runs.length - 1];
    if (previous && index > 0 && (votes[index - 1] as number) * 2 >= top) {
      previous.end = word.end;
      previous.vote = Math.max(previous.vote, vote);
    } else runs.push({ start: word.start, end: word.end, vote });
  });
  return runs.sort((a, b) => b.vote - a.vote).slice(0, most).map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
}
