import { describe, expect, test } from 'vitest';
import { GRANT, newAccount, PENDING, readNumber, toggleApprover, UNDO, withAccount, withoutAccount } from '../../../components/options/rules/rule-edit';
import { ruleSetSchema } from '../../../review/rules';
import { DEFAULT_RULES } from '../../../review/model';

describe('numbers in the rule sentence', () => {
  test.each([['0', 0], ['10', 10_000], ['60', 60_000], [' 7 ', 7_000]])('an undo window of %s is read (TI6)', (text, ms) => {
    expect(readNumber(text, UNDO, 'seconds')).toEqual({ ok: true, ms });
  });
  test.each([['61', 'Between 0 and 60 seconds.'], ['-1', 'Use a whole number of seconds.'], ['1.5', 'Use a whole number of seconds.'], ['ten', 'Use a whole number of seconds.'], ['', 'Use a whole number of seconds.'], ['1e3', 'Use a whole number of seconds.']])('“%s” is refused with the reason', (text, problem) => {
    expect(readNumber(text, UNDO, 'seconds')).toEqual({ ok: false, problem });
  });
  test.each([[UNDO, 'undoMs'], [GRANT, 'grantMs'], [PENDING, 'pendingMs']] as const)('the bounds offered are bounds the rule set accepts', (bounds, field) => {
    for (const value of [bounds.min, bounds.max]) expect(ruleSetSchema.safeParse({ ...DEFAULT_RULES, [field]: value * bounds.unit }).success).toBe(true);
  });
});

describe('who may approve', () => {
  const all = ['ana', 'tim', 'jo'];
  test('“everybody” is spelled out when one person is taken away', () => {
    expect(toggleApprover([], all, 'tim')).toEqual({ ok: true, approvers: ['ana', 'jo'] });
  });
  test('ticking the last one folds back to “everybody”, people who join later included', () => {
    expect(toggleApprover(['ana', 'jo'], all, 'tim')).toEqual({ ok: true, approvers: [] });
  });
  test('the last approver cannot be taken away', () => {
    expect(toggleApprover(['ana'], all, 'ana')).toMatchObject({ ok: false });
  });
  test('somebody who left the list of approvers drops out of the rule', () => {
    expect(toggleApprover(['gone', 'ana'], all, 'jo')).toEqual({ ok: true, approvers: ['ana', 'jo'] });
  });
});

describe('accounts', () => {
  test('adding one account twice keeps one rule', () => {
    const rule = newAccount(DEFAULT_RULES, 'x', 'brand', '@brand', true);
    const once = withAccount(DEFAULT_RULES, rule);
    const twice = withAccount(once, { ...rule, quorum: 2 });
    expect(twice.accounts).toEqual([{ ...rule, quorum: 2 }]);
    expect(withoutAccount(twice, rule).accounts).toEqual([]);
    expect(ruleSetSchema.safeParse(twice).success).toBe(true);
  });
});
