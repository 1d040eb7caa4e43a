/**
 * What must stand in a text for a pattern to match: at least one of a few literals. Read from the pattern's own source,
 * so that it can never disagree with it. The idea of a required-literal prefilter: Cox, "Regular Expression Matching
 * with a Trigram Index" (2012); gitleaks calls it keywords.
 */

/** Stands in a literal where the pattern asks for a word boundary. */
export const EDGE = '\u0001';

/** Stands before a literal with which every match of its part begins. */
const START = '\u0002';

/** `exact`: the node matches these strings and nothing else. `need`: any match contains one of these. */
interface Known {
  exact: readonly string[] | null;
  need: readonly string[] | null;
}

const MOST_EXACT = 40;
const MOST_NEED = 400;
const LONGEST = 8;
const NOTHING: Known = { exact: null, need: null };
const EMPTY: Known = { exact: [''], need: null };

const unmarked = (literal: string) => (literal.startsWith(START) ? literal.slice(1) : literal);
const marked = (literal: string) => (literal.startsWith(START) ? literal : START + literal);
const bare = (literal: string) => unmarked(literal).replaceAll(EDGE, '');
const shortest = (set: readonly string[]) => set.reduce((least, one) => Math.min(least, bare(one).length), LONGEST);
/** At most LONGEST characters; an edge at the end goes with what is cut off. */
function cut(literal: string): string {
  if (literal.startsWith(START)) return START + cut(literal.slice(1));
  const head = literal.startsWith(EDGE) ? EDGE : '';
  const tail = literal.endsWith(EDGE) ? EDGE : '';
  const inside = bare(literal);
  return inside.length > LONGEST ? head + inside.slice(0, LONGEST) : head + inside + tail;
}

/** Signs that are rare enough in prose to be worth looking for alone. */
const RARE_SIGN = /^[!*[\]†¹²³#%$£€@{}<>|=+~^§]$/u;
const useful = (set: readonly string[] | null): set is readonly string[] => set !== null && set.length <= MOST_NEED && set.every((one) => bare(one).trim().length > 1 || RARE_SIGN.test(bare(one).trim()));

/** Where a match begins with its literal nothing has to be searched, which is worth a letter. */
const worth = (set: readonly string[]) => shortest(set) + (set.every((one) => one.startsWith(START)) ? 1 : 0);

/** Longer literals say more; among equals, fewer of them. */
function better(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (!useful(a)) return useful(b) ? b : null;
  if (!useful(b)) return a;
  const [left, right] = [worth(a), worth(b)];
  return right > left || (right === left && b.length < a.length) ? b : a;
}

const asNeed = ({ exact, need }: Known): readonly string[] | null => better(need, exact?.map(marked) ?? null);

function join(parts: readonly Known[]): Known {
  let exact: readonly string[] | null = [''];
  let run: readonly string[] = [''];
  let need: readonly string[] | null = null;
  /** What follows a part that consumes characters does not begin the match. */
  let first = true;
  for (const part of parts) {
    const crossed: string[] | null = part.exact && part.exact.length * run.length <= MOST_EXACT ? run.flatMap((head) => (part.exact ?? []).map((tail) => head + tail)) : null;
    if (crossed) {
      run = crossed;
      continue;
    }
    exact = null;
    const own = asNeed(part);
    const opens = first && run.every((one) => bare(one) === '');
    // Behind nothing but a word boundary the part's own beginning is that of the whole, and the boundary is its edge.
    const edge = run.length === 1 && run[0] === EDGE ? EDGE : '';
    const there = opens ? own?.map((one) => (one.startsWith(START) && !unmarked(one).startsWith(EDGE) ? START + edge + unmarked(one) : one)) : own?.map(unmarked);
    need = better(better(need, first ? run.map(marked) : run), there ?? null);
    run = part.exact && part.exact.length <= MOST_EXACT ? part.exact : [''];
    first = false;
  }
  return exact ? { exact: run, need: null } : { exact: null, need: better(need, first ? run.map(marked) : run) };
}

function either(branches: readonly Known[]): Known {
  if (branches.length === 1) return branches[0] ?? NOTHING;
  const exact = branches.every((one) => one.exact) ? [...new Set(branches.flatMap((one) => one.exact ?? []))] : null;
  const needs = branches.map(asNeed);
  const need = needs.every((one) => one) ? [...new Set(needs.flatMap((one) => (one ?? []).map(cut)))] : null;
  return { exact: exact && exact.length <= MOST_EXACT ? exact : null, need: need && need.length <= MOST_NEED ? need : null };
}

/** A reader of the part of the pattern language that checks use; anything it does not know counts as "could be anything". */
class Reader {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  alternatives(): Known {
    const branches: Known[] = [];
    do branches.push(this.sequence());
    while (this.take('|'));
    return either(branches);
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private sequence(): Known {
    const parts: Known[] = [];
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') parts.push(this.repeated(this.atom()));
    return join(parts);
  }

  private repeated(atom: Known): Known {
    const mark = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(this.source.slice(this.at))?.[0];
    if (!mark) return atom;
    this.at += mark.length;
    if (mark.startsWith('?')) return atom.exact ? { exact: [...new Set([...atom.exact, ''])], need: null } : NOTHING;
    if (mark.startsWith('*') || mark.startsWith('{0')) return NOTHING;
    const times = Math.min(Number(/^\{(\d+)/.exec(mark)?.[1] ?? 1), LONGEST);
    return { exact: null, need: better(atom.need, atom.exact?.map((one) => marked(bare(one).repeat(times).slice(0, LONGEST))) ?? null) };
  }

  private atom(): Known {
    const char = this.source.charAt(this.at);
    this.at += 1;
    if (char === '(') return this.group();
    if (char === '[') return this.set();
    if (char === '\\') return this.escape();
    if (char === '^' || char === '$') return EMPTY;
    if (char === '.') return NOTHING;
    return { exact: [char.toLowerCase()], need: null };
  }

  private group(): Known {
    const around = this.take('?=') || this.take('?!') || this.take('?<=') || this.take('?<!');
    if (!around && !this.take('?:')) {
      const name = /^\?<\w+>/.exec(this.source.slice(this.at))?.[0];
      if (name) this.at += name.length;
    }
    const inside = this.alternatives();
    this.take(')');
    return around ? EMPTY : inside;
  }

  private set(): Known {
    const from = this.at;
    while (this.at < this.source.length && this.source[this.at] !== ']') this.at += this.source[this.at] === '\\' ? 2 : 1;
    const inside = this.source.slice(from, this.at);
    this.at += 1;
    const letters = [...inside];
    if (inside.startsWith('^') || letters.length > 4 || /[\\-]/.test(inside) || letters.some((letter) => letter.length > 1)) return NOTHING;
    return { exact: [...new Set(letters.map((letter) => letter.toLowerCase()))], need: null };
  }

  private escape(): Known {
    const rest = this.source.slice(this.at);
    const long = /^(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|k<\w+>)/.exec(rest)?.[0];
    this.at += long?.length ?? 1;
    const code = long && /^[ux]\{?[\dA-Fa-f]+\}?$/.test(long) ? Number.parseInt(long.replaceAll(/[ux{}]/g, ''), 16) : 0;
    if (code > 0) return { exact: [String.fromCodePoint(code).toLowerCase()], need: null };
    if (long) return NOTHING;
    const char = rest.charAt(0);
    if (char === 'b') return { exact: [EDGE], need: null };
    if (char === 'B') return EMPTY;
    if (/[dDsSwWnrtfv\d]/.test(char)) return NOTHING;
    return { exact: [char], need: null };
  }
}

const pick = (pattern: RegExp | string): readonly string[] | null => {
  const need = asNeed(new Reader(typeof pattern === 'string' ? pattern : pattern.source).alternatives());
  return useful(need) ? need.map(cut) : null;
};

/**
 * Lower-case literals of which every match of `pattern` contains at least one (prefixes of at most eight characters);
 * null when the pattern could match without any. EDGE at either end of a literal says that a word begins or ends there.
 */
export function requiredLiterals(pattern: RegExp | string): readonly string[] | null {
  const need = pick(pattern);
  return need && [...new Set(need.map(unmarked))];
}

/** The same, and whether every match begins with one of them: then nothing has to be searched, only tried where they stand. */
export function gateOf(pattern: RegExp): { literals: readonly string[]; starts: boolean } | null {
  const need = pick(pattern);
  return need && { literals: [...new Set(need.map(unmarked))], starts: need.every((one) => one.startsWith(START)) };
}
