/**
 * Asks a page what an adapter finds on it: an independent reading of the schema's words, apart from the gate's,
 * so that data and code can be checked against each other. Runs inside the page: nothing from outside may be used.
 */
import type { Adapter } from '../../platforms/schema';

export interface ProbeResult {
  /** The surface the editor belongs to, or null when the adapter does not know it. */
  surface: string | null;
  bodies: number;
  sends: number;
  /** Names of the send controls, as a person hears them. */
  names: string[];
  handle: string | null;
  id: string | null;
  target: string | null;
  targetLabel: string | null;
  audience: string | null;
}

/** @param from the body editor. Marks the found controls and editors with `data-probe`, for decoys to be compared. */
export function probe(from: Element, adapter: Adapter): ProbeResult {
  type Surface = Adapter['surfaces'][number];
  type Sources = NonNullable<Surface['target']>;
  const invisible = /[\u200b-\u200d\ufeff]/g;
  const clean = (text: string) => text.replaceAll(invisible, '').trim();
  const up = (element: Element, selectors: readonly string[]): Element | null => {
    for (let at: Element | null = element; at;) {
      if (selectors.some((selector) => at!.matches(selector))) return at;
      const root: Node = at.getRootNode();
      at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    }
    return null;
  };
  const roots = (surface: Surface): (Document | ShadowRoot)[] => [
    document,
    ...(surface.shadowHosts ?? []).flatMap((host) => [...document.querySelectorAll(host)].flatMap((element) => (element.shadowRoot ? [element.shadowRoot] : []))),
  ];
  const within = (scope: Element, selectors: readonly string[]) => [...scope.querySelectorAll(selectors.join(','))];
  const name = (element: Element) => clean(element.getAttribute('aria-label') ?? element.textContent ?? '');
  const sendsIn = (scope: Element, { send }: Surface) => {
    if (send.selectors.length === 0) return [];
    const labels = Object.values(send.labels ?? {}).flat();
    return within(scope, send.selectors)
      .filter((element) => !send.exclude?.some((selector) => element.matches(selector)))
      .filter((element) => labels.length === 0 || labels.includes(name(element)));
  };
  const onPath = (surface: Surface) => !surface.paths || surface.paths.some((pattern) => {
    const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
    return new RegExp(`^${parts.join('.*')}$`).test(location.pathname);
  });
  const scopeOf = (surface: Surface): Element | null => {
    if (surface.scope) return up(from, surface.scope);
    let at: Element | null = from;
    while (at && sendsIn(at, surface).length === 0) at = at.parentElement;
    return at;
  };
  const down = (root: unknown, path: string): unknown => (path.match(/\{[^}]*\}|[^.]+/g) ?? []).reduce<unknown>((at, key) => {
    const step = key.startsWith('{') ? String(down(root, key.slice(1, -1))) : key;
    return typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined;
  }, root);
  const candidates = (source: Sources[number], surface: Surface): (string | null | undefined)[] => {
    switch (source.from) {
      case 'url': return [location.href];
      case 'fixed': return [source.value];
      case 'attr': return roots(surface).flatMap((root) => [...root.querySelectorAll(source.selector)].map((element) => element.getAttribute(source.attr)));
      case 'text': return roots(surface).flatMap((root) => [...root.querySelectorAll(source.selector)].map((element) => element.textContent));
      case 'json': return roots(surface).flatMap((root) => [...root.querySelectorAll(source.selector)].map((element) => down(JSON.parse(element.textContent ?? 'null'), source.path) as string));
      case 'localStorage': return [down(JSON.parse(localStorage.getItem(source.key) ?? 'null'), source.path) as string];
      case 'closest': {
        const around = up(scopeOf(surface) ?? from, [source.selector]);
        const element = source.inner ? around?.querySelector(source.inner) : around;
        return [source.attr ? element?.getAttribute(source.attr) : element?.textContent];
      }
    }
  };
  const read = (sources: Sources | undefined, surface: Surface): string | null => {
    for (const source of sources ?? []) {
      for (const value of candidates(source, surface)) {
        if (typeof value !== 'string') continue;
        const kept = 'pick' in source && source.pick ? new RegExp(source.pick).exec(value)?.[1] : value;
        if (kept && clean(kept)) return clean(kept);
      }
    }
    return null;
  };

  for (const marked of document.querySelectorAll('[data-probe]')) marked.removeAttribute('data-probe');
  const found = adapter.surfaces.find((surface) => onPath(surface) && surface.editors.some((editor) => editor.role === 'body' && editor.selectors.some((selector) => from.matches(selector))) && scopeOf(surface));
  if (!found) return { surface: null, bodies: 0, sends: 0, names: [], handle: null, id: null, target: null, targetLabel: null, audience: null };
  const scope = scopeOf(found)!;
  const body = found.editors.find((editor) => editor.role === 'body' && within(scope, editor.selectors).length > 0);
  const bodies = body ? within(scope, body.selectors) : [];
  const sends = sendsIn(scope, found);
  for (const editor of found.editors) for (const element of within(scope, editor.selectors)) element.setAttribute('data-probe', 'editor');
  for (const element of sends) element.setAttribute('data-probe', 'control');
  return {
    surface: found.id, bodies: bodies.length, sends: sends.length, names: sends.map(name),
    handle: read(adapter.identity.handle, found), id: read(adapter.identity.id, found),
    target: read(found.target, found), targetLabel: read(found.targetLabel, found), audience: read(found.audience, found),
  };
}
