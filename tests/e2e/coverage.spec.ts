/**
 * Promise 9: there is no silent gap. Every way to lose a layer shows on the badge and in words, and what still stands is
 * not called lost. Asked of the browser's own badge, and of the background as the popup asks it.
 */
import type { Page } from '@playwright/test';
import type { CoverageLook } from '../../review/coverage/look';
import type { TestBrowser } from '../support/browser';
import { compose } from '../support/composers';
import { LENA, MARA, PopupPage } from '../support/pages';
import { composerOf } from '../support/composers';
import { expect, test } from '../support/test';

const X = composerOf('x');
const FACEBOOK = composerOf('facebook');

interface Seen extends CoverageLook {
  badge: string;
  title: string;
}

interface Api {
  tabs: { query(query: object): Promise<{ id: number; url?: string }[]> };
  action: { getBadgeText(details: { tabId: number }): Promise<string>; getTitle(details: { tabId: number }): Promise<string> };
  runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; value: CoverageLook }> };
}

/** What the badge of the tab at this address shows, and what a popup opened on it would be told. Without access the browser hides the address. */
async function see(at: TestBrowser, url: string): Promise<Seen> {
  const ours = await at.context.newPage();
  try {
    await ours.goto(at.url('review.html'));
    return await ours.evaluate(async (wanted): Promise<Seen> => {
      const { tabs, action, runtime } = (globalThis as unknown as { chrome: Api }).chrome;
      const all = await tabs.query({});
      const own = await tabs.query({ url: location.href.split('#')[0] });
      const tab = all.find((each) => each.url?.startsWith(wanted)) ?? all.find((each) => each.url === undefined && !own.some(({ id }) => id === each.id));
      if (!tab) throw new Error(`No tab is on ${wanted}: ${JSON.stringify(all)}`);
      const answer = await runtime.sendMessage({ countersign: 1, name: 'coverage.look', input: { tab: { id: tab.id, url: wanted } } });
      return { ...answer.value, badge: await action.getBadgeText({ tabId: tab.id }), title: await action.getTitle({ tabId: tab.id }) };
    }, url);
  } finally {
    await ours.close();
  }
}

const states = ({ tab }: Seen): string => (tab ? Object.values(tab.row).map(({ state }) => state).join(' ') : 'no tab');

/** Reads until it holds; the badge follows the page by a moment. */
async function expectSeen(at: TestBrowser, url: string, holds: (seen: Seen) => void): Promise<Seen> {
  let last: Seen | null = null;
  await expect(async () => {
    last = await see(at, url);
    holds(last);
  }).toPass({ timeout: 20_000, intervals: [300, 600, 1_000] });
  return last as unknown as Seen;
}

/** The profile is fresh, so the extension may start after the page. Loaded once more, the gate is there before the page's own scripts. */
async function startedFirst(at: TestBrowser, page: Page, url: string): Promise<void> {
  await expectSeen(at, url, (now) => expect(now.tab?.row.intent.state).toBe('on'));
  await page.bringToFront();
  await page.reload();
  await expectSeen(at, url, (now) => expect(now.tab?.row.oneShot.state).toBe('on'));
  await page.bringToFront();
}

/** Switches a site off or on as its rule owner does. */
async function toggle(at: TestBrowser, title: string, on: boolean): Promise<void> {
  const options = await at.page('options.html#sites');
  const control = options.getByRole('switch', { name: new RegExp(`^${title}`) });
  await control.click();
  await (on ? expect(control).toBeChecked() : expect(control).not.toBeChecked());
  await options.close();
}

/** The browser's own switch under "site access". */
async function siteAccess(at: TestBrowser, hostAccess: 'ON_CLICK' | 'ON_SPECIFIC_SITES' | 'ON_ALL_SITES'): Promise<void> {
  const settings: Page = await at.context.newPage();
  await settings.goto('chrome://extensions/');
  await settings.evaluate(async ([extensionId, access]) => {
    const { developerPrivate } = (globalThis as unknown as { chrome: { developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> } } }).chrome;
    await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: access });
  }, [at.id, hostAccess]);
  await settings.close();
}

test('a recognised composer has every layer, no mark, and the options page says so sentence by sentence', async ({ at, sites, visit }) => {
  await sites('x');
  const { page, panel } = await visit(X.url);
  await startedFirst(at, page, X.url);
  await compose(page, X, 'Everything stands.');
  await panel.expectText(/Mara/);
  const seen = await expectSeen(at, X.url, (now) => expect(states(now)).toBe('on on on on on'));
  expect(seen.tab).toMatchObject({ level: 'guarded', blind: null });
  expect(seen.badge).not.toBe('?');
  const options = await at.page('options.html#sites');
  const row = options.getByRole('button', { name: /^X/ });
  await row.press('Enter');
  await expect(options.getByText('The composer and the acting account are recognised.').filter({ visible: true })).toBeVisible();
  await expect(options.getByText('Its 3 publishing calls are locked in the browser, in every tab and worker.').filter({ visible: true })).toBeVisible();
});

test('an open popup at rest asks the background nothing', async ({ at, sites, visit, popup }) => {
  await sites('x');
  const { page } = await visit(X.url);
  await startedFirst(at, page, X.url);
  await (await popup()).signIn(MARA);
  // Looking may bring news, and news makes pages look again: that has to come to an end.
  const heard = await (await at.worker()).evaluate(async () => {
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { onMessage: { addListener(listener: (message: { name?: string }) => void): void } } } }).chrome;
    const names: string[] = [];
    await new Promise((done) => { setTimeout(done, 1_500); });
    runtime.onMessage.addListener(({ name }) => void names.push(name ?? ''));
    await new Promise((done) => { setTimeout(done, 3_000); });
    return names.filter((name) => name === 'coverage.look');
  });
  expect(heard).toEqual([]);
});

test('a send control the site has renamed turns the badge to "?", and a reload of the old page turns it back', async ({ at, sites, visit }) => {
  await sites('x');
  const { page } = await visit(X.url);
  await startedFirst(at, page, X.url);
  // The site builds its toolbar anew while somebody types.
  const rename = () => {
    const all = () => {
      for (const button of document.querySelectorAll('[data-testid^="tweetButton"]')) button.setAttribute('data-testid', 'sendNow');
    };
    new MutationObserver(all).observe(document.body, { subtree: true, childList: true });
    all();
  };
  await X.editor(page).waitFor();
  await page.evaluate(rename);
  await X.editor(page).click();
  await page.keyboard.type('Who sends this?');
  const seen = await expectSeen(at, X.url, (now) => expect(now.badge).toBe('?'));
  expect(seen.title).toBe('Countersign: X: the composer was not recognised. Teach this site.');
  expect(seen.tab).toMatchObject({ level: 'lock-only', blind: { remedy: 'teach', detail: expect.stringContaining('the lock still stops what is sent') } });
  await page.bringToFront();
  await page.reload();
  await compose(page, X, 'Now it is known again.');
  await expectSeen(at, X.url, (now) => {
    expect(now.badge).not.toBe('?');
    expect(now.tab?.row.intent.state).toBe('on');
  });
});

test('access set to "on click" shows "?" with words while the lock stays on; given back, all is well', async ({ at, sites, visit }) => {
  await sites('x');
  await visit(X.url);
  await expectSeen(at, X.url, (now) => expect(now.tab?.row.intent.state).toBe('on'));
  await siteAccess(at, 'ON_CLICK');
  const seen = await expectSeen(at, X.url, (now) => expect(now.badge).toBe('?'));
  expect(seen.title).toContain('X: access was withdrawn. Give access back.');
  expect(seen.tab?.row.lock.state).toBe('on');
  expect(seen.tab).toMatchObject({ level: 'lock-only', missing: expect.arrayContaining(['https://x.com/*']) });
  await siteAccess(at, 'ON_ALL_SITES');
  await expectSeen(at, X.url, (now) => {
    expect(now.badge).not.toBe('?');
    expect(now.tab?.row.intent.state).toBe('on');
  });
});

test('a tab that was open before Countersign came to it gets the gate and says what only a reload can heal', async ({ at, sites, visit }) => {
  await sites('x', 'facebook');
  const { page } = await visit(X.url);
  const { page: social } = await visit(FACEBOOK.url);
  await startedFirst(at, page, X.url);
  await startedFirst(at, social, FACEBOOK.url);
  const owner = await PopupPage.open(at);
  await owner.signIn(LENA);
  await owner.close();
  for (const title of ['X', 'Facebook']) await toggle(at, title, false);
  await page.reload();
  await social.reload();
  for (const title of ['X', 'Facebook']) await toggle(at, title, true);
  // X: the lock stops every call, so what the page kept from before cannot get out.
  const locked = await expectSeen(at, X.url, (now) => expect(now.tab?.row.oneShot).toMatchObject({ state: 'part', remedy: 'reload' }));
  expect(locked.tab?.row.intent.state).toBe('on');
  expect(locked.badge).not.toBe('?');
  // Facebook: only the page can tell the calls apart.
  const open = await expectSeen(at, FACEBOOK.url, (now) => expect(now.badge).toBe('?'));
  expect(open.title).toBe('Countersign: Facebook: a tab was open before Countersign. Reload this tab.');
  await page.close();
  await social.bringToFront();
  await social.reload();
  await expectSeen(at, FACEBOOK.url, (now) => {
    expect(now.badge).not.toBe('?');
    expect(now.tab?.row.oneShot.state).toBe('on');
  });
});

test('where one address serves everything the lock is partly there and says why', async ({ at, sites, visit }) => {
  await sites('facebook');
  const { page } = await visit(FACEBOOK.url);
  await startedFirst(at, page, FACEBOOK.url);
  const seen = await see(at, FACEBOOK.url);
  expect(seen.tab?.row.lock).toMatchObject({ state: 'part', why: expect.stringContaining('Its 3 publishing calls are not locked. One address serves') });
  expect(seen.badge).not.toBe('?');
});
