/**
 * Many phrases, one pass: phrases hang in nested maps under their first and second word, so that a draft pays for the
 * words it has and not for the phrases there are (reference/checks.md §5, token-hash map). Those under a first word
 * are read when a draft has that word.
 */
import { fold, isAscii } from '../text/fold';
import { wordEdges, type Word } from '../text/scan';

interface Entry {
  words: readonly string[];
  index: number;
}

/** The phrases under one first word. */
interface Under {
  /** Not read beyond that word yet: of ten thousand phrases a draft meets a handful. */
  unread: number[];
  alone: number[];
  /** Under the second word. */
  next: Map<string, Entry | Entry[]>;
  /** Second word ends in "*". */
  open: Entry[];
}

export interface PhraseMap {
  /** Indexes of phrases without a word, which nothing can match. */
  empty: readonly number[];
  /** Calls `hit(index of the phrase, first word, last word)`; overlapping phrases are all told. */
  walk(words: readonly Word[], hit: (index: number, first: number, last: number) => void): void;
}

/** Nothing but plain words with one space between, as most phrases are. */
const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** Lower-case words of a phrase; "*" at the end of a word stays. */
export function phraseWords(phrase: string): string[] {
  const lower = phrase.toLowerCase();
  if (PLAIN.test(lower)) return lower.split(' ');
  const folded = isAscii(phrase) ? lower : fold(phrase).text.replaceAll('’', "'");
  const edges = wordEdges(folded);
  const words: string[] = [];
  for (let i = 0; i < edges.length; i += 2) {
    const end = edges[i + 1] as number;
    words.push(folded.charAt(end) === '*' ? folded.slice(edges[i], end + 1) : folded.slice(edges[i], end));
  }
  return words;
}

/** Where the first word ends when nothing but letters, digits and one space decides that; 0 when it takes a closer look. */
function plainEnd(phrase: string): number {
  for (let at = 0; at < phrase.length; at += 1) {
    const code = phrase.charCodeAt(at);
    if (code === 32) return at;
    if (!((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57))) return 0;
  }
  return phrase.length;
}

function readUnder(under: Under, phrases: readonly string[]): void {
  for (const index of under.unread) hang(under, phraseWords(phrases[index] as string), index);
  under.unread = [];
}

function hang(under: Under, words: readonly string[], index: number): void {
  const second = words[1];
  if (second === undefined) under.alone.push(index);
  else if (second.endsWith('*')) under.open.push({ words, index });
  else {
    // Nearly every pair of words opens one phrase only; a list for each would be most of the work.
    const known = under.next.get(second);
    if (known === undefined) under.next.set(second, { words, index });
    else if (Array.isArray(known)) known.push({ words, index });
    else under.next.set(second, [known, { words, index }]);
  }
}

const fits = (word: string | undefined, want: string): boolean => word !== undefined && (want.endsWith('*') ? word.startsWith(want.slice(0, -1)) : word === want);

const NONE: readonly Entry[] = [];

/** Prefixes of open first words are kept by their first letters. */
const HEAD = 2;

export function buildPhraseMap(phrases: readonly string[]): PhraseMap {
  const byFirst = new Map<string, Under>();
  const openFirst = new Map<string, Entry[]>();
  const empty: number[] = [];
  const underOf = (first: string): Under => {
    let under = byFirst.get(first);
    if (!under) byFirst.set(first, (under = { unread: [], alone: [], next: new Map(), open: [] }));
    return under;
  };
  phrases.forEach((phrase, index) => {
    const end = plainEnd(phrase);
    if (end > 0) {
      underOf(phrase.slice(0, end).toLowerCase()).unread.push(index);
      return;
    }
    const words = phraseWords(phrase);
    const [first] = words;
    if (first === undefined) empty.push(index);
    else if (first.endsWith('*')) {
      const head = first.slice(0, Math.min(HEAD, first.length - 1));
      const known = openFirst.get(head);
      if (known) known.push({ words, index });
      else openFirst.set(head, [{ words, index }]);
    } else hang(underOf(first), words, index);
  });
  const continues = (stream: readonly Word[], at: number, words: readonly string[], from: number): boolean => {
    for (let k = from; k < words.length; k += 1) if (!fits(stream[at + k]?.form, words[k] as string)) return false;
    return true;
  };
  return {
    empty,
    walk(stream, hit) {
      for (let at = 0; at < stream.length; at += 1) {
        const { form } = stream[at] as Word;
        const under = byFirst.get(form);
        if (under) {
          if (under.unread.length > 0) readUnder(under, phrases);
          for (const index of under.alone) hit(index, at, at);
          const after = stream[at + 1]?.form;
          if (after !== undefined) {
            const pairs = under.next.get(after);
            for (const { words, index } of pairs === undefined ? NONE : Array.isArray(pairs) ? pairs : [pairs]) if (continues(stream, at, words, 2)) hit(index, at, at + words.length - 1);
            for (const { words, index } of under.open) if (continues(stream, at, words, 1)) hit(index, at, at + words.length - 1);
          }
        }
        if (openFirst.size === 0) continue;
        for (let size = 1; size <= HEAD; size += 1) {
          for (const { words, index } of openFirst.get(form.slice(0, size)) ?? []) {
            if ((words[0] as string).length - 1 < size && size > 1) continue;
            if (continues(stream, at, words, 0)) hit(index, at, at + words.length - 1);
          }
        }
      }
    },
  };
}
