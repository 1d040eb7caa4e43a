/** Single-use permission to let one revision through (TI3, TI4, TI6, RL2). */
import type { Approval } from './tally';
import type { ClockVerdict } from './clock';
import type { Grant, GrantId, Hold, Revision, RuleSet } from './model';

export type GrantVerdict = 'usable' | 'too-early' | 'grant-expired' | 'suspended' | 'gone';

export interface IssueInput {
  hold: Hold;
  revision: Revision;
  approvals: readonly Approval[];
  rules: Pick<RuleSet, 'undoMs' | 'grantMs'>;
  now: number;
  id: GrantId;
}

/**
 * The grant a met tally gives: usable from the end of the undo window (TI6) until `grantMs` after approval (TI3).
 * Calling it for another revision, or without the approvals the hold asks for, is a bug and throws.
 */
export function issueGrant({ hold, revision, approvals, rules, now, id }: IssueInput): Grant {
  if (revision.holdId !== hold.id || revision.number !== hold.revision || revision.digest !== hold.digest) throw new Error('A grant is for the newest revision only.');
  if (new Set(approvals.map((item) => item.memberId)).size < Math.max(1, hold.requirement.quorum)) throw new Error('A grant needs its quorum.');
  return {
    id,
    holdId: hold.id,
    revision: revision.number,
    digest: revision.digest,
    decisionIds: approvals.map((item) => item.decisionId),
    notBefore: now + rules.undoMs,
    notAfter: now + rules.grantMs,
    state: 'open',
    consumedAt: null,
    carried: false,
  };
}

/** TI4: before `notBefore` it waits, after `notAfter` it is over. A clock that went back ends every grant. */
export function checkGrant(grant: Grant, now: number, clock: ClockVerdict = 'fine'): GrantVerdict {
  if (grant.state === 'consumed' || grant.state === 'revoked') return 'gone';
  if (grant.state === 'expired' || clock === 'back' || now >= grant.notAfter) return 'grant-expired';
  if (grant.state === 'suspended') return 'suspended';
  return now < grant.notBefore ? 'too-early' : 'usable';
}

/** TI6: either side stopped the countdown. Null when there is nothing left to stop. */
export function suspendGrant(grant: Grant): Grant | null {
  return grant.state === 'open' ? { ...grant, state: 'suspended' } : null;
}

/** TI6: a fresh undo window; `notAfter` stays, since stopping does not make an approval younger. */
export function resumeGrant(grant: Grant, rules: Pick<RuleSet, 'undoMs'>, now: number): Grant | null {
  return checkGrant(grant, now) === 'suspended' ? { ...grant, state: 'open', notBefore: now + rules.undoMs } : null;
}

/** QU5, BI2: taken back, recalled, rejected or edited before use. A consumed grant stays consumed. */
export function revokeGrant(grant: Grant): Grant {
  return grant.state === 'consumed' ? grant : { ...grant, state: 'revoked' };
}

/** TI3: nobody used it in time. */
export function expireGrant(grant: Grant): Grant {
  return grant.state === 'open' || grant.state === 'suspended' ? { ...grant, state: 'expired' } : grant;
}

/** RL2: used up before the send is let through, never after. Null unless it is usable this very moment. */
export function consumeGrant(grant: Grant, now: number, carried: boolean, clock: ClockVerdict = 'fine'): Grant | null {
  return checkGrant(grant, now, clock) === 'usable' ? { ...grant, state: 'consumed', consumedAt: now, carried } : null;
}
