/**
 * Bundles each practice page once with esbuild into .cache/sites, shared by every test process.
 * The cache key covers every file the bundle read, so an edit or a package update builds anew.
 */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { SiteAnswer } from './site';

/** The project's folder, also when this file runs bundled from elsewhere inside it. */
function projectRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  return projectRoot(dirname(from));
}

const ROOT = projectRoot(dirname(fileURLToPath(import.meta.url)));
const HERE = join(ROOT, 'tests', 'sites');
const CACHE = join(ROOT, '.cache', 'sites');

interface Bundle { js: string; css: string }
interface Stored extends Bundle { inputs: Record<string, string> }

const digest = (path: string) => (existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'gone');

function stored(id: string): Bundle | null {
  const file = join(CACHE, `${id}.json`);
  if (!existsSync(file)) return null;
  const bundle = JSON.parse(readFileSync(file, 'utf8')) as Stored;
  const fresh = Object.entries(bundle.inputs).every(([path, hash]) => digest(join(ROOT, path)) === hash);
  return fresh ? bundle : null;
}

async function make(id: string): Promise<Bundle> {
  const entry = ['page.tsx', 'page.ts'].map((name) => join(HERE, id, name)).find((path) => existsSync(path));
  if (!entry) throw new Error(`The practice site "${id}" has no page.ts or page.tsx.`);
  const done = await build({
    entryPoints: { app: entry },
    absWorkingDir: ROOT,
    outdir: join(CACHE, id),
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    alias: { 'react-native': 'react-native-web' },
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis', __DEV__: 'false' },
    loader: { '.css': 'css' },
    logLevel: 'warning',
  });
  const text = (end: string) => done.outputFiles.find((file) => file.path.endsWith(end))?.text ?? '';
  const bundle: Stored = { js: text('.js'), css: text('.css'), inputs: {} };
  for (const path of Object.keys(done.metafile.inputs)) bundle.inputs[path] = digest(join(ROOT, path));
  mkdirSync(CACHE, { recursive: true });
  // Other test processes may write the same file: rename is atomic.
  const draft = join(CACHE, `${id}.${randomBytes(4).toString('hex')}.tmp`);
  writeFileSync(draft, JSON.stringify(bundle));
  renameSync(draft, join(CACHE, `${id}.json`));
  return bundle;
}

const bundles = new Map<string, Promise<Bundle>>();

/** The page's script and styles, built at most once per process and once per change. */
export function bundleOf(id: string): Promise<Bundle> {
  const known = bundles.get(id) ?? Promise.resolve(stored(id)).then((found) => found ?? make(id));
  bundles.set(id, known);
  return known;
}

/** Null when the path is not one of the bundle's files. */
export async function assetOf(id: string, path: string): Promise<SiteAnswer | null> {
  if (path !== '/assets/app.js' && path !== '/assets/app.css') return null;
  const bundle = await bundleOf(id);
  const js = path.endsWith('.js');
  return {
    status: 200,
    headers: { 'content-type': js ? 'text/javascript; charset=utf-8' : 'text/css; charset=utf-8' },
    body: js ? bundle.js : bundle.css,
  };
}
