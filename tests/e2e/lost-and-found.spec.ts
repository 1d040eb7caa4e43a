/** Promise 6: a draft comes back where it belongs: approved meanwhile, on the page itself, and with a worker that keeps dying. */
import { composerOf, readEditor } from '../support/composers';
import { LENA } from '../support/pages';
import { Panel } from '../support/panel';
import { expect, test } from '../support/test';

const X = composerOf('x');
const TEXT = 'Seed swap in the library hall, ten o’clock.';

test('after the tab was closed, Mine opens the page, puts the draft back, and one press posts it', async ({ at, store, hold, review }) => {
  const draft = await hold(X, TEXT);
  const { page, site } = draft;
  await page.close();
  expect(await store.drafts()).toEqual([TEXT]);

  const approver = await review('Seed swap');
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
  expect(site.posts()).toEqual([]);
  await again.expectText(/Cleared to post/, 20_000);
  await back.getByTestId('tweetButton').or(back.getByTestId('tweetButtonInline')).first().click();
  await expect.poll(() => site.posts().map((post) => post.text), { timeout: 20_000 }).toEqual([TEXT]);
  await again.expectText(/Posted/, 20_000);
});

test('after a reload the draft is offered back on the page itself', async ({ store, hold }) => {
  const draft = await hold(X, TEXT);
  const { page, panel } = draft;
  await page.reload();
  await panel.expectText(/held draft belongs to this page/, 15_000);
  await X.editor(page).click();
  await panel.expectText(/Put the draft back/);
  await panel.press('Put the draft back');
  await expect.poll(() => draft.shown()).toContain(TEXT);
  await panel.expectText('Held for review');
  expect(await store.drafts()).toEqual([TEXT]);
  draft.nothingLeft();
});

test.describe('with time to undo', () => {
  test.use({ house: 'whole' });

  test('a worker killed while a post is held changes nothing: it is approved and released afterwards', async ({ at, write, review }) => {
    const { page, panel, site } = await write(X, TEXT);
    await at.killWorker();
    await X.send(page).click();
    await panel.expectText('Held for review');
    await at.killWorker();
    const approver = await review('Seed swap');
    await at.killWorker();
    await approver.approve();
    await page.bringToFront();
    await panel.expectText(/Approved by Mara/, 15_000);
    await at.killWorker();
    await panel.expectText(/Posted/, 30_000);
    expect(site.posts().map((post) => post.text)).toEqual([TEXT]);
  });
});
