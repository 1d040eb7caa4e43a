/** Mastodon's compose form: a controlled textarea that is re-read on submit, a warning field, a visibility button. */
import { useEffect, useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import { call, pick } from '../client';
import type { SiteAccount } from '../people';
import type { Words } from './words';

export interface Answering { id: string; handle: string; text: string; mode: 'reply' | 'edit' }
export interface Published { id: string; url: string; text: string }

interface Props {
  account: SiteAccount;
  words: Words;
  answering: Answering | null;
  onCancel(): void;
  onDone(published: Published | null): void;
}

function Indicator({ answering, onCancel }: { answering: Answering; onCancel(): void }) {
  const cancel = <button type="button" onClick={onCancel} aria-label="Cancel">×</button>;
  if (answering.mode === 'edit') {
    return (
      <div className="edit-indicator">
        <div className="edit-indicator__header">
          <div className="edit-indicator__display-name">
            <a href={`/@${answering.handle}`}>@{answering.handle}</a> · <a href={`/@${answering.handle}/${answering.id}`}>2 min</a>
          </div>
          <div className="edit-indicator__cancel">{cancel}</div>
        </div>
        <div className="edit-indicator__content">{answering.text}</div>
      </div>
    );
  }
  return (
    <div className="reply-indicator">
      <div className="reply-indicator__header">
        <a className="reply-indicator__display-name" href={`http://127.0.0.1/@${answering.handle}`}>
          <span className="display-name"><span className="display-name__account">@{answering.handle}</span></span>
        </a>
        {cancel}
      </div>
      <div className="reply-indicator__content">{answering.text}</div>
    </div>
  );
}

const startText = (answering: Answering | null) => {
  if (!answering) return '';
  return answering.mode === 'edit' ? answering.text : `@${answering.handle} `;
};

export function ComposeForm({ account, words, answering, onCancel, onDone }: Props) {
  const [text, setText] = useState(startText(answering));
  const [warning, setWarning] = useState('');
  const [spoiler, setSpoiler] = useState(false);
  const [visibility, setVisibility] = useState<'public' | 'private'>('public');
  const [media, setMedia] = useState<{ id: string; preview: string; name: string }[]>([]);
  const [busy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => setText(startText(answering)), [answering]);
  const headers = { 'content-type': 'application/json', authorization: `Bearer token-${account.key}` };

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    // Grammar extensions change the element behind React's back; the site reads it once more.
    const status = area.current?.value ?? text;
    if (busy || (!status.trim() && media.length === 0)) return;
    setBusy(true);
    const edited = answering?.mode === 'edit' ? answering.id : null;
    const answer = await call(edited ? `/api/v1/statuses/${edited}` : '/api/v1/statuses', {
      method: edited ? 'PUT' : 'POST',
      headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({
        status, spoiler_text: spoiler ? warning : '', in_reply_to_id: answering?.mode === 'reply' ? answering.id : null,
        media_ids: media.map((one) => one.id), sensitive: spoiler, visibility, poll: null, language: 'en',
      }),
    });
    setBusy(false);
    const url = pick(answer.body, 'url');
    if (answer.ok) {
      setText('');
      setWarning('');
      setMedia([]);
    }
    onDone(answer.ok && typeof url === 'string' ? { id: String(pick(answer.body, 'id')), url, text: status } : null);
  }

  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
  };

  async function attach(files: FileList) {
    for (const file of files) {
      const answer = await call('/api/v2/media', { method: 'POST', body: await file.arrayBuffer(), headers: { ...headers, 'content-type': file.type, 'x-file-name': encodeURIComponent(file.name) } });
      setMedia((old) => [...old, { id: String(pick(answer.body, 'id')), preview: URL.createObjectURL(file), name: file.name }]);
    }
  }

  return (
    <form className="compose-form" onSubmit={(event) => void submit(event)}>
      {answering && <Indicator answering={answering} onCancel={onCancel} />}
      <div className="navigation-bar">
        <span className="display-name"><strong>{account.name}</strong> <span className="display-name__account">@{account.handle}</span></span>
      </div>
      <div className="compose-form__highlightable">
        <div className="compose-form__dropdowns">
          <button type="button" className="dropdown-button" onClick={() => setVisibility(visibility === 'public' ? 'private' : 'public')}>
            <span className="dropdown-button__label">{words[visibility]}</span>
          </button>
        </div>
        <div className={`spoiler-input ${spoiler ? 'spoiler-input--visible' : ''}`}>
          <input id="cw-spoiler-input" className="spoiler-input__input" value={warning} disabled={!spoiler} placeholder={words.cw} onChange={(event) => setWarning(event.target.value)} onKeyDown={keys} />
        </div>
        <div className="autosuggest-textarea compose-form__input">
          <textarea
            ref={area} className="autosuggest-textarea__textarea" value={text} placeholder={words.placeholder} aria-autocomplete="list" disabled={busy}
            onChange={(event) => {
              setText(event.target.value);
              const word = /@(\w+)$/.exec(event.target.value)?.[1];
              if (word) void call(`/api/v2/search?q=${word}&type=accounts`, { headers });
              if (event.target.value.length % 12 === 1) void call('/api/v1/markers', { method: 'POST', headers, body: '{}' });
            }}
            onKeyDown={keys}
          />
        </div>
        {media.length > 0 && (
          <div className="compose-form__uploads">
            {media.map((one) => <div key={one.id} className="compose-form__upload" aria-label={one.name}><img src={one.preview} alt="" /></div>)}
          </div>
        )}
        {/* Built again while a person types, as the real footer is. */}
        <div className="compose-form__footer" key={Math.floor(text.length / 4)}>
          <label className="compose-form__upload-button">{words.add}<input type="file" multiple accept="image/*" hidden onChange={(event) => event.target.files && void attach(event.target.files)} /></label>
          <button type="button" className="icon-button" aria-pressed={spoiler} onClick={() => setSpoiler(!spoiler)}>CW</button>
          <span className="character-counter">{500 - [...text].length}</span>
          <div className="compose-form__submit">
            <button type="submit" className="button button--compact" disabled={busy}>{answering?.mode === 'edit' ? words.update : answering ? words.reply : words.post}</button>
          </div>
        </div>
      </div>
    </form>
  );
}
