/** Counts decisions over exactly one revision. Pure: signatures were verified by the caller just before (HOUSE.md promise 7). */
import { findingKey, highFindings } from './findings';
import { isActiveApprover } from './requirement';
import { suggestionApproves } from './suggestion';
import type { Decision, DecisionId, Hold, Member, MemberId, Requirement, Revision, RuleSet } from './model';

export interface TallyInput {
  hold: Hold;
  revision: Revision;
  decisions: readonly Decision[];
  members: readonly Member[];
  /** What applies now: `effectiveRequirement` (PO1). */
  requirement: Requirement;
  /** Decisions whose signature verified in this very step. */
  verified: ReadonlySet<DecisionId>;
  /** The revision an accepted suggestion was about, digest checked, and whether BI6 is allowed. Absent: BI6 never counts. */
  base?: Revision | null;
  rules?: Pick<RuleSet, 'approveIfTaken'>;
}

export interface Approval { memberId: MemberId; decisionId: DecisionId; seq: number }

export interface Tally {
  approvals: Approval[];
  /** QU2: the newest uncleared request for changes. */
  asked: Decision | null;
  /** QU3: the first rejection. */
  rejected: Decision | null;
  /** BI2: approvals of an earlier revision or round; kept, never counted. */
  outdated: Decision[];
  met: boolean;
  missing: number;
}

type Stance = { decision: Decision; approves: boolean };

/** QU8: every high finding has the author's answer and this approver's acknowledgement. */
function findingsSettled(decision: Decision, revision: Revision): boolean {
  return highFindings(revision.findings).map(findingKey).every((key) => revision.answers[key] !== undefined && decision.body.acknowledged.includes(key));
}

function bindsTo(decision: Decision, revision: Revision): boolean {
  return decision.body.revision === revision.number && decision.body.digest === revision.digest;
}

/** Last word of each person about this revision, in log order (QU4); a withdrawal takes back what it names (QU5). */
function stances(input: TallyInput, usable: Decision[]): Map<MemberId, Stance> {
  const { hold, revision, base, rules } = input;
  const last = new Map<MemberId, Stance>();
  for (const decision of usable.filter((item) => item.seq > hold.roundSeq)) {
    const { approver, kind, withdraws } = decision.body;
    if (kind === 'reject') continue;
    if (kind === 'withdraw') {
      if (last.get(approver)?.decision.body.id === withdraws) last.delete(approver);
    } else if (bindsTo(decision, revision)) {
      last.set(approver, { decision, approves: kind === 'approve' });
    } else if (base && suggestionApproves(decision, base, revision, rules?.approveIfTaken === true)) {
      last.set(approver, { decision, approves: true });
    }
  }
  return last;
}

/**
 * Counts distinct people (SD4) who are entitled now (SD3), did not work on the revision (SD2) and whose verified
 * decision names this digest (BI1). A rejection or an open request for changes outweighs any number of approvals.
 */
export function tally(input: TallyInput): Tally {
  const { hold, revision, decisions, members, requirement, verified } = input;
  const usable = decisions
    .filter((item) => item.void === null && verified.has(item.body.id) && item.body.holdId === hold.id && item.body.workspaceId === hold.workspaceId)
    .sort((a, b) => a.seq - b.seq);
  const contributed = (id: MemberId) => revision.contributors.includes(id) || id === hold.authorId;
  const entitled = (id: MemberId) => requirement.approvers.includes(id) && isActiveApprover(members.find((member) => member.id === id));

  const approvals: Approval[] = [];
  let asked: Decision | null = null;
  for (const [memberId, { decision, approves }] of stances(input, usable)) {
    if (contributed(memberId) || !entitled(memberId)) continue;
    if (!approves) asked = asked === null || decision.seq > asked.seq ? decision : asked;
    else if (findingsSettled(decision, revision)) approvals.push({ memberId, decisionId: decision.body.id, seq: decision.seq });
  }
  const counted = new Set(approvals.map((approval) => approval.decisionId));
  const withdrawn = new Set(usable.map((item) => item.body.withdraws));
  // A rejection stays even when its writer has since left: stopping never needs fresh entitlement (QU4).
  const mayStop = (id: MemberId) => !contributed(id) && (hold.requirement.approvers.includes(id) || requirement.approvers.includes(id));
  const rejected = usable.find((item) => item.body.kind === 'reject' && mayStop(item.body.approver)) ?? null;
  const outdated = usable.filter((item) => item.body.kind === 'approve' && !withdrawn.has(item.body.id) && !counted.has(item.body.id)
    && (!bindsTo(item, revision) || item.seq <= hold.roundSeq));
  const missing = Math.max(0, Math.max(1, requirement.quorum) - approvals.length);
  const met = rejected === null && asked === null && missing === 0 && requirement.strength !== 'block';
  return { approvals: approvals.sort((a, b) => a.seq - b.seq), asked, rejected, outdated, met, missing };
}
