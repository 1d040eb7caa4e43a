/**
 * Patterns that run only where they can match. All required literals of all patterns are looked for in one walk over
 * the draft; a pattern whose literals are absent costs nothing, and in a long text it runs only around them.
 */
import { buildAutomaton, type Automaton } from './automaton';
import { EDGE, gateOf } from './literals';
import { perScan } from './per-scan';
import type { Scan } from './scan';

export interface Pattern {
  readonly regex: RegExp;
  /** Number of the pattern's gate, or -1: it has no required literal and always runs. */
  readonly gate: number;
  /** The same pattern, tried at one place only; null: its matches do not begin with its literals. */
  readonly sticky: RegExp | null;
}

export interface Match {
  start: number;
  end: number;
  /** The whole match, then its groups. */
  parts: readonly (string | undefined)[];
}

interface Gate {
  literals: readonly string[];
  /** Its places are the beginnings of the literals, and every one is kept. */
  starts: boolean;
}

const GATES: Gate[] = [];
/** Every pattern of every check, for the test that the gates never hide a match. */
export const PATTERNS: Pattern[] = [];
let automaton: { walk: Automaton['walk']; users: readonly User[]; made: number } | null = null;

interface User {
  /** Characters of the literal, without its edges. */
  size: number;
  opens: boolean;
  closes: boolean;
  gates: number[];
  starts: number[];
}

/** @param words no match may be longer than REACH. */
export function pattern(words: RegExp): Pattern {
  const regex = words.global ? words : new RegExp(words.source, `${words.flags}g`);
  const gate = gateOf(regex);
  if (gate) GATES.push(gate);
  const made = { regex, gate: gate ? GATES.length - 1 : -1, sticky: gate?.starts ? new RegExp(regex.source, regex.flags.replace('g', 'y')) : null };
  PATTERNS.push(made);
  return made;
}

/** What \b counts as part of a word. */
const isWord = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;

function ready() {
  if (automaton?.made === GATES.length) return automaton;
  const users = new Map<string, User>();
  GATES.forEach(({ literals, starts }, gate) => {
    for (const literal of literals) {
      const known = users.get(literal);
      const size = literal.replaceAll(EDGE, '').length;
      if (known) (starts ? known.starts : known.gates).push(gate);
      // An edge says something only beside a letter or a digit.
      else users.set(literal, { size, opens: literal.startsWith(EDGE) && isWord(literal.charCodeAt(1)), closes: literal.endsWith(EDGE) && isWord(literal.charCodeAt(literal.length - 2)), gates: starts ? [] : [gate], starts: starts ? [gate] : [] });
    }
  });
  automaton = { walk: buildAutomaton([...users.keys()].map((literal) => literal.replaceAll(EDGE, ''))).walk, users: [...users.values()], made: GATES.length };
  return automaton;
}

/** Texts up to this length are searched whole. */
const SHORT = 1_200;
/** How far before and after a literal a match may reach; patterns that count higher than 99 reach further. */
const REACH = 150;
const FAR = 420;
const reachOf = (regex: RegExp): number => (/\{\d*,?\d{3,}\}/.test(regex.source) ? FAR : REACH);
/** A run without white space, such as an encoded key, is kept whole up to here. */
const LONG_TOKEN = 4_000;

type Places = (number[] | undefined)[];

/** Where a literal of each gate ends, and where it begins when its matches do; else the first place is enough in a short text. */
const placesOf = perScan((scan: Scan): Places => {
  const { walk, users } = ready();
  const { text } = scan;
  const places: Places = [];
  const long = scan.text.length > SHORT;
  walk(text, (index, end) => {
    const user = users[index] as User;
    if ((user.opens && isWord(text.charCodeAt(end - user.size - 1))) || (user.closes && isWord(text.charCodeAt(end)))) return;
    for (const gate of user.starts) {
      const known = places[gate];
      if (known) known.push(end - user.size);
      else places[gate] = [end - user.size];
    }
    for (const gate of user.gates) {
      const known = places[gate];
      if (!known) places[gate] = [end];
      else if (long && end - (known[known.length - 1] as number) > 8) known.push(end);
    }
  });
  return places;
});

const isSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;

/** Widens to white space, so that a word boundary in the part is one in the whole. */
function* windows(text: string, places: readonly number[], reach: number): Generator<[number, number]> {
  let from = -1;
  let to = -1;
  for (const place of places) {
    let start = Math.max(0, place - reach);
    if (start > to || from < 0) {
      if (from >= 0) yield [from, to];
      while (start > 0 && !isSpace(text.charCodeAt(start - 1)) && place - start < LONG_TOKEN) start -= 1;
      from = Math.max(start, to);
    }
    to = Math.min(text.length, place + reach);
    while (to < text.length && !isSpace(text.charCodeAt(to)) && to - place < LONG_TOKEN) to += 1;
  }
  if (from >= 0) yield [from, to];
}

const asMatch = (match: RegExpExecArray, offset: number): Match => ({ start: match.index + offset, end: match.index + offset + match[0].length, parts: match });

function* run(regex: RegExp, text: string, offset: number): Generator<Match> {
  regex.lastIndex = 0;
  for (;;) {
    const at = regex.lastIndex;
    const match = regex.exec(text);
    if (!match) return;
    const after = match[0] === '' ? at + 1 : regex.lastIndex;
    yield asMatch(match, offset);
    regex.lastIndex = after;
  }
}

/** Whether a literal of the pattern is there at all: a cheap "maybe". */
export const mayMatch = (scan: Scan, { gate }: Pattern): boolean => gate < 0 || placesOf(scan)[gate] !== undefined;

const NONE: readonly Match[] = [];

/** Tries the pattern where its literals begin. Leftmost first and never overlapping, as a search of the whole text would be. */
function* tried(sticky: RegExp, text: string, places: number[]): Generator<Match> {
  // Literals of different lengths end in another order than they begin; sorting twice does no harm.
  places.sort((a, b) => a - b);
  let from = 0;
  for (const place of places) {
    if (place < from) continue;
    sticky.lastIndex = place;
    const match = sticky.exec(text);
    from = place + 1;
    if (!match) continue;
    from = Math.max(from, sticky.lastIndex);
    yield asMatch(match, 0);
  }
}

/** Every match in the author's text, in reading order. */
export function matches(scan: Scan, { regex, gate, sticky }: Pattern): readonly Match[] {
  if (gate < 0) return [...run(regex, scan.text, 0)];
  const places = placesOf(scan)[gate];
  if (!places) return NONE;
  if (sticky) return [...tried(sticky, scan.text, places)];
  if (scan.text.length <= SHORT) return [...run(regex, scan.text, 0)];
  const out: Match[] = [];
  for (const [from, to] of windows(scan.text, places, reachOf(regex))) out.push(...run(regex, scan.text.slice(from, to), from));
  return out;
}

export function firstMatch(scan: Scan, one: Pattern): Match | null {
  if (!mayMatch(scan, one)) return null;
  if (one.sticky) {
    for (const match of tried(one.sticky, scan.text, placesOf(scan)[one.gate] ?? [])) return match;
    return null;
  }
  if (scan.text.length > SHORT) return matches(scan, one)[0] ?? null;
  one.regex.lastIndex = 0;
  const match = one.regex.exec(scan.text);
  return match ? asMatch(match, 0) : null;
}

export const has = (scan: Scan, one: Pattern): boolean => firstMatch(scan, one) !== null;
