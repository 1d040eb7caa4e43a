/** Signing a decision, and verifying decisions again whenever they are counted (HOUSE.md promise 7). */
import { encodeDecision } from '../review/encoding';
import { wellFormed } from '../review/canonical';
import { keyIdOf, signBytes, verifyBytes } from './keys';
import type { Decision, DecisionBody, DecisionId, Member } from '../review/model';

export type SignedDecision = Pick<Decision, 'body' | 'signature'>;

/** Signs the canonical body. The returned body is the one that was signed: strings made well-formed. */
export async function signDecision(key: CryptoKey, body: DecisionBody): Promise<SignedDecision> {
  const signed = wellFormed(body);
  return { body: signed, signature: await signBytes(key, encodeDecision(signed)) };
}

/** True when this member's own key, under its own id, signed exactly this body. */
export async function verifyDecision(decision: SignedDecision, member: Pick<Member, 'id' | 'publicKey' | 'deviceKeyId'>): Promise<boolean> {
  const { body, signature } = decision;
  if (body.approver !== member.id || body.deviceKeyId !== member.deviceKeyId) return false;
  if ((await keyIdOf(member.publicKey)) !== member.deviceKeyId) return false;
  return verifyBytes(member.publicKey, encodeDecision(body), signature);
}

/** Ids of the decisions whose signatures are valid now. Former members' signatures stay valid; whether they count is the tally's affair. */
export async function verifyDecisions(decisions: readonly Decision[], members: readonly Member[]): Promise<Set<DecisionId>> {
  const verdicts = await Promise.all(decisions.map(async (decision) => {
    const member = members.find((item) => item.id === decision.body.approver);
    return member !== undefined && (await verifyDecision(decision, member));
  }));
  return new Set(decisions.filter((_, at) => verdicts[at]).map((decision) => decision.body.id));
}
