/** Who touched a revision, and when an accepted suggestion counts as approval (SD1, BI5, BI6). */
import { canonicalJson, canonicalText } from './canonical';
import type { Decision, Manifest, MemberId, Revision } from './model';

/** The part of a manifest an accepted suggestion may not change. */
function besidesText(manifest: Manifest): string {
  const { platform, origin, surface, surfaceId, account, target, audience, title, warning, media, workspaceId, holdId } = manifest;
  return canonicalJson({ platform, origin, surface, surfaceId, account, target, audience, title, warning, media, workspaceId, holdId });
}

/** The suggestion was taken word for word and nothing else changed. `base` is the revision it was written about. */
export function takenAsIs(decision: Decision, base: Revision, next: Revision): boolean {
  const { kind, suggestion, revision, digest, holdId } = decision.body;
  if (kind !== 'request_changes' || suggestion === null || decision.void !== null) return false;
  if (holdId !== next.holdId || revision !== base.number || digest !== base.digest || next.number !== base.number + 1) return false;
  return next.manifest.text === canonicalText(suggestion) && besidesText(base.manifest) === besidesText(next.manifest);
}

/** BI6: the suggestion, taken as is, is its writer's approval of the result. */
export function suggestionApproves(decision: Decision, base: Revision, next: Revision, allowed: boolean): boolean {
  return allowed && decision.body.approveIfTaken && next.acceptedSuggestion === decision.body.id && takenAsIs(decision, base, next);
}

/**
 * SD1: contributors of the next revision: everyone before, plus who changed it now (BI5: an approver who edits is
 * one of them), plus the writer of an accepted suggestion unless it counts as their approval (BI6).
 */
export function nextContributors(base: Revision, editors: readonly MemberId[], accepted: { decision: Decision; next: Revision; allowed: boolean } | null): MemberId[] {
  const writer = accepted !== null && !suggestionApproves(accepted.decision, base, accepted.next, accepted.allowed)
    ? [accepted.decision.body.approver]
    : [];
  return [...new Set([...base.contributors, ...editors, ...writer])];
}
