/** Steps that many stories share: a post is held, the rules wait for nobody, the sites stay after a restart. */
import { routeSite } from '../sites/route';
import { listen } from '../sites/serve';
import type { Site } from '../sites/serve';
import type { TestBrowser } from './browser';
import type { ComposerCase } from './composers';
import { COMPOSERS } from './composers';
import { setRules } from './loop';
import { LENA, MARA, OptionsPage, PopupPage } from './pages';
import type { Panel } from './panel';
import { readPracticeAdapter } from './practice-adapter';
import { expect } from './test';
import type { Page } from '@playwright/test';

/** Built-in composers by site and surface; throws on a name nobody knows. */
export function composerOf(site: string, surface = 'post'): ComposerCase {
  const found = COMPOSERS.find((one) => one.site === site && one.surface === surface);
  if (!found) throw new Error(`There is no ${surface} composer of ${site}.`);
  return found;
}

export interface Commons {
  one: ComposerCase;
  site: Site;
  close(): Promise<void>;
}

/** The practice site on the loopback, covered by importing its adapter as its rule owner does. Needs no routing after a restart. */
export async function openCommons(browser: TestBrowser): Promise<Commons> {
  const served = await listen('practice');
  const popup = await PopupPage.open(browser);
  await popup.signIn(LENA);
  await popup.close();
  const options = await OptionsPage.open(browser, 'sites/add');
  await options.importAdapter(await readPracticeAdapter(), new URL(served.url).host);
  await options.page.close();
  const one: ComposerCase = {
    name: 'a practice post (textarea in a form)', site: 'practice', surface: 'post', url: `${served.url}/`,
    open: async () => {},
    editor: (page) => page.locator('textarea[name="post"]'),
    send: (page) => page.locator('form.compose button[type="submit"]'),
    key: 'Control+Enter',
  };
  return { one, site: served.site, close: served.close };
}

/** The countdown is somebody else's story: approvals take effect at once here. Leaves Lena signed in, the author. */
export async function withoutCountdown(browser: TestBrowser): Promise<void> {
  const popup = await PopupPage.open(browser);
  await popup.signIn(LENA);
  await setRules(popup.page, { undoMs: 0, requireSeen: false });
  await popup.close();
}

/** Types as a person does and presses the site's own send control. */
export async function holdPost(page: Page, panel: Panel, one: ComposerCase, text: string): Promise<void> {
  await one.open(page);
  await one.editor(page).click();
  await page.keyboard.type(text);
  await one.send(page).click();
  await panel.expectText('Held for review');
}

/** A second person reads it and signs. */
export async function approveAs(popup: PopupPage, words: string): Promise<void> {
  await popup.page.bringToFront();
  await popup.signIn(MARA);
  await popup.openHold(words);
  await popup.approve();
  await expect(popup.page.getByRole('button', { name: 'Undo' }).or(popup.page.getByRole('tab', { name: /^Waiting/ })).first()).toBeVisible();
}

/** The same practice sites for a browser that was started again. */
export async function routeAgain(browser: TestBrowser, ...sites: Site[]): Promise<void> {
  for (const site of sites) await routeSite(browser.context, site.id, site);
}
