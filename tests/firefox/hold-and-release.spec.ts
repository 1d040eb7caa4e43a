/**
 * The story of one post in Firefox, on the build that ships. What was published is asked of the site's server only.
 */
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { listen } from '../sites/serve';
import type { Listening } from '../sites/serve';
import { FirefoxBrowser } from '../support/firefox';
import { changeRules, coverCommons, panelSays, pressWords, says, setUpInFirefox, signInAt } from '../support/firefox-steps';
import { LENA, MARA } from '../support/people';

let at: FirefoxBrowser;
let served: Listening;
let popup: Page;

beforeAll(async () => {
  served = await listen('practice');
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
});

async function write(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await page.waitForSelector('textarea[name="post"]');
  await page.click('textarea[name="post"]');
  await page.keyboard.type(text);
  await panelSays(at, page, /Mara/);
}

test('a post sent by click is held, nothing reaches the server, and what Mara signs goes out once', async () => {
  const page = await at.visit(served.url);
  const text = 'The seed swap opens at ten.\nBring “your own” bags, naïve ones too.';
  await write(page, text);
  await page.click('form.compose button[type="submit"]');
  await panelSays(at, page, 'Held for review');
  expect(served.site.requests('publish')).toEqual([]);
  expect(await page.$eval('textarea[name="post"]', (area) => area.value)).toBe(text);

  await popup.bringToFront();
  await signInAt(popup, MARA);
  await (await popup.waitForSelector('button[data-row] ::-p-text(The seed swap)'))?.click();
  await pressWords(popup, 'Approve');
  await says(popup, /Undo|Waiting/);
  await page.bringToFront();
  await panelSays(at, page, /Posted/, 40_000);
  expect(served.site.posts().map((post) => post.text)).toEqual([text]);
});
