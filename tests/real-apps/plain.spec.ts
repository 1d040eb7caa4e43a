/**
 * The applications alone, without Countersign: proof that the harness publishes and that the
 * witness hears it. Without this, "nothing was published" elsewhere would mean nothing.
 */
import { chromium, expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { chromiumArgs, findChromium } from '../support/chromium';
import { startMediaWiki } from './media-wiki';
import { LoungePerson, WikiPerson } from './people';
import { skipWanted } from './places';
import { startTheLounge } from './the-lounge';

test.skip(skipWanted(), 'left out on purpose with COUNTERSIGN_SKIP_REAL_APPS=1');

async function withPage(act: (page: Page) => Promise<void>): Promise<void> {
  const browser: Browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs() });
  try {
    await act(await browser.newPage());
  } finally {
    await browser.close();
  }
}

test('without Countersign, The Lounge posts by its button and by Enter, and the witness hears each once', async () => {
  const lounge = await startTheLounge();
  try {
    await withPage(async (page) => {
      const person = new LoungePerson(page, lounge.url);
      await person.join();
      await person.write('Sent with the button');
      expect(await lounge.witness.said()).toEqual([]);
      await person.send.click();
      await expect.poll(() => lounge.witness.said()).toEqual(['Sent with the button']);
      await person.write('Sent with Enter');
      await page.keyboard.press('Enter');
      await expect.poll(() => lounge.witness.said()).toEqual(['Sent with the button', 'Sent with Enter']);
    });
  } finally {
    await lounge.stop();
  }
});

test('without Countersign, MediaWiki saves from the form and from the rich editor, one revision each', async () => {
  const wiki = await startMediaWiki();
  try {
    await withPage(async (page) => {
      const person = new WikiPerson(page, wiki);
      await person.signIn();
      await person.openForm('Talk:Form');
      await person.text.fill('Written in the form.');
      await person.save.click();
      await expect.poll(async () => (await wiki.revisions('Talk:Form')).map((one) => one.text)).toEqual(['Written in the form.']);
      await person.openVisual('Rich');
      await page.keyboard.type('Written in the rich editor.');
      await person.openSaveDialog();
      expect(await wiki.revisions('Rich')).toEqual([]);
      await person.publish.click();
      await expect.poll(async () => (await wiki.revisions('Rich')).map((one) => one.text), { timeout: 30_000 }).toEqual(['Written in the rich editor.']);
    });
  } finally {
    await wiki.stop();
  }
});
