/** One Tiptap box of the composer. The label is the one the app leaves untranslated. */
import { useEffect, useRef } from 'react';
import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';

interface Props {
  placeholder: string;
  onText(text: string): void;
  onPublish(): void;
}

export function WriteBox({ placeholder, onText, onPublish }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const handlers = useRef({ onText, onPublish });
  handlers.current = { onText, onPublish };
  useEffect(() => {
    const editor = new Editor({
      element: host.current!,
      extensions: [StarterKit.configure({ heading: false, bulletList: false, orderedList: false, blockquote: false, codeBlock: false, horizontalRule: false, bold: false, italic: false, strike: false, code: false })],
      autofocus: 'end',
      editorProps: {
        attributes: { 'aria-label': 'Rich-Text Editor', role: 'textbox', 'aria-multiline': 'true' },
        handleKeyDown: (_view, event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
          handlers.current.onPublish();
          return true;
        },
      },
      onUpdate: ({ editor: changed }) => handlers.current.onText(changed.getText({ blockSeparator: '\n' })),
    });
    return () => editor.destroy();
  }, []);
  return <div ref={host} className="write" data-placeholder={placeholder} />;
}
