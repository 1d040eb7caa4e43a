/**
 * The in-page panel as a person meets it. It lives in a closed shadow root that no page script can open,
 * so it is read and found through the DevTools protocol, and pressed with the real mouse at the real place.
 */
import { expect } from '@playwright/test';
import type { CDPSession, Page } from '@playwright/test';

const HOST = 'COUNTERSIGN-PANEL';

interface Node {
  nodeName: string;
  backendNodeId: number;
  children?: Node[];
  shadowRoots?: Node[];
  contentDocument?: Node;
}

function findHost(node: Node, tag: string): Node | null {
  if (node.nodeName === tag && node.shadowRoots?.[0]) return node;
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? []), ...(node.contentDocument ? [node.contentDocument] : [])]) {
    const found = findHost(child, tag);
    if (found) return found;
  }
  return null;
}

/** Runs in the page, on the shadow root: words as they are rendered. */
function wordsOf(this: ShadowRoot): string {
  return [...this.children].filter((child): child is HTMLElement => child instanceof HTMLElement && child.tagName !== 'STYLE').map((child) => child.innerText).join('\n').trim();
}

/** Runs in the page, on the shadow root: middle of the first control with this name. */
function spotOf(this: ShadowRoot, name: string, exact: boolean): { x: number; y: number } | null {
  const wanted = name.toLowerCase();
  const controls = [...this.querySelectorAll<HTMLElement>('button, a, textarea, input, select, summary, [role="button"], [role="radio"], label')];
  for (const control of controls) {
    const label = (control.getAttribute('aria-label') ?? control.getAttribute('placeholder') ?? '').trim().toLowerCase();
    const words = control.innerText?.trim().toLowerCase() ?? '';
    const labelled = control.id ? (this.querySelector<HTMLElement>(`label[for="${control.id}"]`)?.innerText.trim().toLowerCase() ?? '') : '';
    const names = [label, words, labelled];
    if (!(exact ? names.includes(wanted) : names.some((one) => one.includes(wanted)))) continue;
    const box = control.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  return null;
}

export class Panel {
  readonly page: Page;
  #session: CDPSession | null = null;

  readonly #tag: string;

  /** @param tag of another card in a closed root, such as the one that teaches. */
  constructor(page: Page, tag: string = HOST) {
    this.page = page;
    this.#tag = tag.toUpperCase();
  }

  async #root(): Promise<{ session: CDPSession; objectId: string } | null> {
    this.#session ??= await this.page.context().newCDPSession(this.page);
    const session = this.#session;
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const host = findHost(root as Node, this.#tag);
    const shadow = host?.shadowRoots?.[0];
    if (!shadow) return null;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
    return object.objectId ? { session, objectId: object.objectId } : null;
  }

  async #call<T>(work: (this: ShadowRoot, ...args: never[]) => T, ...args: unknown[]): Promise<T | null> {
    const root = await this.#root().catch(() => null);
    if (!root) return null;
    const { result } = await root.session.send('Runtime.callFunctionOn', {
      objectId: root.objectId, functionDeclaration: work.toString(), arguments: args.map((value) => ({ value })), returnByValue: true,
    });
    return (result.value ?? null) as T | null;
  }

  /** Everything it says now; empty when there is no panel. */
  async text(): Promise<string> {
    return (await this.#call(wordsOf)) ?? '';
  }

  async expectText(words: string | RegExp, timeout = 10_000): Promise<void> {
    const wanted = typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words);
    await expect.poll(() => this.text(), { timeout, message: `the panel says ${String(words)}` }).toEqual(wanted);
  }

  /** Presses a control by its name, with the mouse. */
  async press(name: string, exact = false): Promise<void> {
    let spot: { x: number; y: number } | null = null;
    await expect.poll(async () => {
      spot = await this.#call(spotOf as never, name, exact);
      return spot !== null;
    }, { message: `the panel offers “${name}”` }).toBe(true);
    const { x, y } = spot as unknown as { x: number; y: number };
    await this.page.mouse.click(x, y);
  }

  async offers(name: string): Promise<boolean> {
    return (await this.#call(spotOf as never, name, false)) !== null;
  }

  /** Types into the field with this name. */
  async fill(name: string, text: string): Promise<void> {
    await this.press(name);
    await this.page.keyboard.type(text);
  }

  /** Runs a function on the shadow root, for checks that words cannot make. */
  async inside<T>(work: (this: ShadowRoot) => T): Promise<T | null> {
    return await this.#call(work);
  }
}
