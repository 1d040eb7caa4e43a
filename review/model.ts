/**
 * The words of the house as types. Everything that is stored, signed or sent between contexts
 * is one of these. Pure data: no methods, no dates, no classes. Times are Unix milliseconds (UTC).
 */
import type { Finding } from '../checks/finding';

export type MemberId = string;
export type HoldId = string;
export type DecisionId = string;
export type GrantId = string;
/** Lower-case hex SHA-256. */
export type Digest = string;

export type Role = 'author' | 'approver' | 'ruleOwner' | 'auditor';

/** What a composer is for. HOUSE.md, Words. */
export const SURFACES = ['post', 'reply', 'comment', 'message', 'thread', 'edit', 'schedule', 'repost'] as const;
export type Surface = (typeof SURFACES)[number];

export type Strength = 'observe' | 'warn' | 'justify' | 'hold' | 'block';

/** The acting identity the page showed when the send control was pressed. */
export interface Account {
  /** Stable id where the site shows one, else the handle. Compared without case. */
  id: string;
  /** What a person would call it, with the site's own prefix ("@northmoor", "u/northmoor"). */
  handle: string;
}

/** What the post answers or where it goes, when that is not the account's own timeline. */
export interface Target {
  id: string;
  label?: string;
  url?: string;
}

export interface MediaRef {
  /** SHA-256 of the File the author attached, before any upload. 'unreadable' never matches anything. */
  sha256: Digest;
  bytes: number;
  mime: string;
  name: string;
  alt: string;
}

/** One capture of a composer, made by the gate. The page can lie here: it is a request, not a fact. */
export interface Snapshot {
  platform: string;
  origin: string;
  url: string;
  surfaceId: string;
  surface: Surface;
  account: Account | null;
  target: Target | null;
  audience: string;
  /** Exact text as the site would send it, LF line ends; thread parts joined by U+001E. */
  text: string;
  title: string;
  warning: string;
  media: MediaRef[];
}

/** Canonical manifest: exactly these fields are digested and signed (guard.md §5, BI1). */
export interface Manifest {
  v: 1;
  workspaceId: string;
  holdId: HoldId;
  revision: number;
  platform: string;
  origin: string;
  surface: Surface;
  surfaceId: string;
  account: Account;
  target: Target | null;
  audience: string;
  text: string;
  title: string;
  warning: string;
  links: string[];
  media: MediaRef[];
  policyVersion: number;
  checksDigest: Digest;
  author: { memberId: MemberId; deviceKeyId: string };
  createdAt: number;
  /** 128 bit, hex. */
  nonce: string;
}

export interface Revision {
  holdId: HoldId;
  number: number;
  manifest: Manifest;
  digest: Digest;
  /** SD1: everyone who changed any part of this revision, the author included. */
  contributors: MemberId[];
  findings: Finding[];
  /** Author's answers to findings, by finding key (QU8). */
  answers: Record<string, FindingAnswer>;
  /** BI6: the decision whose suggestion was accepted verbatim to make this revision. */
  acceptedSuggestion: DecisionId | null;
  createdAt: number;
}

export interface FindingAnswer {
  kind: 'justified' | 'false_alarm';
  text: string;
  by: MemberId;
  at: number;
}

export type DecisionKind = 'approve' | 'request_changes' | 'reject' | 'withdraw';
export const REASONS = ['source', 'tone', 'account', 'legal', 'timing', 'other'] as const;
export type Reason = (typeof REASONS)[number];

/** What an approver signs. Domain-separated by `type` (DSSE pre-authentication encoding). */
export interface DecisionBody {
  type: 'countersign/decision/v1';
  id: DecisionId;
  workspaceId: string;
  holdId: HoldId;
  revision: number;
  digest: Digest;
  kind: DecisionKind;
  approver: MemberId;
  deviceKeyId: string;
  reasons: Reason[];
  /** Words to the author. Required for reject; required for request_changes with reason "other". */
  text: string;
  /** Full replacement text proposed to the author, or null. */
  suggestion: string | null;
  /** BI6: the suggestion, taken verbatim, counts as this person's approval of the result. */
  approveIfTaken: boolean;
  /** Finding keys the approver acknowledged (QU8). */
  acknowledged: string[];
  /** QU9: what was in view when deciding. */
  seen: { text: boolean; media: Digest[]; dwellMs: number };
  /** For withdraw: the decision taken back. */
  withdraws: DecisionId | null;
  policyVersion: number;
  /** SD5 */
  identity: 'passphrase' | 'passkey';
  sameDevice: boolean;
  issuedAt: number;
  nonce: string;
}

export interface Decision {
  body: DecisionBody;
  /** base64url Ed25519 over the DSSE encoding of the canonical body. */
  signature: string;
  /** Order is the log's, never the wall clock's (QU4). Set by the background when it is recorded. */
  seq: number;
  /** Set when the decision arrived but does not count, and why (kept as a comment). */
  void: string | null;
}

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
}

export interface AccountRule {
  platform: string;
  /** Lower-case account key, or '*' for every account of the platform. */
  account: string;
  handle: string;
  /** false = a private account left out on purpose: posts freely. */
  covered: boolean;
  strength: Strength;
  /** Empty = every active approver. */
  approvers: MemberId[];
  quorum: number;
}

/** The one simple rule set. `version` never decreases. */
export interface RuleSet {
  version: number;
  defaults: { strength: Strength; approvers: MemberId[]; quorum: number };
  accounts: AccountRule[];
  /** TI6, ms, 0–60 000. */
  undoMs: number;
  /** TI3, ms. */
  grantMs: number;
  /** TI1, ms. */
  pendingMs: number;
  /** QU9 */
  requireSeen: boolean;
  /** BI6 allowed. */
  approveIfTaken: boolean;
}

export const DEFAULT_RULES: RuleSet = {
  version: 1,
  defaults: { strength: 'hold', approvers: [], quorum: 1 },
  accounts: [],
  undoMs: 10_000,
  grantMs: 15 * 60_000,
  pendingMs: 24 * 3_600_000,
  requireSeen: true,
  approveIfTaken: true,
};

export interface Workspace {
  id: string;
  name: string;
  createdAt: number;
  rules: RuleSet;
}

export interface Member {
  id: MemberId;
  name: string;
  roles: Role[];
  /** base64url raw Ed25519 public key, and its id (first 16 hex of SHA-256 of the raw key). */
  publicKey: string;
  deviceKeyId: string;
  createdAt: number;
  /** Set when the person left; their past signatures still verify, new ones do not count. */
  removedAt: number | null;
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
] as const;
export type LogType = (typeof LOG_TYPES)[number];
