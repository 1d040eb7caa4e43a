/** Brings the words of a finding into view and selects them. Only after a person pressed for it: it takes the focus. */
import type { Place } from './locate';

/** Chromium keeps one selection per shadow root. */
function selectionOf(editor: HTMLElement): Selection | null {
  const root = editor.getRootNode() as (Document | ShadowRoot) & { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? getSelection();
}

const scrolls = (element: Element): boolean => element.scrollHeight > element.clientHeight + 1 && /auto|scroll|overlay/.test(getComputedStyle(element).overflowY);
const parentOf = (element: Element): Element | null => element.parentElement ?? (element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : null);

/** Scrolls every box around the words as far as needed, and no further. */
function show(start: Element, rect: () => DOMRect): void {
  for (let box: Element | null = start; box; box = parentOf(box)) {
    if (!scrolls(box) || box === document.scrollingElement) continue;
    const { top, bottom } = box.getBoundingClientRect();
    const words = rect();
    if (words.top < top) box.scrollTop -= top - words.top + 8;
    else if (words.bottom > bottom) box.scrollTop += words.bottom - bottom + 8;
  }
  const words = rect();
  if (words.top < 0 || words.bottom > innerHeight) scrollBy({ top: words.top - innerHeight / 3 });
}

const LIKE = ['font', 'letterSpacing', 'wordSpacing', 'lineHeight', 'textIndent', 'textTransform', 'direction', 'wordBreak', 'tabSize', 'padding', 'border'] as const;

/** How far down a field's text an offset stands, in px: measured on a copy in our own shadow root. */
function depthOf(field: HTMLTextAreaElement, offset: number, bench: ShadowRoot): number {
  const copy = document.createElement('div');
  const style = getComputedStyle(field);
  for (const name of LIKE) copy.style[name] = style[name];
  Object.assign(copy.style, { position: 'fixed', visibility: 'hidden', boxSizing: 'border-box', width: `${field.clientWidth}px`, borderWidth: '0', whiteSpace: 'pre-wrap', overflowWrap: 'break-word' });
  const caret = document.createElement('span');
  caret.textContent = '|';
  copy.append(field.value.slice(0, offset), caret);
  bench.append(copy);
  const depth = caret.offsetTop;
  copy.remove();
  return depth;
}

/** `bench`: where a copy may be measured without the page seeing it. */
export function reveal(place: Place, bench: ShadowRoot): void {
  const { editor, field } = place;
  if (field) {
    field.focus({ preventScroll: true });
    field.setSelectionRange(place.start, place.end);
    if (field instanceof HTMLTextAreaElement && scrolls(field)) {
      const depth = depthOf(field, place.start, bench);
      if (depth < field.scrollTop || depth > field.scrollTop + field.clientHeight - 24) field.scrollTop = depth - field.clientHeight / 3;
    }
    return field.scrollIntoView({ block: 'nearest' });
  }
  const { range } = place;
  editor.focus({ preventScroll: true });
  selectionOf(editor)?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  show(range.startContainer.parentElement ?? editor, () => range.getBoundingClientRect());
}
