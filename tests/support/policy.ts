/**
 * Chromium under a real enterprise policy: the extension packed with a throwaway key, served on the loopback, and
 * installed by force. The policy folder is laid over the system's in a mount namespace of the browser's own, so nothing
 * on the machine changes. Needs Linux, root and `unshare`. Source: guard.md §3.5.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensionIdOf } from '../../scripts/extension-id';
import { findChromium, isBranded } from './chromium';

/** Where Chromium (not Chrome) looks for policies on Linux. */
const SYSTEM = '/etc/chromium';

/** Why this machine cannot run a browser under policy; null when it can. */
export function whyNoPolicy(): string | null {
  if (process.platform !== 'linux') return 'policies are laid over the system’s only on Linux';
  if (process.getuid?.() !== 0) return 'a mount namespace needs root';
  if (isBranded(findChromium())) return 'branded browsers read another policy folder';
  const tried = spawnSync('unshare', ['-m', 'sh', '-c', `mkdir -p ${SYSTEM} && mount -t tmpfs none ${SYSTEM}`]);
  return tried.status === 0 ? null : `a private mount is refused here (${String(tried.stderr ?? tried.error).trim()})`;
}

export interface Packed {
  id: string;
  crx: string;
  version: string;
}

/** Packs a build as an administrator would, with Chromium itself. */
function pack(build: string, folder: string): Packed {
  const copy = join(folder, 'extension');
  cpSync(build, copy, { recursive: true });
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } });
  const key = join(folder, 'throwaway.pem');
  writeFileSync(key, privateKey, { mode: 0o600 });
  execFileSync(findChromium(), ['--no-sandbox', '--headless=new', `--user-data-dir=${join(folder, 'packer')}`, `--pack-extension=${copy}`, `--pack-extension-key=${key}`], { stdio: 'ignore', timeout: 60_000 });
  const id = extensionIdOf(createPublicKey(createPrivateKey(privateKey)).export({ type: 'spki', format: 'der' }));
  const { version } = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as { version: string };
  return { id, crx: `${copy}.crx`, version };
}

export interface UnderPolicy {
  id: string;
  /** Stands in for the browser: lays the policy over the system's, then becomes it. */
  executable: string;
  close(): Promise<void>;
}

/** @param policies beside the forced installation; `managed` is what the extension itself is told. */
export async function underPolicy(build: string, managed: object, policies: object = {}): Promise<UnderPolicy> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-policy-'));
  const packed = pack(build, folder);
  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith('/countersign.crx')) return void outgoing.writeHead(200, { 'content-type': 'application/x-chrome-extension' }).end(readFileSync(packed.crx));
    const { port } = server.address() as AddressInfo;
    outgoing.writeHead(200, { 'content-type': 'application/xml' }).end(`<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${packed.id}"><updatecheck codebase="http://127.0.0.1:${port}/countersign.crx" version="${packed.version}"/></app></gupdate>`);
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  const { port } = server.address() as AddressInfo;
  const etc = join(folder, 'etc');
  mkdirSync(join(etc, 'policies', 'managed'), { recursive: true });
  writeFileSync(join(etc, 'policies', 'managed', 'countersign.json'), JSON.stringify({
    // By default nobody may look into an extension that a policy installed, and a test could not either.
    DeveloperToolsAvailability: 1,
    ...policies,
    ExtensionSettings: { [packed.id]: { installation_mode: 'force_installed', update_url: `http://127.0.0.1:${port}/updates.xml`, override_update_url: true } },
    '3rdparty': { extensions: { [packed.id]: managed } },
  }));
  const executable = join(folder, 'browser');
  writeFileSync(executable, `#!/bin/sh\nexec unshare -m sh -c 'mount --bind "$0" ${SYSTEM} && exec "$@"' ${JSON.stringify(etc)} ${JSON.stringify(findChromium())} "$@"\n`, { mode: 0o755 });
  return {
    id: packed.id,
    executable,
    close: async () => {
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
