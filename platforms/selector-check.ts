/**
 * A light check of CSS selectors without a DOM: balanced, made of compounds and combinators,
 * no pseudo-elements, nothing that could leave the selector. The browser still has the last word.
 */

class Reader {
  at = 0;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match) return null;
    this.at += match[0].length;
    return match[0];
  }
  get rest(): string {
    return this.text.slice(this.at, this.at + 20);
  }
}

const SPACE = /\s*/y;
const NAME = /-?(?:[\w\u0080-\uffff-]|\\.)+/y;
const ATTRIBUTE = /\[\s*[\w|:-]+\s*(?:[~|^$*]?=\s*(?:"[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*'|[\w-]+)\s*(?:[is]\s*)?)?\]/y;
const WITH_SELECTORS = new Set(['is', 'where', 'not', 'has']);
const WITH_WORDS = new Set(['nth-child', 'nth-last-child', 'nth-of-type', 'nth-last-of-type', 'lang', 'dir']);

function pseudo(reader: Reader, depth: number): string | null {
  if (reader.take(/::/y)) return 'pseudo-elements cannot be pressed or typed into';
  reader.take(/:/y);
  const name = reader.take(/[a-z-]+/y);
  if (!name) return `there is no name after ":" near "${reader.rest}"`;
  if (!reader.take(/\(/y)) return null;
  if (WITH_SELECTORS.has(name)) {
    const inner = list(reader, depth + 1, name === 'has');
    if (inner) return inner;
  } else if (!WITH_WORDS.has(name) || !reader.take(/[\w\s+-]+/y)) return `":${name}( )" is not supported`;
  return reader.take(/\)/y) ? null : 'a ")" is missing';
}

function compound(reader: Reader, depth: number): string | null {
  const start = reader.at;
  if (!reader.take(/\*/y)) reader.take(NAME);
  for (;;) {
    const next = reader.text[reader.at];
    if (next === '.' || next === '#') {
      reader.at += 1;
      if (!reader.take(NAME)) return `there is no name after "${next}"`;
    } else if (next === '[') {
      if (!reader.take(ATTRIBUTE)) return `the attribute near "${reader.rest}" is not closed or not understood`;
    } else if (next === ':') {
      const problem = pseudo(reader, depth);
      if (problem) return problem;
    } else break;
  }
  return reader.at > start ? null : `an element is expected near "${reader.rest}"`;
}

function complex(reader: Reader, depth: number, relative: boolean): string | null {
  reader.take(SPACE);
  if (relative) reader.take(/[>+~]\s*/y);
  for (;;) {
    const problem = compound(reader, depth);
    if (problem) return problem;
    const gap = reader.take(/\s*[>+~]\s*/y) ?? reader.take(/\s+(?=[^\s,)])/y);
    if (!gap) break;
  }
  reader.take(SPACE);
  return null;
}

function list(reader: Reader, depth: number, relative = false): string | null {
  if (depth > 4) return 'too many nested brackets';
  do {
    const problem = complex(reader, depth, relative);
    if (problem) return problem;
  } while (reader.take(/,/y));
  return null;
}

/** Null when the selector looks right, else what is wrong with it. */
export function selectorProblem(selector: string): string | null {
  const reader = new Reader(selector);
  const problem = list(reader, 0);
  if (problem) return problem;
  return reader.at === selector.length ? null : `"${reader.rest}" does not belong in a selector`;
}
