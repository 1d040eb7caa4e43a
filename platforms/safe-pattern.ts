/**
 * A static gate for regular expressions from strangers (guard.md §5): what passes here cannot make a page hang.
 * Refused: more than 200 characters, back references, looking around, a repeat inside a repeat, alternatives
 * that start alike inside a repeat, and neighbouring repeats that can eat the same characters.
 */
import { ANY, PatternError, parsePattern } from './pattern-parse';
import type { CharSet, Node } from './pattern-parse';

export const MAX_PATTERN = 200;
/** A repeat up to this many times may stand inside another one. */
const SMALL = 1;
/** Counted repeats up to this many times are bounded enough to stand next to each other. */
const LONG = 500;

const repeats = (node: Node): boolean => {
  switch (node.kind) {
    case 'repeat': return node.max > SMALL || repeats(node.node);
    case 'sequence': return node.parts.some(repeats);
    case 'choice': return node.options.some(repeats);
    default: return false;
  }
};

const mayBeEmpty = (node: Node): boolean => {
  switch (node.kind) {
    case 'chars': return false;
    case 'edge': return true;
    case 'repeat': return node.min === 0 || mayBeEmpty(node.node);
    case 'sequence': return node.parts.every(mayBeEmpty);
    case 'choice': return node.options.some(mayBeEmpty);
  }
};

const allChars = (node: Node): CharSet => {
  switch (node.kind) {
    case 'chars': return node.set;
    case 'edge': return 0n;
    case 'repeat': return allChars(node.node);
    case 'sequence': return node.parts.reduce((set, part) => set | allChars(part), 0n);
    case 'choice': return node.options.reduce((set, option) => set | allChars(option), 0n);
  }
};

const firstChars = (node: Node): CharSet => {
  switch (node.kind) {
    case 'chars': return node.set;
    case 'edge': return 0n;
    case 'repeat': return firstChars(node.node);
    case 'choice': return node.options.reduce((set, option) => set | firstChars(option), 0n);
    case 'sequence': {
      let set = 0n;
      for (const part of node.parts) {
        set |= firstChars(part);
        if (!mayBeEmpty(part)) break;
      }
      return set;
    }
  }
};

function overlappingChoice(node: Node): boolean {
  if (node.kind === 'repeat') return overlappingChoice(node.node);
  if (node.kind === 'sequence') return node.parts.some(overlappingChoice);
  if (node.kind !== 'choice') return false;
  let seen = 0n;
  return node.options.some((option) => {
    const first = mayBeEmpty(option) ? ANY : firstChars(option);
    const clash = (seen & first) !== 0n;
    seen |= first;
    return clash || overlappingChoice(option);
  });
}

/** Puts groups that happen at most once in line with what stands around them. */
function flatten(node: Node): Node[] {
  if (node.kind === 'sequence') return node.parts.flatMap(flatten);
  if (node.kind !== 'repeat' || node.max > SMALL) return [node];
  // What may be absent separates nothing: it becomes a choice between itself and nothing.
  return node.min === 0 ? [{ kind: 'choice', options: [node.node, { kind: 'edge' }] }] : flatten(node.node);
}

/** Two long repeats share characters and nothing that must come between them keeps them apart. */
function neighbours(node: Node, before: CharSet = 0n): { clash: boolean; open: CharSet } {
  let open = before;
  for (const part of flatten(node)) {
    if (part.kind === 'choice') {
      const inside = part.options.map((option) => neighbours(option, open));
      if (inside.some(({ clash }) => clash)) return { clash: true, open };
      open = inside.reduce((set, each) => set | each.open, 0n);
    } else if (part.kind === 'repeat' && part.max > LONG) {
      const chars = allChars(part);
      if ((open & chars) !== 0n) return { clash: true, open };
      open |= chars;
    } else if (part.kind === 'chars' && (open & part.set) === 0n) open = 0n;
  }
  return { clash: false, open };
}

function dangerous(node: Node): string | null {
  if (node.kind === 'repeat') {
    if (node.max > SMALL && repeats(node.node)) return 'a repeat inside a repeat can run for ever';
    if (node.max > SMALL && mayBeEmpty(node.node)) return 'a repeat of something that may be empty can run for ever';
    if (node.max > SMALL && overlappingChoice(node.node)) return 'alternatives inside a repeat must start differently';
    return dangerous(node.node);
  }
  const children = node.kind === 'sequence' ? node.parts : node.kind === 'choice' ? node.options : [];
  for (const child of children) {
    const problem = dangerous(child);
    if (problem) return problem;
  }
  return null;
}

const groups = (source: string): number => source.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]/g, '').match(/\((?!\?)/g)?.length ?? 0;

/** Null when the pattern is safe, else why not. `needsGroup` also asks for a capture group. */
export function patternProblem(source: string, needsGroup = false): string | null {
  if (source.length > MAX_PATTERN) return `a pattern may have at most ${MAX_PATTERN} characters`;
  try {
    const tree = parsePattern(source);
    const problem = dangerous(tree) ?? (neighbours(tree).clash ? 'two repeats that match the same characters stand next to each other' : null);
    if (problem) return problem;
    if (needsGroup && groups(source) === 0) return 'put the part to keep in ( )';
    // The engine has the last word on what the small parser took for granted.
    RegExp(source);
    return null;
  } catch (error) {
    return error instanceof PatternError ? error.message : 'this is not a regular expression';
  }
}
