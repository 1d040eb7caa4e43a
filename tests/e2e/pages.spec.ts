/** Every page, in light and dark, with real content: no accessibility violation that axe can find, a name on every control, and a way through with keys alone. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { composerOf } from '../support/composers';
import { LENA, MARA, PopupPage } from '../support/pages';
import { expect, test } from '../support/test';

const X = composerOf('x');

/** The rules of axe that look at colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** @param rules all of them when none are named */
async function violations(page: Page, rules: string[] = []): Promise<string[]> {
  await page.waitForTimeout(400);
  const axe = new AxeBuilder({ page });
  const { violations: found } = await (rules.length > 0 ? axe.withRules(rules) : axe).analyze();
  return found.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')} – ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`));
}

/** Controls without a name, as assistive technology is told about them. */
async function nameless(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const controls = /^(button|link|textbox|searchbox|checkbox|switch|radio|tab|menuitem|combobox|listbox|option|slider|spinbutton|gridcell)$/;
  const found = nodes.filter((node) => !node.ignored && controls.test(String(node.role?.value)));
  expect(found.length, 'there are controls to look at').toBeGreaterThan(0);
  return found.filter((node) => String(node.name?.value ?? '').trim() === '').map((node) => `no name: ${String(node.role?.value)}`);
}

/** Presses Tab until the focus is on a control with this name. Every stop must be visible as one. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let stop = 0; stop < 60; stop += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return '';
      const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])].map((label) => label.innerText) : [];
      const named = element.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.innerText ?? '') ?? [];
      return [element.getAttribute('aria-label') ?? '', ...labels, ...named, element.innerText].join(' ').trim();
    });
    if (name.test(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(name)}.`);
}

test('an approver gets from the locked popup to an approval with keys alone', async ({ popup, store, write }) => {
  const draft = await write(X, 'Approved without a mouse.');
  await draft.send.press('Enter');
  await draft.panel.expectText('Held for review');
  const { page: view } = await popup();
  await expect(view.getByRole('heading', { name: 'Who is signing?' })).toBeVisible();
  await tabTo(view, /^(Lena Ortiz|Mara Okafor)/);
  for (let step = 0; step < 3 && !(await view.getByLabel(`Passphrase for ${MARA.name}`).isVisible()); step += 1) await view.keyboard.press('ArrowDown');
  await tabTo(view, new RegExp(`Passphrase for ${MARA.name}`));
  await view.keyboard.type(MARA.passphrase);
  await view.keyboard.press('Enter');
  await expect(view.getByRole('button', { name: `Signed in as ${MARA.name}` })).toBeVisible({ timeout: 20_000 });
  await tabTo(view, /Approved without a mouse/);
  await view.keyboard.press('Enter');
  await expect(view.getByRole('button', { name: /^Approve/ })).toBeEnabled();
  await tabTo(view, /^Approve\b/);
  await view.keyboard.press('Enter');
  await expect.poll(async () => (await store.rows('decisions')).map((one) => one.body.kind)).toEqual(['approve']);
  await draft.posted('Approved without a mouse.');
});

test('every page passes axe, in light and dark', async ({ at, popup, store, hold }) => {
  // Two dozen pages, one after the other.
  test.setTimeout(300_000);
  await hold(X, 'Our balm cures every eczema, and https://exаmple.com says so!!!');

  const found: Record<string, string[]> = {};
  const look = async (name: string, view: Page): Promise<void> => {
    await view.emulateMedia({ colorScheme: 'light' });
    const list = [...(await violations(view)), ...(await nameless(view))];
    // The other scheme changes colours and nothing else.
    await view.emulateMedia({ colorScheme: 'dark' });
    list.push(...(await violations(view, COLOURS)).map((one) => `dark: ${one}`));
    if (list.length) found[name] = list;
  };

  const locked = await popup();
  await expect(locked.page.getByRole('heading', { name: 'Who is signing?' })).toBeVisible();
  await look('popup, locked', locked.page);
  await locked.signIn(MARA);
  await look('popup, queue', locked.page);
  await locked.openHold('@northmoor');
  await look('popup, detail', locked.page);
  await locked.page.getByRole('button', { name: 'Ask for changes' }).click();
  await expect(locked.page.getByRole('dialog')).toBeVisible();
  await look('popup, ask for changes', locked.page);
  // The popup remembers where it was; the author starts from the list.
  await locked.page.getByRole('button', { name: 'Cancel' }).click();
  await locked.backToQueue();
  await locked.close();
  const id = (await store.rows('holds'))[0]?.id ?? '';
  for (const name of ['sidepanel.html', 'review.html', `review.html#hold/${id}`]) {
    const view = await at.page(name);
    await expect(view.getByRole('button').first()).toBeVisible();
    await look(name, view);
    await view.close();
  }
  const own = await PopupPage.open(at);
  await own.signIn(LENA);
  await own.mine('@northmoor');
  await look('popup, mine', own.page);
  await own.page.getByRole('listitem').filter({ hasText: 'Our balm' }).getByRole('button').first().click();
  await expect(own.page.getByText('Someone else has to approve this one.')).toBeVisible();
  await look('popup, own post', own.page);
  for (const route of ['rules', 'people', 'sites', 'sites/add', 'sites/add/import', 'audit', 'appearance', 'about']) {
    const view = await at.page(`options.html#${route}`);
    await expect(view.getByRole('heading', { level: 1 })).toBeVisible();
    await look(`options, ${route}`, view);
    await view.close();
  }
  for (const step of ['purpose', 'identity', 'sites', 'second', 'practice']) {
    const view = await at.page(`welcome.html#${step}`);
    await expect(view.getByRole('heading', { level: 1 })).toBeVisible();
    await look(`welcome, ${step}`, view);
    await view.close();
  }
  expect(found).toEqual({});
});
