/** The small part of regular expressions an adapter may use, as a tree. Everything else is refused by name. */

/** Characters 0–127 one by one, and one bit for all others. */
export type CharSet = bigint;
const OTHER = 1n << 128n;
export const ANY: CharSet = (1n << 129n) - 1n;

export type Node =
  | { kind: 'chars'; set: CharSet }
  | { kind: 'edge' }
  | { kind: 'sequence'; parts: Node[] }
  | { kind: 'choice'; options: Node[] }
  | { kind: 'repeat'; node: Node; min: number; max: number };

export class PatternError extends Error {}

const bit = (code: number): CharSet => (code < 128 ? 1n << BigInt(code) : OTHER);
const range = (from: number, to: number): CharSet => {
  let set = to > 127 ? OTHER : 0n;
  for (let code = from; code <= Math.min(to, 127); code += 1) set |= bit(code);
  return set;
};
const DIGIT = range(48, 57);
const WORD = DIGIT | range(65, 90) | range(97, 122) | bit(95);
const SPACE = bit(32) | range(9, 13) | OTHER;
const CLASSES: Record<string, CharSet> = { d: DIGIT, D: ANY & ~DIGIT, w: WORD, W: ANY & ~WORD, s: SPACE, S: (ANY & ~SPACE) | OTHER };
const CONTROL: Record<string, number> = { n: 10, r: 13, t: 9, f: 12, v: 11, '0': 0 };

export function parsePattern(source: string): Node {
  let at = 0;
  const peek = () => source[at] ?? '';
  const fail = (message: string): never => {
    throw new PatternError(message);
  };

  function escape(inClass: boolean): CharSet {
    at += 1;
    const letter = peek();
    at += 1;
    if (/[1-9]/.test(letter) || letter === 'k') fail('back references are not allowed');
    if (/[bB]/.test(letter) && !inClass) return 0n;
    if (CLASSES[letter] !== undefined) return CLASSES[letter];
    if (CONTROL[letter] !== undefined) return bit(CONTROL[letter]);
    if (letter === 'u' || letter === 'x') {
      const hex = new RegExp(letter === 'u' ? '^[0-9a-f]{4}' : '^[0-9a-f]{2}', 'i').exec(source.slice(at))?.[0] ?? fail('a code point is not complete');
      at += hex.length;
      return bit(Number.parseInt(hex, 16));
    }
    if (letter === '' || /[a-z]/i.test(letter)) fail(`"\\${letter}" is not supported`);
    return bit(letter.codePointAt(0)!);
  }

  function one(inClass: boolean): CharSet {
    if (peek() === '\\') return escape(inClass);
    const code = source.codePointAt(at)!;
    at += code > 0xffff ? 2 : 1;
    return bit(code);
  }

  function charClass(): Node {
    at += 1;
    const negated = peek() === '^';
    if (negated) at += 1;
    let set = 0n;
    while (peek() !== ']') {
      if (at >= source.length) fail('a "]" is missing');
      const from = source.codePointAt(at)!;
      const low = one(true);
      if (peek() === '-' && source[at + 1] !== ']' && source[at + 1] !== undefined && source[at + 1] !== '\\') {
        at += 1;
        const to = source.codePointAt(at)!;
        one(true);
        set |= range(from, to);
      } else set |= low;
    }
    at += 1;
    return { kind: 'chars', set: negated ? (ANY & ~set) | OTHER : set };
  }

  function atom(): Node {
    const next = peek();
    if (next === '^' || next === '$') {
      at += 1;
      return { kind: 'edge' };
    }
    if (next === '.') {
      at += 1;
      return { kind: 'chars', set: ANY };
    }
    if (next === '[') return charClass();
    if (next === '(') {
      at += 1;
      if (peek() === '?') {
        if (source.startsWith('?:', at)) at += 2;
        else fail(/^\?<?[=!]/.test(source.slice(at)) ? 'looking ahead or behind is not allowed' : 'only plain groups and (?: ) are allowed');
      }
      const inner = choice();
      if (peek() !== ')') fail('a ")" is missing');
      at += 1;
      return inner;
    }
    if (/[*+?{}\])]/.test(next)) fail(`"${next}" stands where it has nothing to repeat or close`);
    const set = one(false);
    return set === 0n ? { kind: 'edge' } : { kind: 'chars', set };
  }

  function repeated(node: Node): Node {
    const found = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/.exec(source.slice(at));
    if (!found) return node;
    at += found[0].length;
    const [, sign, low, comma, high] = found;
    const min = sign ? (sign === '+' ? 1 : 0) : Number(low);
    const max = sign ? (sign === '?' ? 1 : Infinity) : high ? Number(high) : comma ? Infinity : min;
    if (/^[*+?{]/.test(source.slice(at))) fail('a repeat is repeated');
    return { kind: 'repeat', node, min, max };
  }

  function sequence(): Node {
    const parts: Node[] = [];
    while (at < source.length && peek() !== '|' && peek() !== ')') parts.push(repeated(atom()));
    return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };
  }

  function choice(): Node {
    const options = [sequence()];
    while (peek() === '|') {
      at += 1;
      options.push(sequence());
    }
    return options.length === 1 ? options[0]! : { kind: 'choice', options };
  }

  const tree = choice();
  if (at < source.length) fail(`"${peek()}" stands where nothing is open`);
  return tree;
}
