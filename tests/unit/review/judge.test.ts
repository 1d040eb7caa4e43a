import { describe, expect, test } from 'vitest';
import { judgeDecision } from '../../../review/decisions';
import { findingKey } from '../../../review/findings';
import type { JudgeInput } from '../../../review/decisions';
import type { Finding } from '../../../checks/finding';
import type { DecisionBody, Revision } from '../../../review/model';
import { HEX, ana, ben, body, chi, decision, hold, member, requirement, revision, rules, team } from './build';

async function ask(more: Partial<DecisionBody> = {}, input: Partial<JudgeInput> = {}, approver = 'ben') {
  const newest = input.revision ?? (await revision());
  const held = input.hold ?? hold(newest);
  return judgeDecision({ hold: held, revision: newest, decisions: [], members: team, body: body(newest, approver, more), locked: false, requirement: held.requirement, rules: rules(), ...input });
}
const code = async (...args: Parameters<typeof ask>) => {
  const verdict = await ask(...args);
  return verdict.ok ? 'ok' : verdict.code;
};

const finding: Finding = { id: 'risk.pii', severity: 'hold', spans: [{ start: 0, end: 5 }], reason: 'A phone number.', source: 'GDPR' };
const answered = async (more: Partial<Revision> = {}) => revision(1, {}, { findings: [finding], answers: { [findingKey(finding)]: { kind: 'justified', text: 'public', by: 'ana', at: 1 } }, ...more });

describe('who may decide', () => {
  test('an approver who had no part in the post may', async () => {
    expect(await ask()).toEqual({ ok: true });
  });

  test('nobody decides while locked', async () => {
    expect(await code({}, { locked: true })).toBe('locked');
  });

  test('SD2: the author may not, whatever the rows say', async () => {
    const newest = await revision(1, {}, { contributors: [] });
    expect(await code({}, { revision: newest, requirement: requirement({ approvers: ['ana', 'ben'] }) }, 'ana')).toBe('contributor');
  });

  test.each(['approve', 'reject', 'request_changes'] as const)('SD1, BI5: somebody who edited the revision may not %s it', async (kind) => {
    const newest = await revision(1, {}, { contributors: ['ana', 'ben'] });
    expect(await ask({ kind, text: 'no' }, { revision: newest })).toEqual({ ok: false, code: 'contributor', detail: 'Ben worked on version 1, so somebody else must decide (SD2).', record: false });
  });

  test.each([
    ['is not named for this account', { requirement: requirement({ approvers: ['chi'] }) }],
    ['left the workspace', { members: [ana, member('ben', { removedAt: 5 }), chi] }],
    ['is no longer an approver', { members: [ana, member('ben', { roles: ['author'] }), chi] }],
  ])('SD3: an approver who %s is refused', async (_, input) => {
    expect(await code({}, input)).toBe('not-entitled');
  });

  test('a stranger and a foreign key are refused', async () => {
    expect(await code({}, {}, 'dot')).toBe('no-such-member');
    expect(await code({ deviceKeyId: 'device-chi' })).toBe('bad-signature');
  });

  test('SD5: a decision says how its writer was identified', async () => {
    expect(await code({ identity: 'session' as never })).toBe('bad-message');
    expect(await code({ identity: 'passkey', sameDevice: false })).toBe('ok');
  });

  test('SD4: nobody approves the same version twice, but may after taking it back', async () => {
    const newest = await revision();
    const first = decision(newest, 'ben', 4);
    const back = decision(newest, 'ben', 5, { kind: 'withdraw', withdraws: first.body.id });
    expect(await code({}, { revision: newest, decisions: [first] })).toBe('duplicate');
    expect(await code({}, { revision: newest, decisions: [first, back] })).toBe('ok');
    expect(await code({}, { revision: newest, decisions: [first], hold: hold(newest, { roundSeq: 4 }) })).toBe('ok');
  });
});

describe('what it is about (BI1)', () => {
  test('another post, another workspace and a replayed decision are refused', async () => {
    const newest = await revision();
    const known = decision(newest, 'chi', 3);
    expect(await code({ holdId: 'other' })).toBe('bad-message');
    expect(await code({ workspaceId: 'other' })).toBe('bad-message');
    expect(await code({ id: known.body.id }, { decisions: [known] })).toBe('duplicate');
    expect(await code({ nonce: known.body.nonce }, { decisions: [known] })).toBe('duplicate');
  });

  test('only the newest version can be decided, with its own digest', async () => {
    const [first, second] = [await revision(1), await revision(2, { text: 'Doors open at ten.' })];
    expect(await code({ revision: 1, digest: first.digest }, { revision: second })).toBe('not-newest-revision');
    expect(await code({ digest: HEX('0') })).toBe('not-newest-revision');
    expect(await code({}, { revision: first, hold: hold(second) })).toBe('stale');
  });
});

describe('whether it is still open', () => {
  test('QU4: after a rejection the sender is told who decided, and it is kept as a comment', async () => {
    const newest = await revision();
    const no = decision(newest, 'chi', 3, { kind: 'reject', text: 'no' });
    expect(await ask({}, { revision: newest, decisions: [no], hold: hold(newest, { workflow: 'rejected' }) })).toEqual({ ok: false, code: 'already-decided', detail: 'Already decided by Chi.', record: true });
  });

  test.each([
    ['recalled', 'Ana took this post back.'], ['superseded', 'Another held post took the place of this one.'], ['expired', 'The time to decide ran out (TI1); the author can ask again.'],
  ] as const)('a %s hold takes no more decisions', async (workflow, detail) => {
    const newest = await revision();
    expect(await ask({}, { revision: newest, hold: hold(newest, { workflow }) })).toMatchObject({ code: 'already-decided', detail, record: true });
  });

  test.each([['releasing', 'already-released'], ['sent', 'already-released'], ['verified', 'already-released'], ['unknown', 'release-unknown']] as const)(
    'QU4: a rejection while the post is %s is too late, and recorded', async (publication, expected) => {
      const newest = await revision();
      const verdict = await ask({ kind: 'reject', text: 'no' }, { revision: newest, hold: hold(newest, { workflow: 'approved', publication }) });
      expect(verdict).toMatchObject({ ok: false, code: expected, record: true });
      expect(verdict.ok ? '' : verdict.detail).toMatch(/^Too late/);
    });

  test('an approved post that is not yet let through can still be rejected', async () => {
    const newest = await revision();
    expect(await code({ kind: 'reject', text: 'no' }, { revision: newest, hold: hold(newest, { workflow: 'approved', grantId: 'g' }) })).toBe('ok');
  });
});

describe('what a decision must say', () => {
  test.each([
    ['QU3: a rejection without a reason', { kind: 'reject', text: '  ' }, 'reason-required'],
    ['QU3: a rejection with one', { kind: 'reject', text: 'Wrong date.' }, 'ok'],
    ['a request that asks for nothing', { kind: 'request_changes' }, 'reason-required'],
    ['a request with a named reason', { kind: 'request_changes', reasons: ['tone'] }, 'ok'],
    ['a request with "other" and no words', { kind: 'request_changes', reasons: ['other', 'tone'] }, 'reason-required'],
    ['a suggested edit', { kind: 'request_changes', suggestion: 'Doors open at ten.' }, 'ok'],
    ['BI6: a suggestion that counts when taken', { kind: 'request_changes', suggestion: 'Doors open at ten.', approveIfTaken: true }, 'ok'],
    ['BI6: counting without a suggestion', { kind: 'request_changes', text: 'x', approveIfTaken: true }, 'bad-message'],
    ['an approval that names a decision to take back', { withdraws: 'd1' }, 'bad-message'],
    ['QU5: taking back what was never decided', { kind: 'withdraw', withdraws: 'd1' }, 'bad-message'],
  ] as [string, Partial<DecisionBody>, string][])('%s', async (_, more, expected) => {
    expect(await code(more)).toBe(expected);
  });

  test('BI6 can be switched off by rule', async () => {
    expect(await code({ kind: 'request_changes', suggestion: 'x', approveIfTaken: true }, { rules: rules({ approveIfTaken: false }) })).toBe('not-allowed');
  });

  test('QU5: only an own decision can be taken back, and only once', async () => {
    const newest = await revision();
    const mine = decision(newest, 'ben', 3);
    const theirs = decision(newest, 'chi', 4);
    const back = decision(newest, 'ben', 5, { kind: 'withdraw', withdraws: mine.body.id });
    expect(await code({ kind: 'withdraw', withdraws: mine.body.id }, { decisions: [mine] })).toBe('ok');
    expect(await code({ kind: 'withdraw', withdraws: theirs.body.id }, { decisions: [theirs] })).toBe('bad-message');
    expect(await code({ kind: 'withdraw', withdraws: mine.body.id }, { decisions: [mine, back] })).toBe('bad-message');
  });
});

describe('what an approver must have looked at', () => {
  const media = [{ sha256: HEX('a'), bytes: 1, mime: 'image/png', name: 'a.png', alt: '' }];

  test('QU9: the whole text and every picture, unless the rule waives it', async () => {
    const newest = await revision(1, { media });
    expect(await code({}, { revision: newest })).toBe('ok');
    expect(await code({ seen: { text: true, media: [], dwellMs: 1 } }, { revision: newest })).toBe('not-seen');
    expect(await code({ seen: { text: false, media: [HEX('a')], dwellMs: 1 } }, { revision: newest })).toBe('not-seen');
    expect(await code({ seen: { text: false, media: [], dwellMs: 1 } }, { revision: newest, rules: rules({ requireSeen: false }) })).toBe('ok');
    expect(await code({ kind: 'reject', text: 'no', seen: { text: false, media: [], dwellMs: 1 } }, { revision: newest })).toBe('ok');
  });

  test('QU9 holds for a suggestion that would count as approval', async () => {
    const unseen = { text: false, media: [], dwellMs: 0 };
    expect(await code({ kind: 'request_changes', suggestion: 'x', approveIfTaken: true, seen: unseen })).toBe('not-seen');
  });

  test('QU8: high findings are answered by the author and acknowledged by the approver', async () => {
    const open = await revision(1, {}, { findings: [finding] });
    expect(await code({ acknowledged: [findingKey(finding)] }, { revision: open })).toBe('unanswered-findings');
    expect(await code({}, { revision: await answered() })).toBe('unanswered-findings');
    expect(await code({ acknowledged: [findingKey(finding)] }, { revision: await answered() })).toBe('ok');
    expect(await code({}, { revision: await answered({ findings: [{ ...finding, severity: 'warn' }], answers: {} }) })).toBe('ok');
    expect(await code({ kind: 'request_changes', reasons: ['tone'] }, { revision: open })).toBe('ok');
  });

  test('a rule of strength "block" is never approved, PO1 included', async () => {
    expect(await code({}, { requirement: requirement({ strength: 'block' }) })).toBe('blocked-by-rule');
  });

  test('somebody else cannot speak for Ben', async () => {
    expect(await code({ approver: 'ben', deviceKeyId: chi.deviceKeyId }, { members: [ana, ben, chi] })).toBe('bad-signature');
  });
});
