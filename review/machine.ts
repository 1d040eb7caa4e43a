/**
 * The life of a held post. Two fields move: `workflow` (what people decided) and `publication` (what happened to
 * the post). Pure: the same hold, event and time give the same result. No event turns time into an approval (TI2).
 */
import { DEFAULT_RULES } from './model';
import { publicationChange } from './machine-release';
import { refuse } from './events';
import { accountKey, targetKey } from './names';
import { worst } from './findings';
import { isOpen, isUnsent, whyClosed } from './state';
import type { Change, HoldEvent, TransitionContext, TransitionResult } from './events';
import type { Hold, Revision } from './model';

export type { HoldEvent, TransitionContext, TransitionResult } from './events';

const WEEK_MS = 7 * 24 * 3_600_000;
export const EXCERPT_LENGTH = 140;

/** TI1: a fresh pending window, seven days at most. */
export function pendingUntil(ctx: TransitionContext): number {
  return ctx.now + Math.min(ctx.pendingMs ?? DEFAULT_RULES.pendingMs, WEEK_MS);
}

/** First words of a text on one line, for lists. */
export function excerptOf(text: string): string {
  const line = [...text.slice(0, EXCERPT_LENGTH * 4).replace(/\s+/g, ' ').trim()];
  return line.length > EXCERPT_LENGTH ? `${line.slice(0, EXCERPT_LENGTH - 1).join('')}…` : line.join('');
}

/** BI2: a new version makes earlier approvals outdated. BI8: it goes to the same place, or it is another hold. */
function revise(hold: Hold, revision: Revision, event: Extract<HoldEvent, { type: 'revised' }>, ctx: TransitionContext): Change {
  const { manifest } = revision;
  if (!isUnsent(hold)) return whyClosed(hold);
  if (!isOpen(hold) && hold.workflow !== 'expired') return whyClosed(hold);
  if (revision.holdId !== hold.id || revision.number !== hold.revision + 1) return refuse('stale', `Version ${hold.revision} is not the one this edit started from.`);
  const moved = manifest.platform !== hold.platform || manifest.surface !== hold.surface
    || accountKey(manifest.account) !== hold.accountKey || targetKey(manifest.target) !== hold.targetKey;
  if (moved) return refuse('content-differs', 'This would go somewhere else, so it is another post (BI8).');
  return {
    workflow: 'pending', publication: 'unsent', revision: revision.number, digest: revision.digest, grantId: null,
    requirement: event.requirement, deadlock: event.deadlock, excerpt: excerptOf(manifest.text),
    worstSeverity: worst(revision.findings), openedBy: [], claim: null, expiresAt: pendingUntil(ctx),
  };
}

/** QU2–QU5 after every count: stop outranks ask, ask outranks approve, and a lost quorum takes the grant with it. */
function decide(hold: Hold, { tally }: Extract<HoldEvent, { type: 'decided' }>): Change {
  if (!isOpen(hold) || !isUnsent(hold)) return whyClosed(hold);
  if (tally.rejected !== null) return { workflow: 'rejected', grantId: null, claim: null };
  if (tally.asked !== null) return { workflow: 'changes_requested', grantId: null };
  return tally.met ? { workflow: 'approved', claim: null } : { workflow: 'pending', grantId: null };
}

function change(hold: Hold, event: HoldEvent, ctx: TransitionContext): Change {
  const before = isOpen(hold) && isUnsent(hold);
  switch (event.type) {
    case 'decided': return decide(hold, event);
    case 'revised': return revise(hold, event.revision, event, ctx);
    case 'noted': return before || hold.workflow === 'expired' ? { note: event.note } : whyClosed(hold);
    case 'answered': return before ? {} : whyClosed(hold);
    case 'opened':
      if (!before) return whyClosed(hold);
      return hold.openedBy.some((item) => item.memberId === event.memberId) ? {} : { openedBy: [...hold.openedBy, { memberId: event.memberId, at: ctx.now }] };
    case 'claimed':
      if (!before) return whyClosed(hold);
      return { claim: event.memberId === null ? null : { memberId: event.memberId, at: ctx.now } };
    case 'recalled':
      if (event.by !== hold.authorId) return refuse('not-allowed', 'Only the author takes a post back (QU5).');
      return isUnsent(hold) && (before || hold.workflow === 'expired') ? { workflow: 'recalled', grantId: null, claim: null } : whyClosed(hold);
    case 'expired':
      if (!isUnsent(hold) || (hold.workflow !== 'pending' && hold.workflow !== 'changes_requested')) return whyClosed(hold);
      return ctx.now >= hold.expiresAt ? { workflow: 'expired', claim: null } : refuse('too-early', 'There is still time to decide (TI1).');
    case 'renewed':
      if (!isUnsent(hold) || hold.workflow !== 'expired') return refuse('stale', 'Only an expired post can be asked for again (TI1).');
      return { workflow: 'pending', expiresAt: pendingUntil(ctx) };
    case 'superseded':
      if (!isUnsent(hold) || (!before && hold.workflow !== 'expired')) return whyClosed(hold);
      return event.by === hold.id ? refuse('bad-message', 'A post cannot take its own place.') : { workflow: 'superseded', supersededBy: event.by, grantId: null, claim: null };
    default: return publicationChange(hold, event, ctx, pendingUntil(ctx));
  }
}

/** RT5: who says they are looking at it, until five idle minutes passed. A claim never stops anybody from deciding. */
export function claimHolder(hold: Hold, now: number): string | null {
  return hold.claim !== null && now - hold.claim.at < 5 * 60_000 ? hold.claim.memberId : null;
}

/** Applies one event, or says why it cannot happen. `version` grows by one on success; the input is not changed. */
export function transition(hold: Hold, event: HoldEvent, ctx: TransitionContext): TransitionResult {
  const result = change(hold, event, ctx);
  if ('ok' in result) return result;
  return { ok: true, hold: { ...hold, ...result, updatedAt: ctx.now, version: hold.version + 1 } };
}
