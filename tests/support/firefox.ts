/**
 * A real Firefox with the built extension, driven over WebDriver BiDi. The build is the one that ships: the browser's
 * own permission prompt is answered by a preference, because automation cannot press it.
 * Sources: interface.md §3 (Firefox), guard.md §3.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { findFirefox } from './find-firefox';

export const FIREFOX_BUILD = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));

const ADD_ON = 'countersign@countersign.invalid';
/** Fixed, so that its pages have an address; a person's Firefox makes one up. */
const UUID = '5c1e2f7a-9a44-4c1e-8c6d-0c7b2f3a1d10';
interface Context { context: string; url: string; children: Context[] }
interface Remote { type: string; sharedId?: string; value?: unknown }

/** The part of a BiDi connection used here; puppeteer types only its own commands. */
interface Wire {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

export class FirefoxBrowser {
  readonly browser: Browser;

  private constructor(browser: Browser) {
    this.browser = browser;
  }

  /** A fresh profile with the extension installed. `prefs` come on top of those every run needs. */
  static async open(options: { build?: string; prefs?: Record<string, unknown> } = {}): Promise<FirefoxBrowser> {
    const build = options.build ?? FIREFOX_BUILD;
    if (!existsSync(join(build, 'manifest.json'))) throw new Error(`There is no build in ${build}. Run \`npm run build:firefox\` first.`);
    const executablePath = findFirefox();
    if (executablePath === null) throw new Error('No Firefox was found. Install one, or set FIREFOX_PATH to its executable.');
    const browser = await puppeteer.launch({
      browser: 'firefox', executablePath, headless: true, timeout: 60_000, defaultViewport: { width: 1280, height: 860 },
      // Lets the test open pages of the extension, which a site could not.
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [ADD_ON]: UUID }),
        'extensions.webextOptionalPermissionPrompts': false,
        ...options.prefs,
      },
    });
    const opened = new FirefoxBrowser(browser);
    try {
      await browser.installExtension(build);
    } catch (error) {
      await browser.close();
      throw error;
    }
    return opened;
  }

  url(path: string): string {
    return `moz-extension://${UUID}/${path}`;
  }

  /** One WebDriver BiDi command, for what puppeteer has no method for. */
  async send<T>(method: string, params: object): Promise<T> {
    const { connection } = this.browser as unknown as { connection: Wire };
    return (await connection.send(method, params)).result as T;
  }

  async #inChrome(expression: string): Promise<void> {
    const { contexts } = await this.send<{ contexts: Context[] }>('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
    const answer = await this.send<{ type: string; exceptionDetails?: { text: string } }>('script.evaluate', { expression, target: { context: contexts[0]?.context }, awaitPromise: true });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
  }

  /** Opens one of the extension's pages in a tab of its own, in front. */
  async page(path: string): Promise<Page> {
    const before = new Set(await this.browser.pages());
    await this.#inChrome(`gBrowser.selectedTab = gBrowser.addTab(${JSON.stringify(this.url(path))}, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() }); null`);
    for (let tries = 0; tries < 100; tries += 1) {
      for (const page of await this.browser.pages()) {
        if (before.has(page)) continue;
        const ready = await page.evaluate(() => `${location.href} ${document.readyState}`).catch(() => '');
        if (ready === `${this.url(path)} complete`) return page;
      }
      await new Promise((resume) => { setTimeout(resume, 100); });
    }
    throw new Error(`${path} did not open.`);
  }

  /** A page that the extension opened itself. */
  async opened(path: string): Promise<Page> {
    for (let tries = 0; tries < 200; tries += 1) {
      for (const page of await this.browser.pages()) {
        if ((await page.evaluate(() => location.href).catch(() => '')) === this.url(path)) return page;
      }
      await new Promise((resume) => { setTimeout(resume, 100); });
    }
    throw new Error(`The extension did not open ${path}.`);
  }

  async visit(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(url);
    return page;
  }

  /** Runs a function on the closed shadow root of an element of ours; null while there is none. */
  async insideRoot<T>(page: Page, tag: string, work: string): Promise<T | null> {
    const { _id: context } = page.mainFrame() as unknown as { _id: string };
    const found = await this.send<{ result: Remote & { value?: { shadowRoot?: Remote } } }>('script.evaluate', {
      expression: `document.querySelector(${JSON.stringify(tag)})`, target: { context }, awaitPromise: false, serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
    });
    const root = found.result.value?.shadowRoot?.sharedId;
    if (!root) return null;
    const answer = await this.send<{ result: { value?: T } }>('script.callFunction', { functionDeclaration: work, this: { sharedId: root }, arguments: [], target: { context }, awaitPromise: false });
    return answer.result.value ?? null;
  }

  /** Pictures of every page, for a test that failed. */
  async photograph(folder: string): Promise<void> {
    mkdirSync(folder, { recursive: true });
    for (const [index, page] of (await this.browser.pages()).entries()) {
      await page.bringToFront().catch(() => null);
      await page.screenshot({ path: `${folder}/page-${index}.png` }).catch(() => null);
    }
  }

  /**
   * Runs in a realm of its own over the page, with the browser's untouched functions: what a page script with a clean
   * realm, or a person with developer tools, can do. Nothing of the page world's guard is in the way.
   */
  async inCleanRealm(page: Page, expression: string): Promise<string> {
    const { _id: context } = page.mainFrame() as unknown as { _id: string };
    const answer = await this.send<{ type: string; result: { value?: string }; exceptionDetails?: { text: string } }>('script.evaluate', { expression, target: { context, sandbox: 'bypass' }, awaitPromise: true });
    return answer.type === 'exception' ? `threw ${answer.exceptionDetails?.text ?? ''}` : String(answer.result.value);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
