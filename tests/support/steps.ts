/** Steps that stories with several tabs or a restarted browser share. */
import type { Page } from '@playwright/test';
import { routeSite } from '../sites/route';
import type { Site } from '../sites/serve';
import type { TestBrowser } from './browser';
import type { ComposerCase } from './composers';
import { MARA } from './pages';
import type { PopupPage } from './pages';
import type { Panel } from './panel';
import { expect } from './test';

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
