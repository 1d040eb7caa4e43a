/**
 * Sites that publish past their own window: from their service worker, over a socket of its own, by loading a page.
 * Each is held, released exactly once, and free for an account that is left out by name (issue 3, items 1 and 3).
 */
import type { Page } from '@playwright/test';
import { COUNTERS, counterAdapter, openPostOffice } from '../support/post-office';
import type { Counter, PostOffice } from '../support/post-office';
import { setRules } from '../support/loop';
import { LENA, OptionsPage, PopupPage } from '../support/pages';
import { Panel } from '../support/panel';
import { approveAs } from '../support/steps';
import { expect, test as base } from '../support/test';

type Visit = (counter: Counter, account?: string) => Promise<{ page: Page; panel: Panel }>;

const test = base.extend<{ office: PostOffice; stepIn: Visit; leaveOut: (counter: Counter, account: string) => Promise<void> }>({
  office: async ({}, use) => {
    const office = await openPostOffice();
    await use(office);
    await office.close();
  },
  stepIn: async ({ at, office }, use) => {
    const covered = new Set<Counter>();
    await use(async (counter, account = 'petra') => {
      if (!covered.has(counter)) {
        const popup = await PopupPage.open(at);
        await popup.signIn(LENA);
        await popup.close();
        const owner = await OptionsPage.open(at, 'sites/add');
        await owner.importAdapter(counterAdapter(counter), office.host);
        await owner.page.close();
        covered.add(counter);
      }
      const page = await at.context.newPage();
      await page.goto(office.url(counter, account));
      return { page, panel: new Panel(page) };
    });
  },
  leaveOut: async ({ at }, use) => await use(async (counter, account) => {
    const popup = await PopupPage.open(at);
    await popup.signIn(LENA);
    await setRules(popup.page, { accounts: [{ platform: `office-${counter}`, account, handle: account, covered: false, strength: 'hold', approvers: [], quorum: 1 }] });
    await popup.close();
  }),
});

test.use({ house: 'commons' });

const press = async (page: Page): Promise<void> => await page.getByRole('button', { name: 'Send', exact: true }).click();

for (const counter of COUNTERS) {
  test(`${counter}: held, and the approved letter leaves exactly once`, async ({ at, store, office, stepIn }) => {
    const { page, panel } = await stepIn(counter);
    const text = 'The ferry leaves at “nine”.\nBring a coat – it’s cold.';
    await page.locator('textarea').fill(text);
    await press(page);
    await panel.expectText('Held for review');
    await press(page);
    await page.waitForTimeout(500);
    expect(office.received(counter)).toEqual([]);

    await approveAs(await PopupPage.open(at), 'The ferry leaves');
    await page.bringToFront();
    await expect.poll(() => office.received(counter), { timeout: 25_000 }).toEqual([text]);
    await expect.poll(async () => (await store.hold(text))?.publication, { timeout: 25_000 }).toMatch(/^(sent|verified)$/);
    // A letter loads the page anew; what is typed into the old one goes with it.
    if (counter === 'letter') await expect(page.getByText('1 received')).toBeVisible();

    await page.locator('textarea').fill(text);
    await press(page);
    await panel.expectText('Held for review');
    await page.waitForTimeout(500);
    expect(office.received(counter)).toEqual([text]);
  });

  test(`${counter}: an account left out by name posts freely, another one at the same counter is held`, async ({ office, stepIn, leaveOut }) => {
    await stepIn(counter);
    await leaveOut(counter, 'piet');
    const free = await stepIn(counter, 'piet');
    await free.page.locator('textarea').fill('Nobody has to read this first.');
    await press(free.page);
    await expect.poll(() => office.received(counter), { timeout: 15_000 }).toEqual(['Nobody has to read this first.']);

    const covered = await stepIn(counter, 'petra');
    await covered.page.locator('textarea').fill('This one waits.');
    await press(covered.page);
    await covered.panel.expectText('Held for review');
    await covered.page.waitForTimeout(500);
    expect(office.received(counter)).toHaveLength(1);
  });
}

test('letter: an empty form is stopped with a word, and the page stays; the next letter is held as ever', async ({ office, stepIn }) => {
  const { page, panel } = await stepIn('letter');
  await page.locator('textarea').focus();
  await press(page);
  await panel.expectText('Nothing to send');
  expect(page.url()).toBe(office.url('letter', 'petra'));
  await page.locator('textarea').fill('Now there is something in it.');
  await press(page);
  await panel.expectText('Held for review');
  expect(office.received('letter')).toEqual([]);
});
