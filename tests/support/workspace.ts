/**
 * A workspace with an author, an approver and every built-in site switched on, made once through the
 * welcome page and then copied: each test still gets a profile of its own.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestBrowser } from './browser';
import type { OpenOptions } from './browser';
import { LENA, MARA, WelcomePage } from './pages';

export interface Made {
  profile: string;
  remove(): Promise<void>;
}

/** Goes through the first run as a person would. The last page stays open on the practice step. */
export async function setUpWorkspace(browser: TestBrowser, people = { author: LENA, approver: MARA }, sites: string[] = []): Promise<WelcomePage> {
  const welcome = await WelcomePage.open(browser);
  await welcome.start();
  await welcome.createWorkspace('Northmoor', people.author);
  for (const title of sites) await welcome.cover(title);
  if (sites.length) await welcome.coverServer('Mastodon', MASTODON_HOST);
  await welcome.continueFromSites();
  await welcome.addSecond(people.approver);
  return welcome;
}

export const BUILT_IN_SITES = ['X', 'LinkedIn', 'Facebook', 'Bluesky'];
export const MASTODON_HOST = '127.0.0.1';

export async function makeProfile(): Promise<Made> {
  const profile = await mkdtemp(join(tmpdir(), 'countersign-made-'));
  const browser = await TestBrowser.open({ profile });
  try {
    await setUpWorkspace(browser, { author: LENA, approver: MARA }, BUILT_IN_SITES);
  } finally {
    await browser.quit();
  }
  return { profile, remove: async () => await rm(profile, { recursive: true, force: true, maxRetries: 5 }) };
}

/** A browser on a copy of the made profile. Locked, as after any restart; Lena was the last to sign in. */
export async function openCopy(made: Made, options: Omit<OpenOptions, 'profile'> = {}): Promise<TestBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'countersign-copy-'));
  await cp(made.profile, profile, { recursive: true, filter: (path) => !/Singleton|\/(Cache|Code Cache|GPUCache|DawnGraphiteCache|DawnWebGPUCache|GrShaderCache|ShaderCache)(\/|$)/.test(path) });
  const browser = await TestBrowser.open({ ...options, profile });
  const close = browser.close.bind(browser);
  browser.close = async () => {
    await close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return browser;
}
