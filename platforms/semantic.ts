/** What a schema cannot say: selectors and patterns that work, names that exist, hosts that are one site. */
import type { Adapter } from './schema';
import { overBlocks } from './over-block';
import { patternProblem } from './safe-pattern';
import { selectorProblem } from './selector-check';

export interface Semantic { path: PropertyKey[]; message: string }

const SELECTOR_KEYS = new Set(['selector', 'inner', 'click', 'detect', 'link', 'item']);
const SELECTOR_LISTS = new Set(['selectors', 'scope', 'shadowHosts', 'exclude', 'unless', 'previews']);

function hostProblem(pattern: string): string | null {
  const host = /^(?:\*|https?):\/\/([^/]+)\/\*$/.exec(pattern)?.[1] ?? '';
  const name = host.replace(/^\*\./, '').replace(/:\d+$/, '');
  if (name === '' || name.includes('*')) return 'name one site; a pattern for every site is refused';
  if (!/^([a-z0-9-]+\.)*[a-z0-9-]+$/.test(name)) return 'use a plain lower-case host name';
  return host.startsWith('*.') && !name.includes('.') ? 'name one site; a pattern for a whole ending is refused' : null;
}

function addressProblem(address: string): string | null {
  return /^(https?:\/\/|\/)/.test(address) ? null : 'an address begins with https:// or with /';
}

/** Walks every selector and pattern, wherever it stands. */
function walk(value: unknown, path: PropertyKey[], found: Semantic[]): void {
  const note = (message: string | null, at = path) => message && found.push({ path: at, message });
  const key = path.at(-1);
  if (typeof value === 'string') {
    const parent = path.at(-2);
    if (typeof key === 'string' && SELECTOR_KEYS.has(key)) note(selectorProblem(value));
    else if (typeof key === 'number' && typeof parent === 'string' && SELECTOR_LISTS.has(parent)) note(selectorProblem(value));
    else if (key === 'text' && path[0] === 'ownPosts') note(selectorProblem(value));
    else if (key === 'pick') note(patternProblem(value, true));
    else if (key === 'url' && path[0] === 'publish') note(patternProblem(value));
    else if (typeof key === 'number' && parent === 'passThrough') note(patternProblem(value));
    else if (typeof key === 'number' && (parent === 'hosts' || parent === 'callHosts')) note(hostProblem(value));
    else if (typeof key === 'number' && parent === 'paths') note(value.startsWith('/') ? null : 'a path begins with /');
    else if (key === 'url' && parent === 'restore') note(addressProblem(value));
    else if (key === 'template') note(/^https?:\/\//.test(value) ? null : 'an address begins with https://');
  } else if (Array.isArray(value)) value.forEach((item: unknown, index) => walk(item, [...path, index], found));
  else if (typeof value === 'object' && value !== null) for (const [name, child] of Object.entries(value)) walk(child, [...path, name], found);
}

const onlySockets = (adapter: Adapter): Semantic[] =>
  adapter.publish.flatMap(({ dedicated, transport }, index) => (dedicated && transport !== 'socket' ? [{ path: ['publish', index, 'dedicated'], message: 'only a socket can be dedicated to publishing' }] : []));

function twice(ids: readonly string[], path: PropertyKey[]): Semantic[] {
  return ids.flatMap((id, index) => (ids.indexOf(id) < index ? [{ path: [...path, index, 'id'], message: `the id "${id}" is used twice` }] : []));
}

function surfaceProblems(adapter: Adapter): Semantic[] {
  const known = new Set(adapter.publish.map((spec) => spec.id));
  return adapter.surfaces.flatMap((surface, index): Semantic[] => {
    const path = ['surfaces', index];
    const found: Semantic[] = [];
    surface.publish.forEach((id, at) => {
      if (!known.has(id)) found.push({ path: [...path, 'publish', at], message: `there is no publish call with the id "${id}"` });
    });
    if (!surface.editors.some((editor) => editor.role === 'body')) found.push({ path: [...path, 'editors'], message: 'one editor must have the role "body"' });
    if (surface.send.selectors.length === 0 && surface.keys.length === 0) {
      found.push({ path: [...path, 'send', 'selectors'], message: 'give at least one selector, or a key that sends' });
    }
    return found;
  });
}

/** Problems of an adapter that already fits the schema. */
export function semanticProblems(adapter: Adapter): Semantic[] {
  const found: Semantic[] = [];
  walk(adapter, [], found);
  // A pattern with a problem of its own cannot be tried out.
  if (found.length === 0) found.push(...overBlocks(adapter).map(({ at, message }) => ({ path: ['publish', at, 'url'], message })));
  found.push(...twice(adapter.surfaces.map(({ id }) => id), ['surfaces']), ...twice(adapter.publish.map(({ id }) => id), ['publish']), ...surfaceProblems(adapter), ...onlySockets(adapter));
  return found;
}
