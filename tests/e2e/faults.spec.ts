/** Promise 5: whatever fails, the post stays stopped and the panel says so. Asked of the site's server every time. */
import { PopupPage } from '../support/pages';
import { composerOf } from '../support/composers';
import { buildForm, pressNative } from '../support/native-form';
import type { Place } from '../support/native-form';
import { approveAs } from '../support/steps';
import { expect, test } from '../support/test';
import type { Page } from '@playwright/test';

const X = composerOf('x');
const COMMENT = composerOf('facebook', 'comment');

test('a background that does not answer: held, said within two seconds, and stored as soon as it answers again', async ({ at, store, write }) => {
  const draft = await write(X, 'Is anybody there?');
  const { page, panel } = draft;
  await panel.expectText(/Mara/);
  const worker = await at.worker();
  const busy = worker.evaluate(() => {
    const until = Date.now() + 6_000;
    while (Date.now() < until);
  });
  await X.send(page).click();
  const pressed = Date.now();
  await panel.expectText(/Still held. Countersign is not answering/, 5_000);
  expect(Date.now() - pressed).toBeLessThan(3_500);
  draft.nothingLeft();
  await busy;
  await panel.expectText('Held for review', 15_000);
  expect(await store.drafts()).toEqual(['Is anybody there?']);
  draft.nothingLeft();
});

const STORE_FAULTS = [
  { what: 'a full disk', name: 'QuotaExceededError', says: /full/ },
  { what: 'a store that cannot be used', name: 'UnknownError', says: /cannot use its store/ },
];

for (const { what, name, says } of STORE_FAULTS) {
  test(`${what}: nothing is posted, the panel says why, and trying again holds the draft`, async ({ at, store, write }) => {
    const draft = await write(X, 'No room for me.');
    const { page, panel } = draft;
    await panel.expectText(/Mara/);
    const worker = await at.worker();
    await worker.evaluate((error) => {
      // Dexie keeps the way to open a transaction; it looks up how to write each time.
      const { add, put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.add = IDBObjectStore.prototype.put = () => {
        throw new DOMException('made by a test', error);
      };
      Object.assign(globalThis, { repair: () => Object.assign(IDBObjectStore.prototype, { add, put }) });
    }, name);
    await X.send(page).click();
    await panel.expectText('not posted');
    await panel.expectText(says);
    draft.nothingLeft();
    expect(await draft.shown()).toContain('No room for me.');
    expect(await store.drafts()).toEqual([]);

    await (await at.worker()).evaluate(() => (globalThis as unknown as { repair(): void }).repair());
    await panel.press('Try again');
    await panel.expectText('Held for review');
    expect(await store.drafts()).toEqual(['No room for me.']);
    draft.nothingLeft();
  });
}

test('a store that the browser deleted: everything stays held, and the panel says what happened', async ({ at, write }) => {
  const draft = await write(X, 'Forgotten by the browser.');
  const { page, panel } = draft;
  await panel.expectText(/Mara/);
  const eraser = await at.page('manifest.json');
  await eraser.evaluate(async () => await new Promise<void>((done, failed) => {
    const deleting = indexedDB.deleteDatabase('countersign');
    deleting.addEventListener('success', () => done());
    deleting.addEventListener('error', () => failed(new Error(String(deleting.error))));
  }));
  await page.bringToFront();
  await X.send(page).click();
  await panel.expectText(/not posted/);
  await panel.expectText(/deleted what Countersign had stored/);
  await page.keyboard.press('Control+Enter');
  await page.waitForTimeout(300);
  draft.nothingLeft();
  expect(await draft.shown()).toContain('Forgotten by the browser.');
});

test('a store that does not open, because something else keeps it busy: held, and said', async ({ at, write }) => {
  const draft = await write(X, 'Waiting for the store.');
  await draft.panel.expectText(/Mara/);
  const busy = await at.page('manifest.json');
  await busy.evaluate(async () => await new Promise<void>((held) => {
    const opening = indexedDB.open('countersign');
    opening.addEventListener('success', () => {
      // This page keeps its connection, so the deletion waits for it, and whoever opens the store waits for the deletion.
      indexedDB.deleteDatabase('countersign').addEventListener('blocked', () => held());
    });
  }));
  await at.killWorker();
  await draft.page.bringToFront();
  await draft.send.click();
  await draft.panel.expectText(/Still held. Countersign is not answering/);
  draft.nothingLeft();
  expect(await draft.shown()).toContain('Waiting for the store.');
});

test('an extension that was reloaded under an open tab still holds there', async ({ at, store, write }) => {
  const draft = await write(X, 'Updated meanwhile.');
  const { page, panel } = draft;
  await panel.expectText(/Mara/);
  await at.developerMode();
  await page.bringToFront();
  const worker = await at.worker();
  await worker.evaluate(() => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload()).catch(() => {});
  // The old gate, nobody, or the new one is there: nothing leaves from any of them, and the new one holds.
  await expect(async () => {
    await X.send(page).click();
    await panel.expectText('Held for review', 500);
  }).toPass({ timeout: 20_000, intervals: [200] });
  draft.nothingLeft();
  expect(await draft.shown()).toContain('Updated meanwhile.');
  expect(await store.drafts()).toEqual(['Updated meanwhile.']);
});

test('an extension that was switched off leaves a page that still holds, and says to reload', async ({ at, write }) => {
  const draft = await write(X, 'Nobody listens any more.');
  const { page, panel } = draft;
  await panel.expectText(/Mara/);
  const settings = await at.context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(async (id) => await (globalThis as unknown as { chrome: { management: { setEnabled(id: string, on: boolean): Promise<void> } } }).chrome.management.setEnabled(id, false), at.id);
  await page.bringToFront();
  await X.send(page).click();
  await panel.expectText(/Reload this tab/);
  await page.keyboard.press('Control+Enter');
  await X.send(page).evaluate((button: HTMLElement) => button.click());
  await page.waitForTimeout(500);
  draft.nothingLeft();
  expect(await draft.shown()).toContain('Nobody listens any more.');
});

test('Enter that ends an input method’s composition neither sends nor holds; the next Enter is held', async ({ sites, visit, store }) => {
  const [site] = await sites('facebook');
  const { page, panel } = await visit(COMMENT.url);
  await COMMENT.open(page);
  await COMMENT.editor(page).click();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'かな', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 });
  await COMMENT.editor(page).evaluate((editor) => editor.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', isComposing: true, bubbles: true, composed: true, cancelable: true })));
  await session.send('Input.insertText', { text: '仮名' });
  await page.waitForTimeout(500);
  expect(site?.requests('publish')).toEqual([]);
  expect(await store.drafts()).toEqual([]);
  await page.keyboard.press('Enter');
  await panel.expectText('Held for review');
  expect(site?.requests('publish')).toEqual([]);
  expect(await store.drafts()).toEqual([expect.stringContaining('仮名')]);
});

test('Enter that chooses from an open list of names is the site’s; the Enter after it is held', async ({ store, write }) => {
  const draft = await write(COMMENT, 'Thank you @da');
  const { page, panel } = draft;
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
  expect(await store.drafts()).toEqual([]);
  await expect(page.getByRole('listbox')).toBeHidden();
  await page.keyboard.press('Enter');
  await panel.expectText('Held for review');
  draft.nothingLeft();
  expect(await store.drafts()).toHaveLength(1);
});

const PLACES: Place[] = ['closed shadow root', 'modal dialog', 'rewritten document'];

test.describe('in odd places', () => {
  test.use({ house: 'commons' });

  for (const place of PLACES) {
    test(`a composer in a ${place} is held by click and key, its panel can be used, and it posts once when approved`, async ({ at, commons: { one, site }, visit, store }) => {
      const { page, panel } = await visit(one.url);
      await buildForm(page, place);
      await page.keyboard.type('From an odd place.');
      await panel.expectText(/Mara/);
      await pressNative(page);
      await panel.expectText('Held for review');
      await page.keyboard.press('Control+Enter');
      expect(site.requests('publish')).toEqual([]);
      expect(await store.drafts()).toEqual(['From an odd place.']);
      await panel.press('Note to approver');
      await page.keyboard.type('It is odd here.');
      await page.keyboard.press('Control+Enter');
      await panel.expectText('It is odd here.');

      await approveAs(await PopupPage.open(at), 'From an odd place');
      await page.bringToFront();
      await panel.expectText(/Posted/, 25_000);
      expect(site.posts().map(({ text }) => text)).toEqual(['From an odd place.']);
    });
  }
});

async function tearAtPanel(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let times = 0; times < 20; times += 1) {
      document.querySelector('countersign-panel')?.remove();
      await new Promise((next) => setTimeout(next, 20));
    }
  });
}

test('a page that removes the panel, or makes everything inert, does not get rid of it', async ({ store, hold }) => {
  const draft = await hold(X, 'Still here.');
  const { page, panel } = draft;
  await tearAtPanel(page);
  await panel.expectText('Held for review');
  await page.evaluate(() => { for (const child of document.body.children) child.setAttribute('inert', ''); });
  await panel.press('More');
  await panel.press('Take back');
  await panel.press('Take back', true);
  await panel.expectText('Taken back');
  expect((await store.hold('Still here.'))?.workflow).toBe('recalled');
  draft.nothingLeft();
});
