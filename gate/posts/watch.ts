/**
 * Looks at pages that list the account's own posts, a while after they changed, and tells the background what is there.
 * Comes into the page only on covered sites that have such pages, after the page is done loading.
 */
import type { OwnPlace } from '../../review/contract';
import type { Account } from '../../review/model';
import { readSource } from '../source';
import { pageUrl } from '../page-url';
import type { Ports } from '../ports';
import { onOwnPage, scanPosts } from './scan';

const LOOK_MS = 2_000;

function accountOf({ identity }: OwnPlace): Account | null {
  const place = { scope: document, url: pageUrl() };
  const handle = readSource(identity.handle, place);
  return handle ? { id: readSource(identity.id, place) ?? handle, handle } : null;
}

export interface Watching extends Pick<Ports, 'ask' | 'orphaned'> {
  signal: AbortSignal;
}

/** Every post is told once per page; a folded text that opens later tells nothing new. */
export async function watchPosts({ ask, orphaned, signal }: Watching): Promise<void> {
  const answer = await ask('posts.where', {});
  if (!answer.ok || answer.value.length === 0) return;
  const told = new Set<string>();
  const look = async (): Promise<void> => {
    if (document.visibilityState !== 'visible' || orphaned()) return;
    for (const place of answer.value) {
      const account = onOwnPage(place, location.pathname) ? accountOf(place) : null;
      if (!account) continue;
      const posts = scanPosts(place, account, pageUrl()).filter(({ permalink }) => !told.has(permalink));
      if (posts.length === 0) continue;
      const { ok } = await ask('posts.seen', { platform: place.platform, account, posts });
      if (ok) for (const { permalink } of posts) told.add(permalink);
    }
  };
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    void look().finally(() => (busy = false));
  }, LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
