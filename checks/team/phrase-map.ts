/**
 * Many phrases, one pass: phrases hang in nested maps under their first and second word, so that a draft pays for the
 * words it has and not for the phrases there are (reference/checks.md §5, token-hash map).
 */
import { fold, isAscii } from '../text/fold';
import { wordEdges, type Word } from '../text/scan';

interface Entry {
  words: readonly string[];
  index: number;
}

interface Under {
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

const fits = (word: string | undefined, want: string): boolean => word !== undefined && (want.endsWith('*') ? word.startsWith(want.slice(0, -1)) : word === want);

const NONE: readonly Entry[] = [];

/** Prefixes of open first words are kept by their first letters. */
const HEAD = 2;

export function buildPhraseMap(phrases: readonly string[]): PhraseMap {
  const byFirst = new Map<string, Under>();
  const openFirst = new Map<string, Entry[]>();
  const empty: number[] = [];
  phrases.forEach((phrase, index) => {
    const words = phraseWords(phrase);
    const [first, second] = words;
    if (first === undefined) {
      empty.push(index);
      return;
    }
    if (first.endsWith('*')) {
      const head = first.slice(0, Math.min(HEAD, first.length - 1));
      const known = openFirst.get(head);
      if (known) known.push({ words, index });
      else openFirst.set(head, [{ words, index }]);
      return;
    }
    let under = byFirst.get(first);
    if (!under) byFirst.set(first, (under = { alone: [], next: new Map(), open: [] }));
    if (second === undefined) under.alone.push(index);
    else if (second.endsWith('*')) under.open.push({ words, index });
    else {
      // Nearly every pair of words opens one phrase only; a list for each would be most of the work.
      const known = under.next.get(second);
      if (known === undefined) under.next.set(second, { words, index });
      else if (Array.isArray(known)) known.push({ words, index });
      else under.next.set(second, [known, { words, index }]);
    }
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
