/**
 * May this decision be recorded as one that counts? Asked by the background before it stores anything.
 * The signature itself is verified elsewhere (identity/decide.ts); this is everything else.
 */
import { findingKey, highFindings } from './findings';
import { isActiveApprover } from './requirement';
import { nameOf } from './words';
import type { ErrorCode } from './contract';
import type { Decision, DecisionBody, Hold, Member, Requirement, Revision, RuleSet } from './model';

export interface JudgeInput {
  hold: Hold;
  revision: Revision;
  decisions: readonly Decision[];
  members: readonly Member[];
  body: DecisionBody;
  /** The approver's session is locked or belongs to somebody else. */
  locked: boolean;
  /** What applies now: `effectiveRequirement` (PO1). */
  requirement: Requirement;
  rules: Pick<RuleSet, 'requireSeen' | 'approveIfTaken'>;
}

/** `record` true: genuine but too late, kept as a comment with `detail` as its void reason (QU4). */
export type Judgement = { ok: true } | { ok: false; code: ErrorCode; detail: string; record: boolean };

const no = (code: ErrorCode, detail: string): Judgement => ({ ok: false, code, detail, record: false });
const late = (code: ErrorCode, detail: string): Judgement => ({ ok: false, code, detail, record: true });

type Step = (input: JudgeInput) => Judgement | null;

/** Who is speaking: SD1–SD5. A contributor may neither release nor return their own post; they take it back instead. */
const person: Step = ({ hold, revision, members, body, locked, requirement }) => {
  if (locked) return no('locked', 'Unlock first: decisions are signed with your key.');
  const member = members.find((item) => item.id === body.approver);
  if (member === undefined) return no('no-such-member', 'This person is not a member of the workspace.');
  if (body.deviceKeyId !== member.deviceKeyId) return no('bad-signature', `This is not the signing key of ${member.name}.`);
  if (revision.contributors.includes(member.id) || hold.authorId === member.id) {
    return no('contributor', `${member.name} worked on version ${revision.number}, so somebody else must decide (SD2).`);
  }
  if (!isActiveApprover(member) || !requirement.approvers.includes(member.id)) return no('not-entitled', `${member.name} is not an approver for this account (SD3).`);
  if (body.identity !== 'passphrase' && body.identity !== 'passkey') return no('bad-message', 'A decision says how its writer was identified (SD5).');
  return null;
};

/** What it is about: this hold, and the newest revision as it stands (BI1). */
const binding: Step = ({ hold, revision, decisions, body }) => {
  if (body.holdId !== hold.id || body.workspaceId !== hold.workspaceId) return no('bad-message', 'This decision is about another post.');
  if (decisions.some((item) => item.body.id === body.id || item.body.nonce === body.nonce)) return no('duplicate', 'This decision was already recorded.');
  return revision.number !== hold.revision || revision.digest !== hold.digest ? no('stale', 'A newer version of this post exists.') : null;
};

/** Whether anything is left to decide: QU3, QU4, and the moment of release. */
const stillOpen: Step = ({ hold, decisions, members, body }) => {
  if (hold.publication === 'unknown') return late('release-unknown', 'Too late: this post was let through, and nobody knows yet whether it is out.');
  if (hold.publication !== 'unsent' && hold.publication !== 'failed') return late('already-released', 'Too late: this post was already let through.');
  const rejecter = decisions.find((item) => item.body.kind === 'reject' && item.void === null)?.body.approver;
  if (hold.workflow === 'rejected') return late('already-decided', `Already decided by ${rejecter === undefined ? 'another approver' : nameOf(members, rejecter)}.`);
  if (hold.workflow === 'recalled') return late('already-decided', `${nameOf(members, hold.authorId)} took this post back.`);
  if (hold.workflow === 'superseded') return late('already-decided', 'Another held post took the place of this one.');
  if (hold.workflow === 'expired') return late('already-decided', 'The time to decide ran out (TI1); the author can ask again.');
  return body.revision !== hold.revision || body.digest !== hold.digest ? no('not-newest-revision', `Version ${hold.revision} is the newest; read it before deciding.`) : null;
};

/** QU8 and QU9, for everything that can count as an approval. */
const looked: Step = ({ revision, body, rules, requirement }) => {
  if (body.kind !== 'approve' && !body.approveIfTaken) return null;
  if (requirement.strength === 'block') return no('blocked-by-rule', 'A rule blocks every post from this account.');
  if (rules.requireSeen && !(body.seen.text && revision.manifest.media.every((item) => body.seen.media.includes(item.sha256)))) {
    return no('not-seen', 'Scroll through the whole text and every picture first (QU9).');
  }
  if (body.kind !== 'approve') return null;
  const high = highFindings(revision.findings);
  const open = high.find((finding) => revision.answers[findingKey(finding)] === undefined);
  if (open !== undefined) return no('unanswered-findings', `The author has not answered this finding yet: ${open.reason}`);
  const unread = high.find((finding) => !body.acknowledged.includes(findingKey(finding)));
  return unread === undefined ? null : no('unanswered-findings', `Acknowledge this finding first: ${unread.reason}`);
};

/** What the kind itself asks for: reasons (QU3), a suggestion (BI6), a decision to take back (QU5). */
const words: Step = ({ decisions, body, rules }) => {
  const said = body.text.trim() !== '';
  if (body.kind === 'reject' && !said) return no('reason-required', 'Say why you reject this post (QU3).');
  if (body.kind === 'request_changes') {
    const enough = said || body.suggestion !== null || body.reasons.some((reason) => reason !== 'other');
    if (!enough || (body.reasons.includes('other') && !said)) return no('reason-required', 'Say what should change.');
  }
  if (body.approveIfTaken && (body.kind !== 'request_changes' || body.suggestion === null)) return no('bad-message', 'Only a suggested edit can count as approval when it is taken (BI6).');
  if (body.approveIfTaken && !rules.approveIfTaken) return no('not-allowed', 'The rules do not let a suggested edit count as approval (BI6).');
  const own = decisions.filter((item) => item.body.approver === body.approver && item.void === null);
  const takenBack = (item: Decision) => own.some((other) => other.body.withdraws === item.body.id);
  if (body.kind === 'withdraw') {
    const target = own.find((item) => item.body.id === body.withdraws && item.body.kind !== 'withdraw');
    return target === undefined || takenBack(target) ? no('bad-message', 'There is no decision of yours to take back (QU5).') : null;
  }
  return body.withdraws === null ? null : no('bad-message', 'Only a withdrawal names a decision to take back.');
};

/** SD4: one person, one step. The same approval twice in one round says nothing new. */
const oncePerRound: Step = ({ hold, decisions, body }) => {
  if (body.kind !== 'approve') return null;
  const current = decisions
    .filter((item) => item.void === null && item.body.approver === body.approver && item.seq > hold.roundSeq && (item.body.digest === body.digest || item.body.kind === 'withdraw'))
    .sort((a, b) => a.seq - b.seq)
    .at(-1);
  return current?.body.kind === 'approve' ? no('duplicate', 'You already approved this version (SD4).') : null;
};

/** The first objection in the order a person can act on it, or `{ ok: true }`. */
export function judgeDecision(input: JudgeInput): Judgement {
  for (const step of [person, binding, stillOpen, looked, words, oncePerRound]) {
    const objection = step(input);
    if (objection !== null) return objection;
  }
  return { ok: true };
}
