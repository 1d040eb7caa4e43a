/**
 * What exactly a signature covers. DSSE pre-authentication encoding ("DSSEv1" LEN type LEN body), so that a
 * signature made for one type of record never verifies as another (guard.md §5, domain separation).
 */
import { canonicalJson, wellFormed } from './canonical';
import type { DecisionBody, Digest } from './model';

const encoder = new TextEncoder();

/** Pre-authentication encoding of one payload; lengths are in bytes. */
export function preAuthEncoding(type: string, body: string): Uint8Array {
  const size = (text: string) => encoder.encode(text).length;
  return encoder.encode(`DSSEv1 ${size(type)} ${type} ${size(body)} ${body}`);
}

/** Bytes an approver signs: every field of the body, the digest (BI1) and the identity strength (SD5) included. */
export function encodeDecision(body: DecisionBody): Uint8Array {
  return preAuthEncoding('countersign/decision/v1', canonicalJson(wellFormed(body)));
}

/** Bytes the device's log key signs for one entry's hash. */
export function encodeLogHash(hash: Digest): Uint8Array {
  return preAuthEncoding('countersign/log/v1', hash);
}
