/** Chromium through Playwright: one browser without the extension, one with it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import type { TestBrowser } from '../support/browser';
import { chromiumArgs, findChromium } from '../support/chromium';
import { Disk } from '../support/disk';
import { LENA, OptionsPage, PopupPage } from '../support/pages';
import { openHouse, readyHouses } from '../support/houses';
import type { GuardedBrowser, PlainBrowser, StageState, Visit } from './driver';
import type { Stage } from './page';
import { soon } from './soon';

type Staged = { stage?: Stage };

async function open(context: BrowserContext, url: string): Promise<Visit> {
  const page: Page = await context.newPage();
  await page.goto(url);
  const focus = async (on: 'control' | 'editor'): Promise<void> => await page.evaluate((part) => (globalThis as Staged).stage?.focus(part), on);
  return {
    stage: async () => await soon(page.evaluate((): StageState | null => {
      const { stage } = globalThis as Staged;
      return stage ? { ready: stage.ready, has: stage.has, tried: stage.tried, ended: stage.ended } : null;
    })),
    act: async (act) => {
      if (act.do === 'key') {
        await focus(act.on);
        return void (await soon(page.keyboard.press(act.key)));
      }
      const spot = await page.evaluate(() => (globalThis as Staged).stage?.spot());
      if (spot) await soon(page.mouse.click(spot.x, spot.y));
    },
    send: async () => void (await soon(page.evaluate(() => (globalThis as Staged).stage?.send()))),
    close: async () => void (await soon(page.close())),
  };
}

const nameOf = (context: BrowserContext): string => `Chromium ${context.browser()?.version().split('.')[0] ?? ''}`.trim();

/** The same browser without this extension, on a profile of its own. `instead`: the folder of another one. */
export async function launchPlain(instead?: string): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), 'countersign-plain-'));
  const args = [...chromiumArgs(), ...(instead === undefined ? [] : [`--disable-extensions-except=${instead}`, `--load-extension=${instead}`])];
  const context = await chromium.launchPersistentContext(profile, { executablePath: findChromium(), headless: true, args, viewport: { width: 1280, height: 860 } });
  return {
    context,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export async function plainChromium(): Promise<PlainBrowser> {
  const { context, close } = await launchPlain();
  return { name: nameOf(context), open: async (url) => await open(context, url), close };
}

type Rules = { declarativeNetRequest?: { getDynamicRules(): Promise<{ id: number }[]>; updateDynamicRules(change: { removeRuleIds: number[] }): Promise<void> } };

/** Runs in a page of the extension. Answers how many rules are left. */
async function withoutRules(): Promise<number> {
  const rules = (globalThis as unknown as { chrome: Rules }).chrome.declarativeNetRequest;
  if (!rules) return 0;
  await rules.updateDynamicRules({ removeRuleIds: (await rules.getDynamicRules()).map(({ id }) => id) });
  return (await rules.getDynamicRules()).length;
}

/** Signs the author in and covers a host with an adapter, as a rule owner does on the options page. */
export async function coverHost(browser: TestBrowser, adapter: string, host: string): Promise<void> {
  const popup = await PopupPage.open(browser);
  await popup.signIn(LENA);
  await popup.close();
  const options = await OptionsPage.open(browser, 'sites/add');
  await options.importAdapter(adapter, host);
  await options.page.close();
}

export async function guardedChromium(): Promise<GuardedBrowser> {
  await readyHouses();
  const browser: TestBrowser = await openHouse('whole');
  const disk = new Disk(browser);
  // Opens its page once, before several lanes ask at the same time.
  await disk.rows('holds');
  return {
    name: nameOf(browser.context),
    open: async (url) => await open(browser.context, url),
    cover: async (adapter, host) => await coverHost(browser, adapter, host),
    drafts: async () => await disk.drafts(),
    incidents: async () => (await disk.rows('incidents')).map(({ digest, count }) => ({ digest, count })),
    dropRules: async () => {
      const page = await browser.page('manifest.json');
      const left = await page.evaluate(withoutRules);
      await page.close();
      return left === 0;
    },
    close: async () => {
      await browser.close();
    },
  };
}
