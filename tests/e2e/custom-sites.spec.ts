/**
 * Sites that no built-in adapter knows: imported as a file or taught in half a minute, held and released like
 * every other, and left alone again when they are switched off. What was published is asked of their server.
 */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { TestBrowser } from '../support/browser';
import { LENA, MARA, OptionsPage, PopupPage } from '../support/pages';
import { Panel } from '../support/panel';
import { readPracticeAdapter } from '../support/practice-adapter';
import { expect, test as base } from '../support/test';
import { startVillage } from '../support/village';
import type { Village } from '../support/village';

const test = base.extend<{ village: Village; owner: OptionsPage }>({
  village: async ({}, use) => {
    const village = await startVillage();
    await use(village);
    await village.close();
  },
  /** The options page with the rule owner signed in. */
  owner: async ({ at }, use) => await use(await ownerOf(at)),
});

async function ownerOf(at: TestBrowser): Promise<OptionsPage> {
  const popup = await PopupPage.open(at);
  await popup.signIn(LENA);
  await popup.close();
  return await OptionsPage.open(at, 'sites');
}

/** Scripts and worlds of the extension in this page, as the browser's own debugger lists them after a reload. */
async function traces(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const found: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension:') || /countersign/i.test(context.name)) found.push(`world ${context.name}`);
  });
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('chrome-extension:')) found.push(`script ${new URL(url).pathname}`);
  });
  await session.send('Runtime.enable');
  await session.send('Debugger.enable');
  await page.reload();
  await page.waitForTimeout(500);
  await session.detach();
  return found;
}

async function approve(at: TestBrowser, words: string): Promise<void> {
  const popup = await PopupPage.open(at);
  await popup.signIn(MARA);
  await popup.openHold(words);
  await popup.approve();
  await popup.backToQueue();
  await popup.signIn(LENA);
  await popup.close();
}

/** A click at the place where a person sees this; while teaching another layer takes it. */
async function pointAt(target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nothing to point at.');
  await target.page().mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Teaches through the options page; gives the tab that was opened, and how long it took in ms. */
async function teach(at: TestBrowser, owner: OptionsPage, url: string, lesson: (page: Page, card: Panel) => Promise<void>): Promise<{ page: Page; took: number }> {
  const { page: options } = owner;
  await options.bringToFront();
  await options.goto(at.url('options.html#sites/add/teach'));
  const began = Date.now();
  await options.getByLabel('Address of a page where posts are written').fill(url);
  const opened = at.context.waitForEvent('page');
  await options.getByRole('button', { name: 'Ask the browser and open it' }).click();
  const page = await opened;
  const card = new Panel(page, 'countersign-teach');
  await card.expectText('Click it. With the keyboard');
  await expect(page.locator('countersign-teach')).toHaveCount(1);
  await lesson(page, card);
  await card.expectText('As it is called among your colleagues');
  await page.keyboard.press('Enter');
  await expect(options.getByText(/was learned/)).toBeVisible();
  return { page, took: Date.now() - began };
}

test('a file with mistakes is answered line by line and nothing is saved; a good one covers its site', async ({ owner, village }) => {
  const { page } = owner;
  const good = await readFile(new URL('../sites/custom/the-lounge.json', import.meta.url), 'utf8');
  const lines = good.split('\n');
  const at = (words: string): number => lines.findIndex((line) => line.includes(words)) + 1;
  const bad = good.replace('"kind": "message"', '"kind": "whisper"').replace('"detect"', '"detekt"');

  await page.goto(`${page.url().split('#')[0]}#sites/add/import`);
  const box = page.getByRole('textbox', { name: 'Adapter file' });
  const faults = page.locator('ol').filter({ hasText: /^(Line|File)/ }).getByRole('listitem');
  await box.fill('{ "schemaVersion": 1,');
  await expect(page.getByText('One thing is wrong. Nothing was saved.')).toBeVisible();
  await expect(faults).toHaveCount(1);
  await box.fill(bad);
  await expect(page.getByText('2 things are wrong. Nothing was saved.')).toBeVisible();
  await expect(faults.filter({ hasText: `Line ${at('"kind": "message"')}` })).toContainText('must be one of');
  await expect(faults.filter({ hasText: `Line ${at('"detect"')}` })).toContainText('did you mean "detect"');
  await box.fill(good.replace('"textarea#input"', '"textarea##"'));
  await expect(faults.filter({ hasText: `Line ${at('"textarea#input"')}` })).toContainText('there is no name after "#"');
  await expect(page.getByRole('button', { name: 'Allow and cover this site' })).toHaveCount(0);
  await page.goto(`${page.url().split('#')[0]}#sites`);
  await expect(page.getByRole('heading', { name: 'Sites & coverage' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'The Lounge' })).toHaveCount(0);

  await owner.importAdapter(await readPracticeAdapter(), new URL(village.url('chat')).host);
  const row = page.getByRole('row').filter({ hasText: 'Commons' });
  await expect(row).toContainText('localhost');
  await expect(row.getByRole('switch')).toBeChecked();
});

test('nothing of Countersign is on a page that is not covered, and the same look finds it on one that is', async ({ owner, village, visit }) => {
  const { page } = await visit(village.url('chat'));
  expect(await traces(page)).toEqual([]);
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeGreaterThan(5);
  await page.locator('.message-box').fill('Nobody asks here.');
  await page.keyboard.press('Enter');
  await expect.poll(() => village.said().map((one) => one.text)).toEqual(['Nobody asks here.']);
  await owner.importAdapter(await readPracticeAdapter(), 'localhost');
  await page.bringToFront();
  expect(await traces(page)).toEqual(expect.arrayContaining([expect.stringMatching(/^world/), 'script /content-scripts/gate.js', 'script /content-scripts/page.js']));
});

test('a chat without a button is taught in half a minute, holds Enter, releases once, and still does after a restart', async ({ at, owner, village, store }) => {
  test.setTimeout(150_000);
  const { page, took } = await teach(at, owner, village.url('chat'), async (tab, card) => {
    await pointAt(tab.locator('.message-box'));
    await card.press('There is no button');
    await card.expectText('Press the key that sends');
    await tab.keyboard.press('Enter');
    await card.expectText('who you are signed in as');
    await pointAt(tab.locator('.who-am-i'));
  });
  expect(took, 'milliseconds from the address to the covered site').toBeLessThan(30_000);
  expect(village.said(), 'nothing is sent while teaching').toEqual([]);

  const panel = new Panel(page);
  const text = 'The ferry leaves at “nine” 🙂';
  await page.bringToFront();
  await page.locator('.message-box').click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await panel.expectText('Held for review');
  await panel.expectText('Mara');
  await page.locator('.message-box').press('Enter');
  await page.waitForTimeout(200);
  expect(village.said()).toEqual([]);
  expect(await store.drafts()).toEqual([text]);
  await approve(at, 'The ferry');
  await page.bringToFront();
  await panel.expectText(/Posted/, 25_000);
  expect(village.said()).toEqual([{ place: 'chat', account: 'petra', text }]);

  await at.quit();
  await at.relaunch();
  const again = await at.context.newPage();
  await again.goto(village.url('chat'));
  await again.locator('.message-box').click();
  await again.keyboard.type('After the restart.');
  await again.keyboard.press('Enter');
  await new Panel(again).expectText('Held for review');
  await again.waitForTimeout(200);
  expect(village.said()).toHaveLength(1);

  // Switched off, the site is as it was before.
  const options = (await ownerOf(at)).page;
  const toggle = options.getByRole('row').filter({ hasText: 'localhost' }).getByRole('switch');
  await toggle.click();
  await expect(toggle).not.toBeChecked();
  const free = await at.context.newPage();
  await free.goto(village.url('chat'));
  expect(await traces(free)).toEqual([]);
  await free.locator('.message-box').click();
  await free.keyboard.type('Free again.');
  await free.keyboard.press('Enter');
  await expect.poll(() => village.said().map((one) => one.text)).toEqual([text, 'Free again.']);
});

test('a forum with a form is taught, holds click and key; an account left out posts freely while the others are held', async ({ at, owner, village, visit }) => {
  test.setTimeout(150_000);
  const { page, took } = await teach(at, owner, village.url('forum'), async (tab, card) => {
    await pointAt(tab.locator('textarea'));
    await card.expectText('Click it, also when it is greyed out');
    await pointAt(tab.getByRole('button', { name: 'Post answer' }));
    await card.expectText('Post answer');
    await card.press('No key sends');
    await card.expectText('who you are signed in as');
    await pointAt(tab.locator('.who-am-i'));
  });
  expect(took).toBeLessThan(30_000);
  expect(village.said()).toEqual([]);

  const panel = new Panel(page);
  const text = 'Bring a lamp.\nThe lane is dark – it’s "free".';
  await page.bringToFront();
  await page.locator('textarea').fill(text);
  await page.getByRole('button', { name: 'Post answer' }).click();
  await panel.expectText('Held for review');
  await page.getByRole('button', { name: 'Post answer' }).press('Enter');
  await page.locator('form').evaluate((form: HTMLFormElement) => form.requestSubmit());
  await page.locator('form').evaluate((form: HTMLFormElement) => form.submit());
  await page.waitForTimeout(300);
  expect(village.said()).toEqual([]);
  await approve(at, 'Bring a lamp');
  await page.bringToFront();
  await expect.poll(() => village.said(), { timeout: 25_000 }).toEqual([{ place: 'forum', account: 'petra', text }]);

  // "Add the account shown on this page", and leave it out.
  const { page: own, panel: quiet } = await visit(village.url('forum', 'private'));
  await own.locator('textarea').fill('Held until it is named.');
  await own.getByRole('button', { name: 'Post answer' }).click();
  await quiet.expectText('Held for review');
  const { page: options } = owner;
  await options.bringToFront();
  await options.goto(at.url('options.html#people'));
  await options.getByRole('button', { name: 'Add account' }).click();
  const dialog = options.getByRole('dialog');
  const place = dialog.getByRole('listitem').filter({ hasText: 'localhost' });
  await place.last().getByRole('button', { name: 'Look' }).click();
  await expect(dialog.getByText('private')).toBeVisible();
  await dialog.getByRole('button', { name: 'Leave it out' }).click();
  await expect(dialog).toBeHidden();
  await expect(options.getByText(/private/).first()).toBeVisible();

  await own.goto(village.url('forum', 'private'));
  await own.bringToFront();
  await own.locator('textarea').fill('Nobody has to sign this.');
  await own.getByRole('button', { name: 'Post answer' }).click();
  await expect.poll(() => village.said().map((one) => `${one.account}: ${one.text}`)).toEqual([`petra: ${text}`, 'private: Nobody has to sign this.']);
  await own.goto(village.url('forum', 'petra'));
  await own.locator('textarea').fill('This one has to be signed.');
  await own.getByRole('button', { name: 'Post answer' }).click();
  await quiet.expectText('Held for review');
  await own.waitForTimeout(200);
  expect(village.said()).toHaveLength(2);
});
