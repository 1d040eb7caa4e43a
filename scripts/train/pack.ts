/** Float weights to int8 and to the file format of checks/model/heads.ts. */
import { TABLE_BITS } from '../../checks/model/features';
import type { Linear } from './logistic';

export interface Packed {
  name: string;
  weights: Int8Array;
  bias: number;
  loose: number;
  strict: number;
}

/** One unit is the 99.9th percentile of the weights divided by 127, so that a few giants do not flatten the rest. */
export function quantise({ weights, bias }: Linear): { weights: Int8Array; bias: number } {
  const sizes = Array.from(weights, Math.abs).filter((size) => size > 0).sort((a, b) => a - b);
  const unit = (sizes[Math.floor(sizes.length * 0.999)] ?? 1) / 127;
  return { weights: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / unit)))), bias: Math.round(bias / unit) };
}

export function pack(heads: readonly Packed[]): Uint8Array {
  const size = 6 + heads.reduce((sum, { name }) => sum + 1 + name.length + 12 + (1 << TABLE_BITS), 0);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('CSH1'));
  view.setUint8(4, heads.length);
  view.setUint8(5, TABLE_BITS);
  let at = 6;
  for (const { name, weights, bias, loose, strict } of heads) {
    view.setUint8(at, name.length);
    bytes.set(new TextEncoder().encode(name), at + 1);
    at += 1 + name.length;
    for (const value of [bias, loose, strict]) {
      view.setInt32(at, value, true);
      at += 4;
    }
    bytes.set(new Uint8Array(weights.buffer), at);
    at += weights.length;
  }
  return bytes;
}
