/**
 * The network lock: a publish call from a place no script of ours can see does not reach the site, whatever state the
 * extension is in, and everything else on the same host does. What arrived is asked of the site's server only.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { TestBrowser } from '../support/browser';
import { GateVoice, rawFetch, rulesIn, tell, workerFetch } from '../support/clean-realm';
import type { RawCall } from '../support/clean-realm';
import { setRules } from '../support/loop';
import { LENA, OptionsPage, PopupPage } from '../support/pages';
import { readPracticeAdapter } from '../support/practice-adapter';
import { approveAs, holdPost } from '../support/steps';
import { expect, test } from '../support/test';
import type { Commons } from '../support/test';

test.use({ house: 'commons' });

const JSON_BODY = { 'content-type': 'application/json' };
const json = (value: unknown) => JSON.stringify(value);

interface Case {
  site: string;
  page: string;
  publish: RawCall[];
  /** Kind in the server's log, and the call. */
  pass: [kind: string, call: RawCall][];
}

const x = (operation: string, body: unknown = {}): RawCall => ({ method: 'POST', url: `/i/api/graphql/a1-B_2/${operation}`, body: json(body), headers: JSON_BODY });
const linkedin = (path: string, body: unknown = {}): RawCall => ({ method: 'POST', url: path, body: json(body), headers: JSON_BODY });

const CASES: Case[] = [
  {
    site: 'x', page: 'https://x.com/home',
    publish: [x('CreateTweet', { variables: { tweet_text: 'Rogue.' } }), x('CreateTweet?a=/i/media/upload.json'), x('CreateTweet#a'), x('CreateNoteTweet'), x('CreateScheduledTweet')],
    pass: [
      ['read', { method: 'GET', url: '/i/api/graphql/a1-B_2/HomeTimeline' }], ['autosave', x('CreateDraftTweet')], ['reaction', x('FavoriteTweet')],
      ['typing', { method: 'POST', url: '/i/api/1.1/jot/client_event.json', body: '{}' }],
    ],
  },
  {
    site: 'linkedin', page: 'https://www.linkedin.com/feed/',
    publish: [
      linkedin('/voyager/api/graphql?action=execute&queryId=voyagerContentcreationDashShares.0123', { variables: { post: { commentary: { text: 'Rogue.' } } } }),
      linkedin('/flagship-web/rsc-action/actions/server-request?sduiid=com.linkedin.sdui.comments.createComment'), linkedin('/voyager/api/voyagerSocialDashNormComments'),
    ],
    pass: [
      ['read', { method: 'GET', url: '/voyager/api/graphql?queryId=voyagerFeedDashMainFeed.1' }], ['autosave', linkedin('/voyager/api/voyagerContentcreationDashDrafts')],
      ['typing', linkedin('/flagship-web/rsc-action/actions/server-request?sduiid=com.linkedin.sdui.typing')],
      ['reaction', linkedin('/flagship-web/rsc-action/actions/server-request?sduiid=com.linkedin.sdui.reactions.create')],
    ],
  },
  {
    site: 'mastodon', page: 'http://127.0.0.1/home',
    publish: [{ method: 'POST', url: '/api/v1/statuses', body: json({ status: 'Rogue.' }), headers: JSON_BODY }, { method: 'PUT', url: '/api/v1/statuses/42', body: json({ status: 'Rogue.' }), headers: JSON_BODY }],
    pass: [
      ['read', { method: 'GET', url: '/api/v1/timelines/home' }], ['autosave', { method: 'POST', url: '/api/v1/markers', body: '{}' }],
      ['typing', { method: 'GET', url: '/api/v2/search?q=dana' }], ['reaction', { method: 'POST', url: '/api/v1/statuses/42/favourite' }],
    ],
  },
];

for (const one of CASES) {
  test(`${one.site}: publish calls from a clean realm are stopped; reading, autosave, typing and likes pass`, async ({ sites, visit }) => {
    const [site] = await sites(one.site);
    if (!site) throw new Error('no site');
    const { page } = await visit(one.page);
    expect(await rawFetch(page, one.publish)).toEqual(one.publish.map(() => null));
    expect(site.requests('publish')).toEqual([]);
    expect(site.posts()).toEqual([]);
    for (const [kind, call] of one.pass) {
      const before = site.requests().filter((request) => request.kind === kind).length;
      expect(await rawFetch(page, [call]), `${kind}: ${call.url}`).toEqual([200]);
      expect(site.requests().filter((request) => request.kind === kind).length, `${kind}: ${call.url}`).toBe(before + 1);
    }
  });
}

const ROGUE: RawCall = { method: 'POST', url: '/api/posts', body: json({ text: 'Rogue.', account: 'northmoor' }), headers: JSON_BODY };

/** A page of the extension that only looks. */
const looker = async (at: TestBrowser): Promise<Page> => await at.page('manifest.json');

test('an imported site is locked, reading and likes on it pass, and it is let go when it is switched off', async ({ at, visit, store, commons: { one, site } }) => {
  const { page } = await visit(one.url);
  expect(await rawFetch(page, [ROGUE, { ...ROGUE, url: '/api/posts#a' }])).toEqual([null, null]);
  const passing: RawCall[] = [{ method: 'GET', url: '/api/posts' }, { method: 'POST', url: '/api/draft', body: '{}' }, { method: 'POST', url: '/api/posts/seed-1/like' }];
  expect(await rawFetch(page, passing)).toEqual([200, 200, 200]);
  expect(site.posts()).toEqual([]);

  const host = (await store.rows('sites')).find(({ platform }) => platform === 'commons')?.host;
  const popup = await PopupPage.open(at);
  await popup.signIn(LENA);
  const uncovered = await tell<{ ok: boolean }>(popup.page, 'site.uncover', { platform: 'commons', host });
  expect(uncovered).toMatchObject({ ok: true });
  await page.bringToFront();
  expect(await rawFetch(page, [ROGUE])).toEqual([200]);
  expect(site.posts()).toHaveLength(1);
});

/** A server that nothing else speaks for: its page posts while it loads, from a realm without any of our scripts. */
async function posting(): Promise<{ host: string; url: string; loads: () => number; posts: () => number; close: () => Promise<void> }> {
  let loads = 0;
  let posts = 0;
  const server = createServer((incoming, outgoing) => {
    if (incoming.method === 'POST') {
      posts += 1;
      return void outgoing.writeHead(200, { 'access-control-allow-origin': '*' }).end('{}');
    }
    if (incoming.url !== '/') return void outgoing.writeHead(404).end();
    loads += 1;
    outgoing.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' }).end(`<!doctype html><title>Posts by itself</title><script>
      const body = '{"text":"While loading."}';
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-same-origin');
      document.documentElement.append(frame);
      frame.contentWindow.fetch(new URL('/api/posts', location.href), { method: 'POST', body }).catch(() => {});
      new Worker(URL.createObjectURL(new Blob(['fetch(' + JSON.stringify(new URL('/api/posts', location.href).href) + ', { method: "POST", body: "{}" })'])));
    </script>`);
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return {
    host, url: `http://${host}/`, loads: () => loads, posts: () => posts,
    close: async () => await new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}

async function coverPosting(at: TestBrowser, host: string): Promise<void> {
  const popup = await PopupPage.open(at);
  await popup.signIn(LENA);
  await popup.close();
  const options = await OptionsPage.open(at, 'sites/add');
  await options.importAdapter(await readPracticeAdapter(), host);
  await options.page.close();
}

test('taking the browser’s permission away is no way around a review', async ({ at, visit, commons: { one, site } }) => {
  const settings = await at.context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(async (extensionId) => {
    const { developerPrivate } = (globalThis as unknown as { chrome: { developerPrivate: { updateExtensionConfiguration(change: unknown): Promise<void> } } }).chrome;
    await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' });
  }, at.id);
  const { page } = await visit(one.url);
  expect(await page.evaluate(async (body) => await fetch('/api/posts', { method: 'POST', body }).then(({ status }) => status, () => null), ROGUE.body ?? '')).toBeNull();
  expect(await rawFetch(page, [ROGUE, { method: 'GET', url: '/api/posts' }])).toEqual([null, 200]);
  expect(site.posts()).toEqual([]);
});

test('a release opens the lock for its own request and no other, and leaves no rule behind', async ({ at, visit, commons: { one, site } }) => {
  const { page, panel } = await visit(one.url);
  await holdPost(page, panel, one, 'The one that was approved.');
  await approveAs(await PopupPage.open(at), 'The one that was approved.');
  await page.bringToFront();
  await panel.expectText(/Posted/, 25_000);
  const look = await looker(at);
  expect(await rawFetch(page, [ROGUE, ROGUE])).toEqual([null, null]);
  expect(site.posts().map(({ text }) => text)).toEqual(['The one that was approved.']);
  expect((await rulesIn(look)).session).toBe(0);
});

const FREE = { id: 'lenaquist', handle: 'lenaquist' };

/** A covered site with one account left out by name, and the gate of a tab to speak through. */
async function withFreeAccount(at: TestBrowser, commons: Commons): Promise<{ page: Page; look: Page; voice: GateVoice }> {
  const popup = await PopupPage.open(at);
  await popup.signIn(LENA);
  await setRules(popup.page, { accounts: [{ platform: 'commons', account: FREE.id, handle: FREE.handle, covered: false, strength: 'hold', approvers: [], quorum: 1 }] });
  await popup.close();
  const page = await at.context.newPage();
  await page.goto(commons.one.url);
  return { page, look: await looker(at), voice: await GateVoice.in(page, at) };
}

const freely = (account: unknown) => ({ platform: 'commons', publishId: 'create', account });

test('an account left out by name gets one call through the lock; a covered or unknown account gets none', async ({ at, commons }) => {
  const { page, look, voice } = await withFreeAccount(at, commons);
  expect(await voice.ask('free.open', freely({ id: 'northmoor', handle: 'northmoor' }))).toMatchObject({ ok: false, code: 'not-allowed' });
  expect(await voice.ask('free.open', freely(null))).toMatchObject({ ok: false, code: 'account-unknown' });
  expect(await voice.ask('free.open', { ...freely(FREE), publishId: 'other' })).toMatchObject({ ok: false, code: 'bad-message' });
  expect(await rawFetch(page, [ROGUE])).toEqual([null]);

  expect(await voice.ask('free.open', freely(FREE))).toMatchObject({ ok: true });
  expect((await rulesIn(look)).session).toBe(1);
  const elsewhere = await at.context.newPage();
  await elsewhere.goto(commons.one.url);
  expect(await rawFetch(elsewhere, [ROGUE]), 'another tab stays locked').toEqual([null]);
  expect(await rawFetch(page, [ROGUE])).toEqual([200]);
  await expect.poll(async () => (await rulesIn(look)).session).toBe(0);
  expect(await rawFetch(page, [ROGUE])).toEqual([null]);
  expect(commons.site.posts()).toHaveLength(1);
});

test('a window nobody used closes by itself after ten seconds', async ({ at, commons }) => {
  const { page, look, voice } = await withFreeAccount(at, commons);
  expect(await voice.ask('free.open', freely(FREE))).toMatchObject({ ok: true });
  await page.waitForTimeout(8_500);
  expect((await rulesIn(look)).session).toBe(1);
  await expect.poll(async () => (await rulesIn(look)).session, { timeout: 4_000 }).toBe(0);
  expect(await rawFetch(page, [ROGUE])).toEqual([null]);
  expect(commons.site.posts()).toEqual([]);
});

test('a worker that dies with a window open leaks one post at most, and the next worker shuts it', async ({ at, commons }) => {
  const { page, look, voice } = await withFreeAccount(at, commons);
  for (let round = 1; round <= 3; round += 1) {
    commons.site.reset();
    expect(await voice.ask('free.open', freely(FREE))).toMatchObject({ ok: true });
    await at.killWorker();
    expect((await rulesIn(look)).session, 'the rule outlives the worker').toBe(1);
    // The post itself wakes the next worker, whose first act is to shut the window.
    await rawFetch(page, [ROGUE]);
    await expect.poll(async () => (await rulesIn(look)).session).toBe(0);
    expect(await rawFetch(page, [ROGUE, ROGUE, ROGUE])).toEqual([null, null, null]);
    expect(commons.site.posts().length).toBeLessThanOrEqual(1);
  }
});

test.describe('where only the built-in sites are covered', () => {
  test.use({ house: 'brisk' });

  test('the lock stands before anything of ours runs: a dead worker, a reload, and a browser whose first page posts while it loads', async ({ at }) => {
    test.setTimeout(180_000);
    const server = await posting();
    const page = await at.context.newPage();
    await page.goto(server.url);
    await expect.poll(server.posts, { message: 'nothing stops it before the site is covered' }).toBe(2);
    await coverPosting(at, server.host);

    await page.goto(server.url);
    await at.killWorker();
    expect(await rawFetch(page, [ROGUE])).toEqual([null]);
    expect(await workerFetch(page, ROGUE)).toBeNull();
    await page.goto(server.url);
    expect(server.posts()).toBe(2);

    await at.developerMode();
    await page.bringToFront();
    // While the browser takes an extension down and up again there is none of its rules; that is why updates wait for releases.
    await (await at.worker()).evaluate(() => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload()).catch(() => {});
    await expect.poll(async () => (await rawFetch(page, [ROGUE]))[0], { timeout: 20_000 }).toBeNull();
    const before = server.posts();
    await page.goto(server.url);
    expect(await rawFetch(page, [ROGUE])).toEqual([null]);

    await at.quit();
    await at.relaunch();
    const loads = server.loads();
    const first = at.context.pages()[0] ?? (await at.context.newPage());
    await first.goto(server.url);
    expect(server.loads()).toBe(loads + 1);
    expect(await workerFetch(first, ROGUE)).toBeNull();
    expect(server.posts()).toBe(before);
    await server.close();
  });

  test('the shipped rulesets stand for the built-in sites that are on, and the browser takes every rule of ours', async ({ at }) => {
    const look = await looker(at);
    // At every load of an unpacked extension the browser forgets which rulesets were on, as it does at an update; the dynamic ones stand.
    expect(await rulesIn(look)).toMatchObject({ dynamic: 8, session: 0 });
    await expect.poll(async () => (await rulesIn(look)).rulesets, { timeout: 15_000 }).toEqual(['linkedin', 'x']);
    const refused = await look.evaluate(async () => {
      const { declarativeNetRequest: net } = (globalThis as unknown as { chrome: { declarativeNetRequest: { isRegexSupported(about: { regex: string; isCaseSensitive: boolean }): Promise<{ isSupported: boolean }> } } }).chrome;
      const bad: string[] = [];
      for (const id of ['x', 'linkedin']) {
        const rules = (await (await fetch(`/rules/${id}.json`)).json()) as { condition: { regexFilter: string } }[];
        for (const { condition } of rules) if (!(await net.isRegexSupported({ regex: condition.regexFilter, isCaseSensitive: false })).isSupported) bad.push(condition.regexFilter);
      }
      return bad;
    });
    expect(refused).toEqual([]);
  });
});
