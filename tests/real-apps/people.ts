/** How a person works these applications: only what they see and press, nothing from inside. */
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { CHANNEL } from './the-lounge';
import { WIKI_PASSWORD, WIKI_USER } from './media-wiki';
import type { MediaWiki } from './media-wiki';

export class LoungePerson {
  readonly page: Page;
  readonly url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
  }

  /** One click on Connect, then the channel. */
  async join(): Promise<void> {
    await this.page.goto(this.url);
    await this.page.getByRole('button', { name: 'Connect' }).click();
    await this.page.locator(`.channel-list-item[data-name="${CHANNEL}"]`).click();
    await expect(this.editor).toBeVisible();
    await expect(this.page.locator('.userlist .user', { hasText: 'witness' }).first()).toBeAttached();
  }

  get editor() {
    return this.page.locator('textarea#input');
  }

  get send() {
    return this.page.locator('button#submit');
  }

  async write(text: string): Promise<void> {
    await this.editor.click();
    await this.page.keyboard.type(text);
    await expect(this.editor).toHaveValue(text);
  }
}

export class WikiPerson {
  readonly page: Page;
  readonly wiki: MediaWiki;

  constructor(page: Page, wiki: MediaWiki) {
    this.page = page;
    this.wiki = wiki;
  }

  async signIn(): Promise<void> {
    await this.page.goto(`${this.wiki.url}/index.php?title=Special:UserLogin`);
    await this.page.locator('#wpName1').fill(WIKI_USER);
    await this.page.locator('#wpPassword1').fill(WIKI_PASSWORD);
    await this.page.locator('#wpLoginAttempt').click();
    await expect(this.page.locator('#pt-logout')).toBeAttached();
  }

  async openForm(title: string): Promise<void> {
    await this.page.goto(this.wiki.editUrl(title));
    await expect(this.text).toBeVisible();
  }

  get text() {
    return this.page.locator('textarea#wpTextbox1');
  }

  get summary() {
    return this.page.locator('input#wpSummary');
  }

  get save() {
    return this.page.locator('input#wpSave');
  }

  async openVisual(title: string): Promise<void> {
    await this.page.goto(this.wiki.visualUrl(title));
    await expect(this.surface).toBeVisible({ timeout: 60_000 });
    await this.surface.click();
  }

  get surface() {
    return this.page.locator('.ve-ce-documentNode[contenteditable="true"]').first();
  }

  /** First step: the toolbar's button only opens the dialog. */
  async openSaveDialog(): Promise<void> {
    const button = this.page.locator('.ve-ui-toolbar-saveButton a').or(this.page.locator('a.ve-ui-toolbar-saveButton')).first();
    await button.click();
    await expect(this.publish).toBeVisible();
  }

  /** Last step: this one publishes. */
  get publish() {
    return this.page.locator('.oo-ui-processDialog-actions-primary a').first();
  }
}
