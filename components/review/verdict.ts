/**
 * What this person can do with this hold, and if they cannot approve, the one reason that comes first.
 * Pure. The background judges again (judgeDecision); this only spares people a refusal.
 */
import { highFindings, findingKey } from '../../review/findings';
import { isActiveApprover } from '../../review/requirement';
import type { Decision, Hold, Member, Requirement, Revision, RuleSet } from '../../review/model';
import type { Tally } from '../../review/tally';
import { isShown, isUnsent } from '../../review/state';
import { listNames } from '../queue/words';

export type Verdict =
  | { kind: 'approve'; label: string; releases: boolean }
  /** A disabled button whose label says what is missing. */
  | { kind: 'missing'; label: string; what: 'author' | 'findings' | 'text' | 'media' }
  /** QU5: this person's own approval stands. */
  | { kind: 'signed'; decision: Decision }
  /** A sentence in place of the button. */
  | { kind: 'barred'; code: 'contributor' | 'not-entitled' | 'blocked-by-rule'; strong: string; rest: string }
  | { kind: 'newer'; number: number }
  | { kind: 'over' };

export interface VerdictInput {
  hold: Hold;
  revision: Revision;
  requirement: Requirement;
  counted: Tally;
  decisions: readonly Decision[];
  member: Member;
  members: readonly Member[];
  rules: Pick<RuleSet, 'requireSeen'>;
  acknowledged: readonly string[];
  seen: { text: boolean; media: readonly string[] };
  nameOf(id: string): string;
}

export function verdictFor(input: VerdictInput): Verdict {
  const { hold, revision, requirement, member, decisions, counted } = input;
  if (revision.number !== hold.revision) return { kind: 'newer', number: hold.revision };
  if (!isUnsent(hold) || !['pending', 'changes_requested', 'approved'].includes(hold.workflow)) return { kind: 'over' };
  const barred = barredBy(input);
  if (barred) return barred;
  const mine = counted.approvals.find(({ memberId }) => memberId === member.id);
  const signed = mine && decisions.find(({ body }) => body.id === mine.decisionId);
  if (signed) return { kind: 'signed', decision: signed };
  return missing(input) ?? { kind: 'approve', ...approveWords(hold, requirement, counted) };
}

/** SD2, SD3 and a block rule: why no click of this person could count, and who can decide instead. */
function barredBy({ hold, revision, requirement, member, members, nameOf }: VerdictInput): Verdict | null {
  const others = requirement.approvers.filter((id) => id !== member.id && id !== hold.authorId && !revision.contributors.includes(id)).map(nameOf);
  const who = others.length > 0 ? `${listNames(others, 'or')} decides` : 'nobody else can decide yet';
  if (hold.authorId === member.id) return { kind: 'barred', code: 'contributor', strong: 'Someone else has to approve this one.', rest: `${nameOf(member.id)} wrote it, so ${who}.` };
  if (revision.contributors.includes(member.id)) return { kind: 'barred', code: 'contributor', strong: 'Someone else has to approve this one.', rest: `${nameOf(member.id)} worked on version ${revision.number}, so ${who}.` };
  const entitled = requirement.approvers.includes(member.id) && isActiveApprover(members.find(({ id }) => id === member.id));
  if (!entitled) return { kind: 'barred', code: 'not-entitled', strong: `${nameOf(member.id)} is not an approver for this account.`, rest: others.length > 0 ? `${capital(who)}.` : 'Nobody is, as the rules stand.' };
  if (requirement.strength === 'block') return { kind: 'barred', code: 'blocked-by-rule', strong: 'A rule blocks every post from this account.', rest: 'A rule owner can change it.' };
  return null;
}

/** QU8 first, because it asks something of people; then QU9, which scrolling settles. */
function missing({ hold, revision, acknowledged, seen, rules, nameOf }: VerdictInput): Verdict | null {
  const high = highFindings(revision.findings).map(findingKey);
  const unanswered = high.filter((key) => revision.answers[key] === undefined).length;
  if (unanswered > 0) return { kind: 'missing', what: 'author', label: `${nameOf(hold.authorId)} has to answer ${count(unanswered, 'finding')}` };
  const open = high.filter((key) => !acknowledged.includes(key)).length;
  if (open > 0) return { kind: 'missing', what: 'findings', label: `Answer ${count(open, 'finding')} to approve` };
  if (!rules.requireSeen) return null;
  if (!seen.text) return { kind: 'missing', what: 'text', label: 'Read to the end to approve' };
  const unopened = revision.manifest.media.filter(({ sha256 }) => !seen.media.includes(sha256)).length;
  return unopened > 0 ? { kind: 'missing', what: 'media', label: `Open ${count(unopened, 'attachment')} to approve` } : null;
}

/** "Approve and release" only when this vote completes the quorum and the author's tab is open (decisions.md §8.4). */
function approveWords(hold: Hold, requirement: Requirement, counted: Tally): { label: string; releases: boolean } {
  const completes = counted.missing === 1 && counted.asked === null && counted.rejected === null;
  const quorum = Math.max(1, requirement.quorum);
  if (completes && isShown(hold)) return { label: 'Approve and release', releases: true };
  return { label: quorum === 1 ? 'Approve' : `Approve (${Math.min(quorum, counted.approvals.length + 1)} of ${quorum})`, releases: completes };
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
