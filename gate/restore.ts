/**
 * Puts text into an editor so that the editor's own model has it, and reads it back. One method per
 * editor kind and browser (platforms.md §2.3, measured); never a second try, which would double the text.
 */
import type { EditorKind } from '../platforms/schema';
import type { ComposerMatch, FoundEditor } from './composer';
import { editorText } from './read';
import { cleanText, PART } from './text';

export type Engine = 'chromium' | 'gecko';
export type Restored = { ok: true } | { ok: false; read: string };

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const thisEngine = (): Engine => (navigator.userAgent.includes('Gecko/') ? 'gecko' : 'chromium');

function setValue(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

function selectAll(editor: HTMLElement): void {
  editor.focus();
  selectionOf(editor)?.setBaseAndExtent(editor, 0, editor, editor.childNodes.length);
}

/** Chromium keeps one selection per shadow root. */
function selectionOf(editor: HTMLElement): Selection | null {
  const root = editor.getRootNode() as (Document | ShadowRoot) & { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? getSelection();
}

function paste(editor: HTMLElement, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  // Editors listen where the selection is, not at their outer box.
  const at = selectionOf(editor)?.anchorNode;
  const target = at instanceof Element ? at : at?.parentElement;
  (target && editor.contains(target) ? target : editor).dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }));
}

const command = (name: string, value?: string): boolean => document.execCommand(name, false, value);

async function lineByLine(text: string, lineBreak: string, pause: number): Promise<void> {
  command('delete');
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) command(lineBreak);
    if (line) command('insertText', line);
    if (pause) await wait(pause);
  }
}

async function write(editor: HTMLElement, kind: EditorKind, text: string, engine: Engine): Promise<void> {
  if (editor instanceof HTMLTextAreaElement || editor instanceof HTMLInputElement) return setValue(editor, text);
  selectAll(editor);
  if (text === '') {
    await wait(160);
    command('delete');
    return;
  }
  if (engine === 'gecko') {
    await wait(160);
    if (kind === 'prosemirror') return lineByLine(text, 'insertParagraph', 15);
    command('insertText', text);
    return;
  }
  if (kind === 'lexical' || kind === 'draft' || kind === 'slate') {
    await wait(160);
    paste(editor, text);
  } else if (kind === 'prosemirror' || kind === 'quill1' || kind === 'quill2') {
    await wait(60);
    command('insertText', text);
  } else await lineByLine(text, 'insertLineBreak', 0);
}

async function replace(editor: HTMLElement, kind: EditorKind, text: string, engine: Engine): Promise<Restored> {
  const wanted = cleanText(text);
  if (editorText(editor, kind) === wanted) return { ok: true };
  await write(editor, kind, wanted, engine);
  let read = '';
  // Editors flush late; the reading must also stay.
  for (let tries = 0, steady = 0; tries < 20; tries += 1) {
    await wait(50);
    read = editorText(editor, kind);
    steady = read === wanted ? steady + 1 : 0;
    if (steady >= 3) return { ok: true };
  }
  return { ok: false, read };
}

/** What is being put into an editor now. */
const busy = new WeakMap<HTMLElement, Promise<unknown>>();

/**
 * Replaces what the editor holds. `read` is what it says afterwards when that is not the text.
 * One after the other: a page that was opened for a draft fills it in by itself, and a press on "Put the draft back" in
 * that moment would put the text in twice.
 */
export async function restoreText(editor: HTMLElement, kind: EditorKind, text: string, engine: Engine = thisEngine()): Promise<Restored> {
  const mine = (busy.get(editor) ?? Promise.resolve()).then(async () => await replace(editor, kind, text, engine));
  busy.set(editor, mine.catch(() => undefined));
  return await mine;
}

/** Text, title and warning of a composer; the parts of a thread need as many editors as there are parts. */
export async function restoreComposer(match: ComposerMatch, draft: { text: string; title: string; warning: string }): Promise<Restored> {
  const of = (role: FoundEditor['spec']['role']) => match.editors.filter(({ spec }) => spec.role === role);
  const parts = draft.text.split(PART);
  const bodies = of('body');
  if (parts.length > 1 && parts.length !== bodies.length) return { ok: false, read: '' };
  const jobs: [FoundEditor | undefined, string][] = [[of('title')[0], draft.title], [of('warning')[0], draft.warning], ...parts.map((part, index): [FoundEditor | undefined, string] => [bodies[index], part])];
  for (const [editor, text] of jobs) {
    if (!editor) {
      if (text) return { ok: false, read: '' };
      continue;
    }
    const done = await restoreText(editor.element, editor.spec.kind, text);
    if (!done.ok) return done;
  }
  return { ok: true };
}
