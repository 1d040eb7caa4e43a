/**
 * Turns a scanned draft into hashed features: words, pairs and pairs with one word between, in folded form,
 * disguised swear words read as what they mean. Integer arithmetic only, so every machine gets the same numbers.
 */
import type { Scan, Word } from '../text/scan';
import type { ProfaneWord } from '../tone/profane-words';

export const TABLE_BITS = 15;
const MASK = (1 << TABLE_BITS) - 1;

/** FNV-1a, 32 bit, over UTF-16 units. http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hash(text: string, seed = 0): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i += 1) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193) >>> 0;
  }
  // A last mix, because only the low bits choose the slot.
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d) >>> 0;
  return (value ^ (value >>> 13)) >>> 0;
}

export interface Features {
  /** Slot of each distinct feature. */
  slots: Int32Array;
  /** Index into `words` of the first and last word that made it. */
  first: Int32Array;
  last: Int32Array;
  words: readonly Word[];
}

const NEGATION = /^(?:not|no|never|n't|cannot|don't|doesn't|isn't|aren't|wasn't|didn't|won't|can't|cant|dont|nothing|nobody|without)$/;

/** The stream of word forms that the heads read. */
export function forms(scan: Scan, profane: readonly ProfaneWord[]): { words: Word[]; forms: string[] } {
  const words: Word[] = [];
  const out: string[] = [];
  let next = 0;
  for (const word of scan.words) {
    if (scan.inLink(word.start) || scan.mentions.some((mention) => word.start >= mention.start && word.start < mention.end)) continue;
    while (next < profane.length && (profane[next]?.end ?? 0) <= word.start) next += 1;
    const hidden = profane[next];
    if (hidden?.disguised && word.start >= hidden.start && word.start < hidden.end) {
      if (out.length > 0 && words[words.length - 1]?.start === hidden.start) continue;
      words.push({ start: hidden.start, end: hidden.end, form: hidden.word });
      out.push(hidden.word);
      continue;
    }
    words.push(word);
    out.push(/^\d+$/.test(word.form) ? '0' : word.form.replace(/'s$/, ''));
  }
  return { words, forms: out };
}

export function features(scan: Scan, profane: readonly ProfaneWord[]): Features {
  const { words, forms: stream } = forms(scan, profane);
  const seen = new Map<number, number>();
  const slots: number[] = [];
  const first: number[] = [];
  const last: number[] = [];
  const add = (text: string, seed: number, from: number, to: number) => {
    const slot = hash(text, seed) & MASK;
    if (seen.has(slot)) return;
    seen.set(slot, slots.length);
    slots.push(slot);
    first.push(from);
    last.push(to);
  };
  let negatedUntil = -1;
  for (let i = 0; i < stream.length; i += 1) {
    const word = stream[i] ?? '';
    if (NEGATION.test(word)) negatedUntil = i + 3;
    add(word, 1, i, i);
    if (i <= negatedUntil && !NEGATION.test(word)) add(word, 2, i, i);
    if (word.length > 4) add(word.slice(0, 5), 3, i, i);
    const before = stream[i - 1];
    const earlier = stream[i - 2];
    add(`${before ?? '^'} ${word}`, 4, Math.max(0, i - 1), i);
    if (earlier !== undefined) add(`${earlier} ${word}`, 5, i - 2, i);
  }
  const strong = profane.filter((one) => !one.slur).length;
  if (strong > 0) add(strong > 1 ? 'swears' : 'swear', 6, 0, Math.max(0, stream.length - 1));
  if (profane.length > strong) add('slur', 6, 0, Math.max(0, stream.length - 1));
  if (scan.mentions.length > 0) add('mention', 6, 0, Math.max(0, stream.length - 1));
  if (/[!?]{2}/.test(scan.text)) add('bang', 6, 0, Math.max(0, stream.length - 1));
  for (const emoji of scan.text.match(/\p{Extended_Pictographic}/gu) ?? []) add(emoji, 7, 0, Math.max(0, stream.length - 1));
  return { slots: Int32Array.from(slots), first: Int32Array.from(first), last: Int32Array.from(last), words };
}
