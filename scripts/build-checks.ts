/**
 * What a build must be before anybody may install it: small where it runs in every tab, readable to
 * Chromium, and asking for nothing it does not need. Sources: interface.md §0.4, §7; guard.md §7.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { hostPermissionsOf, permissionsOf, variantOf } from './manifest';
import type { Variant } from './manifest';

export interface Check {
  name: string;
  ok: boolean;
  detail: string;
}

/** Bytes after gzip. The popup is read from the disk, so its size matters less than its first paint, which the bench measures. */
export const BUDGETS = { gate: 25 * 1024, page: 4 * 1024, popup: 280 * 1024 };

/** Chromium names its side panel as a permission; Firefox has a sidebar without one. */
const CHROMIUM_ONLY = ['sidePanel'];

interface Manifest {
  manifest_version?: number;
  permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
  web_accessible_resources?: unknown[];
  content_scripts?: unknown[];
  externally_connectable?: unknown;
  content_security_policy?: { extension_pages?: string };
}

export const gzipSize = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).byteLength;

/** Noncharacters make Chromium refuse a content script, and with it the whole extension. */
export function findNoncharacter(text: string): string | null {
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if ((code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef)) return `U+${code.toString(16).toUpperCase()}`;
  }
  return null;
}

/** A page's script and everything it imports at start, each file once. Lazily imported chunks do not count. */
export function startScripts(dir: string, page: string): string[] {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !existsSync(join(dir, file))) return;
    seen.add(file);
    const text = readFileSync(join(dir, file), 'utf8');
    for (const match of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)) visit(normalize(join(dirname(file), match[1] ?? '')));
  };
  const html = readFileSync(join(dir, page), 'utf8');
  for (const match of html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)) visit(normalize(match[1] ?? ''));
  return [...seen].sort();
}

const within = (name: string, bytes: number, budget: number): Check => ({ name, ok: bytes <= budget, detail: `${(bytes / 1024).toFixed(1)} KB of ${(budget / 1024).toFixed(0)} KB gzip` });

function checkSizes(dir: string): Check[] {
  const script = (file: string): string => join(dir, 'content-scripts', file);
  return [
    within('content script size', gzipSize(script('gate.js')), BUDGETS.gate),
    within('page world size', gzipSize(script('page.js')), BUDGETS.page),
    within('popup start size', startScripts(dir, 'popup.html').reduce((sum, file) => sum + gzipSize(join(dir, file)), 0), BUDGETS.popup),
  ];
}

function checkCharacters(dir: string): Check[] {
  const folder = join(dir, 'content-scripts');
  return readdirSync(folder).filter((file) => file.endsWith('.js')).map((file) => {
    const bytes = readFileSync(join(folder, file));
    let found: string | null;
    try {
      found = findNoncharacter(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      found = 'bytes that are not UTF-8';
    }
    return { name: `${file} has no noncharacter`, ok: found === null, detail: found ?? 'clean' };
  });
}

/** @param variant which build this is meant to be: it asks for that variant's lists, no fewer and no more (scripts/manifest.ts). */
export function checkManifest(manifest: Manifest, variant: Variant): Check[] {
  const hosts = [...(manifest.host_permissions ?? [])].sort();
  const asked = (manifest.permissions ?? []).filter((one) => !CHROMIUM_ONLY.includes(one)).sort();
  const csp = manifest.content_security_policy?.extension_pages ?? '';
  const empty = (list: unknown[] | undefined): boolean => (list ?? []).length === 0;
  return [
    { name: 'manifest version', ok: manifest.manifest_version === 3, detail: String(manifest.manifest_version) },
    { name: 'permissions are the agreed list', ok: asked.join() === permissionsOf(variant).sort().join(), detail: (manifest.permissions ?? []).join(', ') },
    { name: 'hosts at install are the agreed list', ok: hosts.join() === hostPermissionsOf(variant).join(), detail: hosts.join(', ') || 'none' },
    { name: 'no script is declared for any site', ok: empty(manifest.content_scripts), detail: `${(manifest.content_scripts ?? []).length}` },
    { name: 'no web-accessible resource', ok: empty(manifest.web_accessible_resources), detail: `${(manifest.web_accessible_resources ?? []).length}` },
    { name: 'no outside page may connect', ok: manifest.externally_connectable === undefined, detail: String(manifest.externally_connectable) },
    { name: 'pages run no foreign or evaluated script', ok: /script-src 'self' 'wasm-unsafe-eval';/.test(csp) && !csp.includes("'unsafe-eval'") && /object-src 'none'/.test(csp) && /frame-ancestors 'none'/.test(csp), detail: csp },
  ];
}

const STORE = variantOf('chrome', 'production');

export function checkBuild(dir: string, variant: Variant = STORE): Check[] {
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as Manifest;
  return [...checkSizes(dir), ...checkCharacters(dir), ...checkManifest(manifest, variant)];
}
