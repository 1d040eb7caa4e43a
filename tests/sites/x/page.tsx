/** Practice X: home with an inline composer, the modal at /compose/post, a status page with an inline reply. */
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { call, reloadWith, siteData } from '../client';
import type { OTHERS, SiteAccount } from '../people';
import { Composer } from './composer';
import type { SendResult } from './send';
import { WORDS } from './words';
import type { Words } from './words';
import './page.css';

interface Data { account: SiteAccount; accounts: SiteAccount[]; others: typeof OTHERS; lang: keyof typeof WORDS }
type Other = Data['others'][number];

function Tweet({ tweet, words, onReply }: { tweet: Other & { at?: number }; words: Words; onReply?: () => void }) {
  return (
    <article data-testid="tweet">
      <div data-testid="User-Name">
        <b>{tweet.name}</b> <a href={`/${tweet.handle}`}>@{tweet.handle}</a> · <a href={`/${tweet.handle}/status/${tweet.id}`}><time {...(tweet.at ? { dateTime: new Date(tweet.at).toISOString() } : {})}>38 min</time></a>
      </div>
      <div data-testid="tweetText">{tweet.text}</div>
      {onReply && <button type="button" data-testid="reply" aria-label={words.reply} onClick={onReply}>{words.reply}</button>}
    </article>
  );
}

/** Everything the account posted, newest first, as the server knows it. */
function Profile({ account, words }: { account: SiteAccount; words: Words }) {
  const [posts, setPosts] = useState<(Other & { at: number })[]>([]);
  useEffect(() => {
    void call('/i/api/graphql/V7H0Ap3_Hh2FyS75OCDO3Q/UserTweets', { method: 'GET' }).then(({ body }) => {
      const list = (body as { posts: { id: string; handle: string; text: string; at: number }[] }).posts;
      setPosts(list.filter((one) => one.handle === account.handle).map((one) => ({ ...one, name: account.name }) as Other & { at: number }).reverse());
    });
  }, [account]);
  return <>{posts.map((tweet) => <Tweet key={tweet.id} tweet={tweet} words={words} />)}</>;
}

function Toast({ result, account, words }: { result: SendResult; account: SiteAccount; words: Words }) {
  if (result.state === 'empty') return null;
  if (result.state === 'failed') return <div data-testid="toast" role="alert" className="toast">{words.failed}</div>;
  return (
    <div data-testid="toast" role="alert" className="toast">
      {words.sent} <a href={`/${account.handle}/status/${result.id}`}>{words.view}</a>
    </div>
  );
}

function App({ account, accounts, others, lang }: Data) {
  const words = WORDS[lang];
  const status = /\/status\/(\d+)$/.exec(location.pathname)?.[1] ?? null;
  const shown = others.find((tweet) => tweet.id === status) ?? null;
  const asked = new URLSearchParams(location.search).get('in_reply_to');
  const [modal, setModal] = useState<{ replyTo: Other | null } | null>(
    location.pathname === '/compose/post' ? { replyTo: others.find((tweet) => tweet.id === asked) ?? null } : null,
  );
  const [result, setResult] = useState<SendResult | null>(null);
  const open = (replyTo: Other | null) => {
    history.pushState(null, '', `/compose/post${location.search}`);
    setModal({ replyTo });
  };
  const close = () => {
    history.pushState(null, '', `/home${location.search}`);
    setModal(null);
  };
  const other = accounts.find((one) => one.key !== account.key)!;
  return (
    <div className="frame">
      <header role="banner">
        <nav>
          <a href="/home" className="brand">X</a>
          <a href={`/${account.handle}`} data-testid="AppTabBar_Profile_Link" aria-label="Profile">Profile</a>
          <button type="button" data-testid="SideNav_NewTweet_Button" onClick={() => open(null)}>{words.post}</button>
          <button type="button" data-testid="SideNav_AccountSwitcher_Button" onClick={() => reloadWith('account', other.key)}>
            {account.name} <span>@{account.handle}</span>
          </button>
        </nav>
      </header>
      <main role="main">
        <input data-testid="SearchBox_Search_Input" role="combobox" aria-label="Search" placeholder="Search" />
        {shown ? (
          <>
            <Tweet tweet={shown} words={words} />
            <Composer account={account} words={words} inline replyTo={shown.id} onDone={setResult} />
          </>
        ) : (
          <>
            {!modal && <Composer account={account} words={words} inline replyTo={null} onDone={setResult} />}
            {location.pathname === `/${account.handle}` && <Profile account={account} words={words} />}
            {others.map((tweet) => <Tweet key={tweet.id} tweet={tweet} words={words} onReply={() => open(tweet)} />)}
          </>
        )}
      </main>
      {modal && (
        <div id="layers">
          <div role="dialog" aria-modal="true" className="modal">
            <button type="button" data-testid="app-bar-close" aria-label="Close" onClick={close}>×</button>
            {modal.replyTo && <Tweet tweet={modal.replyTo} words={words} />}
            <Composer
              account={account} words={words} inline={false} replyTo={modal.replyTo?.id ?? null}
              onDone={(done) => {
                setResult(done);
                if (done.state === 'sent') close();
              }}
            />
          </div>
        </div>
      )}
      {result && <Toast result={result} account={account} words={words} />}
    </div>
  );
}

createRoot(document.getElementById('react-root')!).render(<App {...siteData<Data>()} />);
