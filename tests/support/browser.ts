/**
 * A real Chromium with the built extension on a profile of its own, that a test can kill and start again.
 * Sources: guard.md §3 (loading in tests), interface.md §3.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import type { BrowserContext, CDPSession, Page, Worker } from '@playwright/test';
import { chromiumArgs, findChromium, isBranded } from './chromium';

export const E2E_BUILD = fileURLToPath(new URL('../../.output/chrome-mv3-e2e', import.meta.url));

export interface OpenOptions {
  /** Build folder. Default: the automation build. */
  build?: string;
  /** Profile folder to reuse (a restart). Default: a fresh one, removed by `close`. */
  profile?: string;
  headless?: boolean;
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  locale?: string;
  /** A browser that a policy gives the extension to (policy.ts): its stand-in executable, and the id it will have. */
  policy?: { executable: string; id: string };
  /** Called before the first page exists, to put practice sites on their origins. */
  prepare?: (context: BrowserContext) => Promise<void>;
}

async function loadThroughDevTools(context: BrowserContext, build: string): Promise<string> {
  const browser = context.browser();
  if (!browser) throw new Error('This browser gives no DevTools session, so the build cannot be loaded.');
  const session = await browser.newBrowserCDPSession();
  // Not in Playwright's types yet; the answer carries the id, a failure carries the browser's own words.
  const send = session.send.bind(session) as unknown as (method: string, params: object) => Promise<{ id: string }>;
  return (await send('Extensions.loadUnpacked', { path: build })).id;
}

const idOf = (worker: Worker): string => new URL(worker.url()).host;

export class TestBrowser {
  context!: BrowserContext;
  id = '';
  readonly profile: string;
  readonly #options: OpenOptions;
  readonly #ownProfile: boolean;
  #gated = false;

  private constructor(profile: string, own: boolean, options: OpenOptions) {
    this.profile = profile;
    this.#ownProfile = own;
    this.#options = options;
  }

  static async open(options: OpenOptions = {}): Promise<TestBrowser> {
    const own = options.profile === undefined;
    const opened = new TestBrowser(options.profile ?? (await mkdtemp(join(tmpdir(), 'countersign-profile-'))), own, options);
    await opened.#launch();
    return opened;
  }

  async #launch(): Promise<void> {
    if (this.#options.policy) return await this.#launchUnderPolicy(this.#options.policy);
    const build = this.#options.build ?? E2E_BUILD;
    if (!existsSync(join(build, 'manifest.json'))) throw new Error(`There is no build in ${build}. Run \`npm run build:e2e\` (or \`build:enforced:e2e\`) first.`);
    const executablePath = findChromium();
    // Branded Chrome and Edge ignore --load-extension; COUNTERSIGN_LOAD=devtools tries that way elsewhere.
    const devtools = isBranded(executablePath) || process.env.COUNTERSIGN_LOAD === 'devtools';
    const args = devtools
      ? ['--enable-unsafe-extension-debugging', '--remote-debugging-pipe']
      : [`--disable-extensions-except=${build}`, `--load-extension=${build}`];
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath,
      headless: this.#options.headless ?? true,
      args: [...chromiumArgs(), ...args],
      viewport: this.#options.viewport ?? { width: 1280, height: 860 },
      ...(devtools ? { ignoreDefaultArgs: ['--disable-extensions'] } : {}),
      ...(this.#options.colorScheme ? { colorScheme: this.#options.colorScheme } : {}),
      ...(this.#options.locale ? { locale: this.#options.locale } : {}),
    });
    // An action that cannot be done says so by name, long before the whole test runs out of time.
    this.context.setDefaultTimeout(20_000);
    await this.#options.prepare?.(this.context);
    this.id = devtools ? await loadThroughDevTools(this.context, build) : idOf(await this.worker());
  }

  /** Nothing is loaded here: the browser fetches and installs what its policy names. */
  async #launchUnderPolicy({ executable, id }: { executable: string; id: string }): Promise<void> {
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath: executable,
      headless: true,
      // These would keep the browser from fetching the extension.
      ignoreDefaultArgs: ['--disable-extensions', '--disable-component-extensions-with-background-pages', '--disable-background-networking', '--disable-component-update', '--disable-default-apps'],
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      viewport: this.#options.viewport ?? { width: 1280, height: 860 },
    });
    this.context.setDefaultTimeout(20_000);
    await this.#options.prepare?.(this.context);
    this.id = id;
    await this.worker(45_000);
  }

  /** The running service worker; waits for one. Throws with a way to find out why none came. */
  async worker(timeout = 15_000): Promise<Worker> {
    const running = this.context.serviceWorkers().find((worker) => worker.url().startsWith('chrome-extension://'));
    if (running) return running;
    return await this.context.waitForEvent('serviceworker', { timeout }).catch(() => {
      throw new Error('The extension started no service worker. Chromium says why with --enable-logging=stderr.');
    });
  }

  /** Opens one of the extension's pages, for example `popup.html`. */
  async page(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(this.url(path));
    return page;
  }

  /** A page that the extension opened by itself; opens it when none has come after three seconds. */
  async opened(path: string): Promise<Page> {
    for (let tries = 0; tries < 30; tries += 1) {
      const page = this.context.pages().find((each) => each.url().startsWith(this.url(path)));
      if (page) {
        await page.bringToFront();
        return page;
      }
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    }
    return await this.page(path);
  }

  url(path: string): string {
    return `chrome-extension://${this.id}/${path}`;
  }

  async #session(): Promise<CDPSession> {
    const browser = this.context.browser();
    if (!browser) throw new Error('No DevTools session on this browser.');
    return await browser.newBrowserCDPSession();
  }

  /** Turned on, the browser takes an unpacked extension up again after a reload; otherwise it leaves it switched off. */
  async developerMode(): Promise<void> {
    const settings = await this.context.newPage();
    await settings.goto('chrome://extensions');
    await settings.evaluate(async () => {
      const { developerPrivate } = (globalThis as unknown as { chrome: { developerPrivate: { updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void> } } }).chrome;
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    });
    await settings.close();
  }

  /** Ends the service worker as the browser does when it is idle. The next event starts a new one. */
  async killWorker(): Promise<void> {
    const session = await this.#session();
    const { targetInfos } = await session.send('Target.getTargets');
    for (const target of targetInfos) {
      if (target.type === 'service_worker' && target.url.startsWith(this.url(''))) await session.send('Target.closeTarget', { targetId: target.targetId });
    }
    await session.detach();
  }

  /** SIGKILL, as a crash or a power cut would. Nothing gets the chance to save. */
  async crash(): Promise<void> {
    const session = await this.#session();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const main = processInfo.find((process) => process.type === 'browser');
    if (!main) throw new Error('The browser named no main process.');
    const gone = new Promise<void>((resolve) => this.context.once('close', () => resolve()));
    process.kill(main.id, 'SIGKILL');
    await gone;
    await rm(join(this.profile, 'SingletonLock'), { force: true });
  }

  /** Starts the browser again on the same profile, after `crash` or `quit`. */
  async relaunch(): Promise<void> {
    await this.#launch();
    if (this.#gated) await this.gatesReady();
  }

  /**
   * Waits until the gate is registered for its sites. The browser treats every load of an unpacked extension as an
   * update and forgets the registrations; an installed one keeps them. What a page meets before that is told in coverage.spec.
   */
  async gatesReady(): Promise<void> {
    this.#gated = true;
    const until = Date.now() + 20_000;
    for (;;) {
      const count = await (await this.worker()).evaluate(async () => {
        const { scripting } = (globalThis as unknown as { chrome: { scripting: { getRegisteredContentScripts(): Promise<unknown[]> } } }).chrome;
        return (await scripting.getRegisteredContentScripts()).length;
      });
      if (count > 1) return;
      if (Date.now() > until) throw new Error('The extension registered no content scripts after the browser started.');
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
  }

  /** An orderly end; the profile stays for `relaunch`. */
  async quit(): Promise<void> {
    await this.context.close();
  }

  async close(): Promise<void> {
    await this.context.close().catch(() => {});
    if (this.#ownProfile) await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
