/**
 * A selector that finds the same element again after the page was drawn anew. From the steadiest kind of name
 * to the weakest; position on the page only when nothing else is left, and then it is said (`weak`).
 */
import { isSteadyClass, isSteadyId, isSteadyLabel } from './steady';

export interface Found {
  /** Steadiest first; all of them match the element. */
  selectors: string[];
  /** Why the selector may not last, or null. */
  weak: 'place' | 'language' | null;
}

type Root = Document | ShadowRoot;

const TEST_IDS = ['data-testid', 'data-test-id', 'data-test', 'data-qa', 'data-e2e', 'data-cy', 'data-hook', 'data-action', 'data-role'];
const quote = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`;
const attr = (element: Element, name: string, steady: (value: string) => boolean): string | null => {
  const value = element.getAttribute(name);
  return value && steady(value) ? `[${name}=${quote(value)}]` : null;
};

/** Names of the element itself, by kind. */
function own(element: Element): { strong: string[]; fair: string[]; spoken: string[] } {
  const tag = element.localName;
  const keep = (list: (string | null | false)[]): string[] => list.filter((one): one is string => Boolean(one));
  const id = element.id && isSteadyId(element.id) ? `#${CSS.escape(element.id)}` : null;
  const name = attr(element, 'name', isSteadyId);
  const role = attr(element, 'role', Boolean);
  const type = element.hasAttribute('type') ? attr(element, 'type', Boolean) : null;
  const classes = [...element.classList].filter(isSteadyClass).slice(0, 2).map((one) => `.${CSS.escape(one)}`).join('');
  const editable = element.hasAttribute('contenteditable') ? '[contenteditable]' : '';
  return {
    strong: keep([id, ...TEST_IDS.map((key) => attr(element, key, isSteadyId)), name && tag + name, tag.includes('-') && tag]),
    fair: keep([
      element.hasAttribute('data-lexical-editor') && '[data-lexical-editor]', element.hasAttribute('data-slate-editor') && '[data-slate-editor]',
      classes && `${tag}${classes}`, (role || type || editable) && `${tag}${role ?? ''}${type ?? ''}${editable}`, tag === 'textarea' && tag,
    ]),
    spoken: keep([attr(element, 'aria-label', isSteadyLabel), attr(element, 'placeholder', isSteadyLabel), attr(element, 'data-placeholder', isSteadyLabel), attr(element, 'aria-placeholder', isSteadyLabel), attr(element, 'title', isSteadyLabel)])
      .map((one) => tag + one),
  };
}

function place(element: Element, root: Root): string {
  const steps: string[] = [];
  for (let node: Element | null = element; node && node.parentNode !== root && node.localName !== 'body'; node = node.parentElement) {
    const same = [...(node.parentElement?.children ?? [])].filter((other) => other.localName === node?.localName);
    steps.unshift(same.length > 1 ? `${node.localName}:nth-of-type(${same.indexOf(node) + 1})` : node.localName);
    const anchor = steps.length < 6 && node.parentElement && own(node.parentElement).strong.find((one) => root.querySelectorAll(one).length === 1);
    if (anchor) return [anchor, ...steps].join(' > ');
  }
  return steps.join(' > ');
}

/**
 * @param alike says whether another match would be just as right (the same box under every comment);
 * covering those too is the safe side.
 */
export function selectorsFor(element: Element, root: Root, alike: (other: Element) => boolean): Found {
  const hits = (selector: string): Element[] => {
    try {
      return [...root.querySelectorAll(selector)];
    } catch {
      return [];
    }
  };
  const only = (selector: string): boolean => selector.length <= 300 && hits(selector).length === 1 && hits(selector)[0] === element;
  const { strong, fair, spoken } = own(element);
  const plain = [...strong, ...fair].filter(only);
  if (plain.length > 0) return { selectors: plain.slice(0, 2), weak: null };

  for (let around = element.parentElement; around; around = around.parentElement) {
    const names = own(around);
    const anchors = [...names.strong, ...names.fair.filter((one) => one.includes('.') || around?.localName === 'form' || one.includes('role'))];
    const inside = anchors.flatMap((anchor) => [...strong, ...fair, element.localName].map((one) => `${anchor} ${one}`)).filter(only);
    if (inside.length > 0) return { selectors: inside.slice(0, 1), weak: null };
  }
  const many = [...strong, ...fair].find((selector) => hits(selector).includes(element) && hits(selector).every(alike));
  if (many) return { selectors: [many], weak: null };
  const named = spoken.find((selector) => hits(selector).includes(element) && hits(selector).every(alike));
  if (named) return { selectors: [named], weak: 'language' };
  return { selectors: [place(element, root)], weak: 'place' };
}

/** Selectors of the shadow hosts around an element, outermost first. */
export function hostsAround(element: Element): string[] {
  const chain: string[] = [];
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
    const { host } = root;
    chain.unshift(host.localName.includes('-') ? host.localName : (selectorsFor(host, host.getRootNode() as Root, () => false).selectors[0] ?? host.localName));
  }
  return chain;
}
