/** Walking pages built from shadow roots. Nothing here changes the page. */

export type Scope = Element | ShadowRoot | Document;

/** Gives the shadow root of a host, closed ones included. The isolated world asks the extension API (platforms.md §2.1). */
export type RootOf = (host: Element) => ShadowRoot | null;

let rootOf: RootOf = (host) => host.shadowRoot;

/** Set once at start; tests and browsers without the API keep to open roots. */
export function useRootOf(reader: RootOf): void {
  rootOf = reader;
}

export function shadowOf(host: Element): ShadowRoot | null {
  try {
    return rootOf(host) ?? host.shadowRoot;
  } catch {
    return host.shadowRoot;
  }
}

export function isElement(target: EventTarget | null | undefined): target is Element {
  return target instanceof Element;
}

export function isScope(target: EventTarget | undefined): target is Scope {
  return target instanceof Element || target instanceof ShadowRoot || target instanceof Document;
}

/** One step outwards: parent, or the host of a shadow root. Slots are not followed: an editor belongs to the tree it stands in. */
export function outer(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : (node.parentNode as Node | null);
}

/** The node and everything around it, through shadow hosts, up to the document. */
export function ancestry(start: Node): Node[] {
  const nodes: Node[] = [];
  for (let node: Node | null = start; node; node = outer(node)) nodes.push(node);
  return nodes;
}

/**
 * The path of an event as deep as we may see. A window listener gets only the host of a closed root;
 * below it the element under the pointer or with the focus is looked up.
 */
export function eventPath(event: Event): EventTarget[] {
  const path = event.composedPath();
  let inside: EventTarget[] = [];
  for (let head = path[0]; isElement(head); ) {
    const root = shadowOf(head);
    if (!root) break;
    const at: Element | null = 'clientX' in event ? root.elementFromPoint((event as MouseEvent).clientX, (event as MouseEvent).clientY) : root.activeElement;
    if (!at || at === head || at.getRootNode() !== root) break;
    const chain: EventTarget[] = [];
    for (let node: Node | null = at; node && node !== head; node = outer(node)) chain.push(node);
    inside = [...chain, ...inside];
    head = at;
  }
  return inside.length ? [...inside, ...path] : path;
}

/** Keeps the selectors this engine can parse; one bad line of an imported adapter must not silence the rest. */
export function usable(selectors: readonly string[] | undefined): string {
  const probe = document.createDocumentFragment();
  return (selectors ?? [])
    .filter((selector) => {
      try {
        probe.querySelector(selector);
        return true;
      } catch {
        return false;
      }
    })
    .join(',');
}

/** All matches below `scope`, looking into the shadow roots of `hosts` (outermost first). Document order within each root. */
export function queryAll(scope: Scope, selector: string, hosts: readonly string[] = []): Element[] {
  if (!selector) return [];
  const found = [...scope.querySelectorAll(selector)];
  const [first, ...rest] = hosts;
  if (first) {
    const inner = [...scope.querySelectorAll(usable([first]) || 'none')];
    if (scope instanceof Element && scope.matches(usable([first]) || 'none')) inner.unshift(scope);
    for (const host of inner) {
      const root = shadowOf(host);
      if (root) found.push(...queryAll(root, selector, rest));
    }
    if (!inner.length && rest.length) found.push(...queryAll(scope, selector, rest));
  }
  return found;
}

/** Takes part in layout. Templates and hidden twins of an editor do not (platforms.md §4, lesson 3). */
export function isShown(element: Element): boolean {
  return element.isConnected && element.getClientRects().length > 0;
}

export function isPagePattern(pattern: string, path: string): boolean {
  const source = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*');
  return new RegExp(`^${source}$`).test(path);
}
