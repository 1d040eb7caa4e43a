/** Calls that no script of ours in the page can see: what is left to stop them is the network. Runs in the page. */
import type { CDPSession, Page } from '@playwright/test';
import type { TestBrowser } from './browser';

export interface RawCall {
  method: string;
  url: string;
  body?: string;
  headers?: Record<string, string>;
}

/** Sends from a frame that may not run scripts: it has the browser's own `fetch`. Status of the answer, or null when there was none. */
export async function rawFetch(page: Page, calls: readonly RawCall[]): Promise<(number | null)[]> {
  return await page.evaluate(async (all) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-same-origin');
    document.documentElement.append(frame);
    const realm = frame.contentWindow as (Window & typeof globalThis) | null;
    if (!realm) throw new Error('The clean realm has no window.');
    const answers: (number | null)[] = [];
    for (const { method, url, body, headers } of all) {
      answers.push(await realm.fetch(new URL(url, location.href), { method, ...(body === undefined ? {} : { body }), ...(headers ? { headers } : {}) }).then(({ status }) => status, () => null));
    }
    frame.remove();
    return answers;
  }, calls as RawCall[]);
}

/** The same from a worker of the page's own. */
export async function workerFetch(page: Page, call: RawCall): Promise<number | null> {
  return await page.evaluate(async ({ method, url, body = '' }) => {
    const code = `fetch(${JSON.stringify(new URL(url, location.href).href)}, ${JSON.stringify({ method, body })}).then(({ status }) => postMessage(status), () => postMessage(null));`;
    const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    return await new Promise<number | null>((done, failed) => {
      worker.addEventListener('message', ({ data }) => done(data as number | null));
      worker.addEventListener('error', () => failed(new Error('The worker did not start.')));
    });
  }, call);
}

/** Speaks as the gate of this tab does: from the extension's own world in the page, through the message contract. */
export class GateVoice {
  readonly #session: CDPSession;
  readonly #context: number;

  private constructor(session: CDPSession, context: number) {
    this.#session = session;
    this.#context = context;
  }

  static async in(page: Page, at: TestBrowser): Promise<GateVoice> {
    const session = await page.context().newCDPSession(page);
    const found = new Promise<number>((done) => {
      session.on('Runtime.executionContextCreated', ({ context }) => {
        const frame = (context.auxData as { frameId?: string; isDefault?: boolean } | undefined);
        if (context.origin === `chrome-extension://${at.id}` && !frame?.isDefault) done(context.id);
      });
    });
    await session.send('Runtime.enable');
    return new GateVoice(session, await found);
  }

  async ask<T>(name: string, input: unknown): Promise<T> {
    const expression = `chrome.runtime.sendMessage(${JSON.stringify({ countersign: 1, name, input })})`;
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', { contextId: this.#context, expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }
}

/** Sends a command as a page of the extension does. */
export async function tell<T>(page: Page, name: string, input: unknown): Promise<T> {
  return await page.evaluate(async (message) => {
    const api = (globalThis as unknown as { chrome: { runtime: { sendMessage(sent: unknown): Promise<unknown> } } }).chrome;
    return await api.runtime.sendMessage(message);
  }, { countersign: 1, name, input }) as T;
}

/** The browser's own list of our rules, asked from a page of the extension. */
export async function rulesIn(page: Page): Promise<{ dynamic: number; session: number; rulesets: string[] }> {
  return await page.evaluate(async () => {
    const { declarativeNetRequest: net } = (globalThis as unknown as { chrome: { declarativeNetRequest: { getDynamicRules(): Promise<unknown[]>; getSessionRules(): Promise<unknown[]>; getEnabledRulesets(): Promise<string[]> } } }).chrome;
    return { dynamic: (await net.getDynamicRules()).length, session: (await net.getSessionRules()).length, rulesets: (await net.getEnabledRulesets()).sort() };
  });
}
