/**
 * Word vectors that training leans on: words that stand in the same company get similar weights, so a head has an
 * opinion on words its examples never had. They are folded into the words' own weights and do not ship.
 * Made by make-vectors.ts from GloVe (Pennington et al., 2014; public domain, PDDL 1.0); data/vectors/README.md.
 */
import { readFileSync } from 'node:fs';
import { DIMENSIONS, STEPS, VECTORS } from './layout';

/** In the order of the table: the commonest first. */
export const WORDS: readonly string[] = readFileSync(`${VECTORS}words.txt`, 'utf8').trim().split('\n');
const TABLE = ((raw) => new Int8Array(raw.buffer, raw.byteOffset, raw.byteLength))(readFileSync(`${VECTORS}glove.int8`));
const ROWS = new Map(WORDS.map((word, row) => [word, row]));

/** Row of a word, or -1. */
export const rowOf = (word: string): number => ROWS.get(word) ?? -1;

/** Adds the vector of a row, times `by`, to `sum`. */
export function addVector(sum: Float64Array, row: number, by: number): void {
  const offset = row * DIMENSIONS;
  for (let k = 0; k < DIMENSIONS; k += 1) sum[k] = (sum[k] as number) + ((TABLE[offset + k] as number) / STEPS) * by;
}

/** Product of the vector of a row with `other`. */
export function dot(row: number, other: Float64Array): number {
  const offset = row * DIMENSIONS;
  let sum = 0;
  for (let k = 0; k < DIMENSIONS; k += 1) sum += ((TABLE[offset + k] as number) / STEPS) * (other[k] as number);
  return sum;
}
