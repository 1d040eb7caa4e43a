/** Who writes, who approves and who could never be answered, per account. Pure; SD2, SD6. */
import type { AccountRule, Member, MemberId, Requirement, RuleSet } from '../../../review/model';
import { names } from '../../workspace/names';

export interface Column {
  /** "x:northmoor", or "*" for every account that has no row of its own. */
  key: string;
  platform: string | null;
  title: string;
  covered: boolean;
  requirement: Requirement;
}

export interface Cell {
  writes: boolean;
  approves: boolean;
  reads: boolean;
  /** This person's own posts could never be released here. */
  stuck: boolean;
}

export interface Verdict {
  kind: 'free' | 'blocked' | 'possible' | 'stuck';
  /** People who can approve, in rule order. */
  approvers: Member[];
  /** Writers whose posts nobody could release. */
  stuck: Member[];
  quorum: number;
}

export const active = (members: readonly Member[]): Member[] => members.filter((member) => member.removedAt === null);

/** An empty list means every active approver (model.ts, AccountRule). */
export function approversOf(listed: readonly MemberId[], members: readonly Member[]): Member[] {
  const able = active(members).filter((member) => member.roles.includes('approver'));
  if (listed.length === 0) return able;
  return listed.flatMap((id) => able.find((member) => member.id === id) ?? []);
}

export const columnKey = (rule: Pick<AccountRule, 'platform' | 'account'>): string => `${rule.platform}:${rule.account}`;

export function columnsOf(rules: RuleSet, members: readonly Member[]): Column[] {
  const requirement = (part: { strength: Requirement['strength']; approvers: MemberId[]; quorum: number }): Requirement => ({
    policyVersion: rules.version,
    strength: part.strength,
    approvers: approversOf(part.approvers, members).map((member) => member.id),
    quorum: part.quorum,
  });
  const named = rules.accounts.map((rule): Column => ({
    key: columnKey(rule),
    platform: rule.platform,
    title: rule.account === '*' ? 'Every account there' : rule.handle,
    covered: rule.covered,
    requirement: requirement(rule),
  }));
  const others: Column = { key: '*', platform: null, title: named.length > 0 ? 'Every other account' : 'Every account', covered: true, requirement: requirement(rules.defaults) };
  return [...named, others];
}

/** SD2: a person's own vote never counts, so they need `quorum` others. */
function canBeReleased(author: Member, column: Column): boolean {
  const others = column.requirement.approvers.filter((id) => id !== author.id);
  return others.length >= column.requirement.quorum;
}

export function cellOf(member: Member, column: Column): Cell {
  const writes = member.roles.includes('author');
  const holds = column.covered && column.requirement.strength !== 'block';
  return {
    writes,
    approves: column.covered && column.requirement.approvers.includes(member.id),
    reads: member.roles.includes('auditor'),
    stuck: writes && holds && !canBeReleased(member, column),
  };
}

export function verdictOf(members: readonly Member[], column: Column): Verdict {
  const people = active(members);
  const approvers = column.requirement.approvers.flatMap((id) => people.find((member) => member.id === id) ?? []);
  const stuck = people.filter((member) => cellOf(member, column).stuck);
  const { quorum } = column.requirement;
  if (!column.covered) return { kind: 'free', approvers: [], stuck: [], quorum };
  if (column.requirement.strength === 'block') return { kind: 'blocked', approvers: [], stuck: [], quorum };
  const unreachable = approvers.length < quorum;
  return { kind: stuck.length > 0 || unreachable ? 'stuck' : 'possible', approvers, stuck, quorum };
}

/** SD6 in one sentence, before anything is held; null when everybody who writes can be answered. */
export function deadlockSentence(members: readonly Member[], column: Column): string | null {
  const verdict = verdictOf(members, column);
  if (verdict.kind !== 'stuck') return null;
  const where = column.platform === null ? 'on accounts without a rule of their own' : `on ${column.title}`;
  if (verdict.approvers.length < verdict.quorum) {
    const have = verdict.approvers.length === 0 ? 'nobody may approve' : `only ${names(verdict.approvers)} may approve`;
    return `A post ${where} can be held, but never released: ${verdict.quorum === 1 ? 'one approval is' : `${verdict.quorum} approvals are`} needed and ${have}.`;
  }
  const others = verdict.quorum === 1 ? 'nobody else may approve' : `fewer than ${verdict.quorum} others may approve`;
  return `If ${names(verdict.stuck, 'or')} writes ${where}, the post can be held but never released: ${others}.`;
}

/** What the list would look like without this person; used to warn before removing somebody. */
export function afterRemoval(members: readonly Member[], gone: MemberId, rules: RuleSet): string[] {
  const left = members.map((member) => (member.id === gone ? { ...member, removedAt: 0 } : member));
  return columnsOf(rules, left).flatMap((column) => deadlockSentence(left, column) ?? []);
}
