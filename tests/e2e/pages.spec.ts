/** Every page, in light and dark, with real content: no accessibility violation that axe can find. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { COMPOSERS, compose } from '../support/composers';
import type { ComposerCase } from '../support/composers';
import { LENA, MARA, PopupPage } from '../support/pages';
import { expect, test } from '../support/test';

const X = COMPOSERS.find((one) => one.site === 'x' && one.surface === 'post') as ComposerCase;

async function violations(page: Page): Promise<string[]> {
  await page.waitForTimeout(400);
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')} – ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`));
}

for (const scheme of ['light', 'dark'] as const) {
  test(`every page passes axe in ${scheme}`, async ({ at, sites, visit, popup }) => {
    test.setTimeout(150_000);
    await sites('x');
    const { page, panel } = await visit(X.url);
    await compose(page, X, 'Our balm cures every eczema, and https://exаmple.com says so!!!');
    await X.send(page).click();
    await panel.expectText('Held for review');

    const found: Record<string, string[]> = {};
    const look = async (name: string, view: Page): Promise<void> => {
      await view.emulateMedia({ colorScheme: scheme });
      const list = await violations(view);
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
    for (const name of ['sidepanel.html', 'review.html']) {
      const view = await at.page(name);
      await look(name, view);
      await view.close();
    }
    const own = await PopupPage.open(at);
    await own.signIn(LENA);
    await own.mine('@northmoor');
    await look('popup, mine', own.page);
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
}
