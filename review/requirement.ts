/** What must be true before a release, and who can make it true (SD6, SD7, RT6, PO1, PO2). */
import { list, nameOf } from './words';
import { ruleFor } from './rule-set';
import type { Account, Hold, Member, MemberId, Requirement, RuleSet, Strength } from './model';

export const STRENGTHS: readonly Strength[] = ['observe', 'warn', 'justify', 'hold', 'block'];

/** SD3: a member who may decide at this moment. */
export function isActiveApprover(member: Member | undefined): member is Member {
  return member !== undefined && member.removedAt === null && member.roles.includes('approver');
}

function resolve(rules: RuleSet, members: readonly Member[], rule: { strength: Strength; approvers: MemberId[]; quorum: number }): Requirement {
  const active = members.filter(isActiveApprover).map((member) => member.id);
  const named = rule.approvers.length > 0;
  return {
    policyVersion: rules.version,
    strength: rule.strength,
    approvers: named ? rule.approvers.filter((id) => active.includes(id)) : active,
    quorum: Math.max(1, rule.quorum),
    anyApprover: !named,
  };
}

/** `free` for an account left out by name; else its requirement, by default the account's default strength (SD7). */
export function requirementFor(rules: RuleSet, members: readonly Member[], platform: string, account: Account): Requirement | { free: true } {
  const rule = ruleFor(rules, platform, account);
  return rule.covered ? resolve(rules, members, rule) : { free: true };
}

/** RT6: somebody asks for approval although no rule demands it; the defaults apply. */
export function requirementForHold(rules: RuleSet, members: readonly Member[], platform: string, account: Account): Requirement {
  const found = requirementFor(rules, members, platform, account);
  return 'free' in found ? resolve(rules, members, rules.defaults) : found;
}

function sharedApprovers(a: Requirement, b: Requirement): MemberId[] {
  const newer = a.policyVersion > b.policyVersion ? a : b;
  if (a.anyApprover && b.anyApprover) return newer.approvers;
  if (a.anyApprover) return b.approvers;
  if (b.anyApprover) return a.approvers;
  return a.approvers.filter((id) => b.approvers.includes(id));
}

/**
 * PO1: the stricter of two requirements: higher quorum, approvers that both name, stronger strength.
 * "Any approver" names everyone, so beside a named list it narrows nothing; of two such, the second is the
 * current membership when the versions are equal.
 */
export function stricter(a: Requirement, b: Requirement): Requirement {
  return {
    policyVersion: Math.max(a.policyVersion, b.policyVersion),
    strength: STRENGTHS.indexOf(a.strength) >= STRENGTHS.indexOf(b.strength) ? a.strength : b.strength,
    approvers: sharedApprovers(a, b),
    quorum: Math.max(a.quorum, b.quorum),
    anyApprover: a.anyApprover === true && b.anyApprover === true,
  };
}

/**
 * What applies to a hold now (PO1). A rule that was loosened, removed or turned into "left out" frees nothing:
 * the snapshot stands (PO2), with today's members.
 */
export function effectiveRequirement(hold: Pick<Hold, 'requirement' | 'platform'>, rules: RuleSet, members: readonly Member[], account: Account): Requirement {
  const snapshot = hold.requirement;
  const active = members.filter(isActiveApprover).map((member) => member.id);
  const today: Requirement = { ...snapshot, approvers: snapshot.anyApprover ? active : snapshot.approvers.filter((id) => active.includes(id)) };
  const current = requirementFor(rules, members, hold.platform, account);
  return 'free' in current ? today : stricter(today, current);
}

/** SD6: why nobody can meet the requirement as things stand, as one sentence with names, or null. */
export function deadlockReason(requirement: Requirement, members: readonly Member[], contributors: readonly MemberId[]): string | null {
  if (requirement.strength === 'block') return 'A rule blocks every post from this account, so nobody can approve it.';
  const able = requirement.approvers.filter((id) => isActiveApprover(members.find((member) => member.id === id)));
  const free = able.filter((id) => !contributors.includes(id));
  if (free.length >= requirement.quorum) return null;
  const own = able.filter((id) => contributors.includes(id)).map((id) => nameOf(members, id));
  const wrote = own.length === 0 ? '' : ` ${list(own)} may approve for this account, but worked on this post.`;
  if (free.length === 0) return `Nobody can approve this post yet.${wrote === '' ? ' No approver is set up for this account.' : wrote}`;
  return `This post needs ${requirement.quorum} approvals, but only ${list(free.map((id) => nameOf(members, id)))} can give one.${wrote}`;
}
