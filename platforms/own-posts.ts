/**
 * Where the built-in platforms list an account's own posts. Beside the adapters, not in them: the gate runs in every
 * covered frame and has no use for it. A platform without an entry says so in its gaps.
 */
import type { Adapter, OwnPosts } from './schema';

const tweet = 'article[data-testid="tweet"]';
const status = '.status';
const update = '[data-urn^="urn:li:activity:"]';

const BUILT_IN: Readonly<Record<string, OwnPosts>> = {
  x: {
    paths: ['/*', '/*/with_replies'],
    item: tweet,
    text: '[data-testid="tweetText"]',
    link: [{ from: 'closest', selector: tweet, inner: 'a[href*="/status/"]:has(time)', attr: 'href' }],
    author: [{ from: 'closest', selector: tweet, inner: '[data-testid="User-Name"]', pick: '(@\\w+)' }],
    at: [{ from: 'closest', selector: tweet, inner: 'time[datetime]', attr: 'datetime' }],
    atForm: 'date',
  },
  mastodon: {
    paths: ['/@*', '/@*/with_replies'],
    item: status,
    text: '.status__content',
    link: [{ from: 'closest', selector: status, inner: 'a.status__relative-time', attr: 'href' }],
    author: [{ from: 'closest', selector: status, inner: '.display-name__account' }],
    at: [{ from: 'closest', selector: status, inner: 'a.status__relative-time time[datetime]', attr: 'datetime' }],
    atForm: 'date',
  },
  bluesky: {
    paths: ['/profile/*'],
    item: '[data-testid^="feedItem-by-"]',
    text: '[data-testid="postText"]',
    link: [{ from: 'closest', selector: '[data-testid^="feedItem-by-"]', inner: 'a[href*="/post/"]', attr: 'href' }],
    author: [{ from: 'closest', selector: '[data-testid^="feedItem-by-"]', attr: 'data-testid', pick: '^feedItem-by-(.+)$' }],
    at: [{ from: 'closest', selector: '[data-testid^="feedItem-by-"]', inner: 'a[href*="/post/"]', attr: 'href', pick: '/post/([2-7a-z]{13})' }],
    atForm: 'tid',
  },
  linkedin: {
    paths: ['/in/*/recent-activity/*', '/company/*/posts/*', '/company/*/admin/*'],
    item: update,
    text: '.update-components-text',
    link: [{ from: 'closest', selector: update, attr: 'data-urn' }],
    author: [{ from: 'closest', selector: update, inner: '.update-components-actor__title span[aria-hidden="true"]' }],
    at: [{ from: 'closest', selector: update, attr: 'data-urn', pick: '(\\d{15,20})' }],
    atForm: 'snowflake',
  },
};

/** null: nothing is known about where this site lists an account's posts. */
export function ownPostsOf(adapter: Pick<Adapter, 'id' | 'ownPosts'>): OwnPosts | null {
  return adapter.ownPosts ?? (Object.hasOwn(BUILT_IN, adapter.id) ? (BUILT_IN[adapter.id] ?? null) : null);
}

/** atproto: base32 with this alphabet, 13 characters, microseconds above ten bits of clock id. */
const TID = '234567abcdefghijklmnopqrstuvwxyz';

/** Unix ms of a post from what its page shows; null when that is no time. */
export function postTime(shown: string, { atForm, epoch = 0 }: Pick<OwnPosts, 'atForm' | 'epoch'>): number | null {
  if (atForm === 'date') {
    const at = Date.parse(shown);
    return Number.isNaN(at) ? null : at;
  }
  if (atForm === 'snowflake') return /^\d{1,20}$/.test(shown) ? Number(BigInt(shown) >> 22n) + epoch : null;
  let value = 0n;
  for (const char of shown) {
    const digit = TID.indexOf(char);
    if (digit < 0) return null;
    value = value * 32n + BigInt(digit);
  }
  return shown.length === 13 ? Number(value >> 10n) / 1_000 : null;
}
