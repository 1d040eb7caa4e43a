/**
 * HOUSE, release step 4: after a release the network says whether what left is what was approved, and tells both people
 * when it is not. What the browser really hands over is measured here; the rules are unit-tested.
 */
import type { Page } from '@playwright/test';
import { COMPOSERS, compose } from '../support/composers';
import type { ComposerCase } from '../support/composers';
import type { TestBrowser } from '../support/browser';
import { LENA, MARA, PopupPage } from '../support/pages';
import { expect, test } from '../support/test';

const postOn = (site: string): ComposerCase => {
  const found = COMPOSERS.find((one) => one.site === site && one.surface === 'post');
  if (!found) throw new Error(site);
  return found;
};

/** Mara approves; Lena is back at the keyboard. */
async function approve(at: TestBrowser, words: string): Promise<void> {
  const popup = await PopupPage.open(at);
  await popup.signIn(MARA);
  await popup.openHold(words);
  await popup.approve();
  await popup.backToQueue();
  await popup.signIn(LENA);
  await popup.close();
}

const EXPECTED = { x: 'matched', linkedin: 'matched', facebook: 'matched', mastodon: 'matched', bluesky: 'matched' } as const;

for (const [site, witness] of Object.entries(EXPECTED)) {
  test(`${site}: an honest release is ${witness}`, async ({ sites, visit, store, at }) => {
    const one = postOn(site);
    await sites(site);
    const { page, panel } = await visit(one.url);
    const text = `Doors open at nine – “on time”. ${site}`;
    await compose(page, one, text);
    await one.send(page).click();
    await panel.expectText('Held for review');
    await approve(at, 'Doors open');
    await page.bringToFront();
    await panel.expectText(/Posted/, 25_000);
    await expect.poll(async () => (await store.hold(text))?.receipt?.witness).toBe(witness);
  });
}
