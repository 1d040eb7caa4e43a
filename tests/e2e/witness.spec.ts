/**
 * HOUSE, release step 4: after a release the network says whether what left is what was approved, and tells both people
 * when it is not. What the browser really hands over is measured here; the rules are unit-tested.
 */
import type { Page } from '@playwright/test';
import { COMPOSERS, compose } from '../support/composers';
import type { ComposerCase } from '../support/composers';
import type { TestBrowser } from '../support/browser';
import { LENA, MARA, OptionsPage, PopupPage } from '../support/pages';
import type { Panel } from '../support/panel';
import { expect, test } from '../support/test';
import { startVillage } from '../support/village';

const postOn = (site: string): ComposerCase => {
  const found = COMPOSERS.find((one) => one.site === site && one.surface === 'post');
  if (!found) throw new Error(site);
  return found;
};

/** Mara approves; Lena is back at the keyboard. */
async function approve(at: TestBrowser, words: string): Promise<void> {
  const popup = await PopupPage.open(at);
  await popup.signIn(MARA);
  await popup.openHold(words);
  await popup.approve();
  await popup.backToQueue();
  await popup.signIn(LENA);
  await popup.close();
}

const EXPECTED = { x: 'matched', linkedin: 'matched', facebook: 'matched', mastodon: 'matched', bluesky: 'matched' } as const;

for (const [site, witness] of Object.entries(EXPECTED)) {
  test(`${site}: an honest release is ${witness}`, async ({ sites, visit, store, at }) => {
    const one = postOn(site);
    await sites(site);
    const { page, panel } = await visit(one.url);
    const text = `Doors open at nine – “on time”. ${site}`;
    await compose(page, one, text);
    await one.send(page).click();
    await panel.expectText('Held for review');
    await approve(at, 'Doors open');
    await page.bringToFront();
    await panel.expectText(/Posted/, 25_000);
    await expect.poll(async () => (await store.hold(text))?.receipt?.witness).toBe(witness);
  });
}

/** Sends a post through a composer and has it approved; resolves when the panel says that it is out. */
async function release(at: TestBrowser, one: ComposerCase, text: string, visit: (url: string) => Promise<{ page: Page; panel: Panel }>, before: (page: Page) => Promise<void>) {
  const { page, panel } = await visit(one.url);
  await compose(page, one, text);
  await one.send(page).click();
  await panel.expectText('Held for review');
  await before(page);
  await approve(at, text.slice(0, 12));
  await page.bringToFront();
  await panel.expectText(/Posted/, 25_000);
  return { page, panel };
}

test('a page that sends something else during its release is found out, and both people are told', async ({ sites, visit, store, at, popup }) => {
  const one = postOn('mastodon');
  const [site] = await sites('mastodon');
  const text = 'Doors open at nine, as agreed.';
  const { panel } = await release(at, one, text, visit, async (page) => {
    // A worker of the page: nothing of ours runs in it, and its call looks like the one that was let through.
    await page.evaluate(() => {
      const real = window.fetch;
      window.fetch = (async (address: string, init: RequestInit) => {
        if (init?.method !== 'POST' || !address.includes('/api/v1/statuses')) return real(address, init);
        const rogue = { ...init, body: JSON.stringify({ ...JSON.parse(String(init.body)), status: 'Doors stay shut.' }) };
        const call = JSON.stringify([new URL(address, location.href).href, { method: rogue.method, headers: rogue.headers, body: rogue.body }]);
        const source = `fetch(...${call}).then(async (answer) => postMessage([answer.status, await answer.text()]));`;
        const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
        const [status, body] = await new Promise<[number, string]>((resolve) => {
          worker.addEventListener('message', ({ data }) => resolve(data as [number, string]));
        });
        return new Response(body, { status });
      }) as typeof fetch;
    });
  });
  expect(site?.posts().map((post) => post.text)).toEqual(['Doors stay shut.']);
  await expect.poll(async () => (await store.hold(text))?.receipt?.witness).toBe('mismatch');
  await panel.expectText('not what was approved');

  const approver = await popup();
  await approver.signIn(MARA);
  await expect(approver.page.getByText('1 incident.')).toBeVisible();
  await approver.page.getByRole('button', { name: 'Look', exact: true }).click();
  await approver.page.getByRole('button', { name: 'Open the held post' }).click();
  await expect(approver.page.getByText('What was sent differs from what was approved.')).toBeVisible();
  await approver.page.getByRole('tab', { name: /History/ }).click();
  await expect(approver.page.getByText('differs from what was approved').last()).toBeVisible();
  expect((await store.rows('log')).map(({ type }) => type)).toEqual(expect.arrayContaining(['witness.mismatch', 'incident.mismatch']));
  expect(JSON.stringify(await store.rows('log'))).not.toContain('stay shut');
  const audit = await OptionsPage.open(at, 'audit');
  await expect(audit.page.getByText(/entries|verified|intact/i).first()).toBeVisible();
});

test('a body the browser keeps to itself is unverified, never matched', async ({ sites, visit, store, at }) => {
  const one = postOn('mastodon');
  const [site] = await sites('mastodon');
  const text = 'Doors open at ten, in a Blob.';
  await release(at, one, text, visit, async (page) => {
    await page.evaluate(() => {
      const real = window.fetch;
      window.fetch = ((address: string, init: RequestInit) => real(address, init?.method === 'POST' && typeof init.body === 'string' ? { ...init, body: new Blob([init.body]) } : init)) as typeof fetch;
    });
  });
  expect(site?.posts().map((post) => post.text)).toEqual([text]);
  await expect.poll(async () => (await store.hold(text))?.receipt?.witness).toBe('unverified');
  expect((await store.rows('incidents'))).toEqual([]);
});

test('a site that posts by a form is matched from its fields, also when the worker was asleep', async ({ at, store, visit }) => {
  const village = await startVillage();
  try {
    const owner = await OptionsPage.open(at, 'sites/add');
    const popup = await PopupPage.open(at);
    await popup.signIn(LENA);
    await popup.close();
    const adapter = {
      schemaVersion: 1, id: 'harbour', title: 'Harbour', hosts: [], verified: '2026-11-23', evidence: [], gaps: [], release: 'replay',
      surfaces: [{ id: 'answer', kind: 'post', scope: ['form#answer-form'], editors: [{ role: 'body', selectors: ['textarea'], kind: 'textarea' }], send: { selectors: ['button[type="submit"]'] }, keys: [], publish: ['answer'] }],
      publish: [{ id: 'answer', method: 'POST', url: '/forum/answer(\\?|$)', transport: 'navigation', bodyType: 'form', text: ['answer'] }],
      identity: { handle: [{ from: 'text', selector: '.who-am-i' }] },
    };
    await owner.importAdapter(JSON.stringify(adapter), 'localhost');
    const { page, panel } = await visit(village.url('forum'));
    const text = 'Bring a lamp.\nThe lane is dark – it’s "free".';
    await page.locator('textarea').fill(text);
    await page.getByRole('button', { name: 'Post answer' }).click();
    await panel.expectText('Held for review');
    await approve(at, 'Bring a lamp');
    await at.killWorker();
    await page.bringToFront();
    await expect.poll(() => village.said().map((one) => one.text), { timeout: 25_000 }).toEqual([text]);
    await expect.poll(async () => (await store.hold(text))?.receipt).toMatchObject({ status: 'sent', witness: 'matched' });
  } finally {
    await village.close();
  }
});

test('a post on the account’s own page that nobody countersigned is shown as unmatched; one that was released is not', async ({ sites, visit, store, at, popup }) => {
  const one = postOn('x');
  const [site] = await sites('x');
  const text = 'Released here, at nine.';
  await release(at, one, text, visit, async () => {});
  // From a phone: straight to the server, past every browser.
  await site?.handle({
    method: 'POST', url: 'https://x.com/i/api/graphql/xT36w0XM3A8jDynpkram2A/CreateTweet', headers: { 'content-type': 'application/json', 'x-act-as-user-id': '100000000001001' },
    body: new TextEncoder().encode(JSON.stringify({ variables: { tweet_text: 'Sent from a phone.' } })),
  });
  const profile = await visit('https://x.com/northmoor');
  await expect(profile.page.getByText('Sent from a phone.')).toBeVisible();
  await expect.poll(async () => (await store.rows('incidents')).map(({ kind, way, account }) => [kind, way, account]), { timeout: 15_000 }).toEqual([['unmatched', 'page', '@northmoor']]);
  await profile.page.bringToFront();
  await profile.page.reload();

  const approver = await popup();
  await approver.signIn(MARA);
  await approver.page.getByRole('button', { name: 'Look', exact: true }).click();
  const item = approver.page.getByRole('listitem').filter({ hasText: 'A post nobody countersigned' });
  await item.getByRole('button', { name: 'Posted elsewhere' }).click();
  await item.getByLabel('Where, and who knew of it').fill('On the phone, agreed with Mara.');
  await item.getByRole('button', { name: 'Posted elsewhere' }).click();
  await expect(approver.page.getByText('No open incidents')).toBeVisible();
  expect((await store.rows('incidents')).map(({ state, closed }) => [state, closed?.reason])).toEqual([['elsewhere', 'On the phone, agreed with Mara.']]);
  expect(JSON.stringify(await store.rows('log'))).not.toContain('from a phone');
});
