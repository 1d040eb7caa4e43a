/** SHA-256 through WebCrypto: the one impure-looking thing this room may use, since it depends on its input only. */
import type { Digest } from './model';

const encoder = new TextEncoder();

/** Lower-case hex SHA-256 (FIPS 180-4) of bytes, or of the UTF-8 form of a string. */
export async function sha256Hex(data: string | Uint8Array): Promise<Digest> {
  const bytes = typeof data === 'string' ? encoder.encode(data) : new Uint8Array(data);
  const hash = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
