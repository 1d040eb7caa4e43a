/** From a passphrase to key bytes: Argon2id (RFC 9106), or PBKDF2 where WebAssembly is missing. */
import { z } from 'zod';
import { canonicalJson } from '../review/canonical';
import { fromBase64Url, plain, randomBytes, toBase64Url } from './bytes';
import { fail } from './result';
import type { Result } from './result';

const salt = z.string().regex(/^[A-Za-z0-9_-]{22}$/, 'a salt of 16 bytes');

/** Memory in KiB. */
export const kdfSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('argon2id'), memory: z.int(), passes: z.int(), lanes: z.int(), salt }),
  z.strictObject({ name: z.literal('pbkdf2-sha256'), iterations: z.int(), salt }),
]);
export type Kdf = z.infer<typeof kdfSchema>;

const MIB = 1024;
const KEY_BYTES = 32;

/** guard.md §5: 46 MiB, one pass, one lane. */
export function argon2Default(): Kdf {
  return { name: 'argon2id', memory: 46 * MIB, passes: 1, lanes: 1, salt: toBase64Url(randomBytes(16)) };
}

export function pbkdf2Default(): Kdf {
  return { name: 'pbkdf2-sha256', iterations: 600_000, salt: toBase64Url(randomBytes(16)) };
}

/**
 * Why these parameters are refused, or null. Floor: Argon2id 19 MiB with two passes or 46 MiB with one, PBKDF2
 * 600 000 (guard.md §5). Ceiling: what would freeze or exhaust the machine of whoever opens a crafted vault.
 */
export function kdfProblem(kdf: Kdf): string | null {
  if (kdf.name === 'pbkdf2-sha256') {
    if (kdf.iterations < 600_000) return 'PBKDF2 needs at least 600,000 iterations.';
    return kdf.iterations > 10_000_000 ? 'PBKDF2 with more than 10,000,000 iterations is refused.' : null;
  }
  const { memory, passes, lanes } = kdf;
  const enough = lanes >= 1 && ((memory >= 46 * MIB && passes >= 1) || (memory >= 19 * MIB && passes >= 2));
  if (!enough) return 'Argon2id needs at least 19 MiB with two passes, or 46 MiB with one.';
  return memory > 512 * MIB || passes > 10 || lanes > 4 ? 'Argon2id with more than 512 MiB, 10 passes or 4 lanes is refused.' : null;
}

/** RFC 8265 OpaqueString: other kinds of space become a space, then NFC, so that every keyboard types the same passphrase. */
function prepare(passphrase: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(passphrase.replace(/\p{Zs}/gu, ' ').normalize('NFC'));
}

/** Argon2id lives in its own chunk: only pages that unlock load it. */
async function argon2id(password: Uint8Array, kdf: Extract<Kdf, { name: 'argon2id' }>, saltBytes: Uint8Array): Promise<Uint8Array> {
  const { argon2id: run } = await import('hash-wasm');
  return run({ password, salt: saltBytes, memorySize: kdf.memory, iterations: kdf.passes, parallelism: kdf.lanes, hashLength: KEY_BYTES, outputType: 'binary' });
}

async function stretch(password: Uint8Array<ArrayBuffer>, kdf: Kdf, saltBytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (kdf.name === 'argon2id') return argon2id(password, kdf, saltBytes);
  const { subtle } = globalThis.crypto;
  const base = await subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  return new Uint8Array(await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: saltBytes, iterations: kdf.iterations }, base, KEY_BYTES * 8));
}

/** HKDF-SHA256 (RFC 5869) binds the stretched key to its purpose, its owner and the parameters that made it. */
async function expand(stretched: Uint8Array, context: string): Promise<Uint8Array> {
  const { subtle } = globalThis.crypto;
  const base = await subtle.importKey('raw', plain(stretched), 'HKDF', false, ['deriveBits']);
  const info = new TextEncoder().encode(`countersign/kek/v1\u0000${context}`);
  return new Uint8Array(await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info }, base, KEY_BYTES * 8));
}

/** 32 key bytes for AES-256-GCM. Weak parameters are refused before any work is done. */
export async function deriveKey(kdf: Kdf, passphrase: string, owner: string): Promise<Result<Uint8Array>> {
  const problem = kdfProblem(kdf);
  if (problem !== null) return fail('weak-kdf', problem);
  const saltBytes = fromBase64Url(kdf.salt);
  if (saltBytes?.length !== 16) return fail('bad-vault', 'The salt of this key is damaged.');
  if (passphrase === '') return fail('wrong-passphrase', 'Type your passphrase.');
  const password = prepare(passphrase);
  try {
    const stretched = await stretch(password, kdf, saltBytes);
    const key = await expand(stretched, canonicalJson({ owner, kdf }));
    stretched.fill(0);
    return { ok: true, value: key };
  } catch (error) {
    return fail('unsupported', `The key could not be derived here: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    password.fill(0);
  }
}
