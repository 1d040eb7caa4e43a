/** X's composer: Draft.js boxes, a react-native-web send button, a toolbar of look-alikes. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Editor, EditorState, getDefaultKeyBinding } from 'draft-js';
import { Pressable, Text, View } from 'react-native-web';
import { debounce } from '../client';
import type { SiteAccount } from '../people';
import { logTyping, saveDraft, sendTweet } from './send';
import type { Attachment, SendResult } from './send';
import type { Words } from './words';

export interface ComposerProps {
  account: SiteAccount;
  words: Words;
  inline: boolean;
  replyTo: string | null;
  onDone(result: SendResult): void;
}

const plain = (state: EditorState) => state.getCurrentContent().getPlainText('\n');

function Typeahead({ word }: { word: string }) {
  useEffect(() => {
    void fetch(`/i/api/1.1/search/typeahead.json?q=${encodeURIComponent(word)}`);
  }, [word]);
  return (
    <div id="typeaheadDropdown-1" role="listbox">
      <div role="option" aria-selected="true" data-testid="typeaheadResult">Dana Reyes @danareyes</div>
    </div>
  );
}

async function readFiles(list: FileList): Promise<Attachment[]> {
  return Promise.all([...list].map(async (file) => ({ name: file.name, mime: file.type, data: await file.arrayBuffer(), preview: URL.createObjectURL(file) })));
}

export function Composer({ account, words, inline, replyTo, onDone }: ComposerProps) {
  const [parts, setParts] = useState(() => [EditorState.createEmpty()]);
  const [files, setFiles] = useState<Attachment[]>([]);
  const [busy, setBusy] = useState(false);
  const [scheduling, setScheduling] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const texts = parts.map(plain);
  const latest = useRef(texts);
  latest.current = texts;
  const autosave = useMemo(() => debounce(700, () => saveDraft(account, latest.current.join('\n'))), [account]);
  const length = texts.join('').length;
  const mention = /(?:^|\s)@(\w+)$/.exec(texts.at(-1) ?? '')?.[1];

  const change = (index: number, state: EditorState) => {
    const before = plain(parts[index]!);
    setParts((old) => old.map((part, at) => (at === index ? state : part)));
    if (plain(state) === before) return;
    autosave();
    if (plain(state).length % 10 === 1) logTyping(account);
  };

  async function send() {
    if (busy || (length === 0 && files.length === 0)) return;
    setBusy(true);
    let answersTo = replyTo;
    let result: SendResult = { state: 'failed' };
    for (const [index, text] of latest.current.entries()) {
      result = await sendTweet(account, text, answersTo, index === 0 ? files : []);
      if (result.state !== 'sent') break;
      answersTo = result.id;
    }
    setBusy(false);
    if (result.state !== 'failed') {
      setParts([EditorState.createEmpty()]);
      setFiles([]);
    }
    onDone(result);
  }

  const keys = (event: KeyboardEvent) => (event.key === 'Enter' && (event.ctrlKey || event.metaKey) ? 'send' : getDefaultKeyBinding(event));
  const label = parts.length > 1 ? words.all : replyTo ? words.reply : words.post;
  return (
    <div className="composer" data-viewportview="true">
      {parts.map((part, index) => (
        <div key={index} data-testid={`tweetTextarea_${index}RichTextInputContainer`} className="box">
          <label data-testid={`tweetTextarea_${index}_label`}>
            <Editor
              editorState={part}
              onChange={(state) => change(index, state)}
              keyBindingFn={keys}
              handleKeyCommand={(command) => {
                if (command !== 'send') return 'not-handled';
                void send();
                return 'handled';
              }}
              role="textbox"
              ariaMultiline
              ariaLabel="Post text"
              placeholder={replyTo ? words.replyTo : words.placeholder}
              webDriverTestID={`tweetTextarea_${index}`}
              stripPastedStyles
              spellCheck={false}
            />
          </label>
          {mention && index === parts.length - 1 && <Typeahead word={mention} />}
        </div>
      ))}
      {files.length > 0 && (
        <div data-testid="attachments" className="attachments">
          {files.map((file) => <img key={file.preview} src={file.preview} alt="" />)}
        </div>
      )}
      {scheduling && (
        <div className="schedule">
          <button type="button" data-testid="scheduledConfirmationPrimaryAction" onClick={() => setScheduling(false)}>{words.confirm}</button>
        </div>
      )}
      {/* A new key makes React build the whole bar again while a person types, as X's does. */}
      <div key={Math.floor(length / 4)} data-testid="toolBar" role="group" className="bar">
        <button type="button" aria-label="Media" onClick={() => input.current?.click()}>Media</button>
        <button type="button" data-testid="scheduleOption" aria-label={words.schedule} onClick={() => setScheduling(true)}>Schedule</button>
        {!inline && <button type="button" data-testid="addButton" aria-label="Add post" onClick={() => setParts((old) => [...old, EditorState.createEmpty()])}>+</button>}
        <View style={{ flex: 1 }} />
        <Pressable
          role="button"
          testID={inline ? 'tweetButtonInline' : 'tweetButton'}
          disabled={busy || (length === 0 && files.length === 0)}
          onPress={() => void send()}
          style={{ backgroundColor: '#0f1419', borderRadius: 999, paddingVertical: 8, paddingHorizontal: 18, opacity: length === 0 && files.length === 0 ? 0.5 : 1 }}
        >
          <Text style={{ color: '#fff', fontWeight: '700' }}>{label}</Text>
        </Pressable>
      </div>
      <input
        ref={input} type="file" multiple accept="image/png,image/jpeg" data-testid="fileInput" hidden
        onChange={(event) => {
          if (event.target.files) void readFiles(event.target.files).then((added) => setFiles((old) => [...old, ...added]));
        }}
      />
    </div>
  );
}
