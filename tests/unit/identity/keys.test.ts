import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase64Url, randomBytes, toBase64Url, toHex } from '../../../identity/bytes';
import { generateDeviceKey, importSigningKey, keyIdOf, signBytes, verifyBytes } from '../../../identity/keys';
import { sha256Hex } from '../../../review/digest';

const unhex = (hex: string) => new Uint8Array((hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16)));
/** PKCS#8 of an Ed25519 seed, RFC 8410 §7. */
const pkcs8 = (seed: string) => unhex(`302e020100300506032b657004220420${seed}`);

/** RFC 8032 §7.1, tests 1 to 3. */
const VECTORS = [
  ['9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'],
  ['4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'],
  ['c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7', 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025', 'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'],
] as const;
const [, PUBLIC, MESSAGE, SIGNATURE] = VECTORS[2];
const key = toBase64Url(unhex(PUBLIC));
const message = unhex(MESSAGE);
const check = (signature: Uint8Array, publicKey = key, bytes = message) => verifyBytes(publicKey, bytes, toBase64Url(signature));

describe('Ed25519 (RFC 8032)', () => {
  test.each(VECTORS)('signs and verifies the vector with seed %s', async (seed, pub, msg, sig) => {
    expect(await signBytes(await importSigningKey(pkcs8(seed)), unhex(msg))).toBe(toBase64Url(unhex(sig)));
    expect(await verifyBytes(toBase64Url(unhex(pub)), unhex(msg), toBase64Url(unhex(sig)))).toBe(true);
  });

  test('refuses a signature with any single bit turned', async () => {
    for (let at = 0; at < 64; at += 1) {
      const turned = unhex(SIGNATURE);
      turned[at]! ^= 1 << at % 8;
      expect(await check(turned)).toBe(false);
    }
  });

  test('refuses the malleable twin whose scalar is larger than the group order', async () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const bytes = unhex(SIGNATURE);
    const scalar = Array.from(bytes.slice(32)).reverse().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    let twin = scalar + order;
    for (let at = 32; at < 64; at += 1, twin >>= 8n) bytes[at] = Number(twin & 255n);
    expect(await check(bytes)).toBe(false);
  });

  test.each([
    ['empty', new Uint8Array()], ['one byte short', unhex(SIGNATURE).slice(0, 63)], ['one byte long', unhex(`${SIGNATURE}00`)], ['all zero', new Uint8Array(64)],
    ['all ones', new Uint8Array(64).fill(255)], ['R only', unhex(SIGNATURE.slice(0, 64))], ['halves swapped', unhex(SIGNATURE.slice(64) + SIGNATURE.slice(0, 64))],
  ])('refuses a signature that is %s', async (_, signature) => {
    expect(await check(signature)).toBe(false);
  });

  test('refuses another message, another key and a key that is no point', async () => {
    expect(await check(unhex(SIGNATURE), key, unhex('af83'))).toBe(false);
    expect(await check(unhex(SIGNATURE), toBase64Url(unhex(VECTORS[0][1])))).toBe(false);
    expect(await check(unhex(SIGNATURE), toBase64Url(new Uint8Array(32).fill(2)))).toBe(false);
    expect(await check(unhex(SIGNATURE), '')).toBe(false);
    expect(await check(unhex(SIGNATURE), `${key}A`)).toBe(false);
  });

  test.each(['01', 'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85', ''])(
    'refuses a public key of small order (%s), with which one signature fits every message', async (hex) => {
      const weak = new Uint8Array(32);
      weak.set(unhex(hex));
      const forged = new Uint8Array(64);
      forged[0] = 1;
      expect(await verifyBytes(toBase64Url(weak), message, toBase64Url(forged))).toBe(false);
    });

  test('a signature has one spelling', async () => {
    const text = toBase64Url(unhex(SIGNATURE));
    const last = text.slice(-1);
    const sibling = String.fromCharCode(last.charCodeAt(0) + 1);
    for (const spelled of [`${text}==`, text.replaceAll('-', '+').replaceAll('_', '/') + '=', ` ${text}`, `${text}\n`, text.slice(0, -1) + sibling]) expect(await verifyBytes(key, message, spelled)).toBe(false);
  });
});

describe('device keys', () => {
  test('sign, are named by their public key, and cannot be taken out again once imported', async () => {
    const made = await generateDeviceKey();
    expect(made.deviceKeyId).toBe((await sha256Hex(fromBase64Url(made.publicKey)!)).slice(0, 16));
    const imported = await importSigningKey(made.pkcs8);
    expect(imported.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', imported)).rejects.toThrow(/extractable/);
    expect(await verifyBytes(made.publicKey, message, await signBytes(imported, message))).toBe(true);
    expect((await generateDeviceKey()).publicKey).not.toBe(made.publicKey);
  });

  test('a key id of something that is no key is empty', async () => {
    expect(await keyIdOf('abc')).toBe('');
    expect(await keyIdOf('===')).toBe('');
  });

  test('base64url goes there and back for any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(fromBase64Url(toBase64Url(bytes))).toEqual(new Uint8Array(bytes));
    }));
    expect(fromBase64Url('A')).toBeNull();
    expect(toHex(randomBytes(16))).toMatch(/^[0-9a-f]{32}$/);
  });
});
