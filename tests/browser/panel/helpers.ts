/** A page with a composer, and a way to look into the closed shadow root that the page itself does not have. */
import { onTestFinished } from 'vitest';
import { page as tab, userEvent } from 'vitest/browser';
import { mountPanel, type PanelHandle } from '../../../gate/panel/mount';
import type { PanelAction, PanelState } from '../../../gate/panel/state';

/** Every shadow root made from here on, closed ones too, by host. Installed before the code under test runs. */
export const roots = new WeakMap<Element, ShadowRoot>();
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function attachAndRemember(this: Element, init: ShadowRootInit) {
  const root = attach.call(this, init);
  roots.set(this, root);
  return root;
};

export const inside = (host: Element): ShadowRoot => {
  const root = roots.get(host);
  if (!root) throw new Error('no shadow root');
  return root;
};

export const wait = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Waits until `look` gives something, or fails with what was looked for. */
export async function until<T>(look: () => T | null | undefined | false, what: string, ms = 2_000): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await wait(20);
  }
}

/** A real press at the middle of something; locators do not look into closed roots. */
export async function press(element: Element): Promise<void> {
  const box = element.getBoundingClientRect();
  const root = document.documentElement.getBoundingClientRect();
  await userEvent.click(document.documentElement, { position: { x: box.left + box.width / 2 - root.left, y: box.top + box.height / 2 - root.top }, force: true });
}

/** As large as a small laptop. */
export const wide = (): Promise<void> => tab.viewport(1_000, 700);

export interface Scene {
  panel: PanelHandle;
  actions: PanelAction[];
  editor: HTMLElement;
  composer: HTMLElement;
  send: HTMLButtonElement;
  show(state: PanelState): void;
  /** Visible words of the panel. */
  text(): string;
  button(name: string | RegExp): HTMLButtonElement;
  find(name: string | RegExp): HTMLButtonElement | undefined;
}

export const PAGE = `
  <main style="margin:40px">
    <div id="composer" style="width:480px;padding:8px;border:1px solid #888">
      <div id="editor" contenteditable="true" role="textbox" aria-label="Reply" style="min-height:40px">Hello</div>
      <div style="text-align:right"><button id="send" type="button">Reply</button></div>
    </div>
  </main>`;

export function page(html: string = PAGE): void {
  document.body.innerHTML = html;
  document.body.removeAttribute('style');
}

export const nameOf = (element: Element): string => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();

export function scene(anchor: () => Element | null = () => document.querySelector('#composer')): Scene {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const actions: PanelAction[] = [];
  const panel = mountPanel({ anchor, send: () => document.querySelector('#send'), onAction: (action) => actions.push(action), signal: stop.signal });
  const root = inside(panel.element);
  const find = (name: string | RegExp) => [...root.querySelectorAll('button')].find((button) => (typeof name === 'string' ? nameOf(button) === name : name.test(nameOf(button))));
  return {
    panel, actions, show: panel.show, find,
    editor: document.querySelector<HTMLElement>('#editor') ?? document.body, composer: document.querySelector<HTMLElement>('#composer') ?? document.body,
    send: document.querySelector<HTMLButtonElement>('#send') ?? document.createElement('button'),
    text: () => (root.querySelector('section') as HTMLElement | null)?.innerText ?? '',
    button(name) {
      const found = find(name);
      if (!found) throw new Error(`no button ${String(name)} in: ${[...root.querySelectorAll('button')].map(nameOf).join(' | ')}`);
      return found;
    },
  };
}
