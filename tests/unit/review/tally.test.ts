import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextContributors, takenAsIs } from '../../../review/decisions';
import { findingKey } from '../../../review/findings';
import type { Finding } from '../../../checks/finding';
import type { Decision } from '../../../review/model';
import { HEX, ana, chi, count, decision, hold, member, requirement, revision, rules } from './build';

const two = requirement({ quorum: 2 });

describe('counting approvals', () => {
  test('n of m distinct people meet the quorum', async () => {
    const newest = await revision();
    const one = count(newest, [decision(newest, 'ben', 2)], { requirement: two });
    expect(one).toMatchObject({ met: false, missing: 1 });
    expect(count(newest, [decision(newest, 'ben', 2), decision(newest, 'chi', 3)], { requirement: two })).toMatchObject({ met: true, missing: 0 });
  });

  test('SD4: one person approving twice is one approval', async () => {
    const newest = await revision();
    expect(count(newest, [decision(newest, 'ben', 2), decision(newest, 'ben', 3)], { requirement: two })).toMatchObject({ met: false, missing: 1 });
  });

  test('promise 7: an unverified, void or foreign row does not count', async () => {
    const newest = await revision();
    const row = decision(newest, 'ben', 2);
    expect(count(newest, [row], { verified: new Set() }).met).toBe(false);
    expect(count(newest, [{ ...row, void: 'too late' }]).met).toBe(false);
    expect(count(newest, [decision(newest, 'ben', 2, { holdId: 'other' })]).met).toBe(false);
    expect(count(newest, [decision(newest, 'ben', 2, { workspaceId: 'other' })]).met).toBe(false);
  });

  test('SD2: the author and every contributor count for nothing', async () => {
    const newest = await revision(1, {}, { contributors: ['ana', 'ben'] });
    const all = requirement({ approvers: ['ana', 'ben', 'chi'] });
    expect(count(newest, [decision(newest, 'ana', 2), decision(newest, 'ben', 3)], { requirement: all })).toMatchObject({ met: false, approvals: [] });
    expect(count(await revision(1, {}, { contributors: [] }), [decision(newest, 'ana', 2)], { requirement: all }).met).toBe(false);
  });

  test('SD3: entitlement is asked again at every count', async () => {
    const newest = await revision();
    const rows = [decision(newest, 'ben', 2)];
    expect(count(newest, rows, { requirement: requirement({ approvers: ['chi'] }) }).met).toBe(false);
    expect(count(newest, rows, { members: [ana, member('ben', { removedAt: 9 }), chi] }).met).toBe(false);
    expect(count(newest, rows, { members: [ana, member('ben', { roles: ['author'] }), chi] }).met).toBe(false);
  });

  test('BI1, BI2: an approval of an earlier version is kept as outdated and not counted', async () => {
    const [first, second] = [await revision(1), await revision(2, { text: 'Doors open at ten.' })];
    const old = decision(first, 'ben', 2);
    expect(count(second, [old])).toMatchObject({ met: false, outdated: [old], approvals: [] });
    expect(count(second, [decision({ ...first, number: 2 }, 'ben', 2)]).met).toBe(false);
  });

  test('an approval for X never satisfies Y, for any two posts', async () => {
    const texts = ['a', 'b', 'a ', 'A', 'a\u0301', 'á', 'a\u200d'];
    const revisions = await Promise.all(texts.map((text, at) => revision(at + 1, { text: `${text}.` })));
    for (const x of revisions) for (const y of revisions) expect(count(y, [decision(x, 'ben', 2)]).met).toBe(x === y);
  });

  test('TI3: decisions up to the round\'s start do not count', async () => {
    const newest = await revision();
    const rows = [decision(newest, 'ben', 5)];
    expect(count(newest, rows, { hold: hold(newest, { roundSeq: 5 }) })).toMatchObject({ met: false, outdated: rows });
    expect(count(newest, rows, { hold: hold(newest, { roundSeq: 4 }) }).met).toBe(true);
  });

  test('a rule of strength "block" is never met', async () => {
    const newest = await revision();
    expect(count(newest, [decision(newest, 'ben', 2)], { requirement: requirement({ strength: 'block' }) })).toMatchObject({ met: false, missing: 0 });
  });

  test('QU8: an approval that skipped a high finding does not count, even from a row', async () => {
    const finding: Finding = { id: 'risk.pii', severity: 'block', spans: [], reason: 'r', source: 's' };
    const answers = { [findingKey(finding)]: { kind: 'justified' as const, text: 't', by: 'ana', at: 1 } };
    const newest = await revision(1, {}, { findings: [finding], answers });
    expect(count(newest, [decision(newest, 'ben', 2)]).met).toBe(false);
    expect(count(newest, [decision(newest, 'ben', 2, { acknowledged: [findingKey(finding)] })]).met).toBe(true);
    expect(count({ ...newest, answers: {} }, [decision(newest, 'ben', 2, { acknowledged: [findingKey(finding)] })]).met).toBe(false);
  });
});

describe('stopping outweighs approving', () => {
  test('QU2: a request for changes blocks whatever the number of approvals', async () => {
    const newest = await revision();
    const asked = decision(newest, 'ben', 3, { kind: 'request_changes', reasons: ['tone'] });
    expect(count(newest, [decision(newest, 'chi', 2), asked])).toMatchObject({ met: false, asked });
  });

  test('QU2: it is cleared by the same approver approving or withdrawing it, or by a new version, by nobody else', async () => {
    const [newest, next] = [await revision(), await revision(2, { text: 'New.' })];
    const asked = decision(newest, 'ben', 3, { kind: 'request_changes', reasons: ['tone'] });
    expect(count(newest, [asked, decision(newest, 'ben', 4)])).toMatchObject({ met: true, asked: null });
    expect(count(newest, [asked, decision(newest, 'chi', 4), decision(newest, 'ben', 5, { kind: 'withdraw', withdraws: asked.body.id })])).toMatchObject({ met: true, asked: null });
    expect(count(newest, [asked, decision(newest, 'chi', 4), decision(newest, 'chi', 5, { kind: 'withdraw', withdraws: asked.body.id })])).toMatchObject({ met: false, asked });
    expect(count(next, [asked, decision(next, 'chi', 4)])).toMatchObject({ met: true, asked: null });
  });

  test('QU5: a withdrawn approval is gone, and withdrawing it does not clear a later request', async () => {
    const newest = await revision();
    const yes = decision(newest, 'ben', 2);
    const asked = decision(newest, 'ben', 3, { kind: 'request_changes', reasons: ['tone'] });
    const back = decision(newest, 'ben', 4, { kind: 'withdraw', withdraws: yes.body.id });
    expect(count(newest, [yes, back])).toMatchObject({ met: false, approvals: [], outdated: [] });
    expect(count(newest, [yes, asked, back])).toMatchObject({ met: false, asked });
  });

  test('QU3, QU4: one rejection ends it, in log order and not in clock order', async () => {
    const newest = await revision();
    const rejected = decision(newest, 'chi', 3, { kind: 'reject', text: 'no', issuedAt: 1 });
    expect(count(newest, [decision(newest, 'ben', 2), rejected])).toMatchObject({ met: false, rejected });
    expect(count(newest, [rejected, decision(newest, 'ben', 2)])).toMatchObject({ met: false, rejected });
    expect(count(newest, [rejected], { members: [ana, member('chi', { removedAt: 9 })] }).rejected).toBe(rejected);
    expect(count(newest, [rejected]).asked).toBeNull();
  });

  test('a contributor or a stranger cannot reject', async () => {
    const newest = await revision(1, {}, { contributors: ['ana', 'chi'] });
    expect(count(newest, [decision(newest, 'chi', 3, { kind: 'reject', text: 'no' }), decision(newest, 'dot', 4, { kind: 'reject', text: 'no' })]).rejected).toBeNull();
  });

  test('the count does not depend on the order rows come in, and a row more never lowers the rejections', async () => {
    const newest = await revision();
    const kinds = fc.constantFrom('approve', 'request_changes', 'reject', 'withdraw') as fc.Arbitrary<Decision['body']['kind']>;
    const rows = fc.array(fc.record({ kind: kinds, who: fc.constantFrom('ben', 'chi'), back: fc.nat(8) }), { maxLength: 9 });
    fc.assert(fc.property(rows, fc.integer(), (drawn, seed) => {
      const made: Decision[] = [];
      for (const [at, item] of drawn.entries()) {
        made.push(decision(newest, item.who, at + 1, { kind: item.kind, text: 'x', withdraws: item.kind === 'withdraw' ? (made[item.back]?.body.id ?? null) : null }));
      }
      const turned = made.map((row, at) => ({ row, key: Math.sin(seed + at) })).sort((a, b) => a.key - b.key).map(({ row }) => row);
      expect(count(newest, turned)).toEqual(count(newest, made));
      const before = count(newest, made.slice(0, -1)).rejected;
      expect(before === null || count(newest, made).rejected === before).toBe(true);
    }), { numRuns: 500 });
  });
});

describe('BI6: suggest and accept', () => {
  async function story(more: Parameters<typeof decision>[3] = {}, change: Parameters<typeof revision>[1] = {}) {
    const base = await revision(1);
    const suggestion = decision(base, 'ben', 2, { kind: 'request_changes', suggestion: 'Doors open at ten.\r\n', approveIfTaken: true, ...more });
    const next = await revision(2, { text: 'Doors open at ten.', ...change }, { acceptedSuggestion: suggestion.body.id });
    return { base, suggestion, next };
  }

  test('a suggestion taken as is counts as its writer\'s approval of that digest only', async () => {
    const { base, suggestion, next } = await story();
    expect(takenAsIs(suggestion, base, next)).toBe(true);
    expect(count(next, [suggestion], { base })).toMatchObject({ met: true, approvals: [{ memberId: 'ben', decisionId: suggestion.body.id, seq: 2 }] });
    expect(nextContributors(base, ['ana'], { decision: suggestion, next, allowed: true })).toEqual(['ana']);
  });

  test.each([
    ['one letter more', {}, { text: 'Doors open at ten!' }], ['another picture', {}, { media: [{ sha256: HEX('a'), bytes: 1, mime: 'm', name: 'n', alt: '' }] }],
    ['another title', {}, { title: 'New' }], ['another audience', {}, { audience: 'followers' }], ['the box was not ticked', { approveIfTaken: false }, {}],
    ['about another digest', { digest: HEX('0') }, {}],
  ])('does not count with %s', async (_, more, change) => {
    const { base, suggestion, next } = await story(more, change);
    expect(count(next, [suggestion], { base }).met).toBe(false);
  });

  test('SD1: an accepted suggestion that does not count makes its writer a contributor', async () => {
    const { base, suggestion, next } = await story({ approveIfTaken: false });
    expect(nextContributors(base, ['ana'], { decision: suggestion, next, allowed: true })).toEqual(['ana', 'ben']);
    const allowed = await story();
    expect(nextContributors(allowed.base, ['ana'], { decision: allowed.suggestion, next: allowed.next, allowed: false })).toEqual(['ana', 'ben']);
  });

  test('SD1: contributors are never forgotten, and an unaccepted suggestion makes nobody one', async () => {
    const base = await revision(1, {}, { contributors: ['ana', 'chi'] });
    expect(nextContributors(base, ['ana'], null)).toEqual(['ana', 'chi']);
  });

  test('it counts only when the rule allows it, the base is known, and the next version is the very next', async () => {
    const { base, suggestion, next } = await story();
    expect(count(next, [suggestion], { base, rules: rules({ approveIfTaken: false }) }).met).toBe(false);
    expect(count(next, [suggestion]).met).toBe(false);
    expect(count({ ...next, acceptedSuggestion: null }, [suggestion], { base }).met).toBe(false);
    expect(takenAsIs(suggestion, base, { ...next, number: 3 })).toBe(false);
  });

  test('QU5: its writer can take it back, or think again', async () => {
    const { base, suggestion, next } = await story();
    const back = decision(next, 'ben', 3, { kind: 'withdraw', withdraws: suggestion.body.id });
    const again = decision(next, 'ben', 3, { kind: 'request_changes', reasons: ['tone'] });
    expect(count(next, [suggestion, back], { base }).met).toBe(false);
    expect(count(next, [suggestion, again], { base })).toMatchObject({ met: false, asked: again });
  });

  test('QU8: new high findings in the suggested text need a fresh look', async () => {
    const { base, suggestion, next } = await story();
    const finding: Finding = { id: 'risk.pii', severity: 'hold', spans: [], reason: 'r', source: 's' };
    expect(count({ ...next, findings: [finding] }, [suggestion], { base }).met).toBe(false);
  });
});
