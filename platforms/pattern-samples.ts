/** Example addresses a pattern accepts, so that a rule can be tried out before it blocks anything. Pure. */
import { parsePattern } from './pattern-parse';
import type { CharSet, Node } from './pattern-parse';

/** Enough to see every alternative of a pattern of 200 characters. */
const MAX_SAMPLES = 48;
/** Letters before digits before signs: what an address is most likely made of. */
const PREFERRED = [...'aA1-_.~/?&=#:%+,;@!$()*'].map((letter) => letter.charCodeAt(0));
const VISIBLE = Array.from({ length: 94 }, (_, index) => index + 33);
const LETTERS = [...PREFERRED, ...VISIBLE].map((code) => ({ letter: String.fromCharCode(code), bit: 1n << BigInt(code) }));

const letterOf = (set: CharSet): string | null => LETTERS.find(({ bit }) => (set & bit) !== 0n)?.letter ?? null;

const joined = (heads: string[], tails: string[]): string[] => heads.flatMap((head) => tails.map((tail) => head + tail)).slice(0, MAX_SAMPLES);

function samplesOf(node: Node): string[] {
  switch (node.kind) {
    case 'edge': return [''];
    case 'chars': {
      const letter = letterOf(node.set);
      return letter === null ? [] : [letter];
    }
    case 'sequence': return node.parts.reduce<string[]>((all, part) => joined(all, samplesOf(part)), ['']);
    case 'choice': return node.options.flatMap(samplesOf).slice(0, MAX_SAMPLES);
    case 'repeat': {
      const inner = samplesOf(node.node);
      const few = Array.from({ length: node.min }).reduce<string[]>((all) => joined(all, inner), ['']);
      return node.min === 0 && node.max > 0 ? ['', ...inner].slice(0, MAX_SAMPLES) : few;
    }
  }
}

/** The same few patterns are tried against each other again and again. */
const tried = new Map<string, readonly string[]>();
const MAX_TRIED = 500;

/** At most 48 strings the pattern describes, every alternative at least once while there is room. Throws PatternError on a pattern the parser refuses. */
export function samplesFrom(source: string): readonly string[] {
  const known = tried.get(source);
  if (known) return known;
  const samples = [...new Set(samplesOf(parsePattern(source)))];
  if (tried.size >= MAX_TRIED) tried.clear();
  tried.set(source, samples);
  return samples;
}
