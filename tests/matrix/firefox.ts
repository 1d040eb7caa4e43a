/** Firefox over WebDriver BiDi: one browser without the extension, one with the build that ships. */
import puppeteer from 'puppeteer-core';
import type { Browser, KeyInput, Page } from 'puppeteer-core';
import { readTable } from '../support/disk';
import { findFirefox } from '../support/find-firefox';
import { FirefoxBrowser } from '../support/firefox';
import { coverSite, setUpInFirefox, signInAt } from '../support/firefox-steps';
import { LENA } from '../support/people';
import type { GuardedBrowser, PlainBrowser, StageState, Visit } from './driver';
import type { Stage } from './page';
import { soon } from './soon';

type Staged = { stage?: Stage };

/** "Control+Enter" as the keys that go down one after the other. */
async function pressKeys(page: Page, combo: string): Promise<void> {
  const keys = combo.split('+') as KeyInput[];
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.reverse()) await page.keyboard.up(key);
}

/** Firefox now and then loses a tab that is opened while others close; then another one is asked for. */
async function tabAt(browser: Browser, url: string, tries = 3): Promise<Page> {
  try {
    const page = await browser.newPage();
    await page.goto(url);
    return page;
  } catch (error) {
    if (tries <= 1) throw error;
    return await tabAt(browser, url, tries - 1);
  }
}

async function open(browser: Browser, url: string): Promise<Visit> {
  const page = await tabAt(browser, url);
  return {
    stage: async () => await soon(page.evaluate((): StageState | null => {
      const { stage } = globalThis as Staged;
      return stage ? { ready: stage.ready, has: stage.has, tried: stage.tried, ended: stage.ended } : null;
    })),
    act: async (act) => {
      if (act.do === 'key') {
        await page.evaluate((part) => (globalThis as Staged).stage?.focus(part), act.on);
        return void (await soon(pressKeys(page, act.key)));
      }
      const spot = await page.evaluate(() => (globalThis as Staged).stage?.spot());
      if (spot) await soon(page.mouse.click(spot.x, spot.y));
    },
    send: async () => void (await soon(page.evaluate(() => (globalThis as Staged).stage?.send()))),
    close: async () => void (await soon(page.close())),
  };
}

const nameOf = async (browser: Browser): Promise<string> => `Firefox ${/(\d+)/.exec(await browser.version())?.[1] ?? ''}`.trim();

export async function plainFirefox(): Promise<PlainBrowser> {
  const executablePath = findFirefox();
  if (executablePath === null) throw new Error('No Firefox was found.');
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, timeout: 60_000, defaultViewport: { width: 1280, height: 860 } });
  return { name: await nameOf(browser), open: async (url) => await open(browser, url), close: async () => await browser.close() };
}

export async function guardedFirefox(): Promise<GuardedBrowser> {
  const at = await FirefoxBrowser.open();
  await setUpInFirefox(at);
  const popup = await at.page('popup.html');
  await signInAt(popup, LENA);
  const rows = async (table: string): Promise<unknown[]> => await popup.evaluate(readTable, table);
  return {
    name: await nameOf(at.browser),
    open: async (url) => await open(at.browser, url),
    cover: async (adapter, host) => await coverSite(at, adapter, `http://${host}/`, 'Mill'),
    drafts: async () => ((await rows('revisions')) as { manifest: { text: string } }[]).map(({ manifest }) => manifest.text),
    incidents: async () => ((await rows('incidents')) as { digest: string | null; count: number }[]).map(({ digest, count }) => ({ digest, count })),
    // Firefox blocks in a listener of the background, which nobody outside can take away.
    dropRules: async () => false,
    close: async () => await at.close(),
  };
}
