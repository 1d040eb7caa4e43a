/** Promise 6: a held draft is never lost. Every way to lose a page, then back through Mine, restored and released. */
import { refuseNetwork, routeSite } from '../sites/route';
import { COMPOSERS, compose, readEditor } from '../support/composers';
import type { ComposerCase } from '../support/composers';
import { Disk } from '../support/disk';
import { LENA, MARA, PopupPage } from '../support/pages';
import { Panel } from '../support/panel';
import { expect, test } from '../support/test';

const X = COMPOSERS.find((one) => one.site === 'x' && one.surface === 'post') as ComposerCase;
const TEXT = 'Seed swap in the library hall, ten o’clock.';

test('after the tab was closed, Mine opens the page, puts the draft back, and one press posts it', async ({ at, sites, visit, popup, store }) => {
  const [site] = await sites('x');
  const { page, panel } = await visit(X.url);
  await compose(page, X, TEXT);
  await X.send(page).click();
  await panel.expectText('Held for review');
  await page.close();
  expect(await store.drafts()).toEqual([TEXT]);

  const approver = await popup();
  await approver.signIn(MARA);
  await approver.openHold('Seed swap');
  await approver.approve();
  await approver.backToQueue();
  await approver.signIn(LENA);
  const row = await approver.mine('Seed swap');
  const opened = at.context.waitForEvent('page');
  await row.getByRole('button', { name: /^Open and/ }).click();
  const back = await opened;
  const again = new Panel(back);
  await again.expectText(/Cleared to post|Put the draft back|Approved/, 20_000);
  if (await again.offers('Put the draft back')) await again.press('Put the draft back');
  await expect.poll(() => readEditor(back.locator('[data-testid="tweetTextarea_0"][contenteditable="true"]').first()), { timeout: 15_000 }).toContain(TEXT);
  expect(site?.posts()).toEqual([]);
  await again.expectText(/Cleared to post/, 20_000);
  await back.getByTestId('tweetButton').or(back.getByTestId('tweetButtonInline')).first().click();
  await expect.poll(() => site?.posts().map((post) => post.text), { timeout: 20_000 }).toEqual([TEXT]);
  await again.expectText(/Posted/, 20_000);
});

test('after a reload the draft is offered back on the page itself', async ({ sites, visit, store }) => {
  const [site] = await sites('x');
  const { page, panel } = await visit(X.url);
  await compose(page, X, TEXT);
  await X.send(page).click();
  await panel.expectText('Held for review');
  await page.reload();
  await panel.expectText(/held draft belongs to this page/, 15_000);
  await X.editor(page).click();
  await panel.expectText(/Put the draft back/);
  await panel.press('Put the draft back');
  await expect.poll(() => readEditor(X.editor(page))).toContain(TEXT);
  await panel.expectText('Held for review');
  expect(await store.drafts()).toEqual([TEXT]);
  expect(site?.requests('publish')).toEqual([]);
});

test('after the browser was killed the draft is in Mine', async ({ at, sites, visit, store }) => {
  await sites('x');
  const { page, panel } = await visit(X.url);
  await compose(page, X, TEXT);
  await X.send(page).click();
  await panel.expectText('Held for review');
  expect(await store.drafts()).toEqual([TEXT]);
  await at.crash();
  await at.relaunch();
  await refuseNetwork(at.context);
  await routeSite(at.context, 'x');
  expect(await new Disk(at).drafts()).toEqual([TEXT]);
  const own = await PopupPage.open(at);
  await own.signIn(LENA);
  const row = await own.mine('Seed swap');
  await expect(row.getByRole('button', { name: 'Open and restore' })).toBeVisible();
});

test('a worker killed while a post is held changes nothing: it is approved and released afterwards', async ({ at, sites, visit, popup }) => {
  const [site] = await sites('x');
  const { page, panel } = await visit(X.url);
  await compose(page, X, TEXT);
  await at.killWorker();
  await X.send(page).click();
  await panel.expectText('Held for review');
  await at.killWorker();
  const approver = await popup();
  await approver.signIn(MARA);
  await approver.openHold('Seed swap');
  await at.killWorker();
  await approver.approve();
  await page.bringToFront();
  await panel.expectText(/Approved by Mara/, 15_000);
  await at.killWorker();
  await panel.expectText(/Posted/, 30_000);
  expect(site?.posts().map((post) => post.text)).toEqual([TEXT]);
});

test('a script left over from before an update keeps holding and says so', async ({ at, sites, visit }) => {
  const [site] = await sites('x');
  const { page, panel } = await visit(X.url);
  await compose(page, X, TEXT);
  await panel.expectText(/Mara/);
  const [worker] = at.context.serviceWorkers();
  await worker?.evaluate(() => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload()).catch(() => {});
  await page.waitForTimeout(1_500);
  await X.send(page).click();
  await page.waitForTimeout(500);
  expect(site?.requests('publish')).toEqual([]);
  expect(await readEditor(X.editor(page))).toContain(TEXT);
  await panel.expectText(/Reload this tab|Held for review/);
});
