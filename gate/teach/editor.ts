/** What kind of editor a person pointed at, if it is one at all. Marks of each kind: platforms.md §2.3. */
import type { EditorKind } from '../../platforms/schema';

export interface TaughtEditor {
  element: HTMLElement;
  kind: EditorKind;
}
export type EditorAnswer = { ok: true; editor: TaughtEditor } | { ok: false; why: string };

const TEXT_TYPES = ['', 'text'];
export const EDITABLE = 'textarea,input:not([type]),input[type="text"],[contenteditable=""],[contenteditable="true"],[contenteditable="plaintext-only"]';

/** The element that carries `contenteditable` for everything inside it. */
function editingHost(element: Element): HTMLElement | null {
  if (!(element instanceof HTMLElement) || !element.isContentEditable) return null;
  let host = element;
  while (host.parentElement?.isContentEditable && host.parentElement !== document.body) host = host.parentElement;
  return host;
}

function richKind(host: HTMLElement): EditorKind {
  if (host.matches('[data-lexical-editor]')) return 'lexical';
  if (host.matches('[data-slate-editor]')) return 'slate';
  if (host.matches('.ProseMirror')) return 'prosemirror';
  // Quill 1 keeps a hidden paste box beside the editor; Quill 2 has none.
  if (host.matches('.ql-editor')) return host.parentElement?.querySelector(':scope > .ql-clipboard') ? 'quill1' : 'quill2';
  if (host.closest('.DraftEditor-root') || host.querySelector('[data-editor][data-block="true"]')) return 'draft';
  return 'plain';
}

function describeEditor(element: Element): EditorAnswer | null {
  if (element instanceof HTMLTextAreaElement) return { ok: true, editor: { element, kind: 'textarea' } };
  if (element instanceof HTMLInputElement) {
    if (element.type === 'password') return { ok: false, why: 'That is a password field. Countersign never reads those.' };
    return TEXT_TYPES.includes(element.getAttribute('type') ?? '') ? { ok: true, editor: { element, kind: 'input' } } : null;
  }
  if (element instanceof HTMLIFrameElement) return { ok: false, why: 'That box is a page inside the page. Countersign cannot be taught those yet.' };
  const host = editingHost(element);
  return host && { ok: true, editor: { element: host, kind: richKind(host) } };
}

/** `pointed` is what stands under the pointer or has the focus; a frame or label around exactly one box counts as the box. */
export function editorAt(pointed: Element): EditorAnswer {
  const direct = describeEditor(pointed);
  if (direct) return direct;
  const label = pointed.closest('label');
  const inside = label instanceof HTMLLabelElement && label.control ? [label.control] : [...pointed.querySelectorAll(EDITABLE)].filter((one) => one.getClientRects().length > 0 && !one.parentElement?.closest('[contenteditable="true"],[contenteditable=""]'));
  const only = inside.length === 1 && inside[0] && pointed !== document.body && pointed !== document.documentElement ? describeEditor(inside[0]) : null;
  return only ?? { ok: false, why: 'That is not a place to write in.' };
}

const WORDS: Record<EditorKind, string> = {
  textarea: 'Text box', input: 'One-line text box', plain: 'Editor', draft: 'Draft.js editor', lexical: 'Lexical editor', prosemirror: 'ProseMirror editor',
  quill1: 'Quill editor', quill2: 'Quill editor', slate: 'Slate editor',
};
export const editorWords = ({ kind }: TaughtEditor): string => WORDS[kind];
