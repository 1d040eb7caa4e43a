/**
 * The door for adapters from strangers: JSON text in, an adapter or a list of problems out.
 * Everything is data; a key that smells of code is refused by name. Never throws.
 */
import { keyPaths, lineOf, parseJson } from './json-lines';
import { codeKeys, nearestKey } from './key-names';
import { adapterSchema } from './schema';
import type { Adapter } from './schema';
import { semanticProblems } from './semantic';
import { sayIssues } from './say-issues';

export interface AdapterProblem {
  /** 1-based line of the JSON text; null when a value, not text, was given or the place has no line. */
  line: number | null;
  /** Such as `surfaces[0].send.selectors`; '' means the whole file. */
  path: string;
  message: string;
}

export type ParsedAdapter = { ok: true; adapter: Adapter } | { ok: false; problems: AdapterProblem[] };

export const MAX_ADAPTER_BYTES = 64 * 1024;
const MAX_PROBLEMS = 50;

/** Turns a path of keys and indexes into `surfaces[0].send`. */
export function pathName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, key) => (typeof key === 'number' ? `${name}[${key}]` : name ? `${name}.${String(key)}` : String(key)), '');
}

const refuse = (message: string, line: number | null = null, path = ''): ParsedAdapter => ({ ok: false, problems: [{ line, path, message }] });

function textOf(input: unknown): string | null {
  try {
    return JSON.stringify(input) ?? null;
  } catch {
    return null;
  }
}

/** @param input JSON text, or a value that came out of JSON. */
export function parseAdapter(input: unknown): ParsedAdapter {
  const text = typeof input === 'string' ? input : textOf(input);
  if (text === null) return refuse('this is not data: an adapter is a JSON object');
  if (new TextEncoder().encode(text).length > MAX_ADAPTER_BYTES) return refuse('the adapter is larger than 64 KB');
  const parsed = parseJson(text);
  if (!parsed.ok) return refuse(parsed.message, typeof input === 'string' ? parsed.line : null);

  const places = typeof input === 'string' ? keyPaths(text) : new Map<string, number>();
  const at = (path: readonly PropertyKey[], message: string): AdapterProblem => ({ line: lineOf(places, path.map(String)), path: pathName(path), message });
  const code = codeKeys(parsed.value).map((path) => at(path, `an adapter holds data only; the key "${String(path.at(-1))}" looks like code`));
  if (code.length > 0) return { ok: false, problems: code.slice(0, MAX_PROBLEMS) };

  const checked = adapterSchema.safeParse(parsed.value);
  const problems = checked.success
    ? semanticProblems(checked.data).map(({ path, message }) => at(path, message))
    : sayIssues(checked.error.issues, parsed.value, nearestKey).map(({ path, message }) => at(path, message));
  if (checked.success && problems.length === 0) return { ok: true, adapter: checked.data };
  return { ok: false, problems: problems.slice(0, MAX_PROBLEMS) };
}

/** One line a person can act on: `line 12: surfaces[0].send.selectors: give at least one selector`. */
export function sayProblem({ line, path, message }: AdapterProblem): string {
  return [line === null ? '' : `line ${line}`, path, message].filter(Boolean).join(': ');
}
