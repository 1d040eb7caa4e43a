/** Finds Firefox: environment, PATH, then where its installers put it. Kept apart, so that a machine without the test packages can ask. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['firefox-esr', 'firefox'];
const FIXED = ['/Applications/Firefox.app/Contents/MacOS/firefox', String.raw`C:\Program Files\Mozilla Firefox\firefox.exe`];

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** FIREFOX_PATH, then PATH, then where installers put it. Null when there is none. */
export function findFirefox(): string | null {
  const named = process.env.FIREFOX_PATH;
  if (named) {
    if (!runs(named)) throw new Error(`FIREFOX_PATH names ${named}, which cannot be run.`);
    return named;
  }
  const onPath = NAMES.flatMap((name) => (process.env.PATH ?? '').split(delimiter).filter(Boolean).flatMap((dir) => [join(dir, name), join(dir, `${name}.exe`)]));
  return [...onPath, ...FIXED].find(runs) ?? null;
}
