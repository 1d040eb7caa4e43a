/** A team's own phrase from the moment its rule owner writes it: flagged while somebody types, mended by one press, held with the post. */
import { compose, composerOf, readEditor } from '../support/composers';
import { LENA, MARA, OptionsPage } from '../support/pages';
import { expect, test } from '../support/test';

test('a phrase added in the options is flagged in an open composer, corrected by one press, and stands at the hold', async ({ at, sites, visit, store, popup }) => {
  const one = composerOf('x');
  const [site] = await sites('x');
  const author = await popup();
  await author.signIn(LENA);
  await author.close();

  const { page: options } = await OptionsPage.open(at, 'rules/phrases');
  await options.getByRole('button', { name: 'Add the first' }).click();
  await options.getByLabel('Look for').fill('project falcon');
  await options.getByLabel('Authors read').fill('Not announced before Friday.');
  await options.getByLabel('Write instead').fill('our new boat');
  await options.getByRole('dialog').getByRole('button', { name: 'Add phrase' }).click();
  await expect(options.getByRole('button', { name: /project falcon/ })).toBeVisible();

  const { page, panel } = await visit(one.url);
  await page.bringToFront();
  await compose(page, one, 'Meet Project Falcon today. Project  Falcon sails.');
  const painted = () => page.evaluate(() => [...CSS.highlights].flatMap(([name, ranges]) => [...ranges].map((range) => `${name} ${(range as Range).toString()}`)));
  await expect.poll(painted).toContain('cs-hold Project Falcon');
  await panel.press('Show details');
  await panel.press('Findings');
  await panel.expectText('Not announced before Friday.');
  await panel.press('Use “our new boat”');
  await expect.poll(() => readEditor(one.editor(page))).toContain('Meet our new boat today.');

  await one.send(page).click();
  await panel.expectText('Held for review');
  const hold = await store.hold(await readEditor(one.editor(page)));
  expect(hold?.worstSeverity).toBe('hold');
  expect(site?.posts()).toEqual([]);

  // A second phrase, written while the post waits, counts for the next one only: a version keeps the findings it was made with.
  await options.bringToFront();
  await options.getByRole('button', { name: 'Import' }).click();
  await options.getByLabel('Phrases', { exact: true }).fill('sails\n\nbroken line (\n');
  await options.getByRole('button', { name: 'Add 2 phrases' }).click();
  await expect(options.getByRole('button', { name: /sails/ })).toBeVisible();

  const approver = await popup();
  await approver.signIn(MARA);
  await approver.openHold('our new boat');
  await expect(approver.page.getByText('Not announced before Friday.').first()).toBeVisible();
});
