/**
 * Reads words through the disguises people use: digits and signs for letters, stars for letters, stretched
 * letters, dots or spaces between letters. Works on folded text (look-alikes, accents and invisible
 * characters are gone already). A trie walk with at most a few alternatives per character, so it stays linear.
 */

/** What a sign may stand for. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  '0': 'o', '1': 'il', '2': 'z', '3': 'e', '4': 'a', '5': 's', '6': 'bg', '7': 't', '8': 'b', '9': 'g',
  '@': 'a', $: 's', '!': 'il', '|': 'il', '+': 't', '(': 'c', '<': 'c', '{': 'c', '€': 'e', '£': 'l', '¢': 'c', '§': 's', '&': 'a', '^': 'a', 'µ': 'u', 'ß': 's', '¡': 'i', 'ø': 'o', 'ı': 'i', 'æ': 'a', v: 'u', x: 'k', z: 's', k: 'c', q: 'k',
};
/** May stand for any one letter that is not the first. */
const MASK = new Set(['*', '#', '%', '?', '•', '·', '✱', '＊', '~', '_', '-', '.', '×', '░', '█', '■', '●']);
/** May stand between letters. */
const SEPARATOR = /[\s.\-_*·•,'’`~/\\|:;=+^°"]/u;

export interface TrieNode {
  next: Map<string, TrieNode>;
  word: string | null;
}

export function buildTrie(words: Iterable<string>): TrieNode {
  const root: TrieNode = { next: new Map(), word: null };
  for (const word of words) {
    let node = root;
    for (const letter of word) {
      let child = node.next.get(letter);
      if (!child) node.next.set(letter, (child = { next: new Map(), word: null }));
      node = child;
    }
    node.word = word;
  }
  return root;
}

export interface Match {
  word: string;
  end: number;
  /** Letters that stood there as themselves. */
  plain: number;
  masks: number;
  signs: number;
  gaps: number;
  stretched: boolean;
}

const BUDGET = 2_000;
const MOST_MASKS = 7;
const MOST_GAPS = 24;
const GAP = 4;

/** One look at a text from one place. Kept as fields, because copying a record at every letter costs more than the walk. */
class Reader {
  best: Match | null = null;
  private steps = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The longest reading, then the least disguised, then the one that reaches furthest. */
  private offer(match: Match): void {
    const { best } = this;
    if (best && match.word.length !== best.word.length) {
      if (match.word.length > best.word.length) this.best = match;
      return;
    }
    const doubt = best ? match.masks + match.signs - best.masks - best.signs : -1;
    if (doubt < 0 || (doubt === 0 && best && match.end > best.end)) this.best = match;
  }

  /** @param last the letter before, '' at the start */
  walk(node: TrieNode, i: number, last: string, plain: number, masks: number, signs: number, gaps: number, stretched: boolean, afterGap: boolean): void {
    this.steps += 1;
    if (this.steps > BUDGET) return;
    if (node.word !== null && !afterGap) this.offer({ word: node.word, end: i, plain, masks, signs, gaps, stretched });
    const { text } = this;
    const char = text.charAt(i);
    if (char === '') return;
    const direct = node.next.get(char);
    if (direct) this.walk(direct, i + 1, char, plain + 1, masks, signs, gaps, stretched, false);
    const stands = STANDS_FOR[char];
    if (stands !== undefined) {
      for (const letter of stands) {
        const child = node.next.get(letter);
        if (child) this.walk(child, i + 1, letter, plain, masks, signs + 1, gaps, stretched, false);
      }
    }
    if (last === '') return;
    if (char === 'p' && text.charAt(i + 1) === 'h') {
      const child = node.next.get('f');
      if (child) this.walk(child, i + 2, 'f', plain, masks, signs + 1, gaps, stretched, false);
    }
    if (!afterGap && (char === last || (stands !== undefined && stands.includes(last)))) this.walk(node, i + 1, last, plain, masks, signs, gaps, true, false);
    const code = text.charCodeAt(i);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return;
    if (masks < MOST_MASKS && MASK.has(char)) for (const [letter, child] of node.next) this.walk(child, i + 1, letter, plain, masks + 1, signs, gaps, stretched, false);
    if (gaps < MOST_GAPS && SEPARATOR.test(char)) {
      let j = i + 1;
      while (j < text.length && j - i < GAP && SEPARATOR.test(text.charAt(j))) j += 1;
      this.walk(node, j, last, plain, masks, signs, gaps + 1, stretched, true);
    }
  }
}

/** The best reading of `text` from `at` as a word of the trie: the longest, then the least disguised; or null. */
export function readThrough(text: string, at: number, root: TrieNode): Match | null {
  const reader = new Reader(text);
  // "ph" may open a word too ("phuck").
  if (text.startsWith('ph', at)) {
    const child = root.next.get('f');
    if (child) reader.walk(child, at + 2, 'f', 0, 0, 1, 0, false, false);
  }
  reader.walk(root, at, '', 0, 0, 0, 0, false, false);
  return reader.best;
}
