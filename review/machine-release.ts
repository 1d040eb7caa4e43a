/**
 * The part of a hold's life around its release: grant, release, outcome. RL2 in one sentence: the grant is gone
 * before anything opens, and what cannot be known becomes `unknown` and waits for a person.
 */
import { checkGrant } from './grant';
import { refuse } from './events';
import { isUnsent, whyClosed } from './state';
import { witnessOf } from './witness';
import type { Change, HoldEvent, TransitionContext } from './events';
import type { Grant, Hold, Receipt } from './model';

type ReleaseEvent = Extract<HoldEvent, { type: 'granted' | 'stopped' | 'resumed' | 'grantExpired' | 'grantRefused' | 'releaseStarted' | 'outcome' | 'releaseStale' | 'witnessed' | 'resolved' }>;

/** A release never takes longer than this; a deadline further away means that the clock moved. */
const LONGEST_RELEASE_MS = 10 * 60_000;

function receipt(hold: Hold, status: Receipt['status'], at: number, permalink: string | null, detail: string, saidBy: string | null): Receipt {
  return { status, at, permalink, detail, saidBy, witness: witnessOf(hold.witnessed) };
}

/** The same people sign again: decisions up to here no longer count. */
function askAgain(seq: number, hold: Hold, expiresAt: number): Partial<Hold> {
  return { workflow: hold.workflow === 'approved' ? 'pending' : hold.workflow, grantId: null, releaseDeadline: null, roundSeq: Math.max(hold.roundSeq, seq), expiresAt };
}

function isFor(grant: Grant, hold: Hold): boolean {
  return grant.holdId === hold.id && grant.revision === hold.revision && grant.digest === hold.digest;
}

function start(hold: Hold, event: Extract<HoldEvent, { type: 'releaseStarted' }>, now: number): Change {
  const { grant } = event;
  if (!isUnsent(hold)) return whyClosed(hold);
  if (hold.workflow !== 'approved' || hold.grantId === null) return refuse('no-grant', 'This post is not cleared to post.');
  if (grant.id !== hold.grantId || !isFor(grant, hold)) return refuse('no-grant', 'This permission is for another version.');
  const verdict = checkGrant(grant, now, event.clock);
  if (verdict === 'suspended') return refuse('no-grant', 'The countdown was stopped (TI6).');
  if (verdict === 'gone') return refuse('no-grant', 'This permission was already used or taken back.');
  if (verdict !== 'usable') return refuse(verdict, verdict === 'too-early' ? 'The undo window is still open (TI6).' : 'The permission ran out and must be confirmed again (TI3).');
  return { publication: 'releasing', releaseDeadline: event.deadline, receipt: null, witnessed: null };
}

/** RL3. Evidence may improve what is known (unknown → sent → verified); only a person turns `unknown` into "not there". */
function outcome(hold: Hold, event: Extract<HoldEvent, { type: 'outcome' }>, now: number, expiresAt: number): Change {
  const { status, permalink, detail } = event;
  const known = receipt(hold, status, now, permalink, detail, null);
  if (hold.publication === 'releasing') {
    return status === 'failed'
      ? { publication: 'failed', receipt: known, ...askAgain(event.seq, hold, expiresAt) }
      : { publication: status, receipt: known, releaseDeadline: null };
  }
  const better = (hold.publication === 'unknown' && (status === 'sent' || status === 'verified')) || (hold.publication === 'sent' && status === 'verified');
  if (better) return { publication: status, receipt: known };
  return hold.publication === 'unknown' ? whyClosed(hold) : refuse('stale', 'Nothing is being released.');
}

function resolve(hold: Hold, event: Extract<HoldEvent, { type: 'resolved' }>, now: number, expiresAt: number): Change {
  if (hold.publication !== 'unknown') return refuse('stale', 'There is no open question about this post.');
  if (event.there) {
    const status = event.permalink === null ? 'sent' : 'verified';
    return { publication: status, receipt: receipt(hold, status, now, event.permalink, 'Found on the site.', event.by) };
  }
  return { publication: 'failed', receipt: receipt(hold, 'failed', now, null, 'Not found on the site.', event.by), ...askAgain(event.seq, hold, expiresAt) };
}

/** Applies one event of this part; `expiresAt` is the pending window that starts if people are asked again. */
export function publicationChange(hold: Hold, event: ReleaseEvent, ctx: TransitionContext, expiresAt: number): Change {
  const cleared = hold.workflow === 'approved' && isUnsent(hold) && hold.grantId !== null;
  switch (event.type) {
    case 'granted':
      if (!isUnsent(hold) || hold.workflow !== 'approved') return whyClosed(hold);
      if (hold.grantId !== null) return refuse('duplicate', 'This post is already cleared to post.');
      return isFor(event.grant, hold) && event.grant.state === 'open' ? { grantId: event.grant.id, publication: 'unsent' } : refuse('no-grant', 'This permission is for another version.');
    case 'stopped':
    case 'resumed':
      if (!isUnsent(hold)) return whyClosed(hold);
      return cleared ? {} : refuse('no-grant', 'There is no countdown to stop or resume (TI6).');
    case 'grantExpired':
      return cleared && hold.grantId === event.grantId ? askAgain(event.seq, hold, expiresAt) : refuse('stale', 'This permission is no longer the one in force.');
    case 'grantRefused':
      return cleared && hold.grantId === event.grantId ? { workflow: 'pending', grantId: null, expiresAt } : refuse('stale', 'This permission is no longer the one in force.');
    case 'releaseStarted': return start(hold, event, ctx.now);
    case 'outcome': return outcome(hold, event, ctx.now, expiresAt);
    case 'releaseStale': {
      if (hold.publication !== 'releasing') return refuse('stale', 'Nothing is being released.');
      const left = (hold.releaseDeadline ?? ctx.now) - ctx.now;
      if (left > 0 && left < LONGEST_RELEASE_MS) return refuse('too-early', 'The release is still going on.');
      return { publication: 'unknown', releaseDeadline: null, receipt: receipt(hold, 'unknown', ctx.now, null, 'Nothing was heard from the page after it was let through.', null) };
    }
    case 'witnessed': {
      if (hold.publication === 'unsent' || hold.publication === 'failed') return refuse('stale', 'Nothing was released.');
      return { witnessed: event.seen, ...(hold.receipt ? { receipt: { ...hold.receipt, witness: witnessOf(event.seen) } } : {}) };
    }
    case 'resolved': return resolve(hold, event, ctx.now, expiresAt);
  }
}
