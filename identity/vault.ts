/** A member's private key at rest: PKCS#8 under AES-256-GCM, the key made from the passphrase (guard.md §5). */
import { z } from 'zod';
import { canonicalJson } from '../review/canonical';
import { fromBase64Url, plain, randomBytes, toBase64Url } from './bytes';
import { argon2Default, deriveKey, kdfSchema, pbkdf2Default } from './kdf';
import { fail } from './result';
import type { Kdf } from './kdf';
import type { Result } from './result';

export const vaultSchema = z.strictObject({
  v: z.literal(1),
  memberId: z.string().min(1).max(80),
  kdf: kdfSchema,
  /** base64url, 12 bytes and the sealed key with its tag. */
  iv: z.string().regex(/^[A-Za-z0-9_-]{16}$/),
  sealed: z.string().min(40).max(400).regex(/^[A-Za-z0-9_-]+$/),
});
export type Vault = z.infer<typeof vaultSchema>;

/** Owner and parameters are authenticated, so neither can be swapped for a weaker one under the same passphrase. */
function boundFacts(vault: Pick<Vault, 'v' | 'memberId' | 'kdf'>): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`countersign/vault/v1\u0000${canonicalJson({ v: vault.v, memberId: vault.memberId, kdf: vault.kdf })}`);
}

function aesKey(kek: Uint8Array, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return globalThis.crypto.subtle.importKey('raw', plain(kek), 'AES-GCM', false, [use]);
}

async function sealWith(kdf: Kdf, pkcs8: Uint8Array, passphrase: string, memberId: string): Promise<Result<Vault>> {
  const kek = await deriveKey(kdf, passphrase, memberId);
  if (!kek.ok) return kek;
  const head = { v: 1 as const, memberId, kdf };
  const iv = randomBytes(12);
  const sealed = await globalThis.crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: boundFacts(head) }, await aesKey(kek.value, 'encrypt'), plain(pkcs8));
  kek.value.fill(0);
  return { ok: true, value: { ...head, iv: toBase64Url(iv), sealed: toBase64Url(new Uint8Array(sealed)) } };
}

/**
 * Seals a private key under a passphrase. Without `kdf` it takes Argon2id, and PBKDF2 where WebAssembly does not
 * run. Parameters below the floor throw: no caller of ours may ask for them.
 */
export async function sealKey(pkcs8: Uint8Array, passphrase: string, memberId: string, kdf?: Kdf): Promise<Vault> {
  let vault = await sealWith(kdf ?? argon2Default(), pkcs8, passphrase, memberId);
  if (!vault.ok && vault.code === 'unsupported' && kdf === undefined) vault = await sealWith(pbkdf2Default(), pkcs8, passphrase, memberId);
  if (!vault.ok) throw new Error(vault.detail);
  return vault.value;
}

/** The key-encryption key for this vault. It says nothing yet about whether the passphrase is right: see `openVault`. */
export async function deriveKek(vault: Vault, passphrase: string): Promise<Result<Uint8Array>> {
  if (!vaultSchema.safeParse(vault).success) return fail('bad-vault', 'This stored key is damaged.');
  return deriveKey(vault.kdf, passphrase, vault.memberId);
}

/**
 * The PKCS#8 bytes; zero them after use. A wrong passphrase and a changed vault look the same to AES-GCM, so both
 * are 'wrong-passphrase'.
 */
export async function openVault(vault: Vault, kek: Uint8Array): Promise<Result<Uint8Array>> {
  const iv = fromBase64Url(vault.iv);
  const sealed = fromBase64Url(vault.sealed);
  if (iv?.length !== 12 || sealed === null || !vaultSchema.safeParse(vault).success) return fail('bad-vault', 'This stored key is damaged.');
  try {
    const bytes = await globalThis.crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: boundFacts(vault) }, await aesKey(kek, 'decrypt'), sealed);
    return { ok: true, value: new Uint8Array(bytes) };
  } catch {
    return fail('wrong-passphrase', 'That is not the passphrase for this key.');
  }
}
