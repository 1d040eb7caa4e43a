/** From a request to the publish calls it can be: exact for covered sites, and cheap for everything else. */
import { expect, test, vi } from 'vitest';

vi.mock('../../../runtime/browser', () => ({ browser: {} }));

import { sitePatterns } from '../../../entrypoints/background/coverage';
import { makeMatcher } from '../../../entrypoints/background/witness/matcher';
import { ADAPTERS } from '../../../platforms';
import { percentile } from '../../support/numbers';

const site = (platform: string, host: string | null = null) => {
  const adapter = ADAPTERS.find(({ id }) => id === platform);
  if (!adapter) throw new Error(platform);
  return { platform, host, adapter, custom: false, patterns: sitePatterns(adapter, host) };
};
const every = makeMatcher([...ADAPTERS.filter(({ hosts }) => hosts.length > 0).map(({ id }) => site(id)), site('mastodon', 'social.example')]);
const found = (method: string, url: string, initiator?: string) => every.find({ method, url, initiator }).flatMap(({ platform, specs }) => specs.map(({ id }) => `${platform} ${id}`));

test.each<[string, string, string | undefined, string[]]>([
  ['POST', 'https://x.com/i/api/graphql/abc/CreateTweet', 'https://x.com', ['x create']],
  ['POST', 'https://x.com/i/api/graphql/abc/CreateDraftTweet', 'https://x.com', []],
  ['GET', 'https://x.com/i/api/graphql/abc/CreateTweet', 'https://x.com', []],
  ['POST', 'https://www.facebook.com/api/graphql/', 'https://www.facebook.com', ['facebook create', 'facebook edit', 'facebook comment']],
  ['POST', 'https://morel.us-east.host.bsky.network/xrpc/com.atproto.repo.applyWrites', 'https://bsky.app', ['bluesky writes']],
  ['POST', 'https://morel.us-east.host.bsky.network/xrpc/com.atproto.repo.applyWrites', 'https://elsewhere.example', []],
  ['POST', 'https://social.example/api/v1/statuses', 'https://social.example', ['mastodon create']],
  ['POST', 'https://social.example/api/v1/statuses', undefined, ['mastodon create']],
  ['PUT', 'https://social.example/api/v1/statuses/12', 'https://social.example', ['mastodon edit']],
  ['POST', 'https://other.example/api/v1/statuses', 'https://other.example', []],
])('%s %s from %s', (method, url, initiator, specs) => {
  expect(found(method, url, initiator)).toEqual(specs);
});

test('in Firefox the asking page is named another way', () => {
  const url = 'https://morel.us-east.host.bsky.network/xrpc/com.atproto.repo.createRecord';
  expect(every.find({ method: 'POST', url, documentUrl: 'https://bsky.app/profile/a' })).toHaveLength(1);
  expect(every.find({ method: 'POST', url, originUrl: 'https://bsky.app/' })).toHaveLength(1);
});

test('a request that cannot publish costs microseconds', () => {
  const times: number[] = [];
  for (let round = 0; round < 200; round += 1) {
    const began = performance.now();
    for (let each = 0; each < 100; each += 1) {
      every.find({ method: 'GET', url: `https://x.com/i/api/graphql/abc/HomeTimeline?variables=${each}`, initiator: 'https://x.com' });
      every.find({ method: 'POST', url: `https://x.com/i/api/1.1/jot/client_event.json?${each}`, initiator: 'https://x.com' });
    }
    times.push(((performance.now() - began) / 200) * 1_000);
  }
  expect(percentile(times, 50)).toBeLessThan(50);
});
