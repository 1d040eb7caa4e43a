/** The device's own key for log entries: made once per store, private half not exportable (guard.md §2). */
import { encodeLogHash } from '../review/encoding';
import type { LogKey } from './rows';

function base64url(bytes: ArrayBuffer): string {
  let binary = '';
  for (const byte of new Uint8Array(bytes)) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

export async function makeLogKey(): Promise<LogKey> {
  const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
  return { publicKey: base64url(await crypto.subtle.exportKey('raw', pair.publicKey)), privateKey: pair.privateKey };
}

export async function signHash(key: CryptoKey, hash: string): Promise<string> {
  return base64url(await crypto.subtle.sign('Ed25519', key, new Uint8Array(encodeLogHash(hash))));
}
