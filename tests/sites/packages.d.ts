/** The little we use of editor packages that ship no types. */
declare module 'react-native-web' {
  import type { ComponentType, ReactNode } from 'react';

  type Props = { children?: ReactNode } & Record<string, unknown>;
  export const Pressable: ComponentType<Props>;
  export const Text: ComponentType<Props>;
  export const View: ComponentType<Props>;
}

declare module 'draft-js' {
  import type { ComponentType, KeyboardEvent } from 'react';

  export class ContentState {
    getPlainText(delimiter?: string): string;
  }
  export class EditorState {
    static createEmpty(): EditorState;
    getCurrentContent(): ContentState;
  }
  export const Editor: ComponentType<{
    editorState: EditorState;
    onChange: (state: EditorState) => void;
    keyBindingFn?: (event: KeyboardEvent) => string | null;
    handleKeyCommand?: (command: string) => 'handled' | 'not-handled';
    handlePastedFiles?: (files: Blob[]) => 'handled' | 'not-handled';
    placeholder?: string;
    role?: string;
    ariaLabel?: string;
    ariaMultiline?: boolean;
    webDriverTestID?: string;
    spellCheck?: boolean;
    stripPastedStyles?: boolean;
  }>;
  export function getDefaultKeyBinding(event: KeyboardEvent): string | null;
}

declare module 'quill' {
  export default class Quill {
    constructor(container: Element, options: { theme?: string; modules?: Record<string, unknown>; placeholder?: string });
    getText(): string;
    setText(text: string): void;
    on(event: 'text-change', run: () => void): void;
    root: HTMLDivElement;
  }
}

declare module '*.css';
