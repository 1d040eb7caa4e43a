/** One draft of the author's on its way: the tab it stands in, the panel beside it, and the site that would get it. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Site } from '../sites/serve';
import { readEditor } from './composers';
import type { ComposerCase } from './composers';
import { Panel } from './panel';

export class Draft {
  readonly page: Page;
  readonly panel: Panel;
  readonly one: ComposerCase;
  readonly text: string;
  /** The only witness of what was published. */
  readonly site: Site;

  constructor(page: Page, one: ComposerCase, text: string, site: Site) {
    this.page = page;
    this.panel = new Panel(page);
    this.one = one;
    this.text = text;
    this.site = site;
  }

  get editor(): Locator {
    return this.one.editor(this.page);
  }

  get send(): Locator {
    return this.one.send(this.page);
  }

  /** What the composer shows now. */
  async shown(): Promise<string> {
    return await readEditor(this.editor);
  }

  /** Presses the site's own send control; the panel answers that the post is held. */
  async hold(): Promise<void> {
    await this.send.click();
    await this.panel.expectText('Held for review');
  }

  /** Adds words at the end, as a person does. */
  async append(words: string): Promise<void> {
    await this.editor.click();
    await this.page.keyboard.press('Control+End');
    await this.page.keyboard.type(words);
  }

  nothingLeft(): void {
    expect(this.site.requests('publish'), 'publish calls at the site').toEqual([]);
  }

  /** The panel says so, and the site's server has exactly these words and nothing else. */
  async posted(text = this.text): Promise<void> {
    await this.page.bringToFront();
    await this.panel.expectText(/Posted/, 25_000);
    expect(this.site.posts().map((post) => post.text)).toEqual([text]);
  }
}
