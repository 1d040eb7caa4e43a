import { describe, expect, test } from 'vitest';
import { competingHolds, earlierRejection, likeness } from '../../../review/competing';
import { findingKey, worst } from '../../../review/findings';
import { issueGrant } from '../../../review/grant';
import { lossWarning } from '../../../review/loss';
import { holdView } from '../../../review/view';
import type { Decision, Hold, Revision } from '../../../review/model';
import { NOW, decision, hold, revision, rules, team } from './build';

function view(newest: Revision, decisions: Decision[], more: Partial<Hold> = {}, verified = decisions) {
  const held = hold(newest, more);
  const grant = held.grantId === null ? null : issueGrant({ hold: held, revision: newest, approvals: [{ memberId: 'ben', decisionId: 'd', seq: 1 }], rules: rules(), now: NOW, id: held.grantId });
  return holdView({ hold: held, revision: newest, decisions, members: team, requirement: held.requirement, verified: new Set(verified.map((item) => item.body.id)), rules: rules(), grant, now: NOW });
}
const states = (shown: ReturnType<typeof view>) => Object.fromEntries(shown.lines.map((line) => [line.person.name, line.state]));

describe('what the author sees of a hold', () => {
  test('who wrote it and who is asked, by name', async () => {
    const shown = view(await revision(), []);
    expect(states(shown)).toEqual({ Ana: 'wrote', Ben: 'open', Chi: 'open' });
    expect(shown).toMatchObject({ text: 'Doors open at nine.', accountHandle: '@northmoor', quorum: 1, returned: null, rejected: null, grant: null, permalink: null });
  });

  test('each approver\'s newest word', async () => {
    const [first, second] = [await revision(1), await revision(2, { text: 'b' })];
    expect(states(view(first, [], { openedBy: [{ memberId: 'ben', at: NOW }], claim: { memberId: 'chi', at: NOW } }))).toMatchObject({ Ben: 'reading', Chi: 'reading' });
    expect(states(view(first, [decision(first, 'ben', 1)]))).toMatchObject({ Ben: 'approved', Chi: 'open' });
    expect(states(view(second, [decision(first, 'ben', 1)]))).toMatchObject({ Ben: 'outdated' });
    expect(states(view(first, [decision(first, 'ben', 1, { kind: 'request_changes', reasons: ['tone'] })]))).toMatchObject({ Ben: 'asked' });
    expect(states(view(first, [decision(first, 'ben', 1, { kind: 'reject', text: 'n' })]))).toMatchObject({ Ben: 'rejected' });
  });

  test('"approved" is shown only for a signature verified just now', async () => {
    const newest = await revision();
    expect(states(view(newest, [decision(newest, 'ben', 1)], {}, []))).toMatchObject({ Ben: 'open' });
  });

  test('why it came back, and whether taking the suggestion is enough (BI6)', async () => {
    const newest = await revision();
    const asked = decision(newest, 'ben', 1, { kind: 'request_changes', reasons: ['tone'], text: 'Softer.', suggestion: 'Hello.', approveIfTaken: true });
    expect(view(newest, [asked], { workflow: 'changes_requested' }).returned).toEqual({ decisionId: asked.body.id, by: { id: 'ben', name: 'Ben' }, at: NOW, reasons: ['tone'], text: 'Softer.', suggestion: 'Hello.', countsAsApproval: true });
    const no = decision(newest, 'chi', 2, { kind: 'reject', text: 'Not ours.' });
    expect(view(newest, [no], { workflow: 'rejected' }).rejected).toEqual({ by: { id: 'chi', name: 'Chi' }, at: NOW, text: 'Not ours.' });
  });

  test('the countdown, and what is known about the post', async () => {
    const newest = await revision();
    const receipt = { status: 'verified' as const, at: NOW, permalink: 'https://x.com/1', detail: 'Seen.', saidBy: null, witness: null };
    expect(view(newest, [], { workflow: 'approved', grantId: 'g' }).grant).toEqual({ id: 'g', notBefore: NOW + 10_000, notAfter: NOW + 900_000 });
    expect(view(newest, [], { receipt })).toMatchObject({ permalink: 'https://x.com/1', outcomeDetail: 'Seen.' });
  });

  test('BI7: what an edit costs, with names', async () => {
    const newest = await revision();
    expect(lossWarning(view(newest, []).lines)).toBeNull();
    expect(lossWarning(view(newest, [decision(newest, 'ben', 1)]).lines)).toBe('Saving this edit makes the approval by Ben outdated. It must be given again.');
    expect(lossWarning(view(newest, [decision(newest, 'ben', 1), decision(newest, 'chi', 2)]).lines)).toContain('Ben and Chi');
  });
});

describe('holds that matter to each other', () => {
  test('QU7: two answers to the same post compete, two posts of the account do not', async () => {
    const newest = await revision();
    const rival = (id: string, more: Partial<Hold> = {}) => hold(newest, { id, targetKey: '/status/1', accountKey: '99', ...more });
    const others = [rival('a'), rival('b', { workflow: 'rejected' }), rival('c', { publication: 'sent', workflow: 'approved' }), rival('d', { targetKey: '/status/2' }), rival('e', { platform: 'mastodon' }), rival('me')];
    expect(competingHolds({ id: 'me', platform: 'x', targetKey: '/status/1' }, others).map((item) => item.id)).toEqual(['a']);
    expect(competingHolds({ id: 'me', platform: 'x', targetKey: '' }, [rival('f', { targetKey: '' })])).toEqual([]);
  });

  test('QU3: an earlier rejection of much the same post is found', async () => {
    const newest = await revision();
    const rejected = [
      { hold: hold(newest, { id: 'old', workflow: 'rejected', updatedAt: 5 }), text: 'Doors open at nine today' }, { hold: hold(newest, { id: 'new', workflow: 'rejected', updatedAt: 9 }), text: 'doors open at NINE!' },
      { hold: hold(newest, { id: 'else', workflow: 'rejected', accountKey: '13', updatedAt: 10 }), text: 'Doors open at nine.' }, { hold: hold(newest, { id: 'far', workflow: 'rejected', updatedAt: 11 }), text: 'Lunch is served' },
    ];
    expect(earlierRejection(hold(newest), 'Doors open at nine.', rejected)?.hold.id).toBe('new');
    expect(earlierRejection(hold(newest), 'Something else entirely', rejected)).toBeNull();
    expect(likeness('', '')).toBe(0);
  });
});

describe('findings', () => {
  const finding = (severity: 'info' | 'warn' | 'hold' | 'block', start = 0) => ({ id: 'a', severity, spans: [{ start, end: start + 2 }, { start: 9, end: 10 }], reason: '', source: '' });

  test('are named by check and place, and ordered by severity', () => {
    expect(findingKey(finding('warn', 3))).toBe('a@3-5,9-10');
    expect(findingKey({ ...finding('warn'), spans: [] })).toBe('a@');
    expect(worst([])).toBeNull();
    expect(worst([finding('warn'), finding('block'), finding('hold')])).toBe('block');
    expect(worst([finding('info')])).toBe('info');
  });
});
