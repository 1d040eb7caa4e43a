/**
 * Every adapter against its practice site, on the site's real origin in a real browser.
 * Runs in Node and drives the browser, because a page on x.com cannot live inside another page.
 */
import { chromium } from '@playwright/test';
import type { Browser, BrowserContext, Locator, Page, Request } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { permalinkFrom } from '../../../platforms/permalink';
import { adapterOf } from '../../sites/adapter-of';
import { EXAMPLES } from '../../sites/examples';
import type { SiteExample } from '../../sites/examples';
import { probe } from '../../sites/probe';
import { refuseNetwork, routeSite } from '../../sites/route';
import type { Site } from '../../sites/serve';
import { chromiumArgs, findChromium } from '../../support/chromium';
import { publishCallOf, textOfCall } from '../../sites/publish-call';

const FIRST = 'Doors';
const REST = ' open at nine, bring a friend.';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let site: Site;
let errors: string[];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs() });
});
afterAll(() => browser.close());
afterEach(() => context.close());

async function open(example: SiteExample, lang: string, account = 'northmoor'): Promise<Locator> {
  const url = new URL(example.path, site.definition.origin);
  url.searchParams.set('lang', lang);
  url.searchParams.set('account', account);
  await page.goto(url.href);
  for (const selector of example.open) await page.locator(selector).click();
  const editor = page.locator(example.editor);
  await editor.waitFor();
  return editor;
}

describe.each(Object.keys(EXAMPLES))('%s', (siteId) => {
  const adapter = adapterOf(siteId);

  beforeEach(async () => {
    context = await browser.newContext();
    errors = await refuseNetwork(context);
    site = await routeSite(context, siteId);
    page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
  });

  const cases = EXAMPLES[siteId]!.flatMap((example) => example.langs.map((lang) => ({ example, lang, title: `${example.name} (${lang})` })));
  const surfaceOf = (example: SiteExample) => adapter.surfaces.find(({ id }) => id === example.surface)!;
  const naming = (request: Request) => request.method() !== 'OPTIONS' && publishCallOf(adapter, request) !== null;

  /** Sites move such controls into the composer's scope sooner or later; their names must not be send labels even while they stand outside. */
  async function wearsSendName(element: Locator, { selectors, labels, exclude }: ReturnType<typeof surfaceOf>['send']): Promise<boolean> {
    const names = Object.values(labels ?? {}).flat();
    return await element.evaluate((control, [which, known, but]) => {
      const name = (control.getAttribute('aria-label') ?? control.textContent ?? '').trim();
      return which.some((one) => control.matches(one)) && !but.some((one) => control.matches(one)) && known.includes(name);
    }, [selectors, names, exclude ?? []] as const);
  }

  async function leavesAlone(example: SiteExample): Promise<void> {
    for (const decoy of example.decoys) {
      const element = page.locator(decoy.selector).first();
      expect(await element.count(), `${decoy.selector} must be on the page`).toBe(1);
      expect(await element.getAttribute('data-probe'), `${decoy.why}: ${decoy.selector}`).toBeNull();
      if (decoy.is === 'control') expect(await wearsSendName(element, surfaceOf(example).send), `${decoy.why}: its name is among the send labels`).toBe(false);
    }
  }

  async function publishesOnce(example: SiteExample, press: () => Promise<void>): Promise<void> {
    expect(site.posts()).toEqual([]);
    const answer = page.waitForResponse((response) => naming(response.request()));
    await press();
    const response = await answer;
    const spec = publishCallOf(adapter, response.request())!;
    expect(surfaceOf(example).publish).toContain(spec.id);
    const post = site.posts()[0]!;
    expect(textOfCall(spec, response.request())).toBe(post.text);
    if (spec.permalink) expect(permalinkFrom(spec, await response.json())).toMatch(new RegExp(`/${post.permalink.split('/').findLast(Boolean)}/?$`));
  }

  it.each(cases)('$title: one editor and one send control are found, look-alikes are left alone, and pressing it publishes', async ({ example, lang }) => {
    const editor = await open(example, lang);
    await editor.click();
    await page.keyboard.press('End');
    await page.keyboard.type(FIRST);
    const before = await editor.evaluate(probe, adapter);
    expect(before).toMatchObject({ surface: example.surface, bodies: example.bodies, sends: 1, handle: example.account.handle, id: example.account.id ?? null, target: example.target });
    if (example.targetLabel) expect(before.targetLabel).toBe(example.targetLabel);
    if (example.audience) expect(before.audience).toBe(example.audience);
    await leavesAlone(example);
    const control = await page.locator('[data-probe="control"]').elementHandle();
    await page.keyboard.type(REST);
    expect(await control!.evaluate((element) => element.isConnected), 'the practice page must rebuild its send control while typing').toBe(false);
    expect(await editor.evaluate(probe, adapter)).toEqual(before);
    await publishesOnce(example, () => page.locator('[data-probe="control"]').click());
    if (example.bodies === 1) expect(site.posts()[0]!.text).toContain(FIRST + REST);
    expect(errors).toEqual([]);
  });

  // One surface once: what the site sends while a person writes must never look like publishing.
  const surfaces = adapter.surfaces.map(({ id }) => cases.find(({ example, lang }) => example.surface === id && lang === 'en')!);
  it.each(surfaces)('$title: nothing is published while writing, and the key the adapter names publishes', async ({ example, lang }) => {
    const editor = await open(example, lang);
    await editor.click();
    await page.keyboard.press('End');
    await page.keyboard.type(`@d ${FIRST}${REST}`);
    await expect.poll(() => site.requests().filter(({ kind }) => kind === 'autosave' || kind === 'typing').length, { timeout: 5_000 }).toBeGreaterThan(0);
    const quiet = site.requests().filter((entry) => entry.kind !== 'publish' && publishCallOf(adapter, entry) !== null);
    expect(quiet).toEqual([]);
    const key = surfaceOf(example).keys.find((one) => one.in === 'body');
    await editor.evaluate(probe, adapter);
    await publishesOnce(example, () => (key ? page.keyboard.press(key.combo === 'enter' ? 'Enter' : 'Control+Enter') : page.locator('[data-probe="control"]').press(' ')));
  });

  it('another acting account is seen as another account', async () => {
    const example = EXAMPLES[siteId]![0]!;
    const editor = await open(example, 'en', 'lena');
    const seen = await editor.evaluate(probe, adapter);
    expect(seen.handle).not.toBe(example.account.handle);
    expect(seen.handle).toMatch(/lena/i);
  });
});
