import { beforeAll, describe, expect, test } from 'vitest';
import { signDecision, verifyDecision, verifyDecisions } from '../../../identity/decide';
import { generateDeviceKey, importSigningKey, signBytes } from '../../../identity/keys';
import { encodeDecision, encodeLogHash, preAuthEncoding } from '../../../review/encoding';
import type { Decision, DecisionBody, Member } from '../../../review/model';
import { body as bodyFor, member, revision } from '../review/build';

let ben: Member;
let chi: Member;
let key: CryptoKey;
let body: DecisionBody;
beforeAll(async () => {
  const [first, second] = await Promise.all([generateDeviceKey(), generateDeviceKey()]);
  ben = member('ben', first);
  chi = member('chi', second);
  key = await importSigningKey(first.pkcs8);
  body = bodyFor(await revision(), 'ben', { deviceKeyId: first.deviceKeyId });
});
const stored = async (more: Partial<DecisionBody> = {}): Promise<Decision> => ({ ...(await signDecision(key, { ...body, ...more })), seq: 1, void: null });

/** One other value for every field of a decision. */
const OTHER: { [F in keyof Required<DecisionBody>]: DecisionBody[F] } = {
  type: 'countersign/decision/v2' as DecisionBody['type'], id: 'x', workspaceId: 'x', holdId: 'x', revision: 9, digest: 'f'.repeat(64), kind: 'reject', approver: 'chi', deviceKeyId: 'x', reasons: ['tone'], text: 'x', suggestion: '',
  approveIfTaken: true, acknowledged: ['x'], seen: { text: false, media: [], dwellMs: 0 }, withdraws: 'x', policyVersion: 9, identity: 'passkey', sameDevice: false, issuedAt: 0, nonce: 'x',
};

describe('a signed decision', () => {
  test('verifies for the person who signed it', async () => {
    expect(await verifyDecision(await stored(), ben)).toBe(true);
  });

  test.each(Object.keys(OTHER) as (keyof DecisionBody)[])('no longer verifies when its %s is changed (BI1, SD5)', async (field) => {
    const decision = await stored();
    expect(await verifyDecision({ ...decision, body: { ...decision.body, [field]: OTHER[field] } }, ben)).toBe(false);
  });

  test('covers every field', async () => {
    expect(Object.keys(OTHER).sort()).toEqual(Object.keys(body).sort());
  });

  test('is nobody else\'s', async () => {
    const decision = await stored();
    expect(await verifyDecision(decision, chi)).toBe(false);
    expect(await verifyDecision(decision, { ...chi, id: 'ben' })).toBe(false);
    expect(await verifyDecision(decision, { ...ben, publicKey: chi.publicKey })).toBe(false);
    expect(await verifyDecision(await stored({ approver: 'chi', deviceKeyId: chi.deviceKeyId }), chi)).toBe(false);
  });

  test('a key id that is not the key\'s own is refused', async () => {
    const decision = await stored({ deviceKeyId: 'device' });
    expect(await verifyDecision(decision, { ...ben, deviceKeyId: 'device' })).toBe(false);
  });

  test('signs and verifies with a broken character in its words', async () => {
    const decision = await stored({ text: 'half an emoji \ud83d' });
    expect(decision.body.text).toBe('half an emoji \ufffd');
    expect(await verifyDecision(decision, ben)).toBe(true);
  });

  test('only verified ones are named, former members included, strangers not', async () => {
    const [good, bad, stranger] = [await stored({ id: 'good' }), { ...(await stored({ id: 'bad' })), signature: 'AAAA' }, await stored({ id: 'who', approver: 'dot' })];
    expect(await verifyDecisions([good, bad, stranger], [{ ...ben, removedAt: 5 }, chi])).toEqual(new Set(['good']));
  });
});

describe('what is signed (DSSE)', () => {
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

  test('is the pre-authentication encoding with lengths in bytes', () => {
    expect(text(preAuthEncoding('http://example.com/HelloWorld', 'hello world'))).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
    expect(text(preAuthEncoding('t', 'é'))).toBe('DSSEv1 1 t 2 é');
    expect(text(encodeDecision(body))).toMatch(/^DSSEv1 23 countersign\/decision\/v1 \d+ \{"acknowledged":/);
  });

  test('a signature over one type of record is none over another', async () => {
    const hash = 'a'.repeat(64);
    expect(encodeLogHash(hash)).not.toEqual(encodeDecision(body));
    const decision = await stored();
    expect(await verifyDecision({ ...decision, signature: await signBytes(key, encodeLogHash(hash)) }, ben)).toBe(false);
    expect(await verifyDecision({ ...decision, signature: await signBytes(key, preAuthEncoding('countersign/other/v1', text(encodeDecision(body)).split(' ').slice(4).join(' '))) }, ben)).toBe(false);
  });
});
