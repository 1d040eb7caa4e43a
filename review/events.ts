/** Everything that can happen to a hold. Facts only; each is judged by `transition` in machine.ts. */
import type { ErrorCode } from './contract';
import type { ClockVerdict } from './clock';
import type { Grant, GrantId, Hold, HoldId, MemberId, Receipt, Requirement, Revision, Witnessed } from './model';
import type { Tally } from './tally';

export type HoldEvent =
  /** A decision was recorded and everything was counted again. */
  | { type: 'decided'; tally: Pick<Tally, 'met' | 'asked' | 'rejected'> }
  /** The author saved another version (BI2). `requirement` is what applies now, already the stricter (PO1). */
  | { type: 'revised'; revision: Revision; requirement: Requirement; deadlock: string | null }
  | { type: 'noted'; note: string }
  /** QU8: an answer to a finding was stored with the revision. */
  | { type: 'answered' }
  | { type: 'opened'; memberId: MemberId }
  /** RT5. Null lets go. */
  | { type: 'claimed'; memberId: MemberId | null }
  | { type: 'recalled'; by: MemberId }
  /** TI1 */
  | { type: 'expired' }
  | { type: 'renewed' }
  /** QU7, BI8 */
  | { type: 'superseded'; by: HoldId }
  | { type: 'granted'; grant: Grant }
  /** TI6: the grant row is suspended or opened again by the same command. */
  | { type: 'stopped' }
  | { type: 'resumed' }
  /** TI3. `seq` is the current log position, here and below. */
  | { type: 'grantExpired'; grantId: GrantId; seq: number }
  /** RL1 found that the quorum no longer stands (SD3, PO1): back to pending, the decisions stay. */
  | { type: 'grantRefused'; grantId: GrantId }
  /** RL2: the grant is consumed in the same transaction. `grant` is the row before. */
  | { type: 'releaseStarted'; grant: Grant; deadline: number; clock?: ClockVerdict }
  | { type: 'outcome'; status: Receipt['status']; permalink: string | null; detail: string; seq: number }
  | { type: 'releaseStale' }
  /** The network showed one more publish request of this release. */
  | { type: 'witnessed'; seen: Witnessed }
  /** RL2: a person says whether the post is there. */
  | { type: 'resolved'; there: boolean; permalink: string | null; by: MemberId; seq: number };

export interface TransitionContext {
  now: number;
  /** TI1: how long a hold may wait once it is pending again; the rule set's `pendingMs`. */
  pendingMs?: number;
}

export type TransitionResult = { ok: true; hold: Hold } | { ok: false; code: ErrorCode; detail: string };
export type Refusal = Extract<TransitionResult, { ok: false }>;
export type Change = Partial<Hold> | Refusal;

export function refuse(code: ErrorCode, detail: string): Refusal {
  return { ok: false, code, detail };
}
