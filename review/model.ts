/**
 * The words of the house as types. Everything that is stored, signed or sent between contexts
 * is one of these. Pure data: no methods, no dates, no classes. Times are Unix milliseconds (UTC).
 */
import type { Finding } from '../checks/finding';
import type { Surface } from './model/content';
import type { Digest, GrantId, DecisionId, HoldId, MemberId } from './model/ids';
import type { Strength } from './model/rules';

export * from './model/content';
export * from './model/decision';
export * from './model/ids';
export * from './model/people';
export * from './model/rules';

/** Workflow: what people decided. */
export const WORKFLOWS = ['pending', 'changes_requested', 'approved', 'rejected', 'recalled', 'expired', 'superseded'] as const;
export type Workflow = (typeof WORKFLOWS)[number];
/** Publication: what happened to the post. `approved` with `unsent` is normal. */
export const PUBLICATIONS = ['unsent', 'releasing', 'sent', 'verified', 'failed', 'unknown'] as const;
export type Publication = (typeof PUBLICATIONS)[number];

/** What must be true before release. Snapshot of the rules at hold time (PO1). */
export interface Requirement {
  policyVersion: number;
  strength: Strength;
  /** Members who may decide, in rule order. */
  approvers: MemberId[];
  /** n of approvers. */
  quorum: number;
  /** The rule named nobody, so every active approver counts, also one who joined after the hold began. */
  anyApprover?: boolean;
}

/** The composer that shows a hold. `tabId` is -1 once its tab is closed; the address stays, so that Mine can open it again. */
export interface Binding {
  tabId: number;
  frameId: number;
  composerId: string;
  url: string;
  /** The browser's name of the document, where it gives one: tells a reloaded page from the one that was posting. */
  documentId?: string;
}

export interface Hold {
  id: HoldId;
  workspaceId: string;
  workflow: Workflow;
  publication: Publication;
  /** Number of the newest revision. */
  revision: number;
  digest: Digest;
  authorId: MemberId;
  /** Copies of manifest facts, for lists and indexes only; decisions never read them. */
  platform: string;
  accountKey: string;
  targetKey: string;
  surface: Surface;
  excerpt: string;
  worstSeverity: Finding['severity'] | null;
  requirement: Requirement;
  /** SD6: why nobody can release this as things stand, or null. */
  deadlock: string | null;
  /** Private note to the approver; never published, not part of the revision. */
  note: string;
  urgency: 'normal' | 'urgent';
  /** RT5 */
  claim: { memberId: MemberId; at: number } | null;
  /** First look per approver. */
  openedBy: { memberId: MemberId; at: number }[];
  grantId: GrantId | null;
  /** Decisions count only when recorded after this log position: raised when a release failed, was not found or its grant expired. */
  roundSeq: number;
  binding: Binding | null;
  /** BI8: the hold this one grew out of when its destination changed. */
  previous: HoldId | null;
  /** QU7: the hold that took this one's place. */
  supersededBy: HoldId | null;
  receipt: Receipt | null;
  /** What the network showed of the release that is or was going on; absent before the first request of one. */
  witnessed?: Witnessed | null;
  createdAt: number;
  updatedAt: number;
  /** TI1 pending expiry. */
  expiresAt: number;
  /** TI3: how the release itself is going; when `releasing` becomes stale. */
  releaseDeadline: number | null;
  /** Grows by one on every change; a command that read an older one is refused. */
  version: number;
}

export interface Grant {
  id: GrantId;
  holdId: HoldId;
  revision: number;
  digest: Digest;
  decisionIds: DecisionId[];
  /** End of the undo window (TI6). */
  notBefore: number;
  /** TI3 */
  notAfter: number;
  state: 'open' | 'suspended' | 'revoked' | 'consumed' | 'expired';
  consumedAt: number | null;
  /** BI3: the live composer differed only trivially; recorded for the log. */
  carried: boolean;
}

export interface Receipt {
  status: 'sent' | 'verified' | 'failed' | 'unknown';
  at: number;
  permalink: string | null;
  detail: string;
  /** Set when a person, not evidence, said what happened. */
  saidBy: MemberId | null;
  /** Whether the text that left is the approved one; null: no request of this release was seen. */
  witness: WitnessVerdict | null;
}

/** HOUSE, release step 4. `unverified`: a request was seen and could not be read; never shown as a match. */
export const WITNESS_VERDICTS = ['matched', 'mismatch', 'unverified'] as const;
export type WitnessVerdict = (typeof WITNESS_VERDICTS)[number];

/** Publish requests the site accepted during one release. */
export interface Witnessed {
  grantId: GrantId;
  /** Parts with words that were approved: more than one for a thread. */
  of: number;
  /** Parts that left, in order and as approved. */
  matched: number;
  /** Requests that could not be read. */
  blind: number;
  /** Requests that carried something else, or more than was approved. */
  foreign: number;
  /** Something unreadable left that may have been a publish call or not. */
  doubtful: boolean;
}

/** Something that should not have happened, for people to look at. */
export const INCIDENT_KINDS = ['mismatch', 'blocked', 'unmatched'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

export interface Incident {
  id: string;
  kind: IncidentKind;
  platform: string;
  /** Host of the page or of the request. */
  host: string;
  /** The account as the site writes it; '' when nobody knows it. */
  account: string;
  /** How it went: a resource type of the browser, a way of the page world, or 'page' for a post that was seen. */
  way: string;
  /** Of the request's body, or of the text of a post that was seen. Never the text itself. */
  digest: Digest | null;
  holdId: HoldId | null;
  permalink: string | null;
  /** Times it happened; the same thing within a minute is counted, not told again. */
  count: number;
  firstAt: number;
  lastAt: number;
  state: 'open' | 'dismissed' | 'elsewhere';
  closed: { by: MemberId | 'device'; at: number; reason: string } | null;
}

/** One entry of the append-only log. guard.md §5, HOUSE promise 8. */
export interface LogEntry {
  seq: number;
  /** Hash of the entry before, 64 zeros for the first. */
  prev: Digest;
  at: number;
  type: LogType;
  actor: MemberId | 'device';
  holdId: HoldId | null;
  /** JSON-safe facts about the act; never draft text, only digests. */
  body: Record<string, unknown>;
  /** SHA-256 over the canonical entry without hash and sig. */
  hash: Digest;
  /** base64url Ed25519 over the hash by the device's log key. */
  sig: string;
}

export const LOG_TYPES = [
  'workspace.created', 'member.added', 'member.removed', 'rules.changed', 'site.covered', 'site.uncovered',
  'adapter.added', 'adapter.removed', 'hold.created', 'hold.revised', 'hold.noted', 'hold.opened', 'hold.recalled',
  'hold.expired', 'hold.superseded', 'hold.stopped', 'decision.recorded', 'decision.void', 'grant.issued', 'grant.suspended',
  'grant.revoked', 'grant.expired', 'release.started', 'release.refused', 'release.sent', 'release.verified',
  'release.failed', 'release.unknown', 'release.resolved', 'store.opened', 'store.reset', 'clock.back',
  'member.changed', 'hold.answered', 'hold.renewed', 'grant.resumed', 'access.lost', 'access.given',
  'witness.matched', 'witness.mismatch', 'witness.unverified', 'incident.mismatch', 'incident.blocked', 'incident.unmatched', 'incident.closed',
] as const;
export type LogType = (typeof LOG_TYPES)[number];
