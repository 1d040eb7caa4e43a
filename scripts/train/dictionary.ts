/** Numbers the features that training sees; a text is read once, whatever the number of heads that learn from it. */
import { features } from '../../checks/model/features';
import { scan } from '../../checks/text/scan';
import { findProfaneWords } from '../../checks/tone/profane-words';

const numbers = new Map<number, number>();
const hashes: number[] = [];
const read = new Map<string, Int32Array>();

function numberOf(hash: number): number {
  let number = numbers.get(hash);
  if (number === undefined) {
    number = hashes.length;
    numbers.set(hash, number);
    hashes.push(hash);
  }
  return number;
}

/** Numbers of the distinct features of a text. */
export function numbersOf(text: string): Int32Array {
  let known = read.get(text);
  if (!known) {
    const scanned = scan(text);
    known = features(scanned, findProfaneWords(scanned), numberOf).slots;
    read.set(text, known);
  }
  return known;
}

export const hashOf = (number: number): number => hashes[number] as number;
export const size = (): number => hashes.length;
