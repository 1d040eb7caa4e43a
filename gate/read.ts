/** What an editor says, read block by block. Never innerText: it invents blank lines (platforms.md §2.4). */
import type { EditorKind } from '../platforms/schema';
import { cleanText } from './text';

const BLOCKS = new Set(['P', 'DIV', 'LI', 'UL', 'OL', 'BLOCKQUOTE', 'PRE', 'SECTION', 'ARTICLE', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'TABLE', 'TBODY', 'TR']);
/** Helpers an editor puts into its own text, never part of it. */
const NOT_TEXT = '.ProseMirror-trailingBreak, [data-lexical-managed-linebreak], .ql-ui, .ql-clipboard, [data-slate-placeholder], .ProseMirror-widget';

/** Lines of one block. `browserBreaks`: a break at the end of a block is the browser's own filler, not a line. */
function linesOf(block: Node, browserBreaks: boolean): string[] {
  const lines: string[] = [];
  let line: string | null = null;
  let brokeLast = false;
  const walk = (node: Node): void => {
    if (node instanceof Text) {
      if (node.data) {
        line = (line ?? '') + node.data;
        brokeLast = false;
      }
    } else if (node instanceof Element && !node.matches(NOT_TEXT)) {
      if (node.tagName === 'BR') {
        lines.push(line ?? '');
        line = null;
        brokeLast = true;
      } else if (node.tagName === 'IMG') {
        line = (line ?? '') + (node.getAttribute('alt') ?? '');
        brokeLast = false;
      } else if (BLOCKS.has(node.tagName)) {
        if (line !== null) lines.push(line);
        line = null;
        lines.push(...linesOf(node, browserBreaks));
        brokeLast = false;
      } else node.childNodes.forEach(walk);
    }
  };
  block.childNodes.forEach(walk);
  if (line !== null) lines.push(line);
  else if (lines.length === 0 || (brokeLast && !browserBreaks && lines.some((each) => each !== ''))) lines.push('');
  return lines;
}

const blockTexts = (root: Element, selector: string): string =>
  [...root.querySelectorAll(selector)]
    .filter((block) => !block.querySelector(selector))
    .map((block) => {
      const copy = block.querySelector(NOT_TEXT) ? (block.cloneNode(true) as Element) : block;
      if (copy !== block) copy.querySelectorAll(NOT_TEXT).forEach((node) => node.remove());
      return copy.textContent ?? '';
    })
    .join('\n');

function rawText(element: Element, kind: EditorKind): string {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) return element.value;
  switch (kind) {
    case 'draft':
      return blockTexts(element, '[data-block="true"]');
    case 'slate':
      return blockTexts(element, '[data-slate-node="element"]');
    case 'lexical':
    case 'prosemirror':
    case 'quill1':
    case 'quill2':
      return linesOf(element, false).join('\n');
    default:
      return linesOf(element, true).join('\n');
  }
}

/**
 * The text as the editor's own model has it. When the expected structure is missing, what the page shows is
 * returned instead, so that a wrongly described editor is never mistaken for an empty one.
 */
export function editorText(element: Element, kind: EditorKind): string {
  const text = cleanText(rawText(element, kind));
  return text || kind === 'textarea' || kind === 'input' ? text : cleanText(linesOf(element, true).join('\n'));
}
