/**
 * Promise 1 on every built-in composer: no send by click, key, form or script leaves without a grant,
 * and the approved text leaves exactly once. What was published is asked of the site's server only.
 */
import type { Page } from '@playwright/test';
import { COMPOSERS, compose, readEditor } from '../support/composers';
import type { ComposerCase } from '../support/composers';
import { MARA } from '../support/pages';
import { expect, test } from '../support/test';

const WAYS: { by: string; usable(one: ComposerCase): boolean; send(one: ComposerCase, page: Page): Promise<void> }[] = [
  { by: 'a click', usable: () => true, send: async (one, page) => await one.send(page).click() },
  { by: 'the sending key', usable: (one) => one.key !== null, send: async (one, page) => await page.keyboard.press(one.key ?? '') },
  { by: 'a script’s own click()', usable: () => true, send: async (one, page) => await one.send(page).evaluate((element: HTMLElement) => element.click()) },
  { by: 'Enter on the send control', usable: (one) => one.site !== 'bluesky', send: async (one, page) => await one.send(page).press('Enter') },
];

for (const one of COMPOSERS) {
  test(`${one.name}: however it is sent, it is held, and the approved text goes out once`, async ({ sites, visit, store, popup }) => {
    const [site] = await sites(one.site);
    if (!site) throw new Error('no site');
    const { page, panel } = await visit(one.url);
    const text = `Doors open at nine on Saturday. ${one.surface}`;
    await compose(page, one, text);
    await panel.expectText(/Mara/);

    const [first, ...more] = WAYS.filter((way) => way.usable(one));
    await first?.send(one, page);
    await panel.expectText('Held for review');
    // The draft is on disk no later than the words.
    expect(await store.drafts()).toEqual([expect.stringContaining(text)]);
    for (const way of more) {
      await way.send(one, page);
      await page.waitForTimeout(150);
      expect(site.posts(), `held by ${way.by}`).toEqual([]);
    }
    expect(site.requests('publish')).toEqual([]);
    expect(await readEditor(one.editor(page))).toContain(text);
    expect(await store.drafts()).toHaveLength(1);

    const approver = await popup();
    await approver.signIn(MARA);
    await approver.openHold('Doors open');
    await approver.approve();
    expect(site.posts(), 'nothing leaves inside the time to undo').toEqual([]);
    await page.bringToFront();
    await panel.expectText(/Posted/, 25_000);
    expect(site.posts().map((post) => post.surface)).toEqual([one.surface]);
    expect(site.posts()[0]?.text).toContain(text);
    const hold = await store.hold(site.posts()[0]?.text ?? '');
    expect(hold?.workflow).toBe('approved');
    expect(['sent', 'verified']).toContain(hold?.publication);
  });

  for (const way of WAYS.slice(1).filter((each) => each.usable(one))) {
    test(`${one.name}: ${way.by} alone is held`, async ({ sites, visit, store }) => {
      const [site] = await sites(one.site);
      const { page, panel } = await visit(one.url);
      await compose(page, one, 'The old mill opens at noon.');
      await way.send(one, page);
      await panel.expectText('Held for review');
      expect(site?.requests('publish')).toEqual([]);
      expect(await store.drafts()).toEqual([expect.stringContaining('The old mill opens at noon.')]);
    });
  }
}

test('a form submitted by script (requestSubmit) is held like the button', async ({ sites, visit, store }) => {
  const mastodon = COMPOSERS.find((one) => one.site === 'mastodon');
  if (!mastodon) throw new Error('no mastodon');
  const [site] = await sites('mastodon');
  const { page, panel } = await visit(mastodon.url);
  await compose(page, mastodon, 'Sent by requestSubmit.');
  await mastodon.editor(page).evaluate((area: HTMLTextAreaElement) => area.form?.requestSubmit());
  await panel.expectText('Held for review');
  expect(site?.requests('publish')).toEqual([]);
  expect(await store.drafts()).toEqual(['Sent by requestSubmit.']);
});
