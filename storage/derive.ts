/** Fields of a stored hold that follow from other rows. Written with every change, read by lists only. */
import { worst } from '../review/findings';
import { isUnsent } from '../review/state';
import type { Tally } from '../review/decisions';
import type { Grant, Hold, MemberId, Revision } from '../review/model';
import { contentKey, queueKey } from './rows';
import type { HoldSummary, StoredHold } from './rows';

const FINISHED = new Set(['rejected', 'recalled', 'superseded']);

function shelfOf(hold: Hold): StoredHold['shelf'] {
  if (hold.publication === 'sent' || hold.publication === 'verified') return 'done';
  // A post that was let through and lost keeps its place until a person says what happened (RL2).
  if (hold.publication === 'unknown' || hold.publication === 'releasing') return 'open';
  return FINISHED.has(hold.workflow) ? 'done' : 'open';
}

/** When time changes this hold by itself: TI1 expiry, TI3 grant, stale release. */
function dueAt(hold: Hold, grant: Grant | null): number | undefined {
  if (hold.publication === 'releasing') return hold.releaseDeadline ?? undefined;
  if (hold.publication === 'unknown' || shelfOf(hold) === 'done') return undefined;
  if (grant && (grant.state === 'open' || grant.state === 'suspended')) return grant.notAfter;
  return hold.workflow === 'pending' ? hold.expiresAt : undefined;
}

/** Everybody who may still decide: entitled, no contributor, not yet signed. */
function waitingFor(hold: Hold, revision: Revision, counted: Pick<Tally, 'approvals'>, approvers: readonly MemberId[]): MemberId[] {
  if (hold.workflow !== 'pending' || !isUnsent(hold)) return [];
  const signed = counted.approvals.map(({ memberId }) => memberId);
  return approvers.filter((id) => !revision.contributors.includes(id) && id !== hold.authorId && !signed.includes(id));
}

export interface Facts {
  revision: Revision;
  grant: Grant | null;
  /** Who may decide now (PO1). */
  approvers: readonly MemberId[];
  counted: Pick<Tally, 'approvals' | 'asked' | 'rejected'>;
}

function summaryOf({ revision, counted }: Facts): HoldSummary {
  const { manifest, findings } = revision;
  const severity = worst(findings);
  const stop = counted.rejected ?? counted.asked;
  return {
    handle: manifest.account.handle || manifest.account.id,
    targetLabel: manifest.target?.label ?? manifest.target?.id ?? '',
    mediaCount: manifest.media.length,
    worstReason: findings.find((finding) => finding.severity === severity)?.reason ?? '',
    approvals: counted.approvals.length,
    stoppedBy: stop ? { memberId: stop.body.approver, at: stop.body.issuedAt } : null,
  };
}

export function shelve(hold: Hold, facts: Facts): StoredHold {
  const waiting = waitingFor(hold, facts.revision, facts.counted, facts.approvers);
  const open = hold.workflow === 'pending' && isUnsent(hold);
  const due = dueAt(hold, facts.grant);
  const { dueAt: _old, ...rest } = hold as StoredHold;
  return {
    ...rest,
    summary: summaryOf(facts),
    queueKeys: [...waiting, ...(open ? ['*'] : [])].map((who) => queueKey(who, hold.urgency, hold.createdAt)),
    shelf: shelfOf(hold),
    contentKey: contentKey(hold.platform, hold.accountKey, hold.targetKey, facts.revision.manifest.text),
    ...(due === undefined ? {} : { dueAt: due }),
  };
}
