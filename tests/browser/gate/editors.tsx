/** The real editor packages, mounted bare, each with its model's own word for what it holds. */
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { registerPlainText } from '@lexical/plain-text';
import { registerRichText } from '@lexical/rich-text';
import { Editor as Tiptap } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { $getRoot, createEditor } from 'lexical';
import Quill1 from 'quill';
import Quill2 from 'quill2';
import { createEditor as createSlate, Node as SlateNode, type Descendant } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import type { EditorKind } from '../../../platforms/schema';

export interface Mounted {
  name: string;
  kind: EditorKind;
  element: HTMLElement;
  /** What the editor's model says, LF between paragraphs. */
  model(): string;
  remove(): void;
}

type Make = (host: HTMLElement) => Promise<Omit<Mounted, 'name' | 'kind' | 'remove'> & { remove?: () => void }>;

export const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

async function found(host: HTMLElement, selector: string): Promise<HTMLElement> {
  for (let tries = 0; tries < 100; tries += 1) {
    const element = host.querySelector<HTMLElement>(selector);
    if (element) return element;
    await frame();
  }
  throw new Error(`${selector} never appeared`);
}

const lexical = (rich: boolean): Make => async (host) => {
  const element = document.createElement('div');
  element.contentEditable = 'true';
  host.append(element);
  const editor = createEditor({ namespace: 'test', onError: (error) => { throw error; } });
  editor.setRootElement(element);
  const stop = (rich ? registerRichText : registerPlainText)(editor);
  await frame();
  return { element, model: () => editor.getEditorState().read(() => $getRoot().getChildren().map((block) => block.getTextContent()).join('\n')), remove: stop };
};

const draft: Make = async (host) => {
  (globalThis as { global?: unknown }).global ??= globalThis;
  const { Editor, EditorState } = await import('draft-js');
  let state = EditorState.createEmpty();
  function Box() {
    const [value, set] = useState(state);
    state = value;
    return <Editor editorState={value} onChange={set} />;
  }
  const root = createRoot(host);
  root.render(<Box />);
  return { element: await found(host, '[contenteditable="true"]'), model: () => state.getCurrentContent().getPlainText('\n'), remove: () => root.unmount() };
};

const slate: Make = async (host) => {
  const editor = withHistory(withReact(createSlate()));
  const initial: Descendant[] = [{ type: 'paragraph', children: [{ text: '' }] } as Descendant];
  const root = createRoot(host);
  root.render(<Slate editor={editor} initialValue={initial}><Editable placeholder="Message" /></Slate>);
  return { element: await found(host, '[data-slate-editor]'), model: () => editor.children.map((node) => SlateNode.string(node)).join('\n'), remove: () => root.unmount() };
};

const tiptap: Make = async (host) => {
  const editor = new Tiptap({ element: host, extensions: [StarterKit] });
  return { element: editor.view.dom, model: () => editor.getText({ blockSeparator: '\n' }), remove: () => editor.destroy() };
};

const quill = (Quill: typeof Quill1): Make => async (host) => {
  const holder = host.appendChild(document.createElement('div'));
  const editor = new Quill(holder, { modules: { toolbar: false }, placeholder: 'Write' });
  return { element: editor.root, model: () => editor.getText().replace(/\n$/, '') };
};

const textarea: Make = async (host) => {
  let held = '';
  function Box() {
    const [value, set] = useState('');
    held = value;
    return <textarea value={value} onChange={(event) => set(event.target.value)} />;
  }
  const root = createRoot(host);
  root.render(<Box />);
  return { element: await found(host, 'textarea'), model: () => held, remove: () => root.unmount() };
};

const input: Make = async (host) => {
  const element = host.appendChild(document.createElement('input'));
  return { element, model: () => element.value };
};

const plain = (mode: string): Make => async (host) => {
  const element = host.appendChild(document.createElement('div'));
  element.setAttribute('contenteditable', mode);
  element.style.whiteSpace = 'pre-wrap';
  return { element, model: () => element.innerText.replace(/\n$/, '') };
};

const MAKERS: Record<string, { kind: EditorKind; make: Make }> = {
  'Draft.js': { kind: 'draft', make: draft },
  'Lexical plain text': { kind: 'lexical', make: lexical(false) },
  'Lexical rich text': { kind: 'lexical', make: lexical(true) },
  Tiptap: { kind: 'prosemirror', make: tiptap },
  'Quill 1': { kind: 'quill1', make: quill(Quill1) },
  'Quill 2': { kind: 'quill2', make: quill(Quill2 as unknown as typeof Quill1) },
  Slate: { kind: 'slate', make: slate },
  'React textarea': { kind: 'textarea', make: textarea },
  'text field': { kind: 'input', make: input },
  'plain text editable': { kind: 'plain', make: plain('plaintext-only') },
  editable: { kind: 'plain', make: plain('true') },
};

export const EDITORS = Object.keys(MAKERS);

/** @param inside a shadow root or element to mount in; default a fresh box in the page. */
export async function mountEditor(name: string, inside: Element | ShadowRoot = document.body): Promise<Mounted> {
  const { kind, make } = MAKERS[name]!;
  const host = document.createElement('div');
  inside.append(host);
  const made = await make(host);
  return {
    name, kind, element: made.element, model: made.model,
    remove() {
      made.remove?.();
      host.remove();
    },
  };
}
