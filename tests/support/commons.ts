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

/** Presses from inside the page, every few milliseconds for a while, as fast as a page lets anybody. */
export function hammer(page: Page, way: 'click' | 'key', ms: number): Promise<void> {
  return page.evaluate(async ([how, length]) => {
    const until = performance.now() + length;
    while (performance.now() < until) {
      const button = document.querySelector<HTMLElement>('form.compose button[type="submit"]');
      const area = document.querySelector<HTMLTextAreaElement>('textarea[name="post"]');
      if (how === 'click') button?.click();
      else for (const repeat of [false, true, true, true, true]) area?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey: true, repeat, bubbles: true, composed: true, cancelable: true }));
      await new Promise((next) => setTimeout(next, 15));
    }
  }, [way, ms] as const);
}
