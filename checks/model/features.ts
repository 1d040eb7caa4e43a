/**
 * Turns a scanned draft into hashed features: words, pairs and pairs with one word between, in folded form,
 * disguised swear words read as what they mean. Integer arithmetic only, so every machine gets the same numbers.
 * A model keeps its features in a table with a check byte, so a word it never saw counts as nothing.
 */
import { isAscii } from '../text/fold';
import { seeker, type Scan, type Word } from '../text/scan';
import { GROUPS } from '../tone/hate/words';
import { soundsProfane, type ProfaneWord } from '../tone/profane-words';

/** FNV-1a, 32 bit, over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/), continued from `value`. */
function more(value: number, text: string): number {
  let state = value;
  for (let i = 0; i < text.length; i += 1) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return state;
}

const start = (seed: number): number => 0x811c9dc5 ^ seed;
const SPACE = 32;

/** A last mix, because low bits choose the slot and high bits the check byte. */
function mixed(state: number): number {
  let value = state ^ (state >>> 15);
  value = Math.imul(value, 0x2c1b3c6d);
  value ^= value >>> 12;
  value = Math.imul(value, 0x297a2d39);
  return (value ^ (value >>> 15)) >>> 0;
}

export interface Features {
  /** What `place` gave for each feature; distinct. */
  slots: Int32Array;
  /** Index into `words` of the first and last word that made it. */
  first: Int32Array;
  last: Int32Array;
  words: readonly Word[];
}

/** Words that turn round what follows. */
export const NEGATIONS = new Set("not no never n't cannot don't doesn't isn't aren't wasn't didn't won't can't cant dont nothing nobody without".split(' '));
const EMOJI = /\p{Extended_Pictographic}/gu;
const isDigits = (form: string): boolean => {
  for (let i = 0; i < form.length; i += 1) if (form.charCodeAt(i) < 48 || form.charCodeAt(i) > 57) return false;
  return true;
};

/** Letters held down: "soooo" reads as "soo". */
const squash = (form: string): string => (held(form) ? form.replaceAll(/(.)\1{2,}/g, '$1$1') : form);

function held(form: string): boolean {
  for (let i = 2; i < form.length; i += 1) if (form.charCodeAt(i) === form.charCodeAt(i - 1) && form.charCodeAt(i) === form.charCodeAt(i - 2)) return true;
  return false;
}

/** The stream of word forms that the heads read. */
export function forms(scan: Scan, profane: readonly ProfaneWord[]): { words: Word[]; forms: string[] } {
  const words: Word[] = [];
  const out: string[] = [];
  let next = 0;
  const inMention = seeker(scan.mentions);
  for (const word of scan.words) {
    if (scan.inLink(word.start) || inMention(word.start)) continue;
    while (next < profane.length && (profane[next]?.end ?? 0) <= word.start) next += 1;
    const hidden = profane[next];
    if (hidden?.disguised && word.start >= hidden.start && word.start < hidden.end) {
      if (out.length > 0 && words[words.length - 1]?.start === hidden.start) continue;
      words.push({ start: hidden.start, end: hidden.end, form: hidden.word });
      out.push(hidden.word);
      continue;
    }
    // A garden hoe: the word is on the list, and here it is not what the list means.
    if (!(hidden && word.start >= hidden.start) && soundsProfane(word.form)) continue;
    // Who is spoken of says nothing about the tone; what is said of them is for the rules of tone/hate.
    if (GROUPS.has(word.form.endsWith("'s") ? word.form.slice(0, -2) : word.form)) continue;
    words.push(word);
    out.push(isDigits(word.form) ? '0' : squash(word.form.endsWith("'s") ? word.form.slice(0, -2) : word.form));
  }
  return { words, forms: out };
}

/** Which call last saw a slot: distinct slots without a set per draft. */
let seenAt = new Uint32Array(1 << 16);
let call = 0;

/** Training numbers more features than a model has slots. */
function grown(array: Uint32Array, slot: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array((slot + 1) * 2);
  larger.set(array);
  return larger;
}

/** A word as the left half of a pair: its part of the hash is worked out once per draft. */
interface Opened {
  negates: boolean;
  next: number;
  afterNext: number;
  headed: boolean;
}

const half = (seed: number, word: string): number => Math.imul(more(start(seed), word) ^ SPACE, 0x01000193);
const opened = (word: string): Opened => ({ negates: NEGATIONS.has(word), next: half(4, word), afterNext: half(5, word), headed: false });

/** Hash of the feature "this word stands here", for training, which gives weights to words it has only heard of. */
export const wordHash = (word: string): number => mixed(more(start(1), word));

/** @param place gives the slot of a feature's hash, or -1 when the model does not know the feature */
export function features(scan: Scan, profane: readonly ProfaneWord[], place: (hash: number) => number): Features {
  const { words, forms: stream } = forms(scan, profane);
  call += 1;
  const slots: number[] = [];
  const first: number[] = [];
  const last: number[] = [];
  const add = (state: number, from: number, to: number) => {
    const slot = place(mixed(state));
    if (slot < 0) return;
    if (slot >= seenAt.length) seenAt = grown(seenAt, slot);
    if (seenAt[slot] === call) return;
    seenAt[slot] = call;
    slots.push(slot);
    first.push(from);
    last.push(to);
  };
  const known = new Map<string, Opened>();
  let negatedUntil = -1;
  let before = opened('^');
  let beforeThat = before;
  for (let i = 0; i < stream.length; i += 1) {
    const word = stream[i] as string;
    let here = known.get(word);
    if (here === undefined) {
      here = opened(word);
      known.set(word, here);
      // A word that comes again says nothing new by itself, only by what stands beside it.
      add(more(start(1), word), i, i);
    }
    if (here.negates) negatedUntil = i + 3;
    else if (i <= negatedUntil) add(more(start(2), word), i, i);
    if (!here.headed && word.length > 4) add(more(start(3), word.slice(0, 5)), i, i);
    here.headed = true;
    add(more(before.next, word), Math.max(0, i - 1), i);
    if (i > 1) add(more(beforeThat.afterNext, word), i - 2, i);
    beforeThat = before;
    before = here;
  }
  const whole = (seed: number, text: string) => add(more(start(seed), text), 0, Math.max(0, stream.length - 1));
  const strong = profane.filter((one) => !one.slur).length;
  if (strong > 0) whole(6, strong > 1 ? 'swears' : 'swear');
  if (profane.length > strong) whole(6, 'slur');
  if (scan.mentions.length > 0) whole(6, 'mention');
  if (/[!?]{2}/.test(scan.text)) whole(6, 'bang');
  if (!isAscii(scan.text)) for (const emoji of scan.text.match(EMOJI) ?? []) whole(7, emoji);
  return { slots: Int32Array.from(slots), first: Int32Array.from(first), last: Int32Array.from(last), words };
}
