/** A Lexical editor the way Facebook mounts one, and a role=button that answers click, Enter and Space. */
import { $getRoot, CLEAR_EDITOR_COMMAND, COMMAND_PRIORITY_HIGH, KEY_ENTER_COMMAND, createEditor } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import { registerRichText } from '@lexical/rich-text';
import { el } from '../client';

export interface Box { element: HTMLElement; text(): string; clear(): void }

interface Options {
  rich: boolean;
  label: string;
  /** Called on Enter without Shift; true means the key was used to send. */
  onEnter?(): boolean;
  onChange(text: string): void;
}

export function lexicalBox({ rich, label, onEnter, onChange }: Options): Box {
  const element = el('div', { role: 'textbox', contenteditable: 'true', 'aria-label': label, 'aria-placeholder': label, spellcheck: 'true', tabindex: '0', class: 'editor' });
  const editor: LexicalEditor = createEditor({
    namespace: 'composer',
    onError(error) {
      throw error;
    },
  });
  editor.setRootElement(element);
  (rich ? registerRichText : registerPlainText)(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  const text = () => editor.getEditorState().read(() => $getRoot().getChildren().map((block) => block.getTextContent()).join('\n'));
  const clear = () => editor.update(() => {
    $getRoot().clear();
    $getRoot().selectEnd();
  });
  editor.registerCommand(CLEAR_EDITOR_COMMAND, () => (clear(), true), COMMAND_PRIORITY_HIGH);
  editor.registerCommand(
    KEY_ENTER_COMMAND,
    (event) => {
      if (!onEnter || event?.shiftKey || event?.isComposing) return false;
      event?.preventDefault();
      return onEnter();
    },
    COMMAND_PRIORITY_HIGH,
  );
  editor.registerTextContentListener(() => onChange(text()));
  return { element, text, clear };
}

/** Meta's buttons are divs with their own key handling: both Enter and Space press them. */
export function roleButton(name: string, visible: string, press: () => void, attributes: Record<string, string> = {}): HTMLElement {
  const button = el('div', { role: 'button', tabindex: '0', 'aria-label': name, ...attributes }, el('span', {}, visible));
  const usable = () => button.getAttribute('aria-disabled') !== 'true';
  button.addEventListener('click', () => usable() && press());
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (usable()) press();
  });
  return button;
}
