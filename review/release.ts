/** RL1: the last look before a send is let through. Everything is checked again; a row is never trusted. */
import { compareToRevision } from './compare';
import { checkGrant } from './grant';
import { deadlockReason } from './requirement';
import { list } from './words';
import type { ClockVerdict } from './clock';
import type { Difference } from './compare';
import type { ErrorCode } from './contract';
import type { Grant, Hold, Member, Requirement, Revision, Snapshot } from './model';
import type { Tally } from './tally';

export interface ReleaseInput {
  hold: Hold;
  revision: Revision;
  grant: Grant | null;
  /** Counted just now, from signatures verified just now. */
  tally: Tally;
  requirement: Requirement;
  members: readonly Member[];
  /** The composer as it is at this click. */
  snapshot: Snapshot;
  now: number;
  clock: ClockVerdict;
}

/** `backToPending`: approvals or rules no longer hold, so people must be asked again (SD3, PO1), not just the composer restored. */
export type ReleaseVerdict =
  | { ok: true; carried: boolean }
  | { ok: false; code: ErrorCode; detail: string; differences: Difference[]; backToPending: boolean };

function no(code: ErrorCode, detail: string, more: { differences?: Difference[]; backToPending?: boolean } = {}): ReleaseVerdict {
  return { ok: false, code, detail, differences: more.differences ?? [], backToPending: more.backToPending ?? false };
}

const WORDS: Record<Difference, string> = {
  text: 'the text', title: 'the title', warning: 'the content warning', media: 'the media', alt: 'the image description', account: 'the account',
  audience: 'the audience', target: 'what it answers', surface: 'the composer', platform: 'the site', origin: 'the address of the site',
};

function grantProblem({ hold, revision, grant, now, clock }: ReleaseInput): ReleaseVerdict | null {
  if (hold.publication === 'unknown') return no('release-unknown', 'A person has to say first whether the earlier post is there (RL2).');
  if (hold.publication !== 'unsent' && hold.publication !== 'failed') return no('already-released', 'This post was already let through.');
  if (hold.workflow !== 'approved') return no('quorum-missing', 'This post is not approved.');
  const fits = grant !== null && grant.id === hold.grantId && grant.holdId === hold.id && grant.revision === hold.revision
    && grant.digest === hold.digest && revision.number === hold.revision && revision.digest === hold.digest;
  if (!fits) return no('no-grant', 'This version is not cleared to post.');
  const verdict = checkGrant(grant, now, clock);
  if (verdict === 'grant-expired') return no('grant-expired', clock === 'back' ? 'The clock went back, so the permission must be confirmed again (TI3).' : 'The permission ran out and must be confirmed again (TI3).');
  if (verdict === 'too-early') return no('too-early', 'The undo window is still open (TI6).');
  return verdict === 'usable' ? null : no('no-grant', verdict === 'suspended' ? 'The countdown was stopped (TI6).' : 'This permission was already used or taken back.');
}

/** Whether this very click may go through. `carried` true means BI3: only a trivial difference, to be logged. */
export function judgeRelease(input: ReleaseInput): ReleaseVerdict {
  const { revision, tally, requirement, members, snapshot } = input;
  const problem = grantProblem(input);
  if (problem !== null) return problem;
  if (requirement.strength === 'block') return no('blocked-by-rule', 'A rule now blocks every post from this account (PO1).', { backToPending: true });
  if (!tally.met) {
    const stuck = deadlockReason(requirement, members, revision.contributors);
    return no('quorum-missing', stuck ?? `${tally.missing} more ${tally.missing === 1 ? 'approval is' : 'approvals are'} needed as the rules stand now (PO1).`, { backToPending: true });
  }
  if (snapshot.account === null) return no('account-unknown', 'The page does not show which account would post.', { differences: ['account'] });
  const { same, differences } = compareToRevision(revision.manifest, snapshot);
  if (same !== 'different') return { ok: true, carried: same === 'trivial' };
  const code = differences.includes('account') ? 'account-differs' : 'content-differs';
  return no(code, `Not what was approved: ${list(differences.map((name) => WORDS[name]))} changed.`, { differences });
}
