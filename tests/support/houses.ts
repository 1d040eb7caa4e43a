/**
 * Profiles that are set up once per run, through the real pages, and then copied: each test has a browser and a
 * store of its own and starts where its story starts. The project `houses` makes them before every other test.
 */
import { existsSync, statSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { E2E_BUILD, TestBrowser } from './browser';
import type { OpenOptions } from './browser';
import { setRules } from './loop';
import { OptionsPage, PopupPage, LENA } from './pages';
import { readPracticeAdapter } from './practice-adapter';
import { BUILT_IN_SITES, setUpWorkspace } from './workspace';

/**
 * whole: as the first run leaves it, ten seconds to undo.
 * brisk: one second to undo, for stories that are not about that time.
 * commons: no time to undo, and the practice site on this computer is covered as well.
 */
export type House = 'whole' | 'brisk' | 'commons';

const HOUSES = fileURLToPath(new URL('../../.output/houses/', import.meta.url));
const placeOf = (house: House): string => join(HOUSES, house);
/** What a browser writes anew by itself, and the lock of the one that ran there. */
const NOT_COPIED = /Singleton|\/(Cache|Code Cache|GPUCache|DawnGraphiteCache|DawnWebGPUCache|GrShaderCache|ShaderCache)(\/|$)/;

const copyTo = async (from: string, to: string): Promise<void> => await cp(from, to, { recursive: true, filter: (path) => !NOT_COPIED.test(path) });

async function inside(house: House, work: (browser: TestBrowser) => Promise<void>): Promise<void> {
  const browser = await TestBrowser.open({ profile: placeOf(house) });
  try {
    await work(browser);
  } finally {
    await browser.quit();
  }
}

/** Two people walk the first run and switch every built-in site on; the other houses differ by what their rule owner changed. */
export async function buildHouses(): Promise<void> {
  await rm(HOUSES, { recursive: true, force: true, maxRetries: 5 });
  await inside('whole', async (browser) => void (await setUpWorkspace(browser, undefined, BUILT_IN_SITES)));
  await copyTo(placeOf('whole'), placeOf('brisk'));
  await inside('brisk', async (browser) => {
    const popup = await PopupPage.open(browser);
    await popup.signIn(LENA);
    await setRules(popup.page, { undoMs: 1_000 });
  });
  await copyTo(placeOf('brisk'), placeOf('commons'));
  await inside('commons', async (browser) => {
    const popup = await PopupPage.open(browser);
    await popup.signIn(LENA);
    const options = await OptionsPage.open(browser, 'sites/add');
    await options.importAdapter(await readPracticeAdapter(), 'localhost');
    await setRules(options.page, { undoMs: 0, requireSeen: false });
  });
}

/** For runs outside the test runner: makes the houses when the build is newer. A profile keeps the worker's script, so an old house would run an old worker. */
export async function readyHouses(): Promise<void> {
  const made = placeOf('commons');
  if (!existsSync(made) || statSync(made).mtimeMs < statSync(join(E2E_BUILD, 'manifest.json')).mtimeMs) await buildHouses();
}

/** A browser on a copy of a house. Locked, as after any restart; Lena was the last to sign in. */
export async function openHouse(house: House, options: Omit<OpenOptions, 'profile'> = {}): Promise<TestBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'countersign-house-'));
  await copyTo(placeOf(house), profile);
  const browser = await TestBrowser.open({ ...options, profile });
  await browser.gatesReady();
  const close = browser.close.bind(browser);
  browser.close = async () => {
    await close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return browser;
}
