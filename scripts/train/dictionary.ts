/** Numbers the features that training sees; a text is read once, whatever the number of heads that learn from it. */
import { features, forms, wordHash } from '../../checks/model/features';
import { scan } from '../../checks/text/scan';
import { findProfaneWords } from '../../checks/tone/profane-words';
import { rowOf } from './vectors';

const numbers = new Map<number, number>();
const hashes: number[] = [];
const read = new Map<string, Read>();

export interface Read {
  /** Numbers of the distinct features of a text. */
  slots: Int32Array;
  /** Rows of its distinct words in the table of word vectors. */
  rows: Int32Array;
}

function numberOf(hash: number): number {
  let number = numbers.get(hash);
  if (number === undefined) {
    number = hashes.length;
    numbers.set(hash, number);
    hashes.push(hash);
  }
  return number;
}

export function readText(text: string): Read {
  let known = read.get(text);
  if (!known) {
    const scanned = scan(text);
    const profane = findProfaneWords(scanned);
    known = { slots: features(scanned, profane, numberOf).slots, rows: Int32Array.from(new Set(forms(scanned, profane).forms.map(rowOf).filter((row) => row >= 0))) };
    read.set(text, known);
  }
  return known;
}

export const numberOfWord = (word: string): number => numberOf(wordHash(word));

export const hashOf = (number: number): number => hashes[number] as number;
export const size = (): number => hashes.length;
