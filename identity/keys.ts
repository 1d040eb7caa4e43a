/** Ed25519 device keys through WebCrypto (RFC 8032, guard.md §5). */
import { sha256Hex } from '../review/digest';
import { fromBase64Url, plain, toBase64Url } from './bytes';
import { hasSmallOrder } from './small-order';

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

/** First 16 hex digits of the SHA-256 of the raw public key; '' when the key is not one. */
export async function keyIdOf(publicKey: string): Promise<string> {
  const raw = fromBase64Url(publicKey);
  return raw === null || raw.length !== KEY_BYTES ? '' : (await sha256Hex(raw)).slice(0, 16);
}

/** A new device key. `pkcs8` is the only copy of the private part: seal it (vault.ts), then zero it. */
export async function generateDeviceKey(): Promise<{ publicKey: string; deviceKeyId: string; pkcs8: Uint8Array }> {
  const { subtle } = globalThis.crypto;
  const pair = (await subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const publicKey = toBase64Url(new Uint8Array(await subtle.exportKey('raw', pair.publicKey)));
  const pkcs8 = new Uint8Array(await subtle.exportKey('pkcs8', pair.privateKey));
  return { publicKey, deviceKeyId: await keyIdOf(publicKey), pkcs8 };
}

/** A signing key that cannot be exported again. Rejects when the bytes are no Ed25519 key: a bug, since vaults are authenticated. */
export function importSigningKey(pkcs8: Uint8Array): Promise<CryptoKey> {
  return globalThis.crypto.subtle.importKey('pkcs8', plain(pkcs8), 'Ed25519', false, ['sign']);
}

/** base64url signature over the bytes. */
export async function signBytes(key: CryptoKey, bytes: Uint8Array): Promise<string> {
  return toBase64Url(new Uint8Array(await globalThis.crypto.subtle.sign('Ed25519', key, plain(bytes))));
}

/** True only for a well-formed key of large order and one exact spelling of a valid signature; malformed input is false. */
export async function verifyBytes(publicKey: string, bytes: Uint8Array, signature: string): Promise<boolean> {
  const raw = fromBase64Url(publicKey);
  const sig = fromBase64Url(signature);
  if (raw?.length !== KEY_BYTES || sig?.length !== SIGNATURE_BYTES || hasSmallOrder(raw)) return false;
  try {
    const key = await globalThis.crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    return await globalThis.crypto.subtle.verify('Ed25519', key, sig, plain(bytes));
  } catch {
    // Bytes that are no point on the curve make the import reject.
    return false;
  }
}
