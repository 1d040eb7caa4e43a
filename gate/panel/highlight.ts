/**
 * Marks the words of findings in rich editors with the CSS Custom Highlight API: the browser paints them, the
 * editor's own nodes stay as they are (platforms.md §2.3: an editor must never find foreign markup in itself).
 * Where the browser has no such API nothing happens; the panel quotes the words anyway.
 */
import type { Severity } from '../../checks/finding';
import { follow, locate, type BodyEditor } from './locate';
import type { Found } from './state';
import { themeOf, type Theme } from './theme';

type Root = Document | ShadowRoot;
type Name = 'cs-note' | 'cs-hold' | 'cs-block';

const NAME: Record<Severity, Name> = { info: 'cs-note', warn: 'cs-note', hold: 'cs-hold', block: 'cs-block' };
/** Heavier marks lie on top. */
const NAMES: readonly Name[] = ['cs-note', 'cs-hold', 'cs-block'];

/** Tokens of design/README.md. The letters keep the site's own colour, so grounds are pale on light and dim on dark. */
const COLOURS: Record<Theme, Record<Name, [line: string, ground: string]>> = {
  light: { 'cs-note': ['#1f5fbf', 'transparent'], 'cs-hold': ['#b27300', '#fff4d6'], 'cs-block': ['#c2352b', '#fdebe9'] },
  dark: { 'cs-note': ['#8ab4f8', 'transparent'], 'cs-hold': ['#e0b03e', '#3a2f10'], 'cs-block': ['#f2766c', '#43201d'] },
};
const css = (theme: Theme): string => NAMES.map((name) => {
  const [line, ground] = COLOURS[theme][name];
  return `::highlight(${name}){background-color:${ground};text-decoration:underline ${name === 'cs-note' ? 'dotted' : 'solid'} ${line} 2px;text-underline-offset:3px;text-decoration-skip-ink:none}`;
}).join('');

/** One set of marks for the whole page, shared by every composer on it; each composer adds and takes away its own. */
const shared = new Map<Name, Highlight>();
const sheets = new Map<Root, { sheet: CSSStyleSheet; theme: Theme; users: Set<object> }>();

const supported = (): boolean => typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS && 'adoptedStyleSheets' in Document.prototype;

function highlightOf(name: Name): Highlight {
  let one = shared.get(name);
  if (!one) {
    one = new Highlight();
    one.priority = NAMES.indexOf(name);
    shared.set(name, one);
  }
  // The page may have emptied the registry.
  if (CSS.highlights.get(name) !== one) CSS.highlights.set(name, one);
  return one;
}

/** Highlights are styled where the words stand: the document, or the shadow root that holds the editor. */
function dress(root: Root, theme: Theme, user: object): void {
  let worn = sheets.get(root);
  if (!worn) {
    worn = { sheet: new CSSStyleSheet(), theme, users: new Set() };
    worn.sheet.replaceSync(css(theme));
    sheets.set(root, worn);
  }
  if (worn.theme !== theme) worn.sheet.replaceSync(css(theme));
  worn.theme = theme;
  worn.users.add(user);
  // Sites replace the whole list when they like.
  if (!root.adoptedStyleSheets.includes(worn.sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, worn.sheet];
}

function undress(user: object, except: ReadonlySet<Root>): void {
  for (const [root, { sheet, users }] of sheets) {
    if (except.has(root) || !users.delete(user) || users.size > 0) continue;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
    sheets.delete(root);
  }
}

const same = (a: Range, b: Range): boolean =>
  a.startContainer === b.startContainer && a.startOffset === b.startOffset && a.endContainer === b.endContainer && a.endOffset === b.endOffset;

export interface Highlighter {
  /** Null takes every mark away. */
  mark(found: Found | null): void;
  /** Looks whether the site rebuilt the editor or threw the style away. Cheap: nothing is read again unless it did. */
  check(): void;
}

export function createHighlighter(editors: () => readonly BodyEditor[], signal: AbortSignal): Highlighter {
  const me = {};
  let found: Found | null = null;
  /** What `mark` was told; `found` follows what was typed since. */
  let told: Found | null = null;
  let painted: [Name, Range][] = [];
  let watched: HTMLElement[] = [];
  let frame = 0;
  let refused = false;

  const soon = (): void => {
    if (found) frame ||= requestAnimationFrame(paint);
  };
  const changes = new MutationObserver(soon);

  function wanted(): [Name, Range][] {
    if (!found) return [];
    const rich = editors().filter(({ element }) => element.isConnected);
    if (rich.length === 0) return [];
    const now = locate(rich);
    const { text, list } = found;
    found = { text: now.text, list: list.map((finding) => ({ ...finding, spans: finding.spans.flatMap((span) => follow(span, text, now.text) ?? []) })) };
    return found.list.flatMap(({ severity, spans }) => spans.flatMap((span): [Name, Range][] => {
      const place = now.place(span);
      return place && !place.field ? [[NAME[severity], place.range]] : [];
    }));
  }

  function watch(): void {
    const elements = found ? editors().map(({ element }) => element) : [];
    if (elements.length === watched.length && elements.every((element, index) => element === watched[index])) return;
    changes.disconnect();
    watched = elements;
    for (const element of elements) changes.observe(element, { childList: true, subtree: true, characterData: true });
  }

  /** Firefox lets no content script adopt a style sheet, and a page may have frozen what is used here: then nothing is marked, and nothing else breaks. */
  function paint(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    try {
      repaint();
    } catch {
      refused = true;
      found = null;
      changes.disconnect();
      for (const [name, range] of painted) shared.get(name)?.delete(range);
      painted = [];
    }
  }

  function repaint(): void {
    watch();
    const next = wanted();
    const roots = new Set<Root>();
    for (const [, range] of next) {
      const root = range.startContainer.getRootNode();
      if (!(root instanceof Document || root instanceof ShadowRoot) || roots.has(root)) continue;
      roots.add(root);
      dress(root, themeOf(range.startContainer.parentElement), me);
    }
    undress(me, roots);
    const kept = next.length === painted.length && next.every(([name, range], index) => painted[index]?.[0] === name && same(painted[index][1], range));
    if (kept) return next.forEach(([name]) => void highlightOf(name));
    for (const [name, range] of painted) shared.get(name)?.delete(range);
    for (const [name, range] of next) highlightOf(name).add(range);
    for (const [name, one] of shared) if (one.size === 0) CSS.highlights.delete(name);
    painted = next;
  }

  const mark = (next: Found | null): void => {
    if (refused || !supported()) return;
    // The same words from the same checks: nothing to start again.
    if (next?.text !== told?.text || next?.list !== told?.list) found = next && next.list.some(({ spans }) => spans.length > 0) ? next : null;
    told = next;
    paint();
  };
  let looks = 0;
  const check = (): void => {
    if (!found) return;
    looks += 1;
    const moved = editors().some(({ element }, index) => element !== watched[index]) || watched.some((element) => !element.isConnected);
    const lost = [...sheets].some(([root, { sheet, users }]) => users.has(me) && !root.adoptedStyleSheets.includes(sheet)) || painted.some(([name]) => CSS.highlights.get(name) !== shared.get(name));
    // Once in a while anyway: the site may have turned dark.
    if (moved || lost || looks % 8 === 0) soon();
  };
  signal.addEventListener('abort', () => mark(null), { once: true });
  addEventListener('input', soon, { capture: true, passive: true, signal });
  return { mark, check };
}
