/** The build checks bite: every planted fault turns one of them red. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AUTOMATION_HOSTS } from '../../../platforms/hosts';
import { permissionsOf, variantOf } from '../../../scripts/manifest';
import { checkBuild, checkManifest, findNoncharacter, startScripts } from '../../../scripts/build-checks';

const PERMISSIONS = permissionsOf(variantOf('chrome', 'production'));
const MANIFEST = {
  manifest_version: 3,
  permissions: PERMISSIONS,
  host_permissions: [] as string[],
  content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; frame-ancestors 'none'" },
};
let dir = '';

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'countersign-build-'));
  await mkdir(join(dir, 'content-scripts'));
  await mkdir(join(dir, 'chunks'));
});
afterAll(async () => await rm(dir, { recursive: true, force: true }));

async function build(changes: { gate?: string | Buffer; page?: string | Buffer; popup?: string; manifest?: object }): Promise<string[]> {
  await writeFile(join(dir, 'content-scripts/gate.js'), changes.gate ?? 'hold();');
  await writeFile(join(dir, 'content-scripts/page.js'), changes.page ?? 'wait();');
  await writeFile(join(dir, 'popup.html'), '<script type="module" src="/chunks/popup.js"></script>');
  await writeFile(join(dir, 'chunks/popup.js'), changes.popup ?? 'import"./a.js";import("./lazy.js")');
  await writeFile(join(dir, 'chunks/a.js'), 'import{x}from"./popup.js";');
  await writeFile(join(dir, 'chunks/lazy.js'), 'late()');
  await writeFile(join(dir, 'manifest.json'), JSON.stringify({ ...MANIFEST, ...changes.manifest }));
  return checkBuild(dir).filter((check) => !check.ok).map((check) => check.name);
}

/** Random text does not shrink under gzip below 3/4 of its length. */
const noise = (bytes: number): string => randomBytes(bytes).toString('base64');

test('an honest build passes every check', async () => {
  expect(await build({})).toEqual([]);
});

test.each([
  ['a content script over its budget', { gate: noise(30_000) }, 'content script size'],
  ['a page world script over its budget', { page: noise(6_000) }, 'page world size'],
  ['a popup over its budget', { popup: noise(400_000) }, 'popup start size'],
  ['a noncharacter in a content script', { gate: `const last = "${String.fromCharCode(0xffff)}";` }, 'gate.js has no noncharacter'],
  ['a content script that is not UTF-8', { gate: Buffer.from([0x22, 0xff, 0x22]) }, 'gate.js has no noncharacter'],
  ['a host asked for at install', { manifest: { host_permissions: ['https://x.com/*'] } }, 'hosts at install are the agreed list'],
  ['one permission more', { manifest: { permissions: [...PERMISSIONS, 'tabs'] } }, 'permissions are the agreed list'],
  ['a script declared for every site', { manifest: { content_scripts: [{ matches: ['<all_urls>'] }] } }, 'no script is declared for any site'],
  ['a file that sites can probe for', { manifest: { web_accessible_resources: [{}] } }, 'no web-accessible resource'],
  ['a page that evaluates text', { manifest: { content_security_policy: { extension_pages: "script-src 'self' 'unsafe-eval'" } } }, 'pages run no foreign or evaluated script'],
] as const)('%s is refused', async (_title, changes, name) => {
  expect(await build(changes)).toEqual([name]);
});

test('the automation build is granted exactly the adapters’ hosts and this computer', () => {
  const faults = (host_permissions: string[]) => checkManifest({ ...MANIFEST, host_permissions }, variantOf('chrome', 'e2e')).filter((check) => !check.ok).map((check) => check.name);
  const exact = 'hosts at install are the agreed list';
  expect(AUTOMATION_HOSTS.filter((host) => host.startsWith('http:'))).toEqual(['http://127.0.0.1/*', 'http://localhost/*']);
  expect(faults([...AUTOMATION_HOSTS].reverse())).toEqual([]);
  expect(faults([...AUTOMATION_HOSTS, '*://*.example/*'])).toEqual([exact]);
  expect(faults(AUTOMATION_HOSTS.slice(1))).toEqual([exact]);
});

test('the popup is measured with what it imports at start and without what it loads later', async () => {
  await build({});
  expect(startScripts(dir, 'popup.html')).toEqual(['chunks/a.js', 'chunks/popup.js']);
});

test('noncharacters of every plane are found, emoji are not', () => {
  expect(findNoncharacter('\u{1FFFE}')).toBe('U+1FFFE');
  expect(findNoncharacter('﷐')).toBe('U+FDD0');
  expect(findNoncharacter('a 👩‍👩‍👧 �')).toBeNull();
});
