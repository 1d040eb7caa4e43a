/** Reads one fact about the page from where the adapter says it stands. First source that yields something wins. */
import { textsAt } from '../platforms/path';
import type { Source } from '../platforms/schema';
import { isElement, outer, queryAll, usable, type Scope } from './dom';
import { cleanLabel } from './text';

export interface Place {
  /** The composer, or the document when the question is about the page. */
  scope: Scope;
  url: string;
  hosts?: readonly string[];
}

function closest(scope: Scope, selector: string): Element | null {
  for (let node: Node | null = scope; node; node = outer(node)) if (isElement(node) && node.matches(selector)) return node;
  return null;
}

/** Every element a source may mean, the composer's own first. Capped: a page can repeat a mark without end. */
function all(place: Place, selector: string): Element[] {
  const safe = usable([selector]);
  return [...queryAll(place.scope, safe, place.hosts), ...queryAll(document, safe, place.hosts)].slice(0, 200);
}

/** Form fields keep what a person chose in `value`, not in the attribute of the same name. */
function attribute(element: Element | null, name: string): string | null | undefined {
  if (!element) return null;
  if (name === 'value' && 'value' in element) return String(element.value);
  return element.getAttribute(name);
}

function shownText(element: Element | null): string | undefined {
  if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.textContent ?? '';
  return element?.textContent ?? undefined;
}

/** One script that is not JSON must not hide the next one that is. */
function jsonText(stored: string | null, path: string): string | null {
  if (!stored) return null;
  try {
    return textsAt(JSON.parse(stored), [path])[0] ?? null;
  } catch {
    return null;
  }
}

/** Candidates in order; the caller takes the first that passes `pick` (platforms/schema.ts, sources). */
function raw(source: Source, place: Place): (string | null | undefined)[] {
  switch (source.from) {
    case 'fixed':
      return [source.value];
    case 'url':
      return [place.url];
    case 'attr':
      return all(place, source.selector).map((element) => attribute(element, source.attr));
    case 'text':
      return all(place, source.selector).map(shownText);
    case 'closest': {
      const around = closest(place.scope, usable([source.selector]) || 'none');
      const element = around && source.inner ? (queryAll(around, usable([source.inner]), place.hosts)[0] ?? null) : around;
      return [source.attr ? attribute(element, source.attr) : shownText(element)];
    }
    case 'localStorage': {
      const stored = localStorage.getItem(source.key);
      if (stored === null || source.path === '') return [stored];
      return [textsAt(JSON.parse(stored), [source.path])[0]];
    }
    case 'json': {
      return all(place, source.selector).map((element) => jsonText(element.textContent, source.path));
    }
  }
}

/** Facts found in a page's own data scripts, which are large and do not change: each is searched once. */
const found = new WeakMap<Source, { script: WeakRef<Element>; value: string }>();

function remembered(source: Source): string | null {
  const known = found.get(source);
  return known?.script.deref()?.isConnected ? known.value : null;
}

function remember(source: Source, place: Place, index: number, value: string): void {
  if (source.from !== 'text' && source.from !== 'json') return;
  const element = all(place, source.selector)[index];
  if (element?.tagName === 'SCRIPT') found.set(source, { script: new WeakRef(element), value });
}

/** The fact, trimmed and at most 500 characters, or null when no source yields one. Never throws: a page can hold any rubbish. */
export function readSource(sources: readonly Source[] | undefined, place: Place): string | null {
  for (const source of sources ?? []) {
    try {
      const known = remembered(source);
      if (known) return known;
      const pick = 'pick' in source && source.pick !== undefined ? new RegExp(source.pick) : null;
      for (const [index, value] of raw(source, place).entries()) {
        if (value === null || value === undefined) continue;
        const kept = pick ? pick.exec(value)?.[1] : value;
        const clean = kept === undefined ? '' : cleanLabel(kept).slice(0, 500);
        if (clean) remember(source, place, index, clean);
        if (clean) return clean;
      }
    } catch {
      // Storage may be closed to this frame and JSON may be broken: the next source is asked.
    }
  }
  return null;
}
