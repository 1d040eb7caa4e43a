/** Finds a Chromium-family browser: environment, PATH, then Playwright's own. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable', 'chrome', 'msedge'];
const FIXED = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(name: string): string | null {
  for (const dir of (process.env.PATH ?? '').split(delimiter)) {
    for (const file of [join(dir, name), join(dir, `${name}.exe`)]) if (dir && isExecutable(file)) return file;
  }
  return null;
}

export function findChromium(): string {
  const named = process.env.CHROMIUM_PATH ?? process.env.CHROME_PATH;
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run.`);
    return named;
  }
  for (const name of NAMES) {
    const found = onPath(name);
    if (found) return found;
  }
  const fixed = FIXED.find((path) => existsSync(path));
  if (fixed) return fixed;
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  throw new Error('No Chromium, Chrome or Edge was found. Install one, or set CHROMIUM_PATH to its executable.');
}

/** Branded builds ignore --load-extension; the build is then loaded through the DevTools protocol. */
export function isBranded(path: string): boolean {
  return /google|chrome\.app|\bchrome(\.exe)?$|edge/i.test(path) && !/chromium/i.test(path);
}

export function chromiumArgs(): string[] {
  const asRoot = typeof process.getuid === 'function' && process.getuid() === 0;
  return [
    ...(asRoot ? ['--no-sandbox'] : []),
    '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    // Pages of the browser's own address bar: a tenth of what starting it costs, and no part of what is tested.
    '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,OmniboxAimPopup',
  ];
}
