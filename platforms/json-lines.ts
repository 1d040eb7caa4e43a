/** JSON with line numbers: where a key or element stands in the text, and where the text stops being JSON. */

export type JsonResult = { ok: true; value: unknown } | { ok: false; line: number | null; message: string };

/** No place in an adapter is deeper. */
const MAX_DEPTH = 20;

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

/** Path of keys, joined by U+0000, to a 1-based line. Reads valid JSON only. */
export function keyPaths(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  const stack: { array: boolean; key: string }[] = [];
  let line = 1;
  let expectKey = false;
  const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+|\n/g;
  const mark = () => {
    if (stack.length > MAX_DEPTH) return;
    const path = stack.map((level) => level.key).join('\0');
    if (!lines.has(path)) lines.set(path, line);
  };
  for (const [part] of text.matchAll(token)) {
    const top = stack.at(-1);
    if (part === '\n') line += 1;
    else if (part === '{' || part === '[') {
      mark();
      stack.push({ array: part === '[', key: part === '[' ? '0' : '' });
      expectKey = part === '{';
    } else if (part === '}' || part === ']') {
      stack.pop();
      expectKey = false;
    } else if (part === ',') {
      if (top?.array) top.key = String(Number(top.key) + 1);
      expectKey = top?.array === false;
    } else if (part === ':') expectKey = false;
    else if (expectKey && top) {
      top.key = JSON.parse(part) as string;
      mark();
    } else mark();
  }
  return lines;
}

/** The line of a path, or of its nearest ancestor that has one. */
export function lineOf(lines: ReadonlyMap<string, number>, path: readonly string[]): number | null {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const line = lines.get(path.slice(0, depth).join('\0'));
    if (line !== undefined) return line;
  }
  return null;
}

/**
 * Index where the text stops being JSON. Engines word their errors differently and often leave the place out,
 * so the text is walked here; called only for text JSON.parse has refused.
 */
function brokenAt(text: string): number {
  const next = /\s*(?:("(?:[^"\\\r\n\t]|\\.)*"|true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([{}[\],:]))/y;
  const closers: string[] = [];
  let wanted: 'value' | 'key' | 'colon' | 'comma' = 'value';
  let may = '';
  for (let at = 0; ; at = next.lastIndex) {
    next.lastIndex = at;
    const match = next.exec(text);
    const space = /\s*/y;
    space.lastIndex = at;
    space.exec(text);
    if (!match) return space.lastIndex;
    const [, plain, sign] = match;
    if (plain) {
      if (wanted === 'key' && plain.startsWith('"')) wanted = 'colon';
      else if (wanted === 'value') wanted = 'comma';
      else return space.lastIndex;
    } else if (sign === ':' && wanted === 'colon') wanted = 'value';
    else if (sign === ',' && wanted === 'comma' && closers.length > 0) wanted = closers.at(-1) === '}' ? 'key' : 'value';
    else if ((sign === '{' || sign === '[') && wanted === 'value') {
      closers.push(sign === '{' ? '}' : ']');
      wanted = sign === '{' ? 'key' : 'value';
    } else if (sign === closers.at(-1) && (wanted === 'comma' || may === '{' || may === '[')) {
      closers.pop();
      wanted = 'comma';
    } else return space.lastIndex;
    may = sign ?? '';
  }
}

export function parseJson(text: string): JsonResult {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    if (text.trim() === '') return { ok: false, line: null, message: 'the file is empty' };
    const line = lineAt(text, brokenAt(text));
    return { ok: false, line, message: 'this is not valid JSON: look for a missing comma, quote or bracket here or just above' };
  }
}
