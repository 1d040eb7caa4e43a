/** Who must agree, on which account. */
import type { MemberId } from './ids';

export type Strength = 'observe' | 'warn' | 'justify' | 'hold' | 'block';

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
