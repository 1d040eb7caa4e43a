/** What people do in Firefox, by names and words. The Chromium twin of these steps is pages.ts. */
import type { Page } from 'puppeteer-core';
import type { RuleSet } from '../../review/model';
import type { FirefoxBrowser } from './firefox';
import { LENA, MARA } from './people';
import type { TestPerson } from './people';
import { readPracticeAdapter } from './practice-adapter';

type Role = 'button' | 'textbox' | 'menuitem' | 'tab' | 'radio' | 'link' | 'switch';

const PATIENCE = 20_000;

const named = (role: Role, name: string): string => `::-p-aria([name="${name}"][role="${role}"])`;

/** Presses a control by its accessible name, with the mouse. */
export async function press(page: Page, role: Role, name: string): Promise<void> {
  const control = await page.waitForSelector(named(role, name), { timeout: PATIENCE });
  await control?.click();
}

/** Presses a button by words on it, for those whose name carries a key or a count. */
export async function pressWords(page: Page, words: string): Promise<void> {
  const control = await page.waitForSelector(`button::-p-text(${words})`, { timeout: PATIENCE });
  await control?.click();
}

/** Puts text into a field as typing does (one trusted input event), replacing what is in it. */
export async function fill(page: Page, selector: string, text: string): Promise<void> {
  const field = await page.waitForSelector(selector, { timeout: PATIENCE });
  await field?.evaluate((element, value) => {
    const area = element as HTMLInputElement | HTMLTextAreaElement;
    area.focus();
    area.select();
    document.execCommand('insertText', false, value);
  }, text);
}

/** Waits until what is read holds the words; throws with what was read last. Usable outside a test too. */
async function until(who: string, read: () => Promise<string>, words: string | RegExp, timeout: number): Promise<void> {
  const end = Date.now() + timeout;
  let last = '';
  do {
    last = await read();
    if (typeof words === 'string' ? last.includes(words) : words.test(last)) return;
    await new Promise((resume) => { setTimeout(resume, 120); });
  } while (Date.now() < end);
  throw new Error(`${who} never said ${String(words)}. It says:\n${last}`);
}

export async function says(page: Page, words: string | RegExp, timeout = PATIENCE): Promise<void> {
  await until('The page', async () => await page.evaluate(() => document.body.innerText).catch(() => ''), words, timeout);
}

async function makeKey(page: Page, person: TestPerson): Promise<void> {
  await fill(page, named('textbox', 'Name'), person.name);
  await fill(page, 'input[type="password"]', person.passphrase);
  await press(page, 'button', 'Create key');
}

/** First run: a workspace with Lena, who writes, and Mara, who countersigns. Ends on the practice step. */
export async function setUpInFirefox(at: FirefoxBrowser): Promise<void> {
  const welcome = await at.opened('welcome.html');
  await press(welcome, 'button', 'Start');
  await fill(welcome, named('textbox', 'Workspace'), 'Northmoor');
  await makeKey(welcome, LENA);
  await says(welcome, `${LENA.name} signs here`);
  await press(welcome, 'button', 'Choose sites');
  await press(welcome, 'button', 'Continue without a site');
  await makeKey(welcome, MARA);
  await says(welcome, `${MARA.name} countersigns`);
  await welcome.close();
}

/** Signs in through the popup with the person's own passphrase; leaves the popup open on its list. */
export async function signInAt(popup: Page, person: TestPerson): Promise<void> {
  await says(popup, /Who is signing|Waiting/);
  if (!(await popup.$('input[type="password"]'))) {
    if (await popup.$(named('button', `Signed in as ${person.name}`))) return;
    const other = person.name === LENA.name ? MARA : LENA;
    await press(popup, 'button', `Signed in as ${other.name}`);
    await press(popup, 'menuitem', `Switch to ${person.name}`);
    await says(popup, 'Who is signing');
  }
  if (!(await popup.$(`::-p-text(Passphrase for ${person.name})`))) await (await popup.waitForSelector(`label ::-p-text(${person.name})`, { timeout: PATIENCE }))?.click();
  await says(popup, `Passphrase for ${person.name}`);
  await fill(popup, 'input[type="password"]', person.passphrase);
  await press(popup, 'button', 'Unlock');
  await popup.waitForSelector(named('button', `Signed in as ${person.name}`), { timeout: PATIENCE });
}

/** Covers a site by importing its adapter, as a signed-in rule owner does. */
export async function coverSite(at: FirefoxBrowser, adapter: string, url: string, title: string): Promise<void> {
  const options = await at.page('options.html#sites/add/import');
  await fill(options, named('textbox', 'Adapter file'), adapter);
  await fill(options, named('textbox', 'Server'), new URL(url).host);
  await press(options, 'button', 'Allow and cover this site');
  await says(options, 'Sites & coverage');
  await says(options, title);
  await options.close();
}

export const coverCommons = async (at: FirefoxBrowser, url: string): Promise<void> => await coverSite(at, await readPracticeAdapter(), url, 'Commons');

/** Changes rules as the signed-in rule owner, through the message contract. */
export async function changeRules(page: Page, changes: Partial<RuleSet>): Promise<void> {
  const answer = await page.evaluate(async (json) => {
    const wanted = JSON.parse(json) as object;
    const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } };
    const workspace = await new Promise<{ rules: { version: number } }>((resolve, reject) => {
      const opening = indexedDB.open('countersign');
      opening.addEventListener('error', () => reject(new Error(String(opening.error))));
      opening.addEventListener('success', () => {
        const all = opening.result.transaction('workspace').objectStore('workspace').getAll();
        all.addEventListener('success', () => {
          opening.result.close();
          resolve(all.result[0] as { rules: { version: number } });
        });
      });
    });
    return await chrome.runtime.sendMessage({ countersign: 1, name: 'rules.set', input: { rules: { ...workspace.rules, ...wanted }, base: workspace.rules.version } });
  }, JSON.stringify(changes));
  if (!(answer as { ok?: boolean } | undefined)?.ok) throw new Error(`The rules were not changed: ${JSON.stringify(answer)}`);
}

/** Everything the in-page panel says; empty when there is none. */
export async function panelText(at: FirefoxBrowser, page: Page): Promise<string> {
  const words = 'function () { return [...this.children].filter((child) => child instanceof HTMLElement && child.tagName !== "STYLE").map((child) => child.innerText).join("\\n").trim(); }';
  return (await at.insideRoot<string>(page, 'countersign-panel', words)) ?? '';
}

export async function panelSays(at: FirefoxBrowser, page: Page, words: string | RegExp, timeout = PATIENCE): Promise<void> {
  await until('The panel', () => panelText(at, page), words, timeout);
}
