/**
 * The `test` of every end-to-end spec: a browser with the extension on a workspace that already has an
 * author (Lena), an approver (Mara) and the built-in sites switched on. Nothing reaches the network.
 */
import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { refuseNetwork, routeSite } from '../sites/route';
import { listen } from '../sites/serve';
import type { Site } from '../sites/serve';
import type { TestBrowser } from './browser';
import { commonsPost, compose } from './composers';
import type { ComposerCase } from './composers';
import { Draft } from './draft';
import { Disk } from './disk';
import { openHouse } from './houses';
import type { House } from './houses';
import { MARA, PopupPage } from './pages';
import { Panel } from './panel';

export interface Commons {
  one: ComposerCase;
  site: Site;
}

interface PerTest {
  /** Which workspace the test starts in; `test.use({ house })` chooses another. */
  house: House;
  browser: never;
  /** The browser under test. Routes stand before the first page opens. */
  at: TestBrowser;
  store: Disk;
  /** Puts practice sites on their real origins, also after a restart. */
  sites: (...ids: string[]) => Promise<Site[]>;
  /** A tab on a practice site, and its panel. */
  visit: (url: string) => Promise<{ page: Page; panel: Panel }>;
  popup: () => Promise<PopupPage>;
  /** The practice site on the loopback. Needs no routing after a restart; only the house `commons` covers it. */
  commons: Commons;
  /** A composer in a tab of its own with these words in it; nothing is pressed yet. */
  write: (one: ComposerCase, text: string) => Promise<Draft>;
  /** Written, sent with the site's own control, and held. */
  hold: (one: ComposerCase, text: string) => Promise<Draft>;
  /** Mara, signed in at the popup, with the post of these words open. */
  review: (words: string) => Promise<PopupPage>;
  /** Mara opens the post of these words and approves it; the draft's tab is in front again. */
  approve: (draft: Pick<Draft, 'page'>, words: string) => Promise<PopupPage>;
}

export const test = base.extend<Omit<PerTest, 'browser'>>({
  house: ['brisk', { option: true }],

  at: async ({ house }, use, info) => {
    const opened = await openHouse(house, { prepare: async (context) => { await refuseNetwork(context); } });
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
    const known = new Map<string, Site>();
    await use(async (...ids) => {
      for (const id of ids) if (!known.has(id)) known.set(id, await routeSite(at.context, id));
      return ids.flatMap((id) => known.get(id) ?? []);
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

  commons: async ({}, use) => {
    const served = await listen('practice');
    await use({ one: commonsPost(served.url), site: served.site });
    await served.close();
  },

  write: async ({ sites, visit }, use) => {
    await use(async (one, text) => {
      const [site] = await sites(one.site);
      if (!site) throw new Error(`There is no practice site for ${one.name}.`);
      const { page } = await visit(one.url);
      await compose(page, one, text);
      return new Draft(page, one, text, site);
    });
  },

  hold: async ({ write }, use) => {
    await use(async (one, text) => {
      const draft = await write(one, text);
      await draft.hold();
      return draft;
    });
  },

  review: async ({ popup }, use) => {
    let mine: PopupPage | null = null;
    await use(async (words) => {
      mine ??= await popup();
      await mine.page.bringToFront();
      await mine.signIn(MARA);
      await mine.openHold(words);
      return mine;
    });
  },

  approve: async ({ review }, use) => {
    await use(async ({ page }, words) => {
      const approver = await review(words);
      await approver.approve();
      await page.bringToFront();
      return approver;
    });
  },
});

export { expect };
