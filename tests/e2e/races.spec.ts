/** Promise 2: at most one post per grant, however often and from wherever the send is pressed. */
import { composerOf } from '../support/composers';
import { expect, test } from '../support/test';

const X = composerOf('x');

test('a double click and a row of key presses make one hold, and an approval one post', async ({ store, write, approve }) => {
  const draft = await write(X, 'Once is enough.');
  const { page, panel, site } = draft;
  await X.send(page).dblclick();
  await X.editor(page).press('Control+Enter');
  await X.editor(page).press('Control+Enter');
  await panel.expectText('Held for review');
  expect(await store.drafts()).toEqual(['Once is enough.']);
  await approve(draft, 'Once is enough');
  const until = Date.now() + 25_000;
  while (Date.now() < until && site.posts().length === 0) {
    await X.send(page).click({ timeout: 500, force: true }).catch(() => {});
    await page.waitForTimeout(120);
  }
  await page.waitForTimeout(1_500);
  expect(site.posts().map((post) => post.text)).toEqual(['Once is enough.']);
});

test('two tabs with the same text are one post after one approval', async ({ store, write, approve }) => {
  const text = 'The same in both tabs.';
  const one = await write(X, text);
  const two = await write(X, text);
  await two.hold();
  await one.page.bringToFront();
  await one.send.click();
  await one.panel.expectText(/Held for review|held/i);
  one.nothingLeft();
  await approve(one, 'The same in both');
  await expect.poll(() => one.site.posts().length, { timeout: 30_000 }).toBe(1);
  for (const { page, send } of [two, one]) {
    await page.bringToFront();
    await send.click({ timeout: 1_000, force: true }).catch(() => {});
    await page.waitForTimeout(500);
  }
  expect(one.site.posts().map((post) => post.text)).toEqual([text]);
  expect((await store.rows('grants')).filter((grant) => grant.state === 'consumed')).toHaveLength(1);
});

test('a site that answers an error after publishing is unknown, and is never sent again by itself (RL2)', async ({ store, write, approve }) => {
  const draft = await write(X, 'Did this go out?');
  draft.site.setMode('empty');
  await draft.hold();
  const { page, panel, site } = draft;
  await approve(draft, 'Did this go out');
  await panel.expectText('Not known whether this was posted', 45_000);
  expect(site.posts()).toHaveLength(1);
  await page.waitForTimeout(2_000);
  expect(site.posts()).toHaveLength(1);
  expect((await store.hold('Did this go out?'))?.publication).toBe('unknown');
  await panel.press('It is there');
  await page.keyboard.press('Control+Enter');
  await panel.expectText(/Posted/, 15_000);
});

test('a site that refuses the post leaves it failed, with the text still there and a fresh approval needed', async ({ store, write, approve }) => {
  const draft = await write(X, 'The site says no.');
  draft.site.setMode('refused');
  await draft.hold();
  const { panel, site } = draft;
  await approve(draft, 'The site says no');
  await panel.expectText('Not posted', 40_000);
  expect(site.posts()).toEqual([]);
  expect((await store.hold('The site says no.'))?.publication).toBe('failed');
});
