/** Practice Mastodon: search, compose form and a home timeline to answer, with one own post to edit. */
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { reloadWith, siteData } from '../client';
import type { OTHERS, SiteAccount } from '../people';
import { ComposeForm } from './compose-form';
import type { Answering, Published } from './compose-form';
import { WORDS } from './words';
import './page.css';

interface Data { account: SiteAccount; accounts: SiteAccount[]; others: typeof OTHERS; lang: keyof typeof WORDS }

function App({ account, accounts, others, lang }: Data) {
  const words = WORDS[lang];
  const [answering, setAnswering] = useState<Answering | null>(null);
  const [own, setOwn] = useState<Published[]>([{ id: '1985000000000000900', url: '#', text: 'Doors open at nine.' }]);
  const [notice, setNotice] = useState<{ ok: boolean; url: string } | null>(null);
  const other = accounts.find((one) => one.key !== account.key)!;

  function done(published: Published | null) {
    setNotice(published ? { ok: true, url: published.url } : { ok: false, url: '' });
    if (!published) return;
    setOwn((old) => [published, ...old.filter((one) => one.id !== published.id)]);
    setAnswering(null);
  }

  return (
    <div className="columns-area">
      <div className="compose-panel">
        <form className="search" onSubmit={(event) => event.preventDefault()}>
          <input className="search__input" type="text" placeholder="Search" aria-label="Search" />
          <button type="submit">Search</button>
        </form>
        <ComposeForm account={account} words={words} answering={answering} onCancel={() => setAnswering(null)} onDone={done} />
        <button type="button" className="switch" onClick={() => reloadWith('account', other.key)}>@{other.handle}</button>
      </div>
      <div className="column" role="feed">
        {own.map((status) => (
          <article key={status.id} className="status">
            <b>{account.name}</b> <span className="display-name__account">@{account.handle}</span>
            <p className="status__content">{status.text}</p>
            <button type="button" onClick={() => setAnswering({ id: status.id, handle: account.handle, text: status.text, mode: 'edit' })}>{words.edit}</button>
          </article>
        ))}
        {others.map((status) => (
          <article key={status.id} className="status">
            <b>{status.name}</b> <span className="display-name__account">@{status.handle}</span>
            <p className="status__content">{status.text}</p>
            <button type="button" onClick={() => setAnswering({ id: status.id, handle: status.handle, text: status.text, mode: 'reply' })}>{words.reply}</button>
          </article>
        ))}
      </div>
      {notice && (
        <div className={`notification-bar ${notice.ok ? 'notification-bar-active' : 'notification-bar-error'}`}>
          {notice.ok ? <>{words.sent} <a href={notice.url}>{words.open}</a></> : words.failed}
        </div>
      )}
    </div>
  );
}

createRoot(document.getElementById('mastodon')!).render(<App {...siteData<Data>()} />);
