/** The main loop in the background: held, judged, revised, signed. */
import { beforeEach, expect, test } from 'vitest';
import { ask, boot, code, decide, freshId, gateIn, good, later, lockAll, makePerson, PAGE, press, setUp, signed, snapshot, unlockAs } from '../../support/background';
import type { Rig } from '../../support/background';
import { DEFAULT_RULES } from '../../../review/model';

const ana = await makePerson('ana', 'Ana', ['author', 'approver', 'ruleOwner']);
const ben = await makePerson('ben', 'Ben', ['approver']);
const chi = await makePerson('chi', 'Chi', ['approver']);
const dee = await makePerson('dee', 'Dee', ['author']);
const TEXT = 'Back in stock today.';
let rig: Rig;

beforeEach(async () => {
  rig = await boot();
  await setUp(rig, ana, ben, chi, dee);
});

const release = (tabId: number, holdId: string, text = TEXT) => ask(rig, gateIn(tabId), 'release.request', { holdId, composerId: 'c', snapshot: snapshot(text) });
const revise = (holdId: string, text: string, change: Partial<Parameters<typeof ask<'hold.revise'>>[3]> = {}) =>
  ask(rig, gateIn(7), 'hold.revise', { commandId: freshId(), composerId: 'c', snapshot: snapshot(text), thumbs: [], holdId, acceptedSuggestion: null, ...change });
const quorum = async (n: number) => good(await ask(rig, PAGE, 'rules.set', { rules: { ...DEFAULT_RULES, defaults: { ...DEFAULT_RULES.defaults, quorum: n } }, base: 1 }));

test('a pressed post is held, signed by a second person, and released exactly once', async () => {
  const held = good(await press(rig, 7, TEXT));
  expect(held).toMatchObject({ workflow: 'pending', publication: 'unsent', revision: 1, text: TEXT, author: { name: 'Ana' }, quorum: 1, deadlock: null });
  expect(code(await release(7, held.id))).toBe('quorum-missing');

  await unlockAs(rig, ben);
  expect(good(await decide(rig, ben, held))).toEqual({ workflow: 'approved', void: null });
  expect(code(await release(7, held.id))).toBe('too-early');

  later(10_001);
  const grant = good(await release(7, held.id));
  expect(code(await release(7, held.id))).toBe('already-released');
  const outcome = { holdId: held.id, grantId: grant.grantId, detail: '' };
  expect(good(await ask(rig, gateIn(7), 'release.outcome', { ...outcome, status: 'sent', permalink: null })).publication).toBe('sent');
  const verified = good(await ask(rig, gateIn(7), 'release.outcome', { ...outcome, status: 'verified', permalink: 'https://forum.example/1' }));
  expect(verified).toMatchObject({ publication: 'verified', permalink: 'https://forum.example/1' });
});

test('two of three approvers must sign before anything is cleared (QU1)', async () => {
  await quorum(2);
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  expect(good(await decide(rig, ben, held)).workflow).toBe('pending');
  expect(code(await decide(rig, ben, held))).toBe('duplicate');
  await unlockAs(rig, chi);
  expect(good(await decide(rig, chi, held)).workflow).toBe('approved');
});

test('nobody approves while locked, or with a session of somebody else (SD5)', async () => {
  const held = good(await press(rig, 7, TEXT));
  await lockAll(rig);
  expect(code(await decide(rig, ben, held))).toBe('locked');
  await unlockAs(rig, chi);
  expect(code(await decide(rig, ben, held))).toBe('locked');
});

test('a session past its absolute deadline is no session, even when no timer ever fired', async () => {
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  later(8 * 3_600_000);
  expect(code(await decide(rig, ben, held))).toBe('locked');
});

test('the author, and whoever typed into the composer, cannot approve (SD1, SD2)', async () => {
  await unlockAs(rig, ben);
  good(await ask(rig, gateIn(7), 'gate.typed', { composerId: 'c', snapshot: snapshot('Back in') }));
  await unlockAs(rig, ana);
  const held = good(await press(rig, 7, TEXT));
  expect(held.author.name).toBe('Ana');
  expect(code(await decide(rig, ana, held))).toBe('contributor');
  await unlockAs(rig, ben);
  expect(code(await decide(rig, ben, held))).toBe('contributor');
  await unlockAs(rig, chi);
  expect(good(await decide(rig, chi, held)).workflow).toBe('approved');
});

test('an emptied composer forgets who typed into it before', async () => {
  await unlockAs(rig, ben);
  good(await ask(rig, gateIn(7), 'gate.typed', { composerId: 'c', snapshot: snapshot('Something') }));
  good(await ask(rig, gateIn(7), 'gate.typed', { composerId: 'c', snapshot: snapshot('  ') }));
  await unlockAs(rig, ana);
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  expect(good(await decide(rig, ben, held)).workflow).toBe('approved');
});

test('somebody without the right to approve is refused (SD3)', async () => {
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, dee);
  expect(code(await decide(rig, dee, held))).toBe('not-entitled');
});

test('a signature by another key, or over other words, is refused', async () => {
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  const forged = await signed({ ...ben, key: chi.key }, held, { workspaceId: await workspaceId() });
  expect(code(await ask(rig, PAGE, 'review.decide', { decision: forged }))).toBe('bad-signature');
  const genuine = await signed(ben, held, { workspaceId: await workspaceId(), kind: 'request_changes', text: 'Shorter, please.' });
  const twisted = { ...genuine, body: { ...genuine.body, kind: 'approve' as const, text: '' } };
  expect(code(await ask(rig, PAGE, 'review.decide', { decision: twisted }))).toBe('bad-signature');
});

test('the same decision sent twice after a lost answer is recorded once', async () => {
  await quorum(2);
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  const decision = await signed(ben, held, { workspaceId: await workspaceId() });
  const first = good(await ask(rig, PAGE, 'review.decide', { decision }));
  expect(good(await ask(rig, PAGE, 'review.decide', { decision }))).toEqual(first);
  expect(await entries('decision.recorded')).toHaveLength(1);
});

test('an edit makes earlier approvals outdated and takes the grant back (BI2)', async () => {
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  good(await decide(rig, ben, held));
  await unlockAs(rig, ana);
  const edited = good(await revise(held.id, 'Back in stock tomorrow.'));
  expect(edited).toMatchObject({ workflow: 'pending', revision: 2, grant: null });
  expect(edited.lines.find(({ person }) => person.name === 'Ben')?.state).toBe('outdated');
  later(10_001);
  expect(code(await release(7, held.id, 'Back in stock tomorrow.'))).toBe('quorum-missing');
  await unlockAs(rig, ben);
  expect(code(await decide(rig, ben, held))).toBe('not-newest-revision');
});

test('an approver who edits the post worked on it, and somebody else must approve the result (BI5)', async () => {
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  const edited = good(await revise(held.id, 'Back in stock, finally.'));
  expect(edited.author.name).toBe('Ana');
  expect(code(await decide(rig, ben, edited))).toBe('contributor');
  await unlockAs(rig, chi);
  expect(good(await decide(rig, chi, edited)).workflow).toBe('approved');
});

test('whitespace alone is no new version, and the approval carries (BI3)', async () => {
  const held = good(await press(rig, 7, TEXT));
  const same = good(await revise(held.id, `${TEXT}\n\n`));
  expect(same.revision).toBe(1);
  await unlockAs(rig, ben);
  good(await decide(rig, ben, held));
  later(10_001);
  good(await release(7, held.id, 'Back in  stock today.'));
  expect((await entries('release.started'))[0]?.body.carried).toBe(true);
});

test('another destination makes another hold that remembers the first (BI8)', async () => {
  const held = good(await press(rig, 7, TEXT));
  const moved = good(await revise(held.id, TEXT, { snapshot: snapshot(TEXT, { audience: 'friends' }) }));
  expect(moved.id).not.toBe(held.id);
  expect(good(await ask(rig, PAGE, 'hold.view', { holdId: held.id })).workflow).toBe('superseded');
  const { database } = await import('../../../storage/db');
  expect(await (await database()).holds.get(moved.id)).toMatchObject({ previous: held.id, revision: 1 });
});

test('a suggestion taken word for word counts as its writer’s approval (BI6)', async () => {
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  const suggestion = 'Back in stock today: 200 pieces.';
  const decision = await signed(ben, held, { workspaceId: await workspaceId(), kind: 'request_changes', suggestion, approveIfTaken: true });
  expect(good(await ask(rig, PAGE, 'review.decide', { decision })).workflow).toBe('changes_requested');
  // The person who offered it cannot take it for the author, as on a browser two people share (SD2).
  expect(code(await revise(held.id, suggestion, { acceptedSuggestion: decision.body.id }))).toBe('not-allowed');
  await unlockAs(rig, ana);
  const other = good(await revise(held.id, `${suggestion}!`, { acceptedSuggestion: decision.body.id }));
  expect(other.workflow).toBe('pending');
  // SD1: words of Ben's are in it now, and it is not what he offered, so he is one of its writers.
  await unlockAs(rig, ben);
  expect(code(await decide(rig, ben, other))).toBe('contributor');

  await unlockAs(rig, ana);
  const second = good(await press(rig, 8, 'A second post.', { snapshot: snapshot('A second post.') }));
  await unlockAs(rig, ben);
  const again = await signed(ben, second, { workspaceId: await workspaceId(), kind: 'request_changes', suggestion, approveIfTaken: true });
  good(await ask(rig, PAGE, 'review.decide', { decision: again }));
  await unlockAs(rig, ana);
  expect(good(await revise(second.id, suggestion, { acceptedSuggestion: again.body.id }))).toMatchObject({ workflow: 'approved', revision: 2 });
});

test('a rejection wins over an approval that completed the quorum, until the post is out (QU4)', async () => {
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  good(await decide(rig, ben, held));
  await unlockAs(rig, chi);
  expect(good(await decide(rig, chi, held, { kind: 'reject', text: 'Wrong day.' })).workflow).toBe('rejected');
  later(10_001);
  expect(code(await release(7, held.id))).toBe('quorum-missing');
  expect(await entries('grant.revoked')).toHaveLength(1);
});

test('an approval after a rejection is kept as a comment and its sender is told (QU4)', async () => {
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  good(await decide(rig, ben, held, { kind: 'reject', text: 'Wrong day.' }));
  await unlockAs(rig, chi);
  const late = good(await decide(rig, chi, held));
  expect(late).toEqual({ workflow: 'rejected', void: 'Already decided by Ben.' });
});

test('a rejection without a reason is refused (QU3)', async () => {
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  expect(code(await decide(rig, ben, held, { kind: 'reject', text: ' ' }))).toBe('reason-required');
});

test('taking an approval back before the post goes out revokes the grant (QU5)', async () => {
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  const approval = await signed(ben, held, { workspaceId: await workspaceId() });
  good(await ask(rig, PAGE, 'review.decide', { decision: approval }));
  expect(good(await decide(rig, ben, held, { kind: 'withdraw', withdraws: approval.body.id })).workflow).toBe('pending');
  later(10_001);
  expect(code(await release(7, held.id))).toBe('quorum-missing');
});

test('either side stops the countdown, and resuming starts a fresh undo window (TI6)', async () => {
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  good(await decide(rig, ben, held));
  expect(good(await ask(rig, PAGE, 'hold.stop', { holdId: held.id })).grant).toBeNull();
  later(10_001);
  expect(code(await release(7, held.id))).toBe('no-grant');
  await unlockAs(rig, ana);
  good(await ask(rig, gateIn(7), 'hold.resume', { holdId: held.id }));
  expect(code(await release(7, held.id))).toBe('too-early');
  later(10_001);
  expect(code(await release(7, held.id))).toBe('ok');
});

test('the note stays private to the approver and out of the log', async () => {
  const held = good(await press(rig, 7, TEXT));
  expect(good(await ask(rig, gateIn(7), 'hold.note', { holdId: held.id, note: 'The lawyer said yes.' })).note).toBe('The lawyer said yes.');
  expect(JSON.stringify(await entries())).not.toContain('lawyer');
  expect(JSON.stringify(await entries())).not.toContain(TEXT);
  await unlockAs(rig, ben);
  expect(code(await ask(rig, PAGE, 'hold.note', { holdId: held.id, note: 'x' }))).toBe('not-allowed');
});

test('only the author takes a post back, and then nothing releases it (QU5)', async () => {
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  expect(code(await ask(rig, PAGE, 'hold.recall', { holdId: held.id }))).toBe('not-allowed');
  good(await decide(rig, ben, held));
  await unlockAs(rig, ana);
  expect(good(await ask(rig, gateIn(7), 'hold.recall', { holdId: held.id })).workflow).toBe('recalled');
  later(10_001);
  expect(code(await release(7, held.id))).not.toBe('ok');
});

test('pressing twice, or in a second tab, with the same words gives the same hold', async () => {
  const held = good(await press(rig, 7, TEXT));
  expect(good(await press(rig, 7, TEXT)).id).toBe(held.id);
  expect(good(await press(rig, 8, TEXT)).id).toBe(held.id);
  expect(await entries('hold.created')).toHaveLength(1);
  expect(good(await press(rig, 8, TEXT, { snapshot: snapshot(TEXT, { target: { id: '42' } }) })).id).not.toBe(held.id);
});

test('a command repeated after a lost answer makes one hold', async () => {
  const commandId = freshId();
  const first = good(await press(rig, 7, TEXT, { commandId }));
  const again = good(await press(rig, 7, 'Other words now.', { commandId }));
  expect(again.id).toBe(first.id);
});

test('a post by an account that nobody could read is held, and cannot be released as such', async () => {
  const unread = snapshot(TEXT, { account: null });
  const held = good(await press(rig, 7, TEXT, { snapshot: unread }));
  expect(held).toMatchObject({ workflow: 'pending', accountHandle: 'unknown account' });
  await unlockAs(rig, ben);
  good(await decide(rig, ben, held));
  later(10_001);
  expect(code(await ask(rig, gateIn(7), 'release.request', { holdId: held.id, composerId: 'c', snapshot: unread }))).toBe('account-unknown');
  expect(code(await release(7, held.id))).toBe('account-differs');
});

test('a hold whose only approver is its author says why nobody can release it (SD6)', async () => {
  for (const memberId of ['ben', 'chi']) good(await ask(rig, PAGE, 'member.remove', { memberId }));
  const held = good(await press(rig, 7, TEXT));
  expect(held.workflow).toBe('pending');
  expect(held.deadlock).toContain('Ana');
  const cover = good(await ask(rig, gateIn(7), 'gate.cover', { platform: 'forum', account: snapshot(TEXT).account, target: null }));
  expect(cover).toMatchObject({ mode: 'held', signedInAs: { name: 'Ana' }, approvers: [] });
  expect(cover.deadlock).not.toBeNull();
});

test('a waiting post expires, keeps everything, and can be asked for again (TI1, TI2)', async () => {
  const held = good(await press(rig, 7, TEXT));
  later(DEFAULT_RULES.pendingMs + 1);
  await rig.fake.browser.alarms.onAlarm.fire({ name: 'countersign.time' });
  await rig.settled();
  expect(good(await ask(rig, PAGE, 'hold.view', { holdId: held.id }))).toMatchObject({ workflow: 'expired', text: TEXT });
  await unlockAs(rig, ana);
  expect(good(await ask(rig, gateIn(7), 'hold.renew', { holdId: held.id })).workflow).toBe('pending');
});

test('a second author is told about a hold on the same target, and may put rivals aside (QU7)', async () => {
  const target = { id: '42', label: 'Question by Priya' };
  const first = good(await press(rig, 7, TEXT, { snapshot: snapshot(TEXT, { target }) }));
  const second = good(await press(rig, 8, 'Another answer.', { snapshot: snapshot('Another answer.', { target }) }));
  const cover = good(await ask(rig, gateIn(8), 'gate.cover', { platform: 'forum', account: snapshot('').account, target }));
  expect(cover.otherHolds.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
  await unlockAs(rig, ben);
  expect(code(await ask(rig, PAGE, 'review.supersede', { holdId: second.id }))).toBe('not-entitled');
  good(await decide(rig, ben, second));
  expect(good(await ask(rig, PAGE, 'review.supersede', { holdId: second.id }))).toEqual({ aside: [first.id] });
  expect(good(await ask(rig, PAGE, 'hold.view', { holdId: first.id })).workflow).toBe('superseded');
});

async function workspaceId(): Promise<string> {
  const { workspaceNow } = await import('../../../storage/queries/people');
  return (await workspaceNow())?.id ?? '';
}

async function entries(type?: string) {
  const { logPage } = await import('../../../storage/queries/log');
  return (await logPage({ limit: 500 })).filter((entry) => type === undefined || entry.type === type);
}
