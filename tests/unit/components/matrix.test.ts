import { describe, expect, test } from 'vitest';
import { afterRemoval, cellOf, columnsOf, deadlockSentence, verdictOf } from '../../../components/options/people/matrix-facts';
import { deadlockReason, requirementFor } from '../../../review/rules';
import { DEFAULT_RULES } from '../../../review/model';
import type { AccountRule, Member, Role, RuleSet } from '../../../review/model';

const person = (id: string, name: string, roles: Role[], removedAt: number | null = null): Member => ({ id, name, roles, publicKey: '', deviceKeyId: id, createdAt: 0, removedAt });
const ANA = person('ana', 'Ana', ['author', 'approver']);
const TIM = person('tim', 'Tim', ['approver', 'ruleOwner']);
const JO = person('jo', 'Jo', ['author', 'approver']);
const AIKO = person('aiko', 'Aiko', ['auditor']);
const rule = (part: Partial<AccountRule>): AccountRule => ({ platform: 'x', account: 'brand', handle: '@brand', covered: true, strength: 'hold', approvers: [], quorum: 1, ...part });
const rules = (part: Partial<RuleSet>): RuleSet => ({ ...DEFAULT_RULES, ...part });
const first = (set: RuleSet, members: Member[]) => columnsOf(set, members)[0] ?? expect.unreachable('no column');

describe('the matrix says who can answer whom before anything is held (SD2, SD6)', () => {
  test('with two approvers anybody’s post can be released', () => {
    const column = first(rules({}), [ANA, TIM]);
    expect(verdictOf([ANA, TIM], column)).toMatchObject({ kind: 'possible', stuck: [], quorum: 1 });
    expect(deadlockSentence([ANA, TIM], column)).toBeNull();
  });

  test('a lone approver who also writes is stuck, by name', () => {
    const column = first(rules({}), [ANA, AIKO]);
    expect(cellOf(ANA, column)).toEqual({ writes: true, approves: true, reads: false, stuck: true });
    expect(deadlockSentence([ANA, AIKO], column)).toBe('If Ana writes on accounts without a rule of their own, the post can be held but never released: nobody else may approve.');
  });

  test('a quorum that nobody can reach names who there is', () => {
    const column = first(rules({ accounts: [rule({ approvers: ['tim'], quorum: 2 })] }), [ANA, TIM]);
    expect(deadlockSentence([ANA, TIM], column)).toBe('A post on @brand can be held, but never released: 2 approvals are needed and only Tim may approve.');
  });

  test('an account left out or blocked is no deadlock', () => {
    const members = [ANA];
    expect(verdictOf(members, first(rules({ accounts: [rule({ covered: false })] }), members)).kind).toBe('free');
    expect(verdictOf(members, first(rules({ accounts: [rule({ strength: 'block' })] }), members)).kind).toBe('blocked');
  });

  test('somebody who left neither approves nor writes', () => {
    const gone = { ...TIM, removedAt: 5 };
    expect(verdictOf([ANA, gone], first(rules({}), [ANA, gone])).approvers).toEqual([ANA]);
  });

  test('removing the only other approver is announced before it is done', () => {
    expect(afterRemoval([ANA, TIM], 'tim', rules({}))).toHaveLength(1);
    expect(afterRemoval([ANA, TIM, JO], 'tim', rules({}))).toEqual([]);
  });

  test.each([
    ['one approver', [ANA], 1], ['two approvers', [ANA, TIM], 1], ['two of two', [ANA, TIM], 2], ['two of three', [ANA, TIM, JO], 2], ['nobody', [AIKO], 1],
  ] as const)('it agrees with what the background would say at hold time: %s', (_words, people, quorum) => {
    const members = [...people] as Member[];
    const set = rules({ defaults: { strength: 'hold', approvers: [], quorum } });
    const column = first(set, members);
    const requirement = requirementFor(set, members, 'x', { id: 'brand', handle: '@brand' });
    if ('free' in requirement) return expect.unreachable('covered by default');
    for (const author of members.filter((member) => member.roles.includes('author'))) {
      expect(cellOf(author, column).stuck).toBe(deadlockReason(requirement, members, [author.id]) !== null);
    }
  });
});
