/** The publish patterns against the addresses the practice sites really answer, and against their other calls. */
import { describe, expect, it } from 'vitest';
import { permalinkFrom } from '../../../platforms/permalink';
import { textsAt, valuesAt } from '../../../platforms/path';
import { adapterOf } from '../../sites/adapter-of';
import { publishCallOf, textOfCall } from '../../sites/publish-call';
import { createSite } from '../../sites/serve';
import type { Site } from '../../sites/serve';
import type { RequestKind } from '../../sites/site';

interface Call { site: string; kind: RequestKind; spec: string | null; method?: string; url: string; body?: string }

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const facebook = (name: string, variables: unknown = {}) => form({ av: '100000000001001', fb_api_req_friendly_name: name, variables: JSON.stringify(variables) });
const message = { input: { message: { text: 'Hello' } } };
const GRAPHQL = 'https://x.com/i/api/graphql/a-B_c1';
const PDS = 'https://morel.us-east.host.bsky.network/xrpc';
const VOYAGER = 'https://www.linkedin.com/voyager/api';
const SDUI = 'https://www.linkedin.com/flagship-web/rsc-action/actions/server-request?sduiid=com.linkedin.sdui';

const CALLS: Call[] = [
  { site: 'x', kind: 'publish', spec: 'create', url: `${GRAPHQL}/CreateTweet`, body: '{"variables":{"tweet_text":"Hello"}}' },
  { site: 'x', kind: 'publish', spec: 'note', url: `${GRAPHQL}/CreateNoteTweet`, body: '{"variables":{"tweet_text":"Hello"}}' },
  { site: 'x', kind: 'publish', spec: 'scheduled', url: `${GRAPHQL}/CreateScheduledTweet`, body: '{"variables":{"post_tweet_request":{"status":"Hello"}}}' },
  { site: 'x', kind: 'autosave', spec: null, url: `${GRAPHQL}/CreateDraftTweet`, body: '{"variables":{"post_tweet_request":{"status":"Hello"}}}' },
  { site: 'x', kind: 'read', spec: null, method: 'GET', url: `${GRAPHQL}/HomeTimeline?variables=%7B%7D` },
  { site: 'x', kind: 'typing', spec: null, url: 'https://x.com/i/api/1.1/jot/client_event.json' },
  { site: 'x', kind: 'upload', spec: null, url: 'https://upload.x.com/i/media/upload.json?command=INIT' },
  { site: 'linkedin', kind: 'publish', spec: 'share', url: `${VOYAGER}/graphql?action=execute&queryId=voyagerContentcreationDashShares.279996efa5064c01775d5aff003d9377`, body: '{"variables":{"post":{"commentary":{"text":"Hello"}}}}' },
  { site: 'linkedin', kind: 'publish', spec: 'comment', url: `${SDUI}.comments.createComment`, body: '{"requestedArguments":{"states":[{"value":1},{"value":{"commentary":{"text":"Hello"}}}]}}' },
  { site: 'linkedin', kind: 'publish', spec: 'reply', url: `${VOYAGER}/voyagerSocialDashNormComments?decorationId=x-43`, body: '{"commentary":{"text":"Hello"}}' },
  { site: 'linkedin', kind: 'read', spec: null, method: 'GET', url: `${VOYAGER}/graphql?queryId=voyagerFeedDashMainFeed.1` },
  { site: 'linkedin', kind: 'reaction', spec: null, url: `${SDUI}.reactions.create` },
  { site: 'linkedin', kind: 'autosave', spec: null, url: `${VOYAGER}/voyagerContentcreationDashDrafts` },
  { site: 'facebook', kind: 'publish', spec: 'create', url: 'https://www.facebook.com/api/graphql/', body: facebook('ComposerStoryCreateMutation', message) },
  { site: 'facebook', kind: 'publish', spec: 'edit', url: 'https://www.facebook.com/api/graphql/', body: facebook('ComposerStoryEditMutation', message) },
  { site: 'facebook', kind: 'publish', spec: 'comment', url: 'https://www.facebook.com/api/graphql/', body: facebook('useCometUFICreateCommentMutation', message) },
  { site: 'facebook', kind: 'typing', spec: null, url: 'https://www.facebook.com/api/graphql/', body: facebook('CometUFILiveTypingBroadcastMutation_StartMutation') },
  { site: 'facebook', kind: 'autosave', spec: null, url: 'https://www.facebook.com/api/graphql/', body: facebook('ComposerSaveDraftMutation', message) },
  { site: 'facebook', kind: 'read', spec: null, url: 'https://www.facebook.com/api/graphql/', body: facebook('CometNewsFeedPaginationQuery') },
  { site: 'bluesky', kind: 'publish', spec: 'writes', url: `${PDS}/com.atproto.repo.applyWrites`, body: '{"repo":"did:plc:a","writes":[{"collection":"app.bsky.feed.threadgate","value":{}},{"collection":"app.bsky.feed.post","rkey":"3l","value":{"text":"Hello"}}]}' },
  { site: 'bluesky', kind: 'publish', spec: 'record', url: `${PDS}/com.atproto.repo.createRecord`, body: '{"repo":"did:plc:a","collection":"app.bsky.feed.post","record":{"text":"Hello"}}' },
  { site: 'bluesky', kind: 'reaction', spec: null, url: `${PDS}/com.atproto.repo.createRecord`, body: '{"repo":"did:plc:a","collection":"app.bsky.feed.like","record":{}}' },
  { site: 'bluesky', kind: 'autosave', spec: null, url: `${PDS}/app.bsky.draft.createDraft`, body: '{"draft":{"posts":[{"text":"Hello"}]}}' },
  { site: 'mastodon', kind: 'publish', spec: 'create', url: 'http://127.0.0.1/api/v1/statuses', body: '{"status":"Hello"}' },
  { site: 'mastodon', kind: 'publish', spec: 'edit', method: 'PUT', url: 'http://127.0.0.1/api/v1/statuses/12', body: '{"status":"Hello"}' },
  { site: 'mastodon', kind: 'read', spec: null, method: 'GET', url: 'http://127.0.0.1/api/v1/statuses/12' },
  { site: 'mastodon', kind: 'upload', spec: null, url: 'http://127.0.0.1/api/v2/media' },
  { site: 'mastodon', kind: 'typing', spec: null, method: 'GET', url: 'http://127.0.0.1/api/v2/search?q=da' },
  { site: 'practice', kind: 'publish', spec: 'create', url: 'https://commons.example/api/posts', body: '{"text":"Hello","account":"northmoor"}' },
  { site: 'practice', kind: 'read', spec: null, method: 'GET', url: 'https://commons.example/api/posts' },
  { site: 'practice', kind: 'autosave', spec: null, url: 'https://commons.example/api/draft', body: '{"text":"Hello"}' },
];

async function send(site: Site, call: Call) {
  const body = new TextEncoder().encode(call.body ?? '');
  return site.handle({ method: call.method ?? 'POST', url: call.url, headers: {}, body });
}

describe('publish calls', () => {
  it.each(CALLS.map((call) => [call.site, call.spec ? `publishes as "${call.spec}"` : `is only ${call.kind}`, `${call.method ?? 'POST'} ${call.url.slice(0, 110)}`, call] as const))('%s: the call %s: %s', async (id, _, __, call) => {
    const site = createSite(id);
    const answer = await send(site, call);
    const [logged] = site.requests();
    expect(logged!.kind).toBe(call.kind);
    const spec = publishCallOf(adapterOf(id), logged!);
    expect(spec?.id ?? null).toBe(call.spec);
    expect(site.posts().map(({ text }) => text)).toEqual(call.spec ? ['Hello'] : []);
    if (spec) expect(textOfCall(spec, logged!)).toBe('Hello');
    if (spec?.permalink) expect(permalinkFrom(spec, JSON.parse(String(answer.body)))).toMatch(/^https?:\/\//);
  });

  it('calls that only look like publishing are let through by name, and no publish call is', () => {
    const passes = (call: Call) => (adapterOf(call.site).passThrough ?? []).some((pattern) => new RegExp(pattern).test(call.url));
    expect(CALLS.filter((call) => call.spec !== null && passes(call)).map(({ url }) => url)).toEqual([]);
    expect(CALLS.filter((call) => call.kind === 'upload' && !passes(call)).map(({ url }) => url)).toEqual([]);
  });
});

describe('the witness', () => {
  const post: Call = { site: 'x', kind: 'publish', spec: 'create', url: `${GRAPHQL}/CreateTweet`, body: '{"variables":{"tweet_text":"Hello"}}' };

  it('a site that answers 500 after publishing has still published', async () => {
    const site = createSite('x');
    site.setMode('posted-500');
    expect((await send(site, post)).status).toBe(500);
    expect(site.posts()).toHaveLength(1);
  });

  it('a site that answers with an empty result has still published, and no link can be read', async () => {
    const site = createSite('x');
    site.setMode('empty');
    const answer = await send(site, post);
    expect(answer.status).toBe(200);
    expect(site.posts()).toHaveLength(1);
    expect(permalinkFrom(adapterOf('x').publish[0]!, JSON.parse(String(answer.body)))).toBeNull();
  });

  it('a site that refuses has published nothing', async () => {
    const site = createSite('x');
    site.setMode('refused');
    expect((await send(site, post)).status).toBe(403);
    expect(site.posts()).toEqual([]);
    expect(site.requests('publish')).toHaveLength(1);
  });

  it('two posts are two posts, and forgetting is complete', async () => {
    const site = createSite('x');
    await send(site, post);
    await send(site, post);
    expect(new Set(site.posts().map(({ id }) => id)).size).toBe(2);
    site.reset();
    expect([site.posts(), site.requests()]).toEqual([[], []]);
  });
});

describe('paths into answers and bodies', () => {
  const body = { a: [{ t: 'one', skip: 1 }, { t: 'two' }], me: 'k2', people: { k1: { n: 'no' }, k2: { n: 'yes' } }, deep: { x: [{ t: 'three' }] } };

  it.each([
    ['a.*.t', ['one', 'two']],
    ['a.1.t', ['two']],
    ['**.t', ['one', 'two', 'three']],
    ['people.{me}.n', ['yes']],
    ['a.*.missing', []],
    ['__proto__.x', []],
    ['constructor', []],
    ['', [body]],
  ])('"%s" leads to %j', (path, expected) => {
    expect(valuesAt(body, path)).toEqual(expected);
  });

  it('the first path with words wins, and numbers count as words', () => {
    expect(textsAt(body, ['nothing', 'a.0.skip', 'me'])).toEqual(['1']);
  });

  it('a body made to be endless is given up, not followed for ever', () => {
    const wide = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`k${index}`, { a: { a: { a: 1 } } }]));
    const started = performance.now();
    expect(valuesAt(wide, '**.**.**.a').length).toBeLessThanOrEqual(100);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('a link is only a link when it leads to the web', () => {
    const spec = { ...adapterOf('mastodon').publish[0]! };
    expect(permalinkFrom(spec, { url: 'javascript:alert(1)' })).toBeNull();
    expect(permalinkFrom(spec, { url: 'https://social.example/@a/1' })).toBe('https://social.example/@a/1');
    expect(permalinkFrom(spec, null)).toBeNull();
  });
});
