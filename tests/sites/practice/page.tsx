/** Commons: a compose box, the timeline from the server, replies in place. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { call, reloadWith, siteData } from '../client';
import type { SiteAccount } from '../people';
import { Composer } from './composer';
import { Avatar, Logo, ReplyIcon } from './marks';
import type { TimelinePost } from './server';
import './page.css';

interface Data { account: SiteAccount; accounts: SiteAccount[] }
interface Toast { ok: boolean; url: string | null }

const POLL_MS = 1_500;

function ago(at: number): string {
  const minutes = Math.round((Date.now() - at) / 60_000);
  if (minutes < 1) return 'now';
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}

function useTimeline(): { posts: TimelinePost[]; refresh(): void } {
  const [posts, setPosts] = useState<TimelinePost[]>([]);
  const shown = useRef('');
  const refresh = useCallback(() => {
    void call('/api/posts', {}).then((answer) => {
      const text = JSON.stringify(answer.body);
      if (!answer.ok || text === shown.current) return;
      shown.current = text;
      setPosts(answer.body as TimelinePost[]);
    });
  }, []);
  useEffect(() => {
    refresh();
    const timer = window.setInterval(refresh, POLL_MS);
    return () => window.clearInterval(timer);
  }, [refresh]);
  return { posts, refresh };
}

function Post({ post, replies, account, onDone }: { post: TimelinePost; replies: TimelinePost[]; account: SiteAccount; onDone(outcome: Toast): void }) {
  const [answering, setAnswering] = useState(false);
  return (
    <article data-post={post.id} id={post.id}>
      <Avatar name={post.name} handle={post.account} />
      <div>
        <p className="post-head"><b className="post-name">{post.name}</b> <span>@{post.account}</span> <a href={`/posts/${post.id}`}>{ago(post.at)}</a></p>
        <p className="post-text">{post.text}</p>
        {post.media.map((one) => <img key={one.src} className="post-image" src={one.src} alt={one.alt} />)}
        <button type="button" className="quiet" aria-expanded={answering} onClick={() => setAnswering(!answering)}><ReplyIcon /> Reply{replies.length > 0 ? ` · ${replies.length}` : ''}</button>
        {replies.map((reply) => (
          <div key={reply.id} className="reply">
            <Avatar name={reply.name} handle={reply.account} />
            <div><p className="post-head"><b>{reply.name}</b> <span>@{reply.account}</span> <a href={`/posts/${reply.id}`}>{ago(reply.at)}</a></p><p className="post-text">{reply.text}</p></div>
          </div>
        ))}
        {answering && (
          <Composer account={account} replyTo={post.id} onDone={(outcome) => {
            if (outcome.ok) setAnswering(false);
            onDone(outcome);
          }} />
        )}
      </div>
    </article>
  );
}

function App({ account, accounts }: Data) {
  const { posts, refresh } = useTimeline();
  const [toast, setToast] = useState<Toast | null>(null);
  const done = (outcome: Toast) => {
    setToast(outcome);
    refresh();
  };
  useEffect(() => {
    const timer = window.setTimeout(() => setToast(null), 8_000);
    return () => window.clearTimeout(timer);
  }, [toast]);
  const other = accounts.find((one) => one.key !== account.key)!;
  const only = /^\/posts\/(.+)$/.exec(location.pathname)?.[1];
  const wanted = only ? posts.find((post) => post.id === only) : undefined;
  const tops = posts.filter((post) => (only ? post.id === (wanted?.replyTo ?? only) : !post.replyTo));
  return (
    <>
      <header className="top">
        <a className="home" href="/"><Logo /> Commons</a>
        <form role="search" onSubmit={(event) => event.preventDefault()}><input type="search" name="q" placeholder="Search the town" aria-label="Search" /></form>
        <button type="button" className="me" data-account={`@${account.handle}`} title={`Switch to ${other.name}`} onClick={() => reloadWith('account', other.key)}>
          <Avatar name={account.name} handle={account.handle} /> <span>{account.name}</span>
        </button>
      </header>
      <div className="page">
        <main>
          {!only && <Composer account={account} replyTo={null} onDone={done} />}
          <section aria-label="Timeline">
            {tops.map((post) => <Post key={post.id} post={post} account={account} onDone={done} replies={posts.filter((one) => one.replyTo === post.id).reverse()} />)}
          </section>
        </main>
        <aside>
          <h2>This week</h2>
          <ul>
            <li><b>Thu 18:00</b> Repair café, old post office</li>
            <li><b>Sat 10:00</b> Seed swap, library hall</li>
            <li><b>Sun 14:30</b> Choir practice, everyone welcome</li>
          </ul>
          <p>Commons is a practice site. It runs on your computer, and nothing you post here leaves it.</p>
        </aside>
      </div>
      {toast && (
        <div className="toast" role="status" data-kind={toast.ok ? 'sent' : 'failed'}>
          {toast.ok ? 'Posted.' : 'That did not go out. Your words are still in the box.'}
          {toast.url && <> <a href={toast.url}>View</a></>}
        </div>
      )}
    </>
  );
}

createRoot(document.getElementById('commons')!).render(<App {...siteData<Data>()} />);
