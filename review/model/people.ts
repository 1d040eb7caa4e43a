/** The workspace and who is in it. */
import type { MemberId } from './ids';
import type { RuleSet } from './rules';

export type Role = 'author' | 'approver' | 'ruleOwner' | 'auditor';

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
