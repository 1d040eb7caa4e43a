/**
 * The `test` of every end-to-end spec: a browser with the extension on a workspace that already has an
 * author (Lena), an approver (Mara) and the built-in sites switched on. Nothing reaches the network.
 */
import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { refuseNetwork, routeSite } from '../sites/route';
import type { Site } from '../sites/serve';
import type { TestBrowser } from './browser';
import { PopupPage } from './pages';
import { Panel } from './panel';
import { Disk } from './disk';
import { makeProfile, openCopy } from './workspace';
import type { Made } from './workspace';

interface PerWorker {
  made: Made;
}

interface PerTest {
  browser: never;
  /** The browser under test. Routes stand before the first page opens. */
  at: TestBrowser;
  store: Disk;
  /** Puts practice sites on their real origins, also after a restart. */
  sites: (...ids: string[]) => Promise<Site[]>;
  /** A tab on a practice site, and its panel. */
  visit: (url: string) => Promise<{ page: Page; panel: Panel }>;
  popup: () => Promise<PopupPage>;
}

export const test = base.extend<Omit<PerTest, 'browser'>, PerWorker>({
  made: [async ({}, use) => {
    const made = await makeProfile();
    await use(made);
    await made.remove();
  }, { scope: 'worker', timeout: 120_000 }],

  at: async ({ made }, use, info) => {
    const opened = await openCopy(made, { prepare: async (context) => { await refuseNetwork(context); } });
    await use(opened);
    if (info.status !== info.expectedStatus) {
      for (const [index, page] of opened.context.pages().entries()) {
        await page.screenshot({ path: info.outputPath(`page-${index}.png`) }).catch(() => {});
      }
    }
    await opened.close();
  },

  store: async ({ at }, use) => await use(new Disk(at)),

  sites: async ({ at }, use) => {
    await use(async (...ids) => {
      const sites: Site[] = [];
      for (const id of ids) sites.push(await routeSite(at.context, id));
      return sites;
    });
  },

  visit: async ({ at }, use) => {
    await use(async (url) => {
      const page = await at.context.newPage();
      await page.goto(url);
      return { page, panel: new Panel(page) };
    });
  },

  popup: async ({ at }, use) => await use(async () => await PopupPage.open(at)),
});

export { expect };
