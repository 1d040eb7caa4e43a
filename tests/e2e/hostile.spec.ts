/**
 * A page that fights back (guard.md §3.5). Whatever it changes, forges, covers or hammers: nothing is published from
 * its tab without a grant, and the approved post leaves once. What left is asked of its server.
 */
import type { Page } from '@playwright/test';
import { ADAPTER, startHostile } from '../sites/hostile/server';
import type { Hostile } from '../sites/hostile/server';
import { EVERY_WAY, POISONS, REALMS } from '../sites/hostile/tricks';
import { LENA, OptionsPage, PopupPage } from '../support/pages';
import { Panel } from '../support/panel';
import { approveAs } from '../support/steps';
import { expect, test as base } from '../support/test';

const test = base.extend<{ hostile: Hostile; enter: (script?: string) => Promise<{ page: Page; panel: Panel }> }>({
  hostile: async ({ at }, use) => {
    const hostile = await startHostile();
    const popup = await PopupPage.open(at);
    await popup.signIn(LENA);
    await popup.close();
    const owner = await OptionsPage.open(at, 'sites/add');
    await owner.importAdapter(JSON.stringify(ADAPTER), hostile.host);
    await owner.page.close();
    await use(hostile);
    await hostile.close();
  },
  /** A tab of the hostile site whose head runs `script` before anything else of the page. */
  enter: async ({ at, hostile }, use) => await use(async (script = '') => {
    const page = await at.context.newPage();
    await page.goto(hostile.url(script));
    return { page, panel: new Panel(page) };
  }),
});

test.use({ house: 'commons' });

async function write(page: Page, words: string): Promise<void> {
  await page.locator('.editor').click();
  await page.keyboard.type(words);
}

/** The title also tells what the page's replaced functions saw of ours: nothing. */
async function attack(page: Page): Promise<void> {
  await page.keyboard.press('F2');
  await expect(page).toHaveTitle('Done');
}

for (const [name, poison] of Object.entries(POISONS)) {
  test(`nothing is published by a page with ${name}, and its own post is held and released once`, async ({ at, hostile, enter }) => {
    const { page, panel } = await enter(`${EVERY_WAY} window.attack = () => tryAll('rogue'); ${poison}`);
    await write(page, 'approved words');
    await page.locator('.send').click();
    await panel.expectText('Held for review');
    await attack(page);
    expect(hostile.posts()).toEqual([]);
    await approveAs(await PopupPage.open(at), 'approved words');
    await page.bringToFront();
    // A broken page may show its own post as failed; what matters is what its server got.
    await expect.poll(() => hostile.posts(), { timeout: 20_000 }).toEqual(['approved words']);
    await attack(page);
    expect(hostile.posts()).toEqual(['approved words']);
  });
}

test('no realm without our page script publishes while a post is held', async ({ hostile, enter }) => {
  test.setTimeout(120_000);
  const { page, panel } = await enter(EVERY_WAY);
  await write(page, 'held');
  await page.locator('.send').click();
  await panel.expectText('Held for review');
  for (const [name, code] of Object.entries(REALMS)) {
    await page.evaluate(`(async () => { const words = ${JSON.stringify(`by ${name}`)}; try { ${code} } catch (error) {} })()`);
    await page.waitForTimeout(250);
    expect.soft(hostile.posts(), name).toEqual([]);
  }
});

test('document.open() takes the listeners away for no moment that counts', async ({ hostile, enter }) => {
  const { page, panel } = await enter(EVERY_WAY);
  await page.evaluate(() => {
    document.open();
    document.write('<b class="me">petra</b><div class="composer"><textarea class="editor"></textarea><button type="button" class="send">Post</button></div>');
    document.close();
    document.querySelector('.send')?.addEventListener('click', () => void fetch('/api/publish', { method: 'POST', body: '{"text":"by click"}' }).catch(() => null));
    (document.querySelector('.editor') as HTMLTextAreaElement).value = 'written again';
    (document.querySelector('.send') as HTMLElement).click();
  });
  await panel.expectText('Held for review');
  await page.locator('.send').click();
  await page.waitForTimeout(200);
  expect(hostile.posts()).toEqual([]);
});

test('a panel that is removed, covered or restyled comes back, and holding does not depend on it', async ({ hostile, enter }) => {
  const { page, panel } = await enter(EVERY_WAY);
  await write(page, 'held words');
  await page.locator('.send').click();
  await panel.expectText('Held for review');
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'countersign-panel, html > :not(head, body) { display: none !important; visibility: hidden !important; opacity: 0 !important }';
    document.head.append(style);
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;inset:0 0 auto 0;height:20px;z-index:2147483647;background:red';
    document.body.append(cover);
    new MutationObserver(() => document.querySelector('countersign-panel')?.remove()).observe(document.documentElement, { childList: true, subtree: true });
    document.querySelector('countersign-panel')?.remove();
  });
  await page.locator('.send').click();
  await page.locator('.editor').press('Control+Enter');
  await page.evaluate(() => (globalThis as unknown as { tryAll(words: string): void }).tryAll('rogue'));
  await page.waitForTimeout(1_500);
  expect(hostile.posts()).toEqual([]);
});

test('hammering while the approved post leaves publishes nothing else', async ({ at, hostile, enter }) => {
  const hammer = `${EVERY_WAY} window.beforeSend = () => { tryAll('rogue before'); const t = setInterval(() => tryAll('rogue during'), 5); setTimeout(() => clearInterval(t), 3000); }; window.afterSend = () => tryAll('rogue after');`;
  const { page, panel } = await enter(hammer);
  await write(page, 'approved words');
  await page.locator('.send').click();
  await panel.expectText('Held for review');
  await approveAs(await PopupPage.open(at), 'approved words');
  await page.bringToFront();
  await expect.poll(() => hostile.posts().length, { timeout: 20_000 }).toBeGreaterThan(0);
  await page.waitForTimeout(3_500);
  expect(hostile.posts()).toEqual(['approved words']);
});

test('a page that turns the approved words into others at the last moment sends nothing', async ({ at, hostile, enter, store }) => {
  const { page, panel } = await enter('window.beforeSend = () => { document.querySelector(".editor").value = "other words"; };');
  await write(page, 'approved words');
  await page.locator('.send').click();
  await panel.expectText('Held for review');
  await approveAs(await PopupPage.open(at), 'approved words');
  await page.bringToFront();
  await expect.poll(async () => (await store.hold('approved words'))?.publication, { timeout: 20_000 }).toBe('failed');
  expect(hostile.posts()).toEqual([]);
});
