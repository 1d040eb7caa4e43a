import { describe, expect, test } from 'vitest';
import { deadlockReason, effectiveRequirement, readRules, requirementFor, requirementForHold, ruleFor, ruleSetSchema, stricter } from '../../../review/rules';
import type { AccountRule, Requirement, RuleSet } from '../../../review/model';
import { ana, ben, chi, hold, member, requirement, revision, rules, team } from './build';

const account = { id: '12', handle: '@northmoor' };
const accountRule = (more: Partial<AccountRule> = {}): AccountRule => ({ platform: 'x', account: '12', handle: '@northmoor', covered: true, strength: 'hold', approvers: [], quorum: 1, ...more });
const asRequirement = (found: Requirement | { free: true }): Requirement => {
  if ('free' in found) throw new Error('expected a requirement');
  return found;
};

describe('the rule set', () => {
  test('accepts the defaults, and what a person can set', () => {
    expect(ruleSetSchema.safeParse(rules()).success).toBe(true);
    expect(ruleSetSchema.safeParse(rules({ accounts: [accountRule({ approvers: ['ben', 'chi'], quorum: 2 }), accountRule({ account: '*', covered: false })] })).success).toBe(true);
  });

  const bad: [string, unknown][] = [
    ['a key that would release on a timeout (TI2)', { ...rules(), approveAfterMs: 1 }],
    ['a strength that has no rules of its own yet', rules({ defaults: { strength: 'warn', approvers: [], quorum: 1 } })],
    ['a quorum of none', rules({ defaults: { strength: 'hold', approvers: [], quorum: 0 } })],
    ['more approvals than named approvers', rules({ defaults: { strength: 'hold', approvers: ['ben'], quorum: 2 } })],
    ['the same approver twice', rules({ defaults: { strength: 'hold', approvers: ['ben', 'ben'], quorum: 2 } })],
    ['two rules for one account', rules({ accounts: [accountRule(), accountRule({ covered: false })] })],
    ['an account key in capitals', rules({ accounts: [accountRule({ account: 'NorthMoor' })] })],
    ['an undo window above a minute (TI6)', rules({ undoMs: 60_001 })],
    ['a grant for more than a day (TI3)', rules({ grantMs: 24 * 3_600_000 + 1 })],
    ['a grant shorter than its undo window', rules({ grantMs: 60_000 })],
    ['waiting for more than a week (TI1)', rules({ pendingMs: 7 * 24 * 3_600_000 + 1 })],
  ];
  test.each(bad)('refuses %s', (_, set) => {
    expect(ruleSetSchema.safeParse(set).success).toBe(false);
  });
});

describe('reading stored rules', () => {
  test('SD7: rules that cannot be read hold every account and say what is wrong', () => {
    const stored = { ...rules({ version: 4, accounts: [accountRule({ covered: false })] }), undoMs: -1 };
    const read = readRules(stored, 4);
    expect(read).toMatchObject({ ok: false, rules: { version: 4, accounts: [] } });
    expect(read.detail).toMatch(/^undoMs: /);
    expect(requirementFor(read.rules, team, 'x', account)).not.toHaveProperty('free');
    for (const broken of [undefined, null, 'rules', {}]) expect(readRules(broken)).toMatchObject({ ok: false, rules: { defaults: { strength: 'hold' } } });
  });

  test('an older version than one already in force is refused', () => {
    expect(readRules(rules({ version: 3 }), 3).ok).toBe(true);
    expect(readRules(rules({ version: 2 }), 3)).toMatchObject({ ok: false, rules: { version: 3 } });
  });
});

describe('which rule an account has', () => {
  test('SD7: an account no rule names is covered by the defaults', () => {
    expect(ruleFor(rules(), 'x', account)).toMatchObject({ covered: true, strength: 'hold', quorum: 1 });
    expect(requirementFor(rules({ accounts: [accountRule({ platform: 'bluesky', covered: false })] }), team, 'x', account)).not.toHaveProperty('free');
  });

  test('an account left out by name posts freely, and only that one', () => {
    const set = rules({ accounts: [accountRule({ covered: false })] });
    expect(requirementFor(set, team, 'x', account)).toEqual({ free: true });
    expect(requirementFor(set, team, 'x', { id: '13', handle: '@northmoor' })).not.toHaveProperty('free');
    expect(requirementFor(set, team, 'x', { id: '@northmoor', handle: '@northmoor' })).not.toHaveProperty('free');
  });

  test('a covering rule also holds where the page shows only the handle', () => {
    const set = rules({ accounts: [accountRule({ quorum: 2 }), accountRule({ account: '*', covered: false })] });
    expect(asRequirement(requirementFor(set, team, 'x', { id: 'NorthMoor', handle: '@NorthMoor' })).quorum).toBe(2);
  });

  test('a named account comes before the rule for all accounts', () => {
    const set = rules({ accounts: [accountRule({ account: '*', covered: false }), accountRule({ quorum: 2 })] });
    expect(asRequirement(requirementFor(set, team, 'x', account)).quorum).toBe(2);
    expect(requirementFor(set, team, 'x', { id: '77', handle: '@other' })).toEqual({ free: true });
  });
});

describe('what a hold requires', () => {
  test('nobody named means every active approver', () => {
    const people = [ana, ben, member('dot', { removedAt: 5 }), member('eva', { roles: ['author'] })];
    expect(asRequirement(requirementFor(rules(), people, 'x', account))).toEqual({ policyVersion: 1, strength: 'hold', approvers: ['ana', 'ben'], quorum: 1, anyApprover: true });
  });

  test('named approvers count only while they are active (SD3)', () => {
    const set = rules({ defaults: { strength: 'hold', approvers: ['dot', 'chi'], quorum: 2 } });
    expect(asRequirement(requirementFor(set, [chi, member('dot', { removedAt: 5 })], 'x', account))).toMatchObject({ approvers: ['chi'], quorum: 2, anyApprover: false });
  });

  test('RT6: a post from a free account can be held by choice, by the defaults', () => {
    const set = rules({ accounts: [accountRule({ covered: false, quorum: 3 })], defaults: { strength: 'hold', approvers: ['chi'], quorum: 1 } });
    expect(requirementForHold(set, team, 'x', account)).toMatchObject({ approvers: ['chi'], quorum: 1 });
  });
});

describe('PO1 and PO2: the stricter of then and now', () => {
  test('takes the higher quorum, the shared approvers and the stronger strength', () => {
    const then = requirement({ approvers: ['ben', 'chi'], quorum: 2, strength: 'hold' });
    const now = requirement({ policyVersion: 2, approvers: ['chi', 'dot'], quorum: 1, strength: 'block' });
    expect(stricter(then, now)).toEqual({ policyVersion: 2, strength: 'block', approvers: ['chi'], quorum: 2, anyApprover: false });
    expect(stricter(now, then)).toEqual(stricter(then, now));
  });

  test('"any approver" beside a named list leaves the named list', () => {
    const any = requirement({ approvers: ['ben', 'chi'], anyApprover: true });
    expect(stricter(any, requirement({ approvers: ['chi'] })).approvers).toEqual(['chi']);
    expect(stricter(requirement({ approvers: ['chi'] }), any).approvers).toEqual(['chi']);
  });

  const loosened: [string, RuleSet][] = [
    ['the rule was removed', rules({ version: 2 })],
    ['the account was left out', rules({ version: 2, accounts: [accountRule({ covered: false })] })],
    ['the quorum was lowered', rules({ version: 2, accounts: [accountRule({ quorum: 1 })] })],
  ];
  test.each(loosened)('PO2: nothing is freed when %s', async (_, set) => {
    const waiting = hold(await revision(), { requirement: requirement({ quorum: 2 }) });
    expect(effectiveRequirement(waiting, set, team, account)).toMatchObject({ quorum: 2, approvers: ['ben', 'chi'] });
  });

  test('a rule that was tightened applies to what is already held', async () => {
    const set = rules({ version: 2, accounts: [accountRule({ quorum: 2, approvers: ['chi', 'ana'] })] });
    expect(effectiveRequirement(hold(await revision()), set, team, account)).toMatchObject({ quorum: 2, approvers: ['chi'], policyVersion: 2 });
  });

  test('SD6: somebody who joins may decide about older holds when the rule names nobody, and only then', async () => {
    const early = requirement({ approvers: [], anyApprover: true });
    expect(effectiveRequirement(hold(await revision(), { requirement: early }), rules(), team, account).approvers).toEqual(['ana', 'ben', 'chi']);
    expect(effectiveRequirement(hold(await revision(), { requirement: requirement({ approvers: ['ben'] }) }), rules(), team, account).approvers).toEqual(['ben']);
  });

  test('SD3: an approver who left is no longer in it', async () => {
    const now = effectiveRequirement(hold(await revision()), rules(), [ana, member('ben', { removedAt: 9 }), chi], account);
    expect(now.approvers).toEqual(['chi']);
  });
});

describe('SD6: deadlock is said at once, with names', () => {
  test.each([
    ['nobody is set up', requirement({ approvers: [] }), ['ana'], 'Nobody can approve this post yet. No approver is set up for this account.'],
    ['the author is the only approver', requirement({ approvers: ['ana'] }), ['ana'], 'Nobody can approve this post yet. Ana may approve for this account, but worked on this post.'],
    ['too few are left', requirement({ approvers: ['ana', 'ben', 'chi'], quorum: 3 }), ['ana'], 'This post needs 3 approvals, but only Ben and Chi can give one. Ana may approve for this account, but worked on this post.'],
    ['a rule blocks', requirement({ strength: 'block' }), ['ana'], 'A rule blocks every post from this account, so nobody can approve it.'],
  ] as const)('%s', (_, wanted, contributors, sentence) => {
    expect(deadlockReason(wanted, team, contributors)).toBe(sentence);
  });

  test('nothing is said when the quorum can be met', () => {
    expect(deadlockReason(requirement({ quorum: 2 }), team, ['ana'])).toBeNull();
  });
});
