/** Practice Bluesky: a feed, the compose button, replies and a like that rides the same call. */
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { call, reloadWith, siteData } from '../client';
import type { OTHERS, SiteAccount } from '../people';
import { Composer, uriOf } from './composer';
import { WORDS } from './words';
import './page.css';

interface Data { account: SiteAccount; accounts: SiteAccount[]; others: typeof OTHERS; lang: keyof typeof WORDS; pds: string }
type Other = Data['others'][number];

const data = siteData<Data>();
const session = (one: SiteAccount) => ({ service: data.pds, did: one.did, handle: `${one.handle}.bsky.social`, active: true });
localStorage.setItem('BSKY_STORAGE', JSON.stringify({ colorMode: 'light', session: { accounts: data.accounts.map(session), currentAccount: session(data.account) } }));

function App({ account, accounts, others, lang, pds }: Data) {
  const words = WORDS[lang];
  const [composing, setComposing] = useState<{ replyTo: Other | null } | null>(location.pathname === '/intent/compose' ? { replyTo: null } : null);
  const [toast, setToast] = useState<{ uri: string | null } | null>(null);
  const other = accounts.find((one) => one.key !== account.key)!;
  const like = (post: Other) => call(`${pds}/xrpc/com.atproto.repo.createRecord`, {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ repo: account.did, collection: 'app.bsky.feed.like', record: { subject: { uri: uriOf(post) } } }),
  });
  return (
    <div className="frame">
      <nav>
        <b>Bluesky</b>
        <input role="searchbox" aria-label="Search" placeholder="Search" />
        <button type="button" data-testid="composeFAB" aria-label={words.compose} onClick={() => setComposing({ replyTo: null })}>{words.compose}</button>
        <button type="button" onClick={() => reloadWith('account', other.key)}>{account.name}</button>
      </nav>
      <main>
        {others.map((post) => (
          <article key={post.id} data-testid={`feedItem-by-${post.handle}.bsky.social`}>
            <b>{post.name}</b> <a href={`/profile/${post.handle}.bsky.social/post/${post.id}`}>38m</a>
            <p>{post.text}</p>
            <button type="button" data-testid="replyBtn" aria-label={words.reply} onClick={() => setComposing({ replyTo: post })}>{words.reply}</button>
            <button type="button" data-testid="likeBtn" onClick={() => void like(post)}>♡</button>
          </article>
        ))}
      </main>
      {composing && (
        <Composer
          account={account} words={words} pds={pds} replyTo={composing.replyTo} onCancel={() => setComposing(null)}
          onDone={(uri) => {
            setToast({ uri });
            if (uri) setComposing(null);
          }}
        />
      )}
      {toast && (
        <div role="status" className="toast">
          {toast.uri ? <>{words.sent} <a href={toast.uri.replace(/^at:\/\/([^/]+)\/[\w.]+\//, '/profile/$1/post/')}>{words.view}</a></> : words.failed}
        </div>
      )}
    </div>
  );
}

createRoot(document.getElementById('root')!).render(<App {...data} />);
