/**
 * Promise 1 on every built-in composer: no send by click, key, form or script leaves without a grant,
 * and the approved text leaves exactly once. What was published is asked of the site's server only.
 */
import type { Page } from '@playwright/test';
import { COMPOSERS, composerOf } from '../support/composers';
import type { ComposerCase } from '../support/composers';
import { expect, test } from '../support/test';

const WAYS: { by: string; usable(one: ComposerCase): boolean; send(one: ComposerCase, page: Page): Promise<void> }[] = [
  { by: 'a click', usable: () => true, send: async (one, page) => await one.send(page).click() },
  { by: 'the sending key', usable: (one) => one.key !== null, send: async (one, page) => await page.keyboard.press(one.key ?? '') },
  { by: 'a script’s own click()', usable: () => true, send: async (one, page) => await one.send(page).evaluate((element: HTMLElement) => element.click()) },
  { by: 'Enter on the send control', usable: (one) => one.site !== 'bluesky', send: async (one, page) => await one.send(page).press('Enter') },
];

for (const one of COMPOSERS) {
  test(`${one.name}: however it is sent, it is held, and the approved text goes out once`, async ({ store, write, review }) => {
    const text = `Doors open at nine on Saturday. ${one.surface}`;
    const draft = await write(one, text);
    const { page, panel, site } = draft;
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
    draft.nothingLeft();
    expect(await draft.shown()).toContain(text);
    expect(await store.drafts()).toHaveLength(1);

    const approver = await review('Doors open');
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

  test(`${one.name}: every other way to send is held on its own`, async ({ write, store }) => {
    const kept: string[] = [];
    for (const way of WAYS.slice(1).filter((each) => each.usable(one))) {
      const draft = await write(one, `The old mill opens at noon, said by ${way.by.replaceAll('’', '')}.`);
      await way.send(one, draft.page);
      await draft.panel.expectText('Held for review');
      draft.nothingLeft();
      kept.push(draft.text);
      expect((await store.drafts()).sort(), way.by).toEqual([...kept].sort().map((text) => expect.stringContaining(text)));
      await draft.page.close();
    }
    expect(kept.length).toBeGreaterThan(0);
  });
}

test('a form submitted by script (requestSubmit) is held like the button', async ({ write, store }) => {
  const draft = await write(composerOf('mastodon'), 'Sent by requestSubmit.');
  await draft.editor.evaluate((area: HTMLTextAreaElement) => area.form?.requestSubmit());
  await draft.panel.expectText('Held for review');
  draft.nothingLeft();
  expect(await store.drafts()).toEqual(['Sent by requestSubmit.']);
});
