/**
 * The id Chrome and Edge give an extension that is packed with this key: `node --import ./scripts/ts.mjs
 * scripts/extension-id.ts key.pem`. First 16 bytes of SHA-256 over the public key (SubjectPublicKeyInfo, DER), each half
 * byte as a letter from a to p.
 */
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export function extensionIdOf(publicKey: Uint8Array): string {
  const digest = createHash('sha256').update(publicKey).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , file] = process.argv;
  if (file === undefined) {
    console.error('Name the private key the extension is packed with: npm run extension-id -- key.pem');
    process.exitCode = 2;
  } else console.log(extensionIdOf(createPublicKey(createPrivateKey(readFileSync(file))).export({ type: 'spki', format: 'der' })));
}
