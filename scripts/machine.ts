/** What this machine has to have before the rings can run, and how it gets it where we may install. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findProgram, skipWanted } from '../tests/real-apps/places';
import { findChromium } from '../tests/support/chromium';
import { findFirefox } from '../tests/support/find-firefox';

const WIKI = ['mediawiki', 'php8.2-cli', 'php8.2-sqlite3', 'php8.2-xml', 'php8.2-mbstring', 'php8.2-intl'];

function hasChromium(): boolean {
  try {
    findChromium();
    return true;
  } catch {
    return false;
  }
}

const appPackages = (): string[] => [
  ...(skipWanted() || findProgram('ngircd') ? [] : ['ngircd']),
  ...(skipWanted() || (existsSync('/usr/share/mediawiki/index.php') && findProgram('php8.2', 'php')) ? [] : WIKI),
];
const browserPackages = (): string[] => (hasChromium() ? [] : ['chromium']);
const firefoxPackages = (): string[] => (findFirefox() === null ? ['firefox-esr'] : []);
const mayInstall = (): boolean => process.getuid?.() === 0 && findProgram('apt-get') !== null;

/** Installs what is missing as root on a Debian machine; elsewhere throws with the command a person can run. */
function install(missing: string[]): void {
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!mayInstall()) {
    throw new Error(`This machine lacks ${missing.join(', ')}. On Debian: ${command}\nReal applications can be left out on purpose with COUNTERSIGN_SKIP_REAL_APPS=1 (not in CI); another browser is named with CHROMIUM_PATH or FIREFOX_PATH.`);
  }
  console.log(`Installing ${missing.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { stdio: ['ignore', 'ignore', 'inherit'], env });
}

/** For `npm start`: a browser is enough. */
export const prepareBrowser = (): void => install(browserPackages());
/** For `npm test`: both browsers and the real applications' packages. */
export const prepareMachine = (): void => install([...browserPackages(), ...firefoxPackages(), ...appPackages()]);
