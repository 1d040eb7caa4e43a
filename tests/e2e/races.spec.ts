/** Promise 2: at most one post per grant, however often and from wherever the send is pressed. */
import { COMPOSERS, compose } from '../support/composers';
import type { ComposerCase } from '../support/composers';
import { MARA } from '../support/pages';
import { expect, test } from '../support/test';

const X = COMPOSERS.find((one) => one.site === 'x' && one.surface === 'post') as ComposerCase;

test('a double click and a row of key presses make one hold, and an approval one post', async ({ sites, visit, popup, store }) => {
  const [site] = await sites('x');
  const { page, panel } = await visit(X.url);
  await compose(page, X, 'Once is enough.');
  await X.send(page).dblclick();
  await X.editor(page).press('Control+Enter');
  await X.editor(page).press('Control+Enter');
  await panel.expectText('Held for review');
  expect(await store.drafts()).toEqual(['Once is enough.']);
  const approver = await popup();
  await approver.signIn(MARA);
  await approver.openHold('Once is enough');
  await approver.approve();
  await page.bringToFront();
  const until = Date.now() + 25_000;
  while (Date.now() < until && site?.posts().length === 0) {
    await X.send(page).click({ timeout: 500, force: true }).catch(() => {});
    await page.waitForTimeout(120);
  }
  await page.waitForTimeout(1_500);
  expect(site?.posts().map((post) => post.text)).toEqual(['Once is enough.']);
});

test('two tabs with the same text are one post after one approval', async ({ sites, visit, popup, store }) => {
  const [site] = await sites('x');
  const one = await visit(X.url);
  await compose(one.page, X, 'The same in both tabs.');
  const two = await visit(X.url);
  await compose(two.page, X, 'The same in both tabs.');
  await X.send(two.page).click();
  await two.panel.expectText('Held for review');
  await one.page.bringToFront();
  await X.send(one.page).click();
  await one.panel.expectText(/Held for review|held/i);
  expect(site?.requests('publish')).toEqual([]);
  const approver = await popup();
  await approver.signIn(MARA);
  await approver.openHold('The same in both');
  await approver.approve();
  await one.page.bringToFront();
  await expect.poll(() => site?.posts().length, { timeout: 30_000 }).toBe(1);
  for (const { page } of [two, one]) {
    await page.bringToFront();
    await X.send(page).click({ timeout: 1_000, force: true }).catch(() => {});
    await page.waitForTimeout(500);
  }
  expect(site?.posts().map((post) => post.text)).toEqual(['The same in both tabs.']);
  const used = (await store.rows('grants')).filter((grant) => grant.state === 'consumed');
  expect(used).toHaveLength(1);
});

test('a site that answers an error after publishing is unknown, and is never sent again by itself (RL2)', async ({ sites, visit, popup, store }) => {
  const [site] = await sites('x');
  site?.setMode('empty');
  const { page, panel } = await visit(X.url);
  await compose(page, X, 'Did this go out?');
  await X.send(page).click();
  await panel.expectText('Held for review');
  const approver = await popup();
  await approver.signIn(MARA);
  await approver.openHold('Did this go out');
  await approver.approve();
  await page.bringToFront();
  await panel.expectText('Not known whether this was posted', 45_000);
  expect(site?.posts()).toHaveLength(1);
  await page.waitForTimeout(2_000);
  expect(site?.posts()).toHaveLength(1);
  expect((await store.hold('Did this go out?'))?.publication).toBe('unknown');
  await panel.press('It is there');
  await page.keyboard.press('Control+Enter');
  await panel.expectText(/Posted/, 15_000);
});

test('a site that refuses the post leaves it failed, with the text still there and a fresh approval needed', async ({ sites, visit, popup, store }) => {
  const [site] = await sites('x');
  site?.setMode('refused');
  const { page, panel } = await visit(X.url);
  await compose(page, X, 'The site says no.');
  await X.send(page).click();
  await panel.expectText('Held for review');
  const approver = await popup();
  await approver.signIn(MARA);
  await approver.openHold('The site says no');
  await approver.approve();
  await page.bringToFront();
  await panel.expectText('Not posted', 40_000);
  expect(site?.posts()).toEqual([]);
  expect((await store.hold('The site says no.'))?.publication).toBe('failed');
});
