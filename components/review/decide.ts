/** Signing in the page and sending. Keys stay here; the background only ever sees the signed body. */
import { signDecision } from '../../identity/decide';
import { signingKey } from '../../identity/session';
import { vaultSchema } from '../../identity/vault';
import type { Answer } from '../../review/contract';
import type { Decision, DecisionBody, Hold, Member, Revision, Workflow } from '../../review/model';
import { ask } from '../../runtime/client';
import { vaultOf } from '../../storage/queries/people';
import { sessions } from '../stores/session-store';

export type DecisionWords = Pick<DecisionBody, 'kind'> & Partial<Pick<DecisionBody, 'reasons' | 'text' | 'suggestion' | 'approveIfTaken' | 'acknowledged' | 'seen' | 'withdraws'>>;
type Signed = Pick<Decision, 'body' | 'signature'>;

/** Signs one decision about exactly this revision. 'locked' when the session ended meanwhile. */
export async function sign(hold: Hold, revision: Revision, member: Member, words: DecisionWords): Promise<Answer<Signed>> {
  const vault = vaultSchema.safeParse(await vaultOf(member.id));
  if (!vault.success) return { ok: false, code: 'locked', detail: 'This browser does not hold the signing key of this person.' };
  const key = await signingKey(sessions, vault.data, Date.now());
  if (!key.ok) return { ok: false, code: 'locked', detail: key.detail };
  const body: DecisionBody = {
    type: 'countersign/decision/v1',
    id: crypto.randomUUID(),
    workspaceId: hold.workspaceId,
    holdId: hold.id,
    revision: revision.number,
    digest: revision.digest,
    kind: words.kind,
    approver: member.id,
    deviceKeyId: member.deviceKeyId,
    reasons: words.reasons ?? [],
    text: words.text ?? '',
    suggestion: words.suggestion ?? null,
    approveIfTaken: words.approveIfTaken ?? false,
    acknowledged: words.acknowledged ?? [],
    seen: words.seen ?? { text: false, media: [], dwellMs: 0 },
    withdraws: words.withdraws ?? null,
    policyVersion: hold.requirement.policyVersion,
    identity: 'passphrase',
    // SD5: in a local workspace both people sit at the same browser, and the log says so.
    sameDevice: true,
    issuedAt: Date.now(),
    nonce: randomHex(16),
  };
  return { ok: true, value: await signDecision(key.value, body) };
}

export function send(decision: Signed): Promise<Answer<{ workflow: Workflow; void: string | null }>> {
  return ask('review.decide', { decision });
}

function randomHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
