import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

vi.mock('../../../runtime/browser', () => import('./fake-browser'));
vi.mock('../../../runtime/client', () => import('./fake-background'));

import { verifyDecision } from '../../../identity/decide';
import { findingKey } from '../../../review/findings';
import { judgeDecision } from '../../../review/judge';
import type { Decision, DecisionBody, Hold } from '../../../review/model';
import { DEFAULT_RULES } from '../../../review/model';
import { database } from '../../../storage/db';
import { answer, inputs } from './fake-background';
import { browser } from './fake-browser';
import { freshStage, showApp, unlockAs } from './stage';
import { decide, finding, holdPost, MINUTE, picture, record } from './world';

const TEXT = 'Our balm softens dry skin within two weeks of daily use.';
const CLAIM = finding(TEXT, 'within two weeks');
const ANSWERS = { [findingKey(CLAIM)]: { kind: 'justified' as const, text: 'Study 2025', by: 'lena', at: 1 } };
type Signed = Pick<Decision, 'body' | 'signature'>;
/** Toasts that matter are there twice: once for the eye, once for the screen reader. */
const says = (words: string) => expect.element(page.getByText(words, { exact: false }).first()).toBeVisible();
const sent = () => inputs('review.decide').map(({ decision }) => decision as Signed);
const kinds = () => sent().map(({ body }) => body.kind);

/** The background's own judgement of what the page sent. */
async function judged(body: DecisionBody, hold: Hold) {
  const db = await database();
  const [revision, decisions, members] = await Promise.all([db.revisions.get([hold.id, hold.revision]), db.decisions.toArray(), db.members.toArray()]);
  if (!revision) throw new Error('No revision.');
  return judgeDecision({ hold, revision, decisions, members, body, locked: false, requirement: hold.requirement, rules: DEFAULT_RULES });
}

async function maraApproves(): Promise<void> {
  await holdPost();
  await showApp(null);
  await unlockAs('Mara Okafor');
  await page.getByRole('button', { name: /@northmoor/ }).click();
  await page.getByRole('button', { name: 'Approve and release' }).click();
}

describe('an approver who is signed in with their own key', () => {
  beforeEach(async () => { await freshStage({ vaults: true }); });

  it('reads, ticks, opens the picture, approves, and the background would count it', async () => {
    const media = [{ sha256: 'a'.repeat(64), bytes: 9, mime: 'image/png', name: 'balm.png', alt: 'Open tin' }];
    const hold = await holdPost({ text: TEXT, findings: [CLAIM], answers: ANSWERS, media, note: 'Please before noon.' });
    await (await database()).media.put({ holdId: hold.id, sha256: 'a'.repeat(64), dataUrl: picture() });
    answer((name) => (name === 'review.decide' ? { ok: true, value: { workflow: 'approved', void: null } } : undefined));
    await showApp(null);
    await unlockAs('Mara Okafor');
    await vi.waitFor(() => expect(inputs('session.changed')).toHaveLength(1));

    await page.getByRole('button', { name: /@northmoor/ }).click();
    await expect.element(page.getByRole('heading', { name: /@northmoor, post/ })).toHaveFocus();
    await says('Please before noon.');
    await expect.element(page.getByRole('button', { name: 'Answer 1 finding to approve' })).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('checkbox', { name: /I checked this/ }).click();
    await expect.element(page.getByRole('button', { name: 'Open 1 attachment to approve' })).toBeVisible();
    await page.getByRole('button', { name: /Open photo 1 of 1/ }).click();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Approve and release' }).click();

    await says('Approved.');
    await expect.element(page.getByText(/Releasing to @northmoor in \d+ s/)).toBeVisible();
    const [decision] = sent();
    const mara = await (await database()).members.get('mara');
    if (!decision || !mara) throw new Error('Nothing was sent.');
    expect(await verifyDecision(decision, mara)).toBe(true);
    expect(decision.body).toMatchObject({ kind: 'approve', revision: 1, digest: hold.digest, acknowledged: [findingKey(CLAIM)], seen: { text: true, media: ['a'.repeat(64)] } });
    expect(await judged(decision.body, hold)).toEqual({ ok: true });
    expect(inputs('review.open')[0]).toEqual({ holdId: hold.id });
    expect(inputs('review.close')).toContainEqual({ holdId: hold.id });
  });

  it('can undo an approval: a signed withdrawal names it (QU5)', async () => {
    await maraApproves();
    await page.getByRole('button', { name: 'Undo' }).click();
    await says('Taken back.');
    expect(kinds()).toEqual(['approve', 'withdraw']);
    expect(sent()[1]?.body.withdraws).toBe(sent()[0]?.body.id);
  });

  it('leaves no Undo behind for the person who signs in next', async () => {
    await maraApproves();
    await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await page.getByRole('button', { name: 'Signed in as Mara Okafor' }).click();
    await page.getByRole('menuitem', { name: 'Switch to Tim Brandt' }).click();
    await expect.element(page.getByLabelText('Passphrase for Tim Brandt')).toBeVisible();
    await vi.waitFor(() => expect(page.getByRole('button', { name: 'Undo' }).query()).toBeNull());
    expect(kinds()).toEqual(['approve']);
  });

  it('returns a post with reasons, words and a suggestion that counts when taken (BI6)', async () => {
    const hold = await holdPost({ text: TEXT });
    await showApp(null);
    await unlockAs('Mara Okafor');
    await page.getByRole('button', { name: /@northmoor/ }).click();
    await expect.element(page.getByRole('button', { name: 'Approve and release' })).toBeVisible();
    await userEvent.keyboard('s');
    await page.getByRole('button', { name: 'Needs source' }).click();
    await page.getByLabelText('What should change').fill('The study says four.');
    await page.getByLabelText('Suggested wording').fill(TEXT.replace('two', 'four'));
    await expect.element(page.getByRole('deletion').filter({ hasText: 'two' })).toBeVisible();
    await expect.element(page.getByRole('insertion').filter({ hasText: 'four' })).toBeVisible();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await says('Changes asked.');
    const [decision] = sent();
    expect(decision?.body).toMatchObject({ kind: 'request_changes', reasons: ['source'], text: 'The study says four.', suggestion: TEXT.replace('two', 'four'), approveIfTaken: true });
    if (decision) expect(await judged(decision.body, hold)).toEqual({ ok: true });
  });

  it('a rejection needs words, waits a few seconds, and can be undone before it is sent (QU3)', async () => {
    await holdPost();
    await showApp(null);
    await unlockAs('Mara Okafor');
    await page.getByRole('button', { name: /@northmoor/ }).click();
    await page.getByRole('button', { name: 'More decisions' }).click();
    await page.getByRole('menuitem', { name: 'Reject…' }).click();
    await expect.element(page.getByRole('button', { name: 'Say why first' })).toHaveAttribute('aria-disabled', 'true');
    await page.getByLabelText(/Why, in words/).fill('Not ours to say.');
    await page.getByRole('button', { name: 'Reject', exact: true }).click();
    await says('Rejected.');
    expect(kinds()).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    // What was written is there again.
    await page.getByRole('button', { name: /@northmoor/ }).click();
    await expect.element(page.getByLabelText(/Why, in words/)).toHaveValue('Not ours to say.');
    await page.getByRole('button', { name: 'Reject', exact: true }).click();
    await says('Rejected.');
    dispatchEvent(new Event('pagehide'));
    await vi.waitFor(() => expect(kinds()).toEqual(['reject']));
  });

  it('a rejection that was cut short by the popup closing is sent at the next sign-in', async () => {
    const hold = await holdPost();
    const db = await database();
    const decision = await decide(hold, 'mara', 'reject', { text: 'No.' });
    await db.decisions.clear();
    await browser.storage.session.set({ 'draftReason:@rejection': { body: decision.body, signature: decision.signature } });
    await showApp(null);
    await unlockAs('Mara Okafor');
    await vi.waitFor(() => expect(kinds()).toEqual(['reject']));
    await vi.waitFor(async () => expect(await browser.storage.session.get('draftReason:@rejection')).toEqual({}));
  });

  it('goes on by keyboard beside the toast: the next post, approved with A', async () => {
    await holdPost({ text: 'First', ageMs: 9 * MINUTE });
    await holdPost({ text: 'Second' });
    await showApp(null);
    await unlockAs('Mara Okafor');
    await page.getByRole('button', { name: /First/ }).click();
    await expect.element(page.getByRole('button', { name: 'Approve and release' })).toBeVisible();
    await userEvent.keyboard('a');
    await says('Approved.');
    expect(document.querySelector('[role="dialog"], [aria-modal]')).toBeNull();
    await userEvent.keyboard('o');
    await expect.element(page.getByText('Second')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Approve and release' })).toBeVisible();
    await userEvent.keyboard('a');
    await vi.waitFor(() => expect(kinds()).toEqual(['approve', 'approve']));
    expect(new Set(sent().map(({ body }) => body.holdId)).size).toBe(2);
  });

  it('is told when a decision came too late, and when it was refused', async () => {
    await holdPost();
    answer((name) => (name === 'review.decide' ? { ok: true, value: { workflow: 'rejected', void: 'Already decided by Tim Brandt.' } } : undefined));
    await showApp(null);
    await unlockAs('Mara Okafor');
    await page.getByRole('button', { name: /@northmoor/ }).click();
    await page.getByRole('button', { name: 'Approve and release' }).click();
    await says('Already decided by Tim Brandt.');
    answer((name) => (name === 'review.decide' ? { ok: false, code: 'timeout', detail: 'The background did not answer.' } : undefined));
    await page.getByRole('button', { name: /@northmoor/ }).click();
    await page.getByRole('button', { name: 'Approve and release' }).click();
    await says('The background did not answer.');
    await expect.element(page.getByRole('heading', { name: /@northmoor, post/ })).toBeVisible();
  });

  it('cannot sign after the session ended while reading', async () => {
    await holdPost();
    await showApp('mara');
    await page.getByRole('button', { name: /@northmoor/ }).click();
    await page.getByRole('button', { name: 'Approve and release' }).click();
    await says('Not recorded.');
    expect(kinds()).toEqual([]);
  });
});

describe('what stands in the way of approving is said where the button would be', () => {
  beforeEach(async () => { await freshStage(); });
  const open = async (as: string, tab?: string) => {
    await showApp(as);
    if (tab) await page.getByRole('tab', { name: new RegExp(tab) }).click();
    await page.getByRole('button', { name: /@northmoor/ }).first().click();
  };
  const noApprove = () => expect(page.getByRole('button', { name: /^Approve/ }).query()).toBeNull();

  it('SD2: one’s own post, naming who can; the keyboard cannot do it either', async () => {
    await holdPost({ approvers: ['mara', 'tim'] });
    await open('lena', 'Mine');
    await says('Lena wrote it, so Mara or Tim decides.');
    await userEvent.keyboard('a');
    noApprove();
    expect(kinds()).toEqual([]);
  });
  it('BI5: an approver who edited the version', async () => {
    await holdPost({ approvers: ['mara', 'tim'], contributors: ['lena', 'mara'], id: 'x1' });
    location.hash = '#hold/x1';
    await showApp('mara');
    await expect.element(page.getByText('Mara worked on version 1, so Tim decides.', { exact: false })).toBeVisible();
    noApprove();
    location.hash = '';
  });
  it('QU8: findings the author has not answered', async () => {
    await holdPost({ text: TEXT, findings: [CLAIM] });
    await open('mara');
    await expect.element(page.getByRole('button', { name: 'Lena has to answer 1 finding' })).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('a');
    expect(kinds()).toEqual([]);
  });
  it('QU9: text that was not scrolled through', async () => {
    await holdPost({ text: Array.from({ length: 60 }, (_, line) => `Line ${line}`).join('\n') });
    await open('mara');
    await expect.element(page.getByRole('button', { name: 'Read to the end to approve' })).toBeVisible();
    // As a person would: scroll, and scroll again when the page was still settling.
    await expect.poll(() => {
      page.getByText('Line 59', { exact: false }).element().scrollIntoView({ block: 'end' });
      return page.getByRole('button', { name: 'Approve and release' }).query();
    }).not.toBeNull();
  });
  it('BI1: a version that was replaced while it was open', async () => {
    await holdPost({ id: 'v', text: 'First wording' });
    await open('mara');
    await expect.element(page.getByRole('button', { name: 'Approve and release' })).toBeVisible();
    await holdPost({ id: 'v', earlier: ['First wording'], text: 'Second wording' });
    await says('Lena saved version 2 while this was open.');
    await says('First wording');
    await userEvent.keyboard('a');
    expect(kinds()).toEqual([]);
    await page.getByRole('button', { name: 'Review version 2' }).click();
    await says('Second wording');
    await expect.element(page.getByRole('button', { name: 'Approve and release' })).toBeVisible();
  });
  it('a row whose text was changed in the store is not shown at all', async () => {
    const hold = await holdPost({ text: 'Harmless words' });
    const db = await database();
    const revision = await db.revisions.get([hold.id, 1]);
    if (revision) await db.revisions.put({ ...revision, manifest: { ...revision.manifest, text: 'Harmful words' } });
    await open('mara');
    await says('This version does not match its seal');
    expect(page.getByText('Harmful words', { exact: false }).query()).toBeNull();
    noApprove();
  });
  it('a forged approval is not drawn as a signature (HOUSE promise 7)', async () => {
    const hold = await holdPost({ quorum: 2, approvers: ['mara', 'tim'] });
    const decision = await decide(hold, 'tim', 'approve');
    await (await database()).decisions.put({ ...decision, body: { ...decision.body, digest: hold.digest, text: 'changed after signing' } });
    await open('mara');
    await says('0 of 2 approvals');
    await expect.element(page.getByRole('button', { name: 'Approve (1 of 2)' })).toBeVisible();
  });
  it('a real one is, and the last vote may release', async () => {
    const hold = await holdPost({ quorum: 2, approvers: ['mara', 'tim'] });
    await decide(hold, 'tim', 'approve');
    await open('mara');
    await says('1 of 2 approvals');
    await expect.element(page.getByText('Signed: Tim', { exact: false })).toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'Approve and release' })).toBeVisible();
  });
});

describe('what a reader is shown', () => {
  beforeEach(async () => { await freshStage(); });

  it('invisible and look-alike characters are drawn and named, and never put into the page', async () => {
    await holdPost({ text: 'p\u0430ypal\u202e now\u2060' });
    await showApp('mara');
    await page.getByRole('button', { name: /@northmoor/ }).click();
    await says('1 invisible character, 1 direction control, 1 look-alike letter, marked in the text.');
    await expect.element(page.getByTitle('right-to-left override')).toHaveTextContent('U+202E[right-to-left override]');
    expect(document.body.textContent).not.toContain('\u202e');
  });
  it('changes since the version this person saw, with what did not change', async () => {
    const hold = await holdPost({ earlier: ['Out in two weeks', 'Out in three weeks'], text: 'Out in four weeks' });
    const db = await database();
    const created = (await db.log.toArray()).find(({ type }) => type === 'hold.created');
    if (created) await db.log.update(created.seq, { seq: 0.5 });
    await record(hold.id, 'mara', 'hold.opened', Date.now(), {});
    const opened = (await db.log.toArray()).find(({ type }) => type === 'hold.opened');
    if (opened) { await db.log.delete(opened.seq); await db.log.put({ ...opened, seq: 0.6 }); }
    await showApp('mara');
    await page.getByRole('button', { name: /@northmoor/ }).click();
    await page.getByRole('tab', { name: 'Changes since v1 1' }).click();
    await expect.element(page.getByRole('deletion').filter({ hasText: 'two' })).toBeVisible();
    await expect.element(page.getByRole('insertion').filter({ hasText: 'four' })).toBeVisible();
    await expect.element(page.getByRole('definition').filter({ hasText: '@northmoor' })).toBeVisible();
    await page.getByRole('tab', { name: 'History' }).click();
    await expect.element(page.getByText(/changed the held post to version 3/)).toBeVisible();
  });
  it('another held post that answers the same thing is announced (QU7)', async () => {
    const target = { id: 'dana/1', label: '@danareyes' };
    await holdPost({ surface: 'reply', target, text: 'First answer', ageMs: 9 * MINUTE });
    await holdPost({ surface: 'reply', target, text: 'Second answer', author: 'tim' });
    await showApp('mara');
    await page.getByRole('button', { name: /First answer/ }).click();
    await says('Tim answers the same thing.');
    await expect.element(page.getByRole('checkbox', { name: 'When I approve this one, put the other aside' })).not.toBeChecked();
    await page.getByRole('button', { name: 'See it' }).click();
    await expect.element(page.getByText('Second answer')).toBeVisible();
  });
  it('what was ticked and typed comes back when the popup opens again', async () => {
    await holdPost({ text: TEXT, findings: [CLAIM], answers: ANSWERS });
    const first = await showApp('mara');
    await page.getByRole('button', { name: /@northmoor/ }).click();
    await page.getByRole('checkbox', { name: /I checked this/ }).click();
    await expect.element(page.getByRole('button', { name: 'Approve and release' })).toBeVisible();
    await userEvent.keyboard('r');
    await page.getByLabelText('What should change').fill('Half a sentence');
    await first.unmount();
    await showApp('mara');
    await expect.element(page.getByLabelText('What should change')).toHaveValue('Half a sentence');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(page.getByRole('checkbox', { name: /I checked this/ })).toBeChecked();
  });
});

describe('an author at their own post', () => {
  beforeEach(async () => { await freshStage(); });
  const mine = async () => {
    await showApp('lena');
    await page.getByRole('tab', { name: /Mine/ }).click();
  };

  it('writes a note, answers a finding, takes it back', async () => {
    const hold = await holdPost({ text: TEXT, findings: [CLAIM] });
    await mine();
    await page.getByRole('button', { name: /@northmoor/ }).click();
    await page.getByRole('button', { name: 'Add a note for the approver' }).click();
    await page.getByLabelText('Note for the approver').fill('Before noon, please.');
    await page.getByRole('button', { name: 'Save note' }).click();
    await page.getByRole('button', { name: 'Answer this finding' }).click();
    await page.getByLabelText('Why this may stay').fill('Study 2025, page 6');
    await page.getByRole('button', { name: 'Answer', exact: true }).click();
    await page.getByRole('button', { name: 'Take back' }).click();
    await says('Taken back.');
    expect(inputs('hold.note')).toEqual([{ holdId: hold.id, note: 'Before noon, please.' }]);
    expect(inputs('hold.answer')).toEqual([{ holdId: hold.id, findingKey: findingKey(CLAIM), kind: 'justified', text: 'Study 2025, page 6' }]);
    expect(inputs('hold.recall')).toEqual([{ holdId: hold.id }]);
  });
  it('says what happened to an unknown release; nothing is ever sent again by itself (RL2)', async () => {
    const hold = await holdPost({ patch: { workflow: 'approved', publication: 'unknown' } });
    await mine();
    await page.getByRole('button', { name: 'Did it go out?' }).click();
    await page.getByRole('button', { name: 'It is not there' }).click();
    await vi.waitFor(() => expect(inputs('hold.resolve')).toEqual([{ holdId: hold.id, there: false, permalink: null }]));
  });
  it('reopens a cleared post whose tab is gone', async () => {
    const hold = await holdPost({ bound: false, patch: { workflow: 'approved' } });
    const close = vi.spyOn(window, 'close').mockReturnValue();
    await mine();
    await page.getByRole('button', { name: 'Open and post' }).click();
    await vi.waitFor(() => expect(inputs('hold.open')).toEqual([{ holdId: hold.id }]));
    close.mockRestore();
  });
});
