/** Example addresses a pattern accepts, so that a rule can be tried out before it blocks anything. Pure. */
import { parsePattern } from './pattern-parse';
import type { CharSet, Node } from './pattern-parse';

/** Enough to see every alternative of a pattern of 200 characters. */
const MAX_SAMPLES = 48;
/** Letters before digits before signs: what an address is most likely made of. */
const PREFERRED = [...'aA1-_.~/?&=#:%+,;@!$()*'].map((letter) => letter.charCodeAt(0));
const VISIBLE = Array.from({ length: 94 }, (_, index) => index + 33);

function letterOf(set: CharSet): string | null {
  const code = [...PREFERRED, ...VISIBLE].find((each) => (set & (1n << BigInt(each))) !== 0n);
  return code === undefined ? null : String.fromCharCode(code);
}

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

/** At most 48 strings the pattern describes, every alternative at least once while there is room. Throws PatternError on a pattern the parser refuses. */
export function samplesFrom(source: string): string[] {
  return [...new Set(samplesOf(parsePattern(source)))];
}
