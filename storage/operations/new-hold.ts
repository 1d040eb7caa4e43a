/** Builds the rows of a new hold: manifest, digest, requirement, deadlock. Everything before the transaction. */
import { canonicalJson } from '../../review/canonical';
import { sha256Hex } from '../../review/digest';
import { worst } from '../../review/findings';
import { excerptOf, pendingUntil } from '../../review/machine';
import { accountKey, buildManifest, digestManifest, targetKey } from '../../review/manifest';
import type { KnownSnapshot } from '../../review/manifest';
import { deadlockReason, requirementForHold } from '../../review/rules';
import type { Finding } from '../../checks/finding';
import type { Account, Binding, Hold, HoldId, Member, MemberId, Revision, Snapshot, Workspace } from '../../review/model';
import type { Base } from '../commit';
import type { Desk } from '../desk';
import { shelve } from '../derive';
import type { MediaRow, StoredHold } from '../rows';
import { patience } from './step';

/** Stands for the account when the page did not show one: the post is held all the same. */
export const UNKNOWN_ACCOUNT: Account = { id: 'unknown', handle: 'unknown account' };

export interface Capture {
  commandId: string;
  snapshot: Snapshot;
  thumbs: { sha256: string; dataUrl: string }[];
  findings: Finding[];
  /** SD1: everyone who typed into this composer since it was opened, as far as we saw. */
  contributors: MemberId[];
  binding: Binding | null;
}

export interface HoldPlan extends Capture {
  authorId: MemberId;
  urgency: Hold['urgency'];
  note: string;
  /** BI8 */
  previous: HoldId | null;
}

export function knownSnapshot(snapshot: Snapshot, fallback: Account = UNKNOWN_ACCOUNT): KnownSnapshot {
  return { ...snapshot, account: snapshot.account ?? fallback };
}

export function checksDigest(findings: Finding[]): Promise<string> {
  return sha256Hex(canonicalJson(findings));
}

export function mediaRows(holdId: HoldId, thumbs: Capture['thumbs']): MediaRow[] {
  return thumbs.filter(({ sha256 }) => sha256 !== 'unreadable').map(({ sha256, dataUrl }) => ({ holdId, sha256, dataUrl }));
}

export async function buildRevision(desk: Desk, plan: Capture & { snapshot: KnownSnapshot }, at: { holdId: HoldId; number: number; author: Member; workspace: Workspace; now: number }): Promise<Revision> {
  const manifest = buildManifest(plan.snapshot, {
    workspaceId: at.workspace.id, holdId: at.holdId, revision: at.number, policyVersion: at.workspace.rules.version,
    checksDigest: await checksDigest(plan.findings), author: { memberId: at.author.id, deviceKeyId: at.author.deviceKeyId }, createdAt: at.now, nonce: desk.newId(),
  });
  const contributors = [...new Set([at.author.id, ...plan.contributors])];
  return { holdId: at.holdId, number: at.number, manifest, digest: await digestManifest(manifest), contributors, findings: plan.findings, answers: {}, acceptedSuggestion: null, createdAt: at.now };
}

/** SD6, SD7, TI1, PO1: the hold with the rules of this moment as its snapshot. */
export async function buildHold(desk: Desk, plan: HoldPlan, workspace: Workspace, members: Member[], author: Member, { now }: Base): Promise<{ hold: StoredHold; revision: Revision }> {
  const id = desk.newId();
  const snapshot = knownSnapshot(plan.snapshot);
  const revision = await buildRevision(desk, { ...plan, snapshot }, { holdId: id, number: 1, author, workspace, now });
  const { manifest } = revision;
  const requirement = requirementForHold(workspace.rules, members, manifest.platform, manifest.account);
  const hold: Hold = {
    id, workspaceId: workspace.id, workflow: 'pending', publication: 'unsent', revision: 1, digest: revision.digest, authorId: author.id,
    platform: manifest.platform, accountKey: accountKey(manifest.account), targetKey: targetKey(manifest.target), surface: manifest.surface,
    excerpt: excerptOf(manifest.text), worstSeverity: worst(plan.findings), requirement,
    deadlock: deadlockReason(requirement, members, revision.contributors), note: plan.note, urgency: plan.urgency, claim: null, openedBy: [],
    grantId: null, roundSeq: 0, binding: plan.binding, previous: plan.previous, supersededBy: null, receipt: null, createdAt: now, updatedAt: now,
    expiresAt: pendingUntil({ now, pendingMs: patience(workspace.rules, plan.urgency) }), releaseDeadline: null, version: 1,
  };
  const counted = { approvals: [], asked: null, rejected: null };
  return { hold: shelve(hold, { revision, grant: null, approvers: requirement.approvers, counted }), revision };
}
