/** Chats that publish over a WebSocket are held like every other site, and their other frames pass (issue 3, item 2). */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { startChats } from '../sites/sockets/server';
import type { Chat, Chats } from '../sites/sockets/server';
import { LENA, OptionsPage, PopupPage } from '../support/pages';
import { Panel } from '../support/panel';
import { approveAs } from '../support/steps';
import { expect, test as base } from '../support/test';

const test = base.extend<{ chats: Chats; talk: (chat: Chat) => Promise<{ page: Page; panel: Panel }> }>({
  chats: async ({}, use) => {
    const chats = await startChats();
    await use(chats);
    await chats.close();
  },
  /** Covers the chat with its adapter file and opens it. */
  talk: async ({ at, chats }, use) => await use(async (chat) => {
    const popup = await PopupPage.open(at);
    await popup.signIn(LENA);
    await popup.close();
    const owner = await OptionsPage.open(at, 'sites/add');
    await owner.importAdapter(await readFile(new URL(`../sites/sockets/${chat}.json`, import.meta.url), 'utf8'), chats.host);
    await owner.page.close();
    const page = await at.context.newPage();
    await page.goto(chats.url(chat));
    return { page, panel: new Panel(page) };
  }),
});

test.use({ house: 'commons' });

interface Window { say(words: string): void; typing(): void }
const say = async (page: Page, words: string): Promise<void> => await page.evaluate((text) => (globalThis as unknown as Window).say(text), words);

for (const chat of ['jabber', 'gateway'] as const) {
  test(`${chat}: messages are held by key, click and script while typing notices pass, and the approved one goes out once`, async ({ at, chats, talk }) => {
    const { page, panel } = await talk(chat);
    const text = 'Boats <leave> at “six” & not before 🙂';
    await page.locator('textarea').click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await panel.expectText('Held for review');
    await page.getByRole('button', { name: 'Send' }).click();
    await say(page, text);
    await say(page, 'Nobody approved this.');
    await expect.poll(() => chats.noise(chat).length, 'presence and typing notices').toBeGreaterThan(3);
    await page.waitForTimeout(200);
    expect(chats.said(chat)).toEqual([]);

    await approveAs(await PopupPage.open(at), 'Boats');
    await page.bringToFront();
    await panel.expectText(/Posted/, 25_000);
    await say(page, text);
    await page.waitForTimeout(200);
    expect(chats.said(chat)).toEqual([text]);
  });

  test(`${chat}: other words than the approved ones do not leave during the release`, async ({ at, chats, talk }) => {
    const { page, panel } = await talk(chat);
    await page.evaluate(() => {
      const chatWindow = globalThis as unknown as Window;
      const own = chatWindow.say;
      chatWindow.say = (words) => {
        own(`${words} (and more)`);
        own(words);
        own(words);
      };
    });
    await page.locator('textarea').fill('Only these words.');
    await page.getByRole('button', { name: 'Send' }).click();
    await panel.expectText('Held for review');
    await approveAs(await PopupPage.open(at), 'Only these');
    await page.bringToFront();
    await panel.expectText(/Posted/, 25_000);
    await page.waitForTimeout(200);
    expect(chats.said(chat)).toEqual(['Only these words.']);
  });
}
