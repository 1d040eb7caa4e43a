/** Commons' composer, for new posts and for replies. Ctrl or Cmd with Enter sends. */
import { useMemo, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { call, debounce, pick } from '../client';
import type { SiteAccount } from '../people';
import { Avatar, ImageIcon } from './marks';

const LIMIT = 600;

interface Picture { id: string; name: string; preview: string; alt: string }

interface Props {
  account: SiteAccount;
  replyTo: string | null;
  onDone(outcome: { ok: boolean; url: string | null }): void;
}

export function Composer({ account, replyTo, onDone }: Props) {
  const [text, setText] = useState('');
  const [pictures, setPictures] = useState<Picture[]>([]);
  const [busy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const save = useMemo(() => debounce(600, () => {
    void call('/api/draft', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text: area.current?.value ?? '' }) });
  }), []);
  const left = LIMIT - [...text].length;
  const empty = !text.trim() && pictures.length === 0;

  async function send(event?: FormEvent) {
    event?.preventDefault();
    if (busy || empty || left < 0) return;
    setBusy(true);
    const answer = await call('/api/posts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, account: account.handle, replyTo, media: pictures.map(({ id, alt }) => ({ id, alt })) }),
    });
    setBusy(false);
    const url = pick(answer.body, 'url');
    if (answer.ok) {
      setText('');
      setPictures([]);
    }
    onDone({ ok: answer.ok, url: typeof url === 'string' ? url : null });
  }

  async function attach(files: Iterable<File>) {
    for (const one of files) {
      const answer = await call('/api/media', { method: 'POST', body: await one.arrayBuffer(), headers: { 'content-type': one.type, 'x-file-name': encodeURIComponent(one.name) } });
      const id = pick(answer.body, 'id');
      if (typeof id === 'string') setPictures((old) => [...old, { id, name: one.name, preview: URL.createObjectURL(one), alt: '' }]);
    }
  }

  const describe = (id: string, alt: string) => setPictures((old) => old.map((one) => (one.id === id ? { ...one, alt } : one)));
  return (
    <form className={replyTo ? 'reply-form' : 'compose'} onSubmit={(event) => void send(event)}>
      <Avatar name={account.name} handle={account.handle} />
      <div className="compose-body">
        <textarea
          ref={area} name={replyTo ? 'reply' : 'post'} value={text} rows={replyTo ? 2 : 3}
          aria-label={replyTo ? 'Your reply' : 'Your post'}
          placeholder={replyTo ? 'Write a reply' : 'What is going on in town?'}
          onChange={(event) => {
            setText(event.target.value);
            save();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) void send();
          }}
          onPaste={(event) => event.clipboardData.files.length > 0 && void attach(event.clipboardData.files)}
        />
        {pictures.length > 0 && (
          <div className="attachments">
            {pictures.map((one) => (
              <figure key={one.id} className="attachment">
                <img src={one.preview} alt={one.alt} />
                <input type="text" value={one.alt} placeholder="Describe this picture" aria-label={`Description of ${one.name}`} onChange={(event) => describe(one.id, event.target.value)} />
                <button type="button" aria-label={`Remove ${one.name}`} onClick={() => setPictures((old) => old.filter((other) => other.id !== one.id))}>×</button>
              </figure>
            ))}
          </div>
        )}
        <div className="compose-bar" key={Math.floor(text.length / 8)}>
          <button type="button" className="quiet" onClick={() => file.current?.click()}><ImageIcon /> Picture</button>
          <span className={left < 0 ? 'count over' : 'count'} aria-live="polite">{left < 60 ? left : ''}</span>
          <button type="submit" className="primary" disabled={busy || empty || left < 0}>{busy ? 'Sending' : replyTo ? 'Reply' : 'Post'}</button>
        </div>
        <input ref={file} type="file" accept="image/png,image/jpeg,image/webp" multiple hidden onChange={(event) => event.target.files && void attach(event.target.files)} />
      </div>
    </form>
  );
}
