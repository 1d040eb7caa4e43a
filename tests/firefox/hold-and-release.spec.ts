/**
 * The story of one post in Firefox, on the build that ships. What was published is asked of the site's server only.
 */
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { listen } from '../sites/serve';
import type { Listening } from '../sites/serve';
import { FirefoxBrowser } from '../support/firefox';
import { changeRules, coverCommons, coverSite, panelSays, pressWords, says, setUpInFirefox, signInAt } from '../support/firefox-steps';
import { LENA, MARA } from '../support/people';
import { startVillage } from '../support/village';
import type { Village } from '../support/village';

let at: FirefoxBrowser;
let served: Listening;
let village: Village;
let popup: Page;

beforeAll(async () => {
  served = await listen('practice');
  village = await startVillage();
  at = await FirefoxBrowser.open();
  await setUpInFirefox(at);
  popup = await at.page('popup.html');
  await signInAt(popup, LENA);
  await changeRules(popup, { undoMs: 0, requireSeen: false });
  await coverCommons(at, served.url);
});

beforeEach((context) => {
  onTestFailed(async () => await at.photograph(`.output/test-results/firefox/${context.task.id}`));
});

afterAll(async () => {
  await at?.close();
  await served?.close();
  await village?.close();
});

/** A chat without a button, in a plain editable field. */
const CHAT = {
  schemaVersion: 1, id: 'harbour-chat', title: 'Harbour chat', hosts: [], verified: '2026-11-23', evidence: [], gaps: [], release: 'replay',
  surfaces: [{ id: 'message', kind: 'message', scope: ['body'], editors: [{ role: 'body', selectors: ['.message-box'], kind: 'plain' }], send: { selectors: [] }, keys: [{ combo: 'enter', in: 'body' }], publish: ['say'] }],
  publish: [{ id: 'say', method: 'POST', url: '/chat/say$', transport: 'request', bodyType: 'json', text: ['text'] }],
  identity: { handle: [{ from: 'text', selector: '.who-am-i' }] },
};

async function write(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await page.waitForSelector('textarea[name="post"]');
  await page.click('textarea[name="post"]');
  await page.keyboard.type(text);
  await panelSays(at, page, /Mara/);
}

/** Mara signs the post whose words these are. */
async function approve(words: string): Promise<void> {
  await popup.bringToFront();
  await signInAt(popup, MARA);
  await (await popup.waitForSelector(`button[data-row] ::-p-text(${words})`))?.click();
  await pressWords(popup, 'Approve');
  await says(popup, /Undo|Waiting/);
}

const publish = (text: string): string => `fetch('/api/posts', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text: ${JSON.stringify(text)}, account: 'northmoor' }) }).then((answer) => 'sent ' + answer.status, () => 'refused')`;

test('the check of itself finds that Firefox really blocks: Enforced', async () => {
  const options = await at.page('options.html#protection');
  await says(options, 'Enforced');
  await says(options, /Enforced\s+The request itself is compared/);
  expect(await options.evaluate(() => document.querySelector('[role="alert"]')?.textContent ?? null)).toBeNull();
  await options.close();
});

test('a publish call from a clean realm does not leave, and reading the same site does', async () => {
  const page = await at.visit(served.url);
  await page.waitForSelector('textarea[name="post"]');
  expect(await at.inCleanRealm(page, publish('Sent past the page'))).toBe('refused');
  expect(await at.inCleanRealm(page, "fetch('/api/posts').then((answer) => 'read ' + answer.status)")).toBe('read 200');
  expect(await at.inCleanRealm(page, "fetch('/api/draft', { method: 'POST', body: '{}' }).then((answer) => 'saved ' + answer.status)")).toBe('saved 200');
  expect(await at.inCleanRealm(page, `const form = document.createElement('form'); form.method = 'post'; form.action = '/api/posts'; document.body.append(form); form.submit(); 'submitted'`)).toBe('submitted');
  expect(served.site.requests('publish')).toEqual([]);
  // The same site under a name that is not covered: the request itself is a real one.
  const elsewhere = await at.visit(served.url.replace('localhost', '127.0.0.1'));
  expect(await at.inCleanRealm(elsewhere, publish('Not covered here'))).toBe('sent 200');
  expect(served.site.posts().map(({ text }) => text)).toEqual(['Not covered here']);
  served.site.reset();
  await elsewhere.close();
  await page.close();
});

test('a post sent by click is held, what Mara signs goes out once, and a script that hammers in that moment sends nothing', async () => {
  await signInAt(popup, LENA);
  const page = await at.visit(served.url);
  const text = 'The seed swap opens at ten.\nBring “your own” bags, naïve ones too.';
  await write(page, text);
  await page.click('form.compose button[type="submit"]');
  await panelSays(at, page, 'Held for review');
  expect(served.site.requests('publish')).toEqual([]);
  expect(await page.$eval('textarea[name="post"]', (area) => area.value)).toBe(text);

  // From where no guard of the page reaches, also while the network lock is open: only the words tell the two apart.
  await at.inCleanRealm(page, `globalThis.tried = 0; setInterval(() => { globalThis.tried += 1; ${publish('Not what Mara signed')}; }, 25); 'on'`);
  await approve('The seed swap');
  await page.bringToFront();
  await panelSays(at, page, /Posted/, 40_000);
  expect(served.site.posts().map((post) => post.text)).toEqual([text]);
  expect(Number(await at.inCleanRealm(page, 'String(globalThis.tried)'))).toBeGreaterThan(20);
  // The permission is used up: the same words do not leave a second time.
  expect(await at.inCleanRealm(page, publish(text))).toBe('refused');
  expect(served.site.posts()).toHaveLength(1);
  await page.close();
});

test('a message sent by its key is held as well, and phrases that a check found are marked in the composer’s own words', async () => {
  await signInAt(popup, LENA);
  await coverSite(at, JSON.stringify(CHAT), village.url('chat'), 'Harbour chat');
  const page = await at.visit(village.url('chat'));
  await page.click('.message-box');
  await page.keyboard.type('Our balm cures eczema, guaranteed.');
  await panelSays(at, page, 'needs Mara');
  // The marks are painted from ranges; the editor's own nodes stay as they are.
  await expect.poll(async () => await page.evaluate(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0)), { timeout: 10_000 }).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBeGreaterThan(0);
  expect(await page.$eval('.message-box', (box) => box.innerHTML)).not.toMatch(/<(span|mark)/);
  await page.keyboard.press('Enter');
  await panelSays(at, page, 'Held for review');
  expect(village.said()).toEqual([]);
  await page.close();
});
