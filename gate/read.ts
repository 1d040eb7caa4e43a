/** What an editor says, read block by block. Never innerText: it invents blank lines (platforms.md §2.4). */
import type { EditorKind } from '../platforms/schema';
import { cleanText } from './text';

const BLOCKS = new Set(['P', 'DIV', 'LI', 'UL', 'OL', 'BLOCKQUOTE', 'PRE', 'SECTION', 'ARTICLE', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'TABLE', 'TBODY', 'TR']);
/** Helpers an editor puts into its own text, never part of it. */
const NOT_TEXT = '.ProseMirror-trailingBreak, [data-lexical-managed-linebreak], .ql-ui, .ql-clipboard, [data-slate-placeholder], .ProseMirror-widget';

/** A run of text and where it stands: in a text node, or as the name of a picture. Line breaks stand nowhere. */
export type Piece = [text: string, node: Node | null];

/** Lines of one block. `browserBreaks`: a break at the end of a block is the browser's own filler, not a line. */
function linesOf(block: Node, browserBreaks: boolean): Piece[][] {
  const lines: Piece[][] = [];
  let line: Piece[] | null = null;
  let brokeLast = false;
  const add = (text: string, node: Node): void => {
    line ??= [];
    if (text) line.push([text, node]);
    brokeLast = false;
  };
  const walk = (node: Node): void => {
    if (node instanceof Text) {
      if (node.data) add(node.data, node);
    } else if (node instanceof Element && !node.matches(NOT_TEXT)) {
      if (node.tagName === 'BR') {
        lines.push(line ?? []);
        line = null;
        brokeLast = true;
      } else if (node.tagName === 'IMG') add(node.getAttribute('alt') ?? '', node);
      else if (BLOCKS.has(node.tagName)) {
        if (line) lines.push(line);
        line = null;
        lines.push(...linesOf(node, browserBreaks));
        brokeLast = false;
      } else node.childNodes.forEach(walk);
    }
  };
  block.childNodes.forEach(walk);
  if (line) lines.push(line);
  else if (lines.length === 0 || (brokeLast && !browserBreaks && lines.some((each) => each.length > 0))) lines.push([]);
  return lines;
}

/** The text nodes of each innermost block, as they are. */
function blockLines(root: Element, selector: string): Piece[][] {
  return [...root.querySelectorAll(selector)]
    .filter((block) => !block.querySelector(selector))
    .map((block) => {
      const line: Piece[] = [];
      const walk = (node: Node): void => {
        if (node instanceof Text) line.push([node.data, node]);
        else if (!(node instanceof Element) || !node.matches(NOT_TEXT)) node.childNodes.forEach(walk);
      };
      block.childNodes.forEach(walk);
      return line;
    });
}

function richLines(element: Element, kind: EditorKind): Piece[][] {
  switch (kind) {
    case 'draft':
      return blockLines(element, '[data-block="true"]');
    case 'slate':
      return blockLines(element, '[data-slate-node="element"]');
    case 'lexical':
    case 'prosemirror':
    case 'quill1':
    case 'quill2':
      return linesOf(element, false);
    default:
      return linesOf(element, true);
  }
}

const flat = (lines: Piece[][]): Piece[] => lines.flatMap((line, index): Piece[] => (index > 0 ? [['\n', null], ...line] : line));
const textOf = (pieces: Piece[]): string => cleanText(pieces.map(([text]) => text).join(''));

/** What the editor says before it is cleaned, piece by piece; `editorText` is exactly this, joined and cleaned. */
export function editorPieces(element: Element, kind: EditorKind): Piece[] {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) return [[element.value, element]];
  const pieces = flat(richLines(element, kind));
  return pieces.some(([text]) => cleanText(text)) ? pieces : flat(linesOf(element, true));
}

/**
 * The text as the editor's own model has it. When the expected structure is missing, what the page shows is
 * returned instead, so that a wrongly described editor is never mistaken for an empty one.
 */
export function editorText(element: Element, kind: EditorKind): string {
  return textOf(editorPieces(element, kind));
}
