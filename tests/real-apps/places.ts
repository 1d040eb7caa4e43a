/** Where the real applications are kept, and whether this machine may do without them. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Beside the product, never inside it: nothing here is a dependency of Countersign. */
export const CACHE = fileURLToPath(new URL('../../.cache/real-apps/', import.meta.url));

/**
 * Real applications are skipped only when a person said so by name, and never in CI:
 * a suite that quietly leaves its hardest part out proves nothing.
 */
export function skipWanted(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.COUNTERSIGN_SKIP_REAL_APPS === '1' && !env.CI;
}

/** First of the named programs found on PATH or in the system's own folders. */
export function findProgram(...names: string[]): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin'];
  for (const name of names) {
    for (const folder of folders) {
      if (!folder) continue;
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here.
      }
    }
  }
  return null;
}

export function needProgram(packages: string, ...names: string[]): string {
  const found = findProgram(...names);
  if (found) return found;
  throw new Error(
    `${names[0]} is not installed. Install it (Debian: ${packages}), or leave the real applications out on purpose with COUNTERSIGN_SKIP_REAL_APPS=1 (not possible in CI).`,
  );
}
