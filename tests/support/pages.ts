/** The extension's pages as a person uses them: by names, labels and words, never by class. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { TestBrowser } from './browser';
import { LENA, MARA } from './people';
import type { TestPerson } from './people';

export { LENA, MARA };
export type { TestPerson };

export class WelcomePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: TestBrowser): Promise<WelcomePage> {
    return new WelcomePage(await browser.opened('welcome.html'));
  }

  async start(): Promise<void> {
    await this.page.getByRole('button', { name: 'Start' }).click();
  }

  /** Fills the signing card in view and waits until the key exists. */
  async makeKey(person: TestPerson): Promise<void> {
    await this.page.getByLabel('Name', { exact: true }).fill(person.name);
    await this.page.getByLabel('Passphrase', { exact: true }).fill(person.passphrase);
    await this.page.getByRole('button', { name: 'Create key' }).click();
  }

  async createWorkspace(name: string, person: TestPerson): Promise<void> {
    await this.page.getByLabel('Workspace').fill(name);
    await this.makeKey(person);
    await expect(this.page.getByRole('heading', { name: `${person.name} signs here` })).toBeVisible({ timeout: 20_000 });
    await this.page.getByRole('button', { name: 'Choose sites' }).click();
  }

  site(title: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: title }).getByRole('switch');
  }

  async cover(title: string): Promise<void> {
    await this.site(title).click();
    await expect(this.site(title)).toBeChecked();
  }

  /** Self-hosted software: the person names the server. */
  async coverServer(software: string, host: string): Promise<void> {
    await this.page.getByRole('listitem').filter({ hasText: 'your server' }).filter({ hasText: software }).getByRole('button', { name: 'Add a server' }).click();
    await this.page.getByLabel(`${software} server`).fill(host);
    await this.page.getByRole('button', { name: 'Ask the browser for this server' }).click();
    await expect(this.page.getByRole('listitem').filter({ hasText: host }).getByRole('switch')).toBeChecked();
  }

  async continueFromSites(): Promise<void> {
    await this.page.getByRole('button', { name: /^Continue/ }).click();
  }

  async addSecond(person: TestPerson): Promise<void> {
    await this.makeKey(person);
    await expect(this.page.getByRole('heading', { name: `${person.name} countersigns` })).toBeVisible({ timeout: 20_000 });
  }
}

export class PopupPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: TestBrowser): Promise<PopupPage> {
    const page = await browser.context.newPage();
    await page.setViewportSize({ width: 400, height: 600 });
    await page.goto(browser.url('popup.html'));
    return new PopupPage(page);
  }

  /**
   * Signs in with the person's own passphrase; does nothing when they are signed in already.
   * @param timeout in ms, for runs in which the sign-in may never come.
   */
  async signIn(person: TestPerson, timeout = 20_000): Promise<void> {
    const me = this.page.getByRole('button', { name: /^Signed in as/ });
    const form = this.page.getByRole('heading', { name: 'Who is signing?' });
    // The popup remembers the post that was open; people change places from the list.
    const back = this.page.getByRole('button', { name: /^Back/ }).first();
    await expect(me.or(form).or(back).first()).toBeVisible();
    if (await back.isVisible()) await this.backToQueue();
    await expect(me.or(form).first()).toBeVisible();
    if (await me.isVisible()) {
      if ((await me.getAttribute('aria-label'))?.endsWith(person.name)) return;
      await me.click();
      await this.page.getByRole('menuitem', { name: `Switch to ${person.name}` }).click();
      await expect(form).toBeVisible();
    }
    const choice = this.page.getByRole('radio', { name: person.name });
    if (await choice.count()) await choice.first().click();
    await this.page.getByLabel(`Passphrase for ${person.name}`).fill(person.passphrase);
    await this.page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect(this.page.getByRole('button', { name: `Signed in as ${person.name}` })).toBeVisible({ timeout });
  }

  async tab(name: 'Waiting' | 'Mine' | 'Done'): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  row(words: string): Locator {
    return this.page.locator('button[data-row]').filter({ hasText: words }).first();
  }

  /** @param timeout in ms, for runs in which the row may never come. */
  async openHold(words: string, timeout = 10_000): Promise<void> {
    await this.backToQueue();
    await this.tab('Waiting');
    if (!(await this.row(words).isVisible())) await this.search(words, timeout);
    await this.row(words).click({ timeout });
  }

  /** A long queue draws only what is in view; search finds the rest. Does nothing while a short one still loads. */
  private async search(words: string, timeout: number): Promise<void> {
    const appeared = await this.row(words).waitFor({ timeout: Math.min(timeout, 1_500) }).then(() => true, () => false);
    if (appeared) return;
    const field = this.page.getByRole('searchbox');
    if (!(await field.isVisible())) await this.page.getByRole('button', { name: 'Search', exact: true }).click({ timeout });
    await field.fill(words, { timeout });
  }

  async backToQueue(): Promise<void> {
    // A post that still loads, or is gone, offers the way back twice: in its header and under its words.
    const back = this.page.getByRole('button', { name: /^Back/ }).first();
    // After the last decision the popup goes back to the list by itself, also in the middle of this click.
    if (await back.isVisible()) await back.click({ timeout: 3_000 }).catch(() => {});
    await expect(this.page.getByRole('tab', { name: /^Waiting/ })).toBeVisible();
  }

  async approve(timeout = 10_000): Promise<void> {
    await this.page.getByRole('button', { name: /^Approve/ }).click({ timeout });
  }

  /** A long post has to be scrolled to its end before it can be approved (QU9). */
  async readToEnd(): Promise<void> {
    const answer = this.page.getByRole('button', { name: /^(Approve|Read to the end)/ });
    await expect(answer).toBeVisible();
    await this.page.mouse.move(200, 300);
    await expect.poll(async () => {
      await this.page.mouse.wheel(0, 400);
      return await answer.isEnabled();
    }, { message: 'the end of the post was reached' }).toBe(true);
  }

  /** @param suggestion full replacement text, or null. */
  async askForChanges(words: string, suggestion: string | null = null, counts = false): Promise<void> {
    await this.page.getByRole('button', { name: 'Ask for changes' }).click();
    const sheet = this.page.getByRole('dialog');
    await sheet.getByLabel('What should change').fill(words);
    if (suggestion !== null) {
      await sheet.getByRole('button', { name: 'Suggest a wording' }).click();
      await sheet.getByLabel('Suggested wording').fill(suggestion);
      const box = sheet.getByRole('checkbox');
      if (counts !== (await box.isChecked())) await box.click();
    }
    await sheet.getByRole('button', { name: 'Ask for changes' }).click();
    await expect(sheet).toBeHidden();
  }

  async reject(words: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More decisions' }).click();
    await this.page.getByRole('menuitem', { name: /Reject/ }).click();
    const sheet = this.page.getByRole('dialog');
    await sheet.getByLabel(/^Why, in words/).fill(words);
    await sheet.getByRole('button', { name: 'Reject', exact: true }).click();
    await expect(sheet).toBeHidden();
  }

  /** The author's own list, and the one action at the end of a row. */
  async mine(words: string): Promise<Locator> {
    await this.backToQueue();
    await this.tab('Mine');
    const row = this.page.getByRole('listitem').filter({ hasText: words }).first();
    await expect(row).toBeVisible();
    return row;
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

export class OptionsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: TestBrowser, route = ''): Promise<OptionsPage> {
    return new OptionsPage(await browser.page(`options.html${route ? `#${route}` : ''}`));
  }

  /** Pastes an adapter and covers its site. Needs a signed-in rule owner. */
  async importAdapter(json: string, host: string | null): Promise<void> {
    await this.page.goto(`${this.page.url().split('#')[0]}#sites/add/import`);
    await this.page.getByRole('textbox', { name: 'Adapter file' }).fill(json);
    if (host !== null) await this.page.getByRole('textbox', { name: 'Server' }).fill(host);
    await this.page.getByRole('button', { name: 'Allow and cover this site' }).click();
    await expect(this.page.getByRole('heading', { name: 'Sites & coverage' })).toBeVisible();
  }

}
