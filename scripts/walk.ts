/** The story of one post, told by a real browser: who does what, and what the site's server received. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Site } from '../tests/sites/serve';
import { CommonsPage } from '../tests/support/commons';
import { TestBrowser } from '../tests/support/browser';
import { LENA, MARA, OptionsPage, PopupPage, WelcomePage } from '../tests/support/pages';
import { Panel } from '../tests/support/panel';
import { readPracticeAdapter } from '../tests/support/practice-adapter';

const PICTURES = '.output/walk';
const TEXT = 'The spring market opens on Saturday at nine, next to the old mill.';

interface Told {
  passed: number;
  failed: number;
}

export async function walk(site: Site, url: string): Promise<Told> {
  mkdirSync(PICTURES, { recursive: true });
  const told: Told = { passed: 0, failed: 0 };
  const browser = await TestBrowser.open();
  let number = 0;

  /** One step: does it, takes a picture, says what the server received so far, and stops the story on a failure. */
  const step = async (words: string, page: () => Page, act: () => Promise<void>): Promise<void> => {
    number += 1;
    const name = `${String(number).padStart(2, '0')}-${words.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 50).replace(/-$/, '')}`;
    try {
      await act();
    } catch (error) {
      told.failed += 1;
      await page().screenshot({ path: join(PICTURES, `${name}-failed.png`) }).catch(() => {});
      console.log(`${String(number).padStart(2)}  FAILED  ${words}`);
      throw error;
    }
    told.passed += 1;
    // Movement is over before the picture is taken.
    await page().waitForTimeout(350);
    await page().screenshot({ path: join(PICTURES, `${name}.png`) }).catch(() => {});
    const count = site.posts().length;
    console.log(`${String(number).padStart(2)}  ${words}\n    the site's server received ${count} ${count === 1 ? 'post' : 'posts'}`);
  };

  try {
    const welcome = await WelcomePage.open(browser);
    await step('Lena opens the welcome page and starts', () => welcome.page, () => welcome.start());
    await step('Lena makes a workspace and her own signing key', () => welcome.page, () => welcome.createWorkspace('Northmoor', LENA));
    await step('No site is switched on yet, so nothing is covered', () => welcome.page, () => welcome.continueFromSites());
    await step('Mara sits down and makes her own key', () => welcome.page, () => welcome.addSecond(MARA));

    const options = await OptionsPage.open(browser, 'sites/add');
    await step('Lena adds the practice site by importing its adapter', () => options.page, async () => await options.importAdapter(await readPracticeAdapter(), new URL(url).host));

    const commons = await CommonsPage.open(await browser.context.newPage(), url);
    const panel = new Panel(commons.page);
    await step('Lena writes a post on the practice site', () => commons.page, () => commons.write(TEXT));
    await step('Lena presses Post, and the post is held', () => commons.page, async () => {
      await commons.send.click();
      await panel.expectText('Held for review');
      if ((await commons.editor.inputValue()) !== TEXT) throw new Error('The composer lost the text.');
      if (site.posts().length !== 0) throw new Error('The post left before anybody signed.');
    });

    const popup = await PopupPage.open(browser);
    await step('Mara signs in to the popup with her own passphrase', () => popup.page, () => popup.signIn(MARA));
    await step('Mara opens the post and reads what would go out', () => popup.page, async () => {
      await popup.openHold('spring market');
      await popup.page.getByText(TEXT).first().waitFor();
    });
    await step('Mara approves', () => popup.page, async () => {
      await popup.approve();
      if (site.posts().length !== 0) throw new Error('The post left before the time to undo was over.');
    });
    await step('The time to undo passes, and the site publishes the post', () => commons.page, async () => {
      await commons.page.bringToFront();
      await panel.expectText(/Posted/, 40_000);
      await commons.page.locator('article', { hasText: TEXT }).first().waitFor();
      const posts = site.posts();
      if (posts.length !== 1 || posts[0]?.text !== TEXT) throw new Error(`Expected exactly the approved post, got ${JSON.stringify(posts)}.`);
    });
    console.log(`\nExactly what was approved went out, once: “${site.posts()[0]?.text}”\nPictures of every step are in ${PICTURES}/.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    if (told.failed === 0) told.failed = 1;
  } finally {
    await browser.close();
  }
  return told;
}
