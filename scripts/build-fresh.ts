/** Builds the automation build when a source file is newer than it, or when there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['checks', 'components', 'entrypoints', 'gate', 'identity', 'platforms', 'public', 'review', 'runtime', 'storage', 'package.json', 'wxt.config.ts'];
const BUILT = '.output/chrome-mv3-e2e/manifest.json';

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}

export function isStale(): boolean {
  if (!existsSync(BUILT)) return true;
  const built = statSync(BUILT).mtimeMs;
  return SOURCES.some((source) => existsSync(source) && newest(source) > built);
}

/** Throws with the builder's own words when the build fails. */
export function buildFresh(): void {
  if (!isStale()) return;
  console.log('Building the extension …');
  const run = spawnSync('wxt', ['build', '--mode', 'e2e'], { encoding: 'utf8', shell: process.platform === 'win32' });
  if (run.status !== 0) throw new Error(`The build failed:\n${run.stdout}\n${run.stderr}`);
}
