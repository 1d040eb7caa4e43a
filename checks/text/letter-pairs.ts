/**
 * Whether two letters at a place are one of a given set of pairs. A look at a small table, where cutting out the two
 * letters and asking a Set would leave a string behind for every word of the draft.
 */
const A = 97;
const LETTERS = 26;

/** @param pairs two letters a–z each; others are never asked for and are left out */
export function letterPairs(pairs: Iterable<string>): (text: string, at: number) => boolean {
  const table = new Uint8Array(LETTERS * LETTERS);
  for (const pair of pairs) if (/^[a-z]{2}$/.test(pair)) table[(pair.charCodeAt(0) - A) * LETTERS + pair.charCodeAt(1) - A] = 1;
  return (text, at) => {
    const first = text.charCodeAt(at) - A;
    const second = text.charCodeAt(at + 1) - A;
    return first >= 0 && first < LETTERS && second >= 0 && second < LETTERS && table[first * LETTERS + second] === 1;
  };
}
