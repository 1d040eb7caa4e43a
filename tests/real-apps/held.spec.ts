/**
 * The main job on two applications other people wrote: held by click and key, nothing published while held
 * (asked of the server), released exactly once, text intact. The adapters are imported by a person, as JSON.
 */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { TestBrowser } from '../support/browser';
import { Disk } from '../support/disk';
import { LENA, MARA, OptionsPage, PopupPage } from '../support/pages';
import { Panel } from '../support/panel';
import { setUpWorkspace } from '../support/workspace';
import { startMediaWiki } from './media-wiki';
import { LoungePerson, WikiPerson } from './people';
import { skipWanted } from './places';
import { startTheLounge } from './the-lounge';

test.skip(skipWanted(), 'left out on purpose with COUNTERSIGN_SKIP_REAL_APPS=1');

interface Ground {
  browser: TestBrowser;
  disk: Disk;
  popup: PopupPage;
}

/** A browser with two people whose rule owner imported the application's adapter for its host. */
async function coverWith(adapter: string, url: string): Promise<Ground> {
  const browser = await TestBrowser.open();
  const welcome = await setUpWorkspace(browser);
  const options = await OptionsPage.open(browser, 'sites/add');
  await options.importAdapter(await readFile(new URL(`../sites/custom/${adapter}.json`, import.meta.url), 'utf8'), new URL(url).host);
  await options.page.close();
  await welcome.page.close();
  return { browser, disk: new Disk(browser), popup: await PopupPage.open(browser) };
}

async function approve(popup: PopupPage, words: string): Promise<void> {
  await popup.page.bringToFront();
  await popup.signIn(MARA);
  await popup.openHold(words);
  await popup.approve();
}

test('The Lounge: a message is held by its button and by Enter, and goes out once when approved', async () => {
  const lounge = await startTheLounge();
  const { browser, disk, popup } = await coverWith('the-lounge', lounge.url);
  try {
    const page = await browser.context.newPage();
    const person = new LoungePerson(page, lounge.url);
    const panel = new Panel(page);
    await person.join();

    for (const [way, text] of [['button', 'The doors open at nine.'], ['Enter', 'And the band plays at ten.']] as const) {
      // Whoever signed in last is the one at the keyboard (SD1), so the author sits down again.
      await popup.page.bringToFront();
      await popup.signIn(LENA);
      await page.bringToFront();
      await person.write(text);
      if (way === 'button') await person.send.click();
      else await page.keyboard.press('Enter');
      await panel.expectText('Held for review');
      const before = await lounge.witness.said();
      expect(before).not.toContain(text);
      expect(await disk.drafts()).toContain(text);
      await expect(person.editor).toHaveValue(text);
      // The other way does not get it out either.
      if (way === 'button') await person.editor.press('Enter');
      else await person.send.click();
      await page.waitForTimeout(300);
      expect(await lounge.witness.said()).toEqual(before);

      await approve(popup, text.slice(0, 14));
      await page.bringToFront();
      await expect.poll(() => lounge.witness.said(), { timeout: 30_000 }).toEqual([...before, text]);
      await panel.expectText(/Posted/, 20_000);
      await expect(person.editor).toHaveValue('');
    }
    expect(await lounge.witness.said()).toEqual(['The doors open at nine.', 'And the band plays at ten.']);
  } finally {
    await browser.close();
    await lounge.stop();
  }
});

test('MediaWiki, wikitext form: a talk page edit is held by button and key, and saved once when approved', async () => {
  const wiki = await startMediaWiki();
  const { browser, disk, popup } = await coverWith('mediawiki', wiki.url);
  try {
    const page = await browser.context.newPage();
    const person = new WikiPerson(page, wiki);
    const panel = new Panel(page);
    const text = "== Opening hours ==\nThe mill opens at '''nine'''. ~~~~".replace(' ~~~~', '');
    await person.signIn();
    await person.openForm('Talk:Mill');
    await person.text.fill(text);
    await person.summary.fill('Opening hours');
    await person.summary.press('Enter');
    await panel.expectText('Held for review');
    expect(await wiki.revisions('Talk:Mill')).toEqual([]);
    await person.save.click();
    await page.waitForTimeout(300);
    expect(await wiki.revisions('Talk:Mill')).toEqual([]);
    expect(await disk.drafts()).toEqual([text]);
    await expect(person.text).toHaveValue(text);

    await approve(popup, 'Opening hours');
    await page.bringToFront();
    await expect.poll(async () => (await wiki.revisions('Talk:Mill')).map((one) => one.text), { timeout: 30_000 }).toEqual([text]);
    expect((await wiki.revisions('Talk:Mill'))[0]?.summary).toContain('Opening hours');
    await expect.poll(async () => (await disk.hold(text))?.publication, { timeout: 20_000 }).toMatch(/^(sent|verified)$/);
  } finally {
    await browser.close();
    await wiki.stop();
  }
});

test('MediaWiki, VisualEditor: the last of two look-alike buttons is held, and the page is saved once', async () => {
  const wiki = await startMediaWiki();
  const { browser, disk, popup } = await coverWith('mediawiki', wiki.url);
  try {
    const page = await browser.context.newPage();
    const person = new WikiPerson(page, wiki);
    const panel = new Panel(page);
    await person.signIn();
    await person.openVisual('Mill');
    await page.keyboard.type('The mill opens at nine.');
    await person.openSaveDialog();
    await person.publish.click();
    await panel.expectText('Held for review');
    expect(await wiki.revisions('Mill')).toEqual([]);
    expect(await disk.drafts()).toEqual(['The mill opens at nine.']);

    await approve(popup, 'The mill opens');
    await page.bringToFront();
    await expect.poll(async () => (await wiki.revisions('Mill')).map((one) => one.text), { timeout: 40_000 }).toEqual(['The mill opens at nine.']);
    await expect.poll(async () => (await disk.hold('The mill opens at nine.'))?.publication, { timeout: 30_000 }).toMatch(/^(sent|verified)$/);
    // One revision, however many requests the save took.
    expect(await wiki.revisions('Mill')).toHaveLength(1);
  } finally {
    await browser.close();
    await wiki.stop();
  }
});
