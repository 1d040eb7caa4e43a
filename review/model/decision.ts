/** What people say about a revision. */
import type { DecisionId, Digest, HoldId, MemberId } from './ids';

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
