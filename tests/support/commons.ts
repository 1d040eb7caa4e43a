/** The practice community site as a person uses it. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export class CommonsPage {
  readonly page: Page;
  readonly url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
  }

  static async open(page: Page, url: string): Promise<CommonsPage> {
    const commons = new CommonsPage(page, url);
    await page.goto(url);
    await expect(commons.editor).toBeVisible();
    return commons;
  }

  get editor(): Locator {
    return this.page.locator('textarea[name="post"]');
  }

  get send(): Locator {
    return this.page.locator('form.compose button[type="submit"]');
  }

  async write(text: string): Promise<void> {
    await this.editor.click();
    await this.page.keyboard.type(text);
    await expect(this.editor).toHaveValue(text);
  }
}
