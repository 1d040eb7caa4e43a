/** Promise 6: a held draft is never lost, and Mine puts exactly it back. Whether anything went out is asked of the site's server. */
import { Disk } from '../support/disk';
import { LENA, PopupPage } from '../support/pages';
import { Panel } from '../support/panel';
import { composerOf, readEditor } from '../support/composers';
import type { ComposerCase } from '../support/composers';
import { approveAs, holdPost, routeAgain } from '../support/steps';
import { expect, test } from '../support/test';
import type { TestBrowser } from '../support/browser';
import type { Page } from '@playwright/test';
import type { Site } from '../sites/serve';

const X = composerOf('x');
const FACEBOOK = composerOf('facebook');
test.use({ house: 'commons' });

const TEXT = 'Doors open at nine.\n\nBring a friend 🙂 and a “thermos”.';

/** The author opens Mine and presses the one action of the row. Null when the browser's new tab died before it showed anything. */
async function pressInMine(at: TestBrowser, words: string, action: RegExp): Promise<Page | null> {
  const popup = await PopupPage.open(at);
  await popup.signIn(LENA);
  const row = await popup.mine(words);
  const opening = at.context.waitForEvent('page', { timeout: 8_000 }).catch(() => null);
  await row.getByRole('button', { name: action }).click();
  const page = await opening;
  // Rarely (1 of 20), Chromium's renderer crashes in the first new tab after a SIGKILL of the browser.
  return page ? await page.bringToFront().then(() => page, () => null) : null;
}

/** Presses again, as a person does whose new tab says "Aw, Snap!". */
async function openFromMine(at: TestBrowser, words: string, action: RegExp): Promise<Page> {
  const page = (await pressInMine(at, words, action)) ?? (await pressInMine(at, words, action));
  if (!page) throw new Error('No tab came up, twice.');
  return page;
}

interface Loss {
  what: string;
  lose(at: TestBrowser, page: Page): Promise<void>;
}

const IN_THE_TAB: Loss[] = [
  { what: 'the tab is closed', lose: async (_at, page) => await page.close() },
  { what: 'the page is reloaded', lose: async (_at, page) => void (await page.reload()) },
  { what: 'the tab goes elsewhere', lose: async (_at, page) => void (await page.goto('https://x.com/explore')) },
  { what: 'the service worker is killed', lose: async (at) => await at.killWorker() },
];
const OF_THE_BROWSER: Loss[] = [
  { what: 'the browser is closed and started again', lose: async (at) => { await at.quit(); await at.relaunch(); } },
  { what: 'the browser crashes', lose: async (at) => { await at.crash(); await at.relaunch(); } },
];

for (const losses of [IN_THE_TAB, OF_THE_BROWSER]) {
  test(`a held draft is still held, word for word, after ${losses.map(({ what }) => what).join(', ')}`, async ({ at, sites }) => {
    const [site] = await sites('x');
    if (!site) throw new Error('no site');
    const kept: string[] = [];
    for (const { what, lose } of losses) {
      const page = await at.context.newPage();
      await page.goto(X.url);
      const text = `${TEXT} Then ${what}.`;
      await holdPost(page, new Panel(page), X, text);
      kept.push(text);
      await lose(at, page);
      const store = new Disk(at);
      expect((await store.drafts()).sort(), what).toEqual([...kept].sort());
      expect(await store.hold(text), what).toMatchObject({ workflow: 'pending', publication: 'unsent' });
      if (losses === OF_THE_BROWSER) await routeAgain(at, site);
    }
    expect(site.requests('publish')).toEqual([]);
  });
}

/** Written, lost, put back from Mine, approved, and posted by its author's one press. */
async function thereAndBack(at: TestBrowser, site: Site, one: ComposerCase, lose: (page: Page) => Promise<void>, appear: (page: Page) => Promise<void>): Promise<void> {
  const page = await at.context.newPage();
  await page.goto(one.url);
  await holdPost(page, new Panel(page), one, TEXT);
  await lose(page);

  const back = await openFromMine(at, 'Doors open', /Open and restore/);
  await appear(back);
  await expect.poll(async () => await readEditor(one.editor(back)), { timeout: 20_000 }).toContain('thermos');
  const shown = new Panel(back);
  await shown.expectText('Held for review');
  expect(site.requests('publish')).toEqual([]);

  await approveAs(await PopupPage.open(at), 'Doors open');
  await back.bringToFront();
  await shown.expectText(/Cleared to post/);
  await back.waitForTimeout(1_000);
  expect(site.requests('publish'), 'a restored draft waits for its author').toEqual([]);
  await one.send(back).click();
  await shown.expectText(/Posted/, 25_000);
  expect(site.posts().map(({ text, surface }) => ({ text, surface }))).toEqual([{ text: TEXT, surface: one.surface }]);
  expect((await new Disk(at).hold(TEXT))?.revision).toBe(1);
}

test('an X post: after a restart of the browser Mine puts the exact draft back, and one press posts it once', async ({ at, sites }) => {
  const [site] = await sites('x');
  if (!site) throw new Error('no site');
  await thereAndBack(at, site, X, async () => {
    await at.quit();
    await at.relaunch();
    await routeAgain(at, site);
  }, async () => {});
});

test('a Facebook post (Lexical in a dialog): after a crash Mine puts the exact draft back, and one press posts it once', async ({ at, sites }) => {
  const [site] = await sites('facebook');
  if (!site) throw new Error('no site');
  await thereAndBack(at, site, FACEBOOK, async () => {
    await at.crash();
    await at.relaunch();
    await routeAgain(at, site);
  }, async () => {});
});

test('a practice post (textarea in a form): after its tab was closed Mine puts the exact draft back, and one press posts it once', async ({ at, commons: { one, site } }) => {
  await thereAndBack(at, site, one, async (page) => await page.close(), async () => {});
});

test('files are asked for again, a wrong file goes nowhere, and the right one goes out with the text', async ({ at, commons: { one, site } }) => {
  const page = await at.context.newPage();
  await page.goto(one.url);
  const file = (name: string, words: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from(words) });
  const chooser = (where: Page) => where.locator('form.compose input[type="file"]');
  await chooser(page).setInputFiles(file('poster.png', 'the poster'));
  await expect(page.locator('form.compose .attachment')).toHaveCount(1);
  await holdPost(page, new Panel(page), one, 'With a poster.');
  await page.close();

  await approveAs(await PopupPage.open(at), 'With a poster');
  const back = await openFromMine(at, 'With a poster', /Open and post/);
  await expect(one.editor(back)).toHaveValue('With a poster.', { timeout: 20_000 });
  const panel = new Panel(back);
  await panel.expectText('Attach the same files again');
  await panel.expectText('poster.png');
  await chooser(back).setInputFiles(file('poster.png', 'another picture'));
  await expect(back.locator('form.compose .attachment')).toHaveCount(1);
  await panel.expectText(/changed/);
  expect(site.requests('publish'), 'with another file of the same name').toEqual([]);
  await back.getByRole('button', { name: 'Remove poster.png' }).click();
  await chooser(back).setInputFiles(file('poster.png', 'the poster'));
  await expect(back.locator('form.compose .attachment')).toHaveCount(1);
  await panel.expectText(/Press “Post” once/);
  await one.send(back).click();
  await panel.expectText(/Posted/, 25_000);
  expect(site.posts().map(({ text, media }) => ({ text, files: media.map(({ name, bytes }) => [name.split('/')[1], bytes]) }))).toEqual([{ text: 'With a poster.', files: [['poster.png', 10]] }]);
});
