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

/** The best reading of `text` from `at` as a word of the trie: the longest, then the least disguised; or null. */
export function readThrough(text: string, at: number, root: TrieNode): Match | null {
  let best: Match | null = null;
  let steps = 0;
  const better = (match: Match): boolean => {
    if (!best || match.word.length !== best.word.length) return !best || match.word.length > best.word.length;
    const doubt = match.masks + match.signs - best.masks - best.signs;
    return doubt < 0 || (doubt === 0 && match.end > best.end);
  };
  const walk = (node: TrieNode, i: number, last: string, seen: Omit<Match, 'word' | 'end'>, afterGap = false): void => {
    steps += 1;
    if (steps > BUDGET) return;
    if (node.word !== null && !afterGap) {
      const match = { ...seen, word: node.word, end: i };
      if (better(match)) best = match;
    }
    const char = text.charAt(i);
    if (char === '') return;
    const direct = node.next.get(char);
    if (direct) walk(direct, i + 1, char, { ...seen, plain: seen.plain + 1 });
    for (const letter of STANDS_FOR[char] ?? '') {
      const child = node.next.get(letter);
      if (child) walk(child, i + 1, letter, { ...seen, signs: seen.signs + 1 });
    }
    if (last === '') return;
    if (char === 'p' && text.charAt(i + 1) === 'h') {
      const child = node.next.get('f');
      if (child) walk(child, i + 2, 'f', { ...seen, signs: seen.signs + 1 });
    }
    if (!afterGap && (char === last || (STANDS_FOR[char] ?? '').includes(last))) walk(node, i + 1, last, { ...seen, stretched: true });
    if (MASK.has(char) && seen.masks < 7) for (const [letter, child] of node.next) walk(child, i + 1, letter, { ...seen, masks: seen.masks + 1 });
    if (SEPARATOR.test(char) && seen.gaps < 24) {
      let j = i + 1;
      while (j < text.length && j - i < 4 && SEPARATOR.test(text.charAt(j))) j += 1;
      walk(node, j, last, { ...seen, gaps: seen.gaps + 1 }, true);
    }
  };
  // "ph" may open a word too ("phuck").
  if (text.startsWith('ph', at)) {
    const child = root.next.get('f');
    if (child) walk(child, at + 2, 'f', { plain: 0, masks: 0, signs: 1, gaps: 0, stretched: false });
  }
  walk(root, at, '', { plain: 0, masks: 0, signs: 0, gaps: 0, stretched: false });
  return best;
}
