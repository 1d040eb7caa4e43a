/** Tells a random token from a word, a name, a number or a path. */

/** Shannon entropy in bits per character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Changes between lower case, upper case and digits: words have few, tokens many. */
function turns(text: string): number {
  let count = 0;
  let last = '';
  for (const char of text) {
    const kind = /[a-z]/.test(char) ? 'a' : /[A-Z]/.test(char) ? 'A' : /\d/.test(char) ? '1' : '-';
    if (kind !== '-' && last !== '' && kind !== last) count += 1;
    if (kind !== '-') last = kind;
  }
  return count;
}

const PLACEHOLDER = /^(?:x+|\*+|\.+|0+|1234\w*|your[\w-]*|my[\w-]*|example\w*|changeme|placeholder|redacted|none|null|undefined|true|false|string|secret|token|password|process\.env[\w.]*|os\.\w+|env|\$\{?\w+\}?|%\w+%|<[^>]*>|\{\{.*)$/iu;

export const isPlaceholder = (value: string): boolean => PLACEHOLDER.test(value);

/** @param least characters from which on a value may count as random. */
export function looksRandom(value: string, least: number): boolean {
  const core = value.replaceAll(/[^A-Za-z0-9]/gu, '');
  if (core.length < least || !/\d/.test(core) || !/[A-Za-z]/.test(core)) return false;
  const bits = entropy(core);
  if (/^[0-9a-f]+$/iu.test(core)) return bits >= 2.8 && turns(core) >= core.length / 6;
  return bits >= Math.min(3.3, Math.log2(core.length) - 0.9) && turns(core) >= core.length / 8;
}
