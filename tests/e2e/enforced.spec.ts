/**
 * The build for installing by policy. Loaded without one, it must not claim what it cannot do; installed by one, the
 * request itself is compared before it leaves.
 */
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { listen } from '../sites/serve';
import { TestBrowser } from '../support/browser';
import { setRules } from '../support/loop';
import { CommonsPage } from '../support/commons';
import { LENA, MARA, OptionsPage, PopupPage } from '../support/pages';
import { Panel } from '../support/panel';
import { underPolicy, whyNoPolicy } from '../support/policy';
import { readPracticeAdapter } from '../support/practice-adapter';
import { setUpWorkspace } from '../support/workspace';

const BUILD = fileURLToPath(new URL('../../.output/chrome-mv3-enforced-e2e', import.meta.url));

test('without a policy the browser ignores blocking, and Countersign says Guarded and why', async () => {
  const browser = await TestBrowser.open({ build: BUILD });
  try {
    const page = await browser.page('options.html#protection');
    await expect(page.getByRole('heading', { name: 'Guarded' })).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('alert')).toContainText('Expected Enforced, but the browser does not let us block.');
    await expect(page.getByRole('alert')).toContainText('only when a policy installs Countersign');
  } finally {
    await browser.close();
  }
});

const why = whyNoPolicy();

test.describe('installed by policy', () => {
  test.skip(why !== null, `no policy can be set here: ${why}`);
  test.setTimeout(180_000);

  test('Enforced is proven, an approved post leaves once, and another text does not leave even while it may', async () => {
    const policy = await underPolicy(BUILD, { expectedLevel: 'enforced', workspaceName: 'Northmoor', idleMinutes: 9 });
    const served = await listen('practice');
    const browser = await TestBrowser.open({ policy });
    try {
      const welcome = await setUpWorkspace(browser);
      const options = await OptionsPage.open(browser, 'protection');
      await expect(options.page.getByRole('heading', { name: 'Enforced' })).toBeVisible({ timeout: 20_000 });
      await expect(options.page.getByRole('alert')).toHaveCount(0);
      await expect(options.page.getByText('9 minutes without use')).toBeVisible();
      await options.importAdapter(await readPracticeAdapter(), new URL(served.url).host);
      await setRules(options.page, { undoMs: 0, requireSeen: false });
      await options.page.close();
      await welcome.page.close();

      const popup = await PopupPage.open(browser);
      await popup.signIn(LENA);
      const commons = await CommonsPage.open(await browser.context.newPage(), served.url);
      const panel = new Panel(commons.page);
      await commons.page.bringToFront();
      await commons.write('The seed swap opens at ten.');
      await commons.send.click();
      await panel.expectText('Held for review');
      expect(await sendFromWorker(commons.page, 'Nothing is approved yet')).toBe('refused');

      // A script of the site sends something else, again and again, from where no guard of the page reaches.
      await hammer(commons.page, 'Not what Mara signed');
      await popup.page.bringToFront();
      await popup.signIn(MARA);
      await popup.openHold('The seed swap');
      await popup.approve();
      await commons.page.bringToFront();
      await panel.expectText(/Posted/, 30_000);
      expect(await tried(commons.page)).toBeGreaterThan(20);
      expect(served.site.posts().map(({ text }) => text)).toEqual(['The seed swap opens at ten.']);
    } finally {
      await browser.close();
      await served.close();
      await policy.close();
    }
  });
});

/** A clean realm: a frame whose functions nobody has touched, made by the browser's own tools. */
async function sendFromWorker(page: Page, text: string): Promise<string> {
  return await inBareFrame(page, (body) => fetch('/api/posts', { method: 'POST', headers: { 'content-type': 'application/json' }, body }).then((answer) => `sent ${answer.status}`, () => 'refused'), JSON.stringify({ text, account: 'northmoor' }));
}

async function hammer(page: Page, text: string): Promise<void> {
  await inBareFrame(page, (body) => {
    const counter = globalThis as unknown as { tried: number };
    counter.tried = 0;
    setInterval(() => {
      counter.tried += 1;
      void fetch('/api/posts', { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(() => null);
    }, 25);
    return Promise.resolve('');
  }, JSON.stringify({ text, account: 'northmoor' }));
}

async function tried(page: Page): Promise<number> {
  return Number(await inBareFrame(page, () => Promise.resolve(String((globalThis as unknown as { tried: number }).tried)), ''));
}

/** Runs in a world of its own in the page, whose fetch is the browser's: what the page world changed is not there. */
async function inBareFrame(page: Page, work: (body: string) => Promise<string>, body: string): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'bare' });
  const { result } = await session.send('Runtime.evaluate', { contextId: executionContextId, expression: `(${work.toString()})(${JSON.stringify(body)})`, awaitPromise: true, returnByValue: true });
  return String(result.value);
}
