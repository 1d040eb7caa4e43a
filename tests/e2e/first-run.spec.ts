/** The first run on a fresh profile: from the cover to a practice post that a second person released. */
import { expect, test } from '@playwright/test';
import { TestBrowser } from '../support/browser';
import { LENA, MARA, PopupPage, WelcomePage } from '../support/pages';

let browser: TestBrowser;
test.beforeEach(async () => { browser = await TestBrowser.open(); });
test.afterEach(async () => await browser.close());

test('two people walk the first run, and the practice post goes out only after the second signature', async () => {
  const welcome = await WelcomePage.open(browser);
  const { page } = welcome;
  const problems: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  page.on('pageerror', (error) => problems.push(error.message));

  await welcome.start();
  await welcome.createWorkspace('Northmoor', LENA);
  await expect(page.getByRole('switch', { checked: true })).toHaveCount(0);
  await welcome.continueFromSites();
  await welcome.addSecond(MARA);
  await page.getByRole('button', { name: 'Try it once' }).click();

  const words = 'Doors open at nine.\nBring a friend 🙂';
  await page.getByRole('textbox', { name: 'Practice post' }).fill(words);
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Held for review' })).toBeVisible();
  await expect(page.getByText(/approve as Mara Okafor/)).toBeVisible();

  // A reload in the middle finds the same held post.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Held for review' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Practice post' })).toHaveValue(words);

  const opening = browser.context.waitForEvent('page');
  await page.getByRole('button', { name: 'Open the queue' }).click();
  const popup = new PopupPage(await opening);
  await popup.signIn(MARA);
  await popup.openHold('Doors open at nine.');
  await expect(page.getByRole('heading', { name: 'Held for review' })).toBeVisible();
  await popup.approve();

  await expect(page.getByRole('heading', { name: 'Cleared to post' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('heading', { name: 'Posted' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('article')).toContainText('Bring a friend 🙂');

  // The record of it verifies, and its export is complete.
  const options = await browser.page('options.html#audit');
  await expect(options.getByText(/Sent/).first()).toBeVisible();
  await options.getByRole('button', { name: 'Verify chain' }).click();
  await expect(options.getByText(/Chain unbroken, \d+ entries/)).toBeVisible();
  expect(problems).toEqual([]);
});
