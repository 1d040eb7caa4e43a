/** Every built-in composer as a person reaches it: where it is, how it is opened, what sends. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export interface ComposerCase {
  name: string;
  /** Practice site and adapter id. */
  site: string;
  /** Adapter surface the server should see. */
  surface: string;
  url: string;
  /** Brings the composer up; nothing when it is there already. */
  open(page: Page): Promise<void>;
  editor(page: Page): Locator;
  send(page: Page): Locator;
  /** Key that sends from inside the editor, or null when the site has none. */
  key: string | null;
}

export const COMPOSERS: ComposerCase[] = [
  {
    name: 'an X post (Draft.js, react-native-web button)', site: 'x', surface: 'post', url: 'https://x.com/home',
    open: async () => {},
    editor: (page) => page.locator('[data-testid="tweetTextarea_0"][contenteditable="true"]'),
    send: (page) => page.getByTestId('tweetButtonInline'),
    key: 'Control+Enter',
  },
  {
    name: 'an X reply', site: 'x', surface: 'reply', url: 'https://x.com/danareyes/status/1985000000000000101',
    open: async () => {},
    editor: (page) => page.locator('[data-testid="tweetTextarea_0"][contenteditable="true"]'),
    send: (page) => page.getByTestId('tweetButtonInline'),
    key: 'Control+Enter',
  },
  {
    name: 'a LinkedIn post (Quill in a shadow root)', site: 'linkedin', surface: 'post', url: 'https://www.linkedin.com/feed/',
    open: async (page) => await page.locator('.start').click(),
    editor: (page) => page.locator('.ql-editor'),
    send: (page) => page.locator('.share-actions__primary-action'),
    key: 'Control+Enter',
  },
  {
    name: 'a LinkedIn comment (Tiptap)', site: 'linkedin', surface: 'comment', url: 'https://www.linkedin.com/feed/',
    open: async () => {},
    editor: (page) => page.locator('[componentkey^="commentBox-"] [contenteditable="true"]').first(),
    send: (page) => page.locator('[componentkey^="commentButtonSection-"]').first(),
    key: 'Control+Enter',
  },
  {
    name: 'a Facebook post (Lexical in a dialog)', site: 'facebook', surface: 'post', url: 'https://www.facebook.com/',
    open: async (page) => await page.locator('.prompt').click(),
    editor: (page) => page.locator('[role="dialog"] [contenteditable="true"]'),
    send: (page) => page.getByRole('dialog').getByRole('button', { name: 'Post', exact: true }),
    key: null,
  },
  {
    name: 'a Facebook comment (Lexical, Enter sends)', site: 'facebook', surface: 'comment', url: 'https://www.facebook.com/',
    open: async () => {},
    editor: (page) => page.locator('form[role="presentation"] [contenteditable="true"]').first(),
    send: (page) => page.locator('form[role="presentation"]').first().getByRole('button', { name: 'Comment', exact: true }),
    key: 'Enter',
  },
  {
    name: 'a Bluesky post (Tiptap)', site: 'bluesky', surface: 'post', url: 'https://bsky.app/',
    open: async (page) => await page.getByTestId('composeFAB').click(),
    editor: (page) => page.locator('[data-testid="composePostView"] [contenteditable="true"]').first(),
    send: (page) => page.getByTestId('composerPublishBtn'),
    key: 'Control+Enter',
  },
  {
    name: 'a Mastodon post (controlled textarea in a form)', site: 'mastodon', surface: 'post', url: 'http://127.0.0.1/home',
    open: async () => {},
    editor: (page) => page.locator('textarea.autosuggest-textarea__textarea'),
    send: (page) => page.locator('.compose-form__submit button'),
    key: 'Control+Enter',
  },
];

/** Opens the composer and types as a person does. */
export async function compose(page: Page, one: ComposerCase, text: string): Promise<void> {
  await one.open(page);
  await one.editor(page).click();
  await page.keyboard.type(text);
  expect(await readEditor(one.editor(page))).toContain(text);
}

/** What the composer shows now. */
export async function readEditor(editor: Locator): Promise<string> {
  return await editor.evaluate((element) => (element instanceof HTMLTextAreaElement ? element.value : (element as HTMLElement).innerText).replaceAll('\u00a0', ' '));
}

/** Built-in composers by site and surface; throws on a name nobody knows. */
export function composerOf(site: string, surface = 'post'): ComposerCase {
  const found = COMPOSERS.find((one) => one.site === site && one.surface === surface);
  if (!found) throw new Error(`There is no ${surface} composer of ${site}.`);
  return found;
}

/** The practice site's post, wherever it is served. */
export function commonsPost(url: string): ComposerCase {
  return {
    name: 'a practice post (textarea in a form)', site: 'practice', surface: 'post', url: `${url}/`,
    open: async () => {},
    editor: (page) => page.locator('textarea[name="post"]'),
    send: (page) => page.locator('form.compose button[type="submit"]'),
    key: 'Control+Enter',
  };
}
