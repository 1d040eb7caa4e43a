/** Ties every adapter to its file, its practice site and its evidence. A failure prints what to do. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { ADAPTERS } from '../../../platforms';
import { BARE_ADAPTERS } from '../../../platforms/bare';
import { BUILT_IN_HOSTS } from '../../../platforms/hosts';
import { adapterSchema } from '../../../platforms/schema';
import type { Adapter } from '../../../platforms/schema';
import { adapterOf } from '../../sites/adapter-of';
import { EXAMPLES } from '../../sites/examples';
import { SITES } from '../../sites/sites';

const MAX_GZIP = 7 * 1024;
/** Files of the room that are machinery, not sites. */
const MACHINERY = new Set(['bare', 'hosts', 'import', 'index', 'json-lines', 'key-names', 'lock-pattern', 'lock-rules', 'over-block', 'own-posts', 'path', 'pattern-parse', 'pattern-samples', 'permalink', 'rulesets', 'safe-pattern', 'say-issues', 'schema', 'schema-keys', 'selector-check', 'semantic']);

/** Every selector of an adapter, wherever it stands. */
function selectorsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return ['selector', 'inner', 'click', 'detect', 'link', 'selectors', 'scope', 'shadowHosts', 'exclude', 'unless', 'previews'].includes(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => selectorsOf(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => selectorsOf(child, name));
}

/** A class or id that a build tool made up and will make up anew: x1lliihq, css-1dbjc4n, ember42. */
export function madeUpNames(selector: string): string[] {
  const bare = selector.replaceAll(/\[[^\]]*\]/g, '');
  const names = [...bare.matchAll(/[.#]([\w-]+)/g)].map(([, name]) => name!);
  return names.filter((name) => /^(ember\d+$|(css|sc|jss|jsx)-)/.test(name) || name.split(/[-_]+/).some((part) => {
    const word = part.replace(/^[A-Za-z]{3,}\d{0,2}$/, '');
    return /^(?=.*\d)[a-z\d]{4,}$/i.test(word);
  }));
}

const shown = (adapter: Adapter) => adapter.id;

describe('the registry of adapters', () => {
  it('knows every adapter file, once, in the order of ids', () => {
    const files = readdirSync('platforms').map((name) => name.replace(/\.ts$/, '')).filter((name) => !MACHINERY.has(name)).sort();
    const ids = ADAPTERS.map(({ id }) => id);
    expect(ids, 'add one import and one entry to platforms/index.ts, in the order of ids').toEqual(files);
  });

  it('gives pages the same adapters, without the notes', () => {
    expect(BARE_ADAPTERS, 'add one import and one entry to platforms/bare.ts').toEqual(ADAPTERS.map((adapter) => ({ ...adapter, evidence: [], gaps: [] })));
  });

  it.each(ADAPTERS.map((adapter) => [shown(adapter), adapter] as const))('%s fits the schema', (_, adapter) => {
    expect(adapterSchema.safeParse(adapter).error?.issues ?? []).toEqual([]);
  });

  it('gives every host to one adapter only', () => {
    const hosts = ADAPTERS.flatMap((adapter) => adapter.hosts);
    expect(hosts).toEqual([...new Set(hosts)]);
    expect(BUILT_IN_HOSTS).toEqual([...hosts].sort());
  });

  it.each(ADAPTERS.map((adapter) => [shown(adapter), adapter] as const))('%s runs on named hosts, or says how its pages are known', (_, adapter) => {
    expect(adapter.hosts.length > 0 || adapter.detect !== undefined).toBe(true);
  });

  it.each(ADAPTERS.flatMap((adapter) => adapter.surfaces.map((surface) => [adapter.id, surface.id] as const)))('%s: the surface "%s" is proved on a practice site, with look-alikes it must leave alone', (id, surface) => {
    expect(Object.keys(SITES), `add tests/sites/${id}/server.ts and page.ts, and an entry in tests/sites/sites.ts`).toContain(id);
    const examples = (EXAMPLES[id] ?? []).filter((example) => example.surface === surface);
    expect(examples.length, `add an example for "${surface}" to tests/sites/${id}/examples.ts`).toBeGreaterThan(0);
    expect(examples.some(({ decoys }) => decoys.some(({ is }) => is === 'control')), `add a control that "${surface}" must not take for its own`).toBe(true);
    expect(examples.some(({ langs }) => langs.includes('en'))).toBe(true);
  });

  it('has no example for a surface that does not exist', () => {
    const named = Object.entries(EXAMPLES).flatMap(([id, examples]) => examples.map(({ surface }) => `${id}: ${surface}`));
    const known = Object.keys(EXAMPLES).flatMap((id) => adapterOf(id).surfaces.map((surface) => `${id}: ${surface.id}`));
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(ADAPTERS.map((adapter) => [shown(adapter), adapter] as const))('%s uses no names a build tool made up', (_, adapter) => {
    expect(selectorsOf(adapter).flatMap(madeUpNames), 'use an attribute, a role or a stable class instead').toEqual([]);
  });

  it('would notice a made-up name', () => {
    for (const selector of ['.x1lliihq', 'div.css-1dbjc4n > a', '#ember42', '.r-1loqt21', '._a9zs8', '.sc-bdVaJa1']) expect(madeUpNames(selector), selector).toHaveLength(1);
    for (const selector of ['.ql-editor', '.compose-form__submit', 'textarea#wpTextbox1', '[class="x1lliihq"]', '.share-actions__primary-action', 'article.h2']) expect(madeUpNames(selector), selector).toEqual([]);
  });

  it.each(ADAPTERS.map((adapter) => [shown(adapter), adapter] as const))('%s says when it was checked, by whom, and what it does not cover', (_, adapter) => {
    const checked = Date.parse(adapter.verified);
    expect(checked).toBeGreaterThan(Date.parse('2026-01-01'));
    expect(checked).toBeLessThan(Date.now() + 86_400_000);
    expect(adapter.evidence.length).toBeGreaterThan(0);
    for (const { year } of adapter.evidence) expect(year).toBeGreaterThanOrEqual(2025);
    expect(adapter.gaps.length, 'every site has something nobody saw: write it down').toBeGreaterThan(0);
  });

  it.each(ADAPTERS.flatMap((adapter) => (adapter.icon ? [[adapter.id, adapter.icon] as const] : [])))('%s has its mark "%s" in the sprite', (_, icon) => {
    expect(readFileSync('components/sprite.svg', 'utf8')).toContain(`id="${icon}"`);
  });

  it('costs a page at most 7 KB and brings no schema library with it', async () => {
    const done = await build({ entryPoints: ['platforms/index.ts'], bundle: true, minify: true, format: 'esm', write: false, metafile: true, logLevel: 'silent' });
    expect(Object.keys(done.metafile.inputs).filter((path) => path.includes('node_modules') || path.endsWith('schema.ts'))).toEqual([]);
    expect(gzipSync(done.outputFiles[0]!.contents, { level: 9 }).length).toBeLessThanOrEqual(MAX_GZIP);
  });

  it('documents the two self-hosted examples exactly as the tests use them', () => {
    for (const name of readdirSync('tests/sites/custom')) {
      expect(existsSync(`docs/adapters/${name}`), `copy tests/sites/custom/${name} to docs/adapters`).toBe(true);
      expect(readFileSync(`docs/adapters/${name}`, 'utf8')).toBe(readFileSync(`tests/sites/custom/${name}`, 'utf8'));
    }
  });
});
