/** What author and approver say to each other, and what each word does to the approval. */
import { composerOf } from '../support/composers';
import { LENA, MARA } from '../support/pages';
import { expect, test } from '../support/test';

const X = composerOf('x');
/** The time to undo that a first run leaves behind. */
const UNDO_MS = 10_000;

/** Waits until the time to undo, counted from `since`, has surely passed. */
const windowOver = async (since: number): Promise<void> => await new Promise((done) => setTimeout(done, Math.max(0, since + UNDO_MS + 1_000 - Date.now())));

test('a suggestion taken as it is counts as the approval and goes out word for word (BI6)', async ({ store, hold, review }) => {
  const draft = await hold(X, 'Our balm cures dry skin.');
  const { page, panel } = draft;

  const approver = await review('balm');
  await approver.askForChanges('No health claims, please.', 'Our balm softens dry skin.', true);
  // Whoever signed in last is the one at the keyboard (SD1).
  await approver.backToQueue();
  await approver.signIn(LENA);
  await page.bringToFront();
  await panel.expectText(/Mara asks for/);
  await panel.expectText('No health claims, please.');
  await panel.press('Apply and resend');
  await expect.poll(() => draft.shown()).toContain('Our balm softens dry skin.');
  await draft.posted('Our balm softens dry skin.');
  expect((await store.rows('revisions')).map((one) => one.number).sort()).toEqual([1, 2]);
});

test('a suggestion taken with other words needs a new approval (BI6)', async ({ hold, review }) => {
  const draft = await hold(X, 'Our balm cures dry skin.');
  const { page, panel } = draft;
  const approver = await review('balm');
  await approver.askForChanges('No health claims, please.', 'Our balm softens dry skin.', true);
  // Whoever signed in last is the one at the keyboard (SD1).
  await approver.backToQueue();
  await approver.signIn(LENA);
  await page.bringToFront();
  await panel.expectText(/Mara asks for/);
  await draft.append(' Promise.');
  await panel.expectText(/Send version 2/);
  await panel.press('Send version 2');
  await panel.expectText('Held for review');
  await panel.expectText('Version 2');
  draft.nothingLeft();
});

test('a rejected post stays in the composer and never goes out (QU3)', async ({ store, hold, review }) => {
  const draft = await hold(X, 'Not a good idea.');
  const { page, panel } = draft;
  const approver = await review('Not a good idea');
  await approver.reject('We do not comment on this.');
  await page.bringToFront();
  await panel.expectText(/rejected/, 20_000);
  await panel.expectText('We do not comment on this.');
  expect(await draft.shown()).toContain('Not a good idea.');
  draft.nothingLeft();
  expect(await store.drafts()).toEqual(['Not a good idea.']);
});

test('a post that is taken back cannot be approved any more, and its text is kept', async ({ popup, store, hold }) => {
  const draft = await hold(X, 'On second thoughts.');
  const { panel } = draft;
  await panel.press('More');
  await panel.press('Take back');
  await panel.press('Take back', true);
  await panel.expectText('Taken back');
  expect(await draft.shown()).toContain('On second thoughts.');
  expect((await store.hold('On second thoughts.'))?.workflow).toBe('recalled');
  const approver = await popup();
  await approver.signIn(MARA);
  await approver.tab('Waiting');
  await expect(approver.page.getByText('Nothing waiting')).toBeVisible();
});

test('a note to the approver is shown to the approver and never published', async ({ hold, review }) => {
  const draft = await hold(X, 'We answer on Monday.');
  const { page, panel, site } = draft;
  await panel.press('Note to approver');
  await page.keyboard.type('Legal has seen this one.');
  await page.keyboard.press('Control+Enter');
  await panel.expectText('Legal has seen this one.');
  const approver = await review('We answer');
  await expect(approver.page.getByText('Legal has seen this one.')).toBeVisible();
  await approver.approve();
  await page.bringToFront();
  await draft.posted('We answer on Monday.');
  expect(JSON.stringify(site.requests())).not.toContain('Legal has seen');
});

test('nobody approves their own post (SD1), a locked approver approves nothing, and a lone author is told so (SD6)', async ({ popup, store, hold }) => {
  await hold(X, 'Approve me, myself.');
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

test.describe('the ten seconds to undo', () => {
  test.use({ house: 'whole' });

  test('an edit after the approval makes it outdated: nothing goes out until it is approved again (BI2, QU2)', async ({ store, hold, approve }) => {
    const draft = await hold(X, 'The market opens at nine.');
    const { page, panel } = draft;
    const approver = await approve(draft, 'market');
    const since = Date.now();
    await panel.expectText(/Approved by Mara/);
    await approver.page.bringToFront();
    await approver.backToQueue();
    await approver.signIn(LENA);
    await page.bringToFront();
    await draft.append(' Or ten.');
    await panel.expectText(/changed after approval/);
    await windowOver(since);
    draft.nothingLeft();
    // The send control holds the new text as a new version.
    await X.send(page).click();
    await panel.expectText('Version 2');
    draft.nothingLeft();
    await approve(draft, 'market');
    await draft.posted('The market opens at nine. Or ten.');
    expect(await store.drafts()).toEqual(['The market opens at nine. Or ten.']);
  });

  test('a stopped countdown posts nothing until it is started again (TI6)', async ({ hold, approve }) => {
    const draft = await hold(X, 'Stop me in time.');
    const { panel, site } = draft;
    await approve(draft, 'Stop me');
    const since = Date.now();
    await panel.press('Stop');
    await panel.expectText('Stopped before posting');
    await windowOver(since);
    draft.nothingLeft();
    await panel.press('Start again');
    await panel.expectText(/Posted/, 25_000);
    expect(site.posts()).toHaveLength(1);
  });

  test('an approval taken back in time leaves the post held (QU5)', async ({ hold, review }) => {
    const draft = await hold(X, 'Undo this approval.');
    const { page, panel } = draft;
    const approver = await review('Undo this');
    await approver.approve();
    const since = Date.now();
    await approver.page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.bringToFront();
    await panel.expectText('Held for review');
    await windowOver(since);
    draft.nothingLeft();
  });
});
