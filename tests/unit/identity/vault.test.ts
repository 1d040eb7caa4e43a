import { argon2id } from 'hash-wasm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { toBase64Url, toHex } from '../../../identity/bytes';
import { argon2Default, deriveKey, kdfProblem, pbkdf2Default } from '../../../identity/kdf';
import { generateDeviceKey } from '../../../identity/keys';
import { deriveKek, openVault, sealKey, vaultSchema } from '../../../identity/vault';
import type { Kdf } from '../../../identity/kdf';
import type { Vault } from '../../../identity/vault';

const PHRASE = 'quiet lantern ferry moss';
const salt = toBase64Url(new Uint8Array(16).fill(7));
const argon = (memory: number, passes: number, lanes = 1): Kdf => ({ name: 'argon2id', memory, passes, lanes, salt });
/** The cheapest parameters above the floor, so that the tests stay quick. */
const FLOOR = argon(19 * 1024, 2);

let pkcs8: Uint8Array;
let vault: Vault;
beforeAll(async () => {
  pkcs8 = (await generateDeviceKey()).pkcs8;
  vault = await sealKey(pkcs8, PHRASE, 'ben', FLOOR);
});

async function tryOpen(candidate: Vault, phrase = PHRASE): Promise<string> {
  const kek = await deriveKek(candidate, phrase);
  if (!kek.ok) return kek.code;
  const opened = await openVault(candidate, kek.value);
  return opened.ok ? toHex(opened.value) : opened.code;
}

describe('a sealed key', () => {
  test('opens with its passphrase and no other', async () => {
    expect(vaultSchema.safeParse(vault).success).toBe(true);
    expect(await tryOpen(vault)).toBe(toHex(pkcs8));
    for (const wrong of ['quiet lantern ferry mos', 'Quiet lantern ferry moss', `${PHRASE} `]) expect(await tryOpen(vault, wrong)).toBe('wrong-passphrase');
    expect(JSON.stringify(vault)).not.toContain(toBase64Url(pkcs8).slice(-20));
  });

  test('the same passphrase typed on another keyboard opens it', async () => {
    const accented = await sealKey(pkcs8, 'caf\u00e9 lantern ferry', 'ben', FLOOR);
    expect(await tryOpen(accented, 'cafe\u0301\u00a0lantern\u2009ferry')).toBe(toHex(pkcs8));
  });

  test('is different every time it is sealed', async () => {
    const again = await sealKey(pkcs8, PHRASE, 'ben', FLOOR);
    expect(again.iv).not.toBe(vault.iv);
    expect(argon2Default().name === 'argon2id' && argon2Default().salt).not.toBe(argon2Default().salt);
  });

  const swap = (text: string, at: number) => text.slice(0, at) + (text.charAt(at) === 'A' ? 'B' : 'A') + text.slice(at + 1);
  test.each([
    ['owner', (v: Vault) => ({ ...v, memberId: 'chi' })], ['passes', (v: Vault) => ({ ...v, kdf: argon(19 * 1024, 3) })], ['memory', (v: Vault) => ({ ...v, kdf: argon(20 * 1024, 2) })],
    ['salt', (v: Vault) => ({ ...v, kdf: { ...v.kdf, salt: swap(v.kdf.salt, 3) } })], ['first byte', (v: Vault) => ({ ...v, sealed: swap(v.sealed, 0) })], ['tag', (v: Vault) => ({ ...v, sealed: swap(v.sealed, v.sealed.length - 3) })],
    ['iv', (v: Vault) => ({ ...v, iv: swap(v.iv, 2) })], ['length', (v: Vault) => ({ ...v, sealed: v.sealed.slice(0, -6) })],
  ] as [string, (v: Vault) => Vault][])('is refused when its %s was changed', async (_, change) => {
    expect(await tryOpen(change(vault))).toBe('wrong-passphrase');
  });

  test('parameters are bound even for somebody who kept the key-encryption key', async () => {
    const kek = await deriveKek(vault, PHRASE);
    if (!kek.ok) throw new Error(kek.detail);
    expect((await openVault({ ...vault, kdf: argon(46 * 1024, 1) }, kek.value)).ok).toBe(false);
    expect((await openVault({ ...vault, memberId: 'chi' }, kek.value)).ok).toBe(false);
  });

  test.each([['no kdf', { kdf: undefined }], ['an extra field', { note: 1 }], ['a short iv', { iv: 'AAAA' }], ['padding', { sealed: 'A'.repeat(60) + '=' }]])('with %s is reported as damaged', async (_, change) => {
    const kek = new Uint8Array(32);
    expect(await openVault({ ...vault, ...change } as Vault, kek)).toMatchObject({ ok: false, code: 'bad-vault' });
    expect(await deriveKek({ ...vault, ...change } as Vault, PHRASE)).toMatchObject({ ok: false, code: 'bad-vault' });
  });
});

test('Argon2id agrees with the reference implementation (version 19, 64 MiB, two passes)', async () => {
  const hash = await argon2id({ password: 'password', salt: new TextEncoder().encode('somesalt'), memorySize: 65_536, iterations: 2, parallelism: 1, hashLength: 32, outputType: 'hex' });
  expect(hash).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
});

describe('the floor (guard.md §5)', () => {
  test.each([
    [argon(19 * 1024, 2), true], [argon(46 * 1024, 1), true], [argon(64 * 1024, 3), true], [argon(19 * 1024, 1), false], [argon(19 * 1024 - 1, 2), false], [argon(46 * 1024 - 1, 1), false], [argon(12 * 1024, 3), false],
    [argon(46 * 1024, 0), false], [argon(46 * 1024, 1, 0), false], [argon(1024 * 1024, 1), false], [argon(46 * 1024, 11), false], [argon(46 * 1024, 1, 5), false],
    [{ name: 'pbkdf2-sha256', iterations: 600_000, salt }, true], [{ name: 'pbkdf2-sha256', iterations: 599_999, salt }, false], [{ name: 'pbkdf2-sha256', iterations: 10_000_001, salt }, false],
  ] as [Kdf, boolean][])('%j: accepted %s', (kdf, accepted) => {
    expect(kdfProblem(kdf) === null).toBe(accepted);
  });

  test('a vault below it is refused before the passphrase is even tried, and none is ever made', async () => {
    expect(await tryOpen({ ...vault, kdf: argon(1024, 1) })).toBe('weak-kdf');
    await expect(sealKey(pkcs8, PHRASE, 'ben', argon(1024, 1))).rejects.toThrow('at least');
  });

  test('the defaults are above it, and the default really opens', async () => {
    expect([argon2Default(), pbkdf2Default()].map(kdfProblem)).toEqual([null, null]);
    expect(argon2Default()).toMatchObject({ memory: 46 * 1024, passes: 1, lanes: 1 });
    expect(await tryOpen(await sealKey(pkcs8, PHRASE, 'ben'))).toBe(toHex(pkcs8));
  });

  test('PBKDF2 stands in where WebAssembly does not run', async () => {
    vi.doMock('hash-wasm', () => ({ argon2id: () => Promise.reject(new Error('WebAssembly is not allowed here')) }));
    const fallback = await sealKey(pkcs8, PHRASE, 'ben');
    expect(fallback.kdf).toMatchObject({ name: 'pbkdf2-sha256', iterations: 600_000 });
    expect(await tryOpen(fallback)).toBe(toHex(pkcs8));
    expect(await tryOpen(vault)).toBe('unsupported');
    vi.doUnmock('hash-wasm');
    expect(await tryOpen(vault)).toBe(toHex(pkcs8));
  });

  test('each person and purpose gets another key from the same passphrase', async () => {
    const [ben, chi] = await Promise.all([deriveKey(FLOOR, PHRASE, 'ben'), deriveKey(FLOOR, PHRASE, 'chi')]);
    expect(ben.ok && chi.ok && toHex(ben.value) !== toHex(chi.value)).toBe(true);
    expect(await deriveKey(FLOOR, '', 'ben')).toMatchObject({ code: 'wrong-passphrase' });
  });
});
