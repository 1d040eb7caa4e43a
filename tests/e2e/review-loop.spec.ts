/** What author and approver say to each other, and what each word does to the approval. */
import { COMPOSERS, compose, readEditor } from '../support/composers';
import type { ComposerCase } from '../support/composers';
import { LENA, MARA } from '../support/pages';
import { expect, test } from '../support/test';

const X = COMPOSERS.find((one) => one.site === 'x' && one.surface === 'post') as ComposerCase;

test('a suggestion taken as it is counts as the approval and goes out word for word (BI6)', async ({ sites, visit, popup, store }) => {
  const [site] = await sites('x');
  const { page, panel } = await visit(X.url);
  await compose(page, X, 'Our balm cures dry skin.');
  await X.send(page).click();
  await panel.expectText('Held for review');

  const approver = await popup();
  await approver.signIn(MARA);
  await approver.openHold('balm');
  await approver.askForChanges('No health claims, please.', 'Our balm softens dry skin.', true);
  // Whoever signed in last is the one at the keyboard (SD1).
  await approver.backToQueue();
  await approver.signIn(LENA);
  await page.bringToFront();
  await panel.expectText(/Mara asks for/);
  await panel.expectText('No health claims, please.');
  await panel.press('Apply and resend');
  await expect.poll(() => readEditor(X.editor(page))).toContain('Our balm softens dry skin.');
  await panel.expectText(/Posted/, 25_000);
  expect(site?.posts().map((post) => post.text)).toEqual(['Our balm softens dry skin.']);
  expect((await store.rows('revisions')).map((one) => one.number).sort()).toEqual([1, 2]);
});

test('a suggestion taken with other words needs a new approval (BI6)', async ({ sites, visit, popup }) => {
  const [site] = await sites('x');
  const { page, panel } = await visit(X.url);
  await compose(page, X, 'Our balm cures dry skin.');
  await X.send(page).click();
  await panel.expectText('Held for review');
  const approver = await popup();
  await approver.signIn(MARA);
  await approver.openHold('balm');
  await approver.askForChanges('No health claims, please.', 'Our balm softens dry skin.', true);
  // Whoever signed in last is the one at the keyboard (SD1).
  await approver.backToQueue();
  await approver.signIn(LENA);
  await page.bringToFront();
  await panel.expectText(/Mara asks for/);
  await X.editor(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Promise.');
  await panel.expectText(/Send version 2/);
  await panel.press('Send version 2');
  await panel.expectText('Held for review');
  await panel.expectText('Version 2');
  expect(site?.requests('publish')).toEqual([]);
});

test('an edit after the approval makes it outdated: nothing goes out until it is approved again (BI2, QU2)', async ({ sites, visit, popup, store }) => {
  const [site] = await sites('x');
  const { page, panel } = await visit(X.url);
  await compose(page, X, 'The market opens at nine.');
  await X.send(page).click();
  await panel.expectText('Held for review');
  const approver = await popup();
  await approver.signIn(MARA);
  await approver.openHold('market');
  await approver.approve();
  await page.bringToFront();
  await panel.expectText(/Approved by Mara/);
  await approver.page.bringToFront();
  await approver.backToQueue();
  await approver.signIn(LENA);
  await page.bringToFront();
  await X.editor(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Or ten.');
  await panel.expectText(/changed after approval/);
  await page.waitForTimeout(11_000);
  expect(site?.requests('publish')).toEqual([]);
  // The send control holds the new text as a new version.
  await X.send(page).click();
  await panel.expectText('Version 2');
  expect(site?.requests('publish')).toEqual([]);
  await approver.page.bringToFront();
  await approver.signIn(MARA);
  await approver.openHold('market');
  await approver.approve();
  await page.bringToFront();
  await panel.expectText(/Posted/, 25_000);
  expect(site?.posts().map((post) => post.text)).toEqual(['The market opens at nine. Or ten.']);
  expect(await store.drafts()).toEqual(['The market opens at nine. Or ten.']);
});

test('a rejected post stays in the composer and never goes out (QU3)', async ({ sites, visit, popup, store }) => {
  const [site] = await sites('x');
  const { page, panel } = await visit(X.url);
  await compose(page, X, 'Not a good idea.');
  await X.send(page).click();
  await panel.expectText('Held for review');
  const approver = await popup();
  await approver.signIn(MARA);
  await approver.openHold('Not a good idea');
  await approver.reject('We do not comment on this.');
  await page.bringToFront();
  await panel.expectText(/rejected/, 20_000);
  await panel.expectText('We do not comment on this.');
  expect(await readEditor(X.editor(page))).toContain('Not a good idea.');
  expect(site?.requests('publish')).toEqual([]);
  expect(await store.drafts()).toEqual(['Not a good idea.']);
});

test('a post that is taken back cannot be approved any more, and its text is kept', async ({ sites, visit, popup, store }) => {
  await sites('x');
  const { page, panel } = await visit(X.url);
  await compose(page, X, 'On second thoughts.');
  await X.send(page).click();
  await panel.expectText('Held for review');
  await panel.press('More');
  await panel.press('Take back');
  await panel.press('Take back', true);
  await panel.expectText('Taken back');
  expect(await readEditor(X.editor(page))).toContain('On second thoughts.');
  expect((await store.hold('On second thoughts.'))?.workflow).toBe('recalled');
  const approver = await popup();
  await approver.signIn(MARA);
  await approver.tab('Waiting');
  await expect(approver.page.getByText('Nothing waiting')).toBeVisible();
});

test('a note to the approver is shown to the approver and never published', async ({ sites, visit, popup }) => {
  const [site] = await sites('x');
  const { page, panel } = await visit(X.url);
  await compose(page, X, 'We answer on Monday.');
  await X.send(page).click();
  await panel.expectText('Held for review');
  await panel.press('Note to approver');
  await page.keyboard.type('Legal has seen this one.');
  await page.keyboard.press('Control+Enter');
  await panel.expectText('Legal has seen this one.');
  const approver = await popup();
  await approver.signIn(MARA);
  await approver.openHold('We answer');
  await expect(approver.page.getByText('Legal has seen this one.')).toBeVisible();
  await approver.approve();
  await page.bringToFront();
  await panel.expectText(/Posted/, 25_000);
  expect(site?.posts().map((post) => post.text)).toEqual(['We answer on Monday.']);
  expect(JSON.stringify(site?.requests())).not.toContain('Legal has seen');
});

test('a stopped countdown posts nothing until it is started again (TI6)', async ({ sites, visit, popup }) => {
  const [site] = await sites('x');
  const { page, panel } = await visit(X.url);
  await compose(page, X, 'Stop me in time.');
  await X.send(page).click();
  await panel.expectText('Held for review');
  const approver = await popup();
  await approver.signIn(MARA);
  await approver.openHold('Stop me');
  await approver.approve();
  await page.bringToFront();
  await panel.press('Stop');
  await panel.expectText('Stopped before posting');
  await page.waitForTimeout(11_000);
  expect(site?.requests('publish')).toEqual([]);
  await panel.press('Start again');
  await panel.expectText(/Posted/, 25_000);
  expect(site?.posts()).toHaveLength(1);
});

test('an approval taken back in time leaves the post held (QU5)', async ({ sites, visit, popup }) => {
  const [site] = await sites('x');
  const { page, panel } = await visit(X.url);
  await compose(page, X, 'Undo this approval.');
  await X.send(page).click();
  await panel.expectText('Held for review');
  const approver = await popup();
  await approver.signIn(MARA);
  await approver.openHold('Undo this');
  await approver.approve();
  await approver.page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.bringToFront();
  await panel.expectText('Held for review');
  await page.waitForTimeout(11_000);
  expect(site?.requests('publish')).toEqual([]);
});

test('nobody approves their own post (SD1), a locked approver approves nothing, and a lone author is told so (SD6)', async ({ sites, visit, popup, store }) => {
  await sites('x');
  const { page, panel } = await visit(X.url);
  await compose(page, X, 'Approve me, myself.');
  await X.send(page).click();
  await panel.expectText('Held for review');
  const own = await popup();
  await expect(own.page.getByRole('heading', { name: 'Who is signing?' })).toBeVisible();
  await expect(own.page.getByText('Approve me')).toHaveCount(0);
  await own.signIn(LENA);
  await own.tab('Waiting');
  await expect(own.page.getByText('Nothing waiting')).toBeVisible();
  const row = await own.mine('Approve me');
  await row.getByRole('button').first().click();
  await expect(own.page.getByText('Someone else has to approve this one.')).toBeVisible();
  await expect(own.page.getByRole('button', { name: /^Approve/ })).toHaveCount(0);
  expect(await store.rows('decisions')).toEqual([]);
});

test('a wrong passphrase signs nobody in and makes the next try wait longer', async ({ popup }) => {
  const page = (await popup()).page;
  const field = page.getByLabel(/^Passphrase for/);
  const waits: string[] = [];
  for (let attempt = 0; attempt < 6; attempt += 1) {
    await field.fill(`wrong guess ${attempt}`);
    const button = page.getByRole('button', { name: 'Unlock', exact: true });
    if (!(await button.isEnabled({ timeout: 1_000 }).catch(() => false))) break;
    await button.click();
    await expect(page.getByRole('alert').or(page.getByText(/wrong|Wrong|not/)).first()).toBeVisible({ timeout: 15_000 });
    const words = await page.getByText(/Next try in/).first().textContent({ timeout: 500 }).catch(() => null);
    if (words) waits.push(words);
    if (waits.length) break;
  }
  expect(waits.length, 'a wait is announced after a few wrong tries').toBeGreaterThan(0);
  await expect(page.getByRole('button', { name: /^Wait/ })).toBeDisabled();
});
