/**
 * One browser, one covered practice site, two people: the ground that the fault runs and the bench stand on.
 * The site is served on the loopback by this process, so it outlives every kill of the browser.
 */
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { RuleSet } from '../../review/model';
import { listen } from '../sites/serve';
import type { Listening } from '../sites/serve';
import { TestBrowser } from './browser';
import { CommonsPage } from './commons';
import { OptionsPage, PopupPage } from './pages';
import type { TestPerson } from './pages';
import { Panel } from './panel';
import { readPracticeAdapter } from './practice-adapter';
import { Disk } from './disk';
import { setUpWorkspace } from './workspace';

export class Loop {
  readonly browser: TestBrowser;
  readonly served: Listening;
  store: Disk;
  commons!: CommonsPage;
  panel!: Panel;
  popup!: PopupPage;

  private constructor(browser: TestBrowser, served: Listening) {
    this.browser = browser;
    this.served = served;
    this.store = new Disk(browser);
  }

  /** @param changes to the rule set, made by the rule owner through the same command the options page uses. */
  static async begin(changes: Partial<RuleSet> = {}): Promise<Loop> {
    const served = await listen('practice');
    const browser = await TestBrowser.open();
    const loop = new Loop(browser, served);
    const welcome = await setUpWorkspace(browser);
    const options = await OptionsPage.open(browser, 'sites/add');
    await options.importAdapter(await readPracticeAdapter(), new URL(served.url).host);
    await setRules(options.page, changes);
    await options.page.close();
    await welcome.page.close();
    await loop.openPages();
    return loop;
  }

  /** Whoever signed in last is the one at the keyboard (SD1), so the two take turns. */
  async sitDown(person: TestPerson, timeout?: number): Promise<void> {
    await this.popup.page.bringToFront();
    // A popup is opened anew every time.
    await this.popup.page.reload();
    await this.popup.signIn(person, timeout);
    await this.popup.backToQueue();
    await this.commons.page.bringToFront();
  }

  /** The author's tab and the popup. Called again after a browser was killed. */
  async openPages(): Promise<void> {
    this.store = new Disk(this.browser);
    this.popup = await PopupPage.open(this.browser);
    this.commons = await CommonsPage.open(await this.browser.context.newPage(), this.served.url);
    this.panel = new Panel(this.commons.page);
  }

  /** A fresh composer with nothing in it. */
  async freshTab(): Promise<void> {
    await this.commons.page.close();
    this.commons = await CommonsPage.open(await this.browser.context.newPage(), this.served.url);
    this.panel = new Panel(this.commons.page);
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.served.close();
  }
}

/** Changes rules as the signed-in rule owner, through the message contract. */
export async function setRules(page: Page, changes: Partial<RuleSet>): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  const answer = await page.evaluate(async (wanted) => {
    const api = (globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; detail?: string }> } } }).chrome;
    const workspace = await new Promise<{ rules: { version: number } }>((resolve, reject) => {
      const opening = indexedDB.open('countersign');
      opening.addEventListener('error', () => reject(new Error(String(opening.error))));
      opening.addEventListener('success', () => {
        const all = opening.result.transaction('workspace').objectStore('workspace').getAll();
        all.addEventListener('success', () => {
          opening.result.close();
          resolve(all.result[0] as { rules: { version: number } });
        });
      });
    });
    const { rules } = workspace;
    return await api.runtime.sendMessage({ countersign: 1, name: 'rules.set', input: { rules: { ...rules, ...wanted }, base: rules.version } });
  }, changes);
  expect(answer, 'the rules were changed').toMatchObject({ ok: true });
}
