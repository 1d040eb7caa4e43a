/** A second composer of the practice site, without a framework, that a test can put where real sites put theirs. Runs in the page. */
import type { Page } from '@playwright/test';

export type Place = 'closed shadow root' | 'modal dialog' | 'rewritten document';

/** Builds it, focuses its editor and leaves `window.nativeForm` for the test. It publishes as the site's own form does. */
export async function buildForm(page: Page, place: Place): Promise<void> {
  await page.evaluate((where) => {
    const account = document.querySelector('[data-account]')?.getAttribute('data-account') ?? '';
    document.querySelector('form.compose')?.remove();
    if (where === 'rewritten document') {
      document.open();
      document.write('<!doctype html><body></body>');
      document.close();
    }
    const form = document.createElement('form');
    form.className = 'compose';
    const area = document.createElement('textarea');
    area.name = 'post';
    const send = document.createElement('button');
    send.type = 'submit';
    send.textContent = 'Post';
    form.append(area, send);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const post = { text: area.value, account: account.replace('@', ''), replyTo: null, media: [] };
      void fetch('/api/posts', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(post) }).then((answer) => { if (answer.ok) area.value = ''; });
    });
    const host = document.createElement(where === 'modal dialog' ? 'dialog' : 'div');
    const shown = document.createElement('p');
    shown.dataset.account = account;
    document.body.append(shown, host);
    if (where === 'closed shadow root') host.attachShadow({ mode: 'closed' }).append(form);
    else host.append(form);
    if (host instanceof HTMLDialogElement) host.showModal();
    area.focus();
    (window as unknown as { nativeForm: HTMLFormElement }).nativeForm = form;
  }, place);
}

/** Middle of its send control: a closed root hides it from selectors, not from the mouse. */
export async function pressNative(page: Page): Promise<void> {
  const { x, y } = await page.evaluate(() => {
    const box = (window as unknown as { nativeForm: HTMLFormElement }).nativeForm.querySelector('button')?.getBoundingClientRect();
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  });
  await page.mouse.click(x, y);
}
