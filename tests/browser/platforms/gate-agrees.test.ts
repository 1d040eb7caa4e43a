/** The gate's own resolver on the practice sites: what it reads is what the adapter's words mean. */
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../review/model';
import { adapterOf } from '../../sites/adapter-of';
import { EXAMPLES } from '../../sites/examples';
import { probe } from '../../sites/probe';
import { refuseNetwork, routeSite } from '../../sites/route';
import { chromiumArgs, findChromium } from '../../support/chromium';

interface GateReading { snapshot: Snapshot | null; control: boolean; ambiguous: boolean; decoys: string[] }

/** Entry of the script that runs in the page: the gate's code, asked about one element. */
const ENTRY = `
import { compileAdapters } from './gate/compile';
import { composerOfControl, resolveComposer } from './gate/composer';
import { ancestry } from './gate/dom';
import { readSnapshot } from './gate/snapshot';
globalThis.gateReads = (element, adapter, decoys) => {
  const all = compileAdapters([adapter]);
  const match = resolveComposer(ancestry(element), all);
  return {
    snapshot: match && readSnapshot(match, []),
    control: match?.control?.getAttribute('data-probe') === 'control',
    ambiguous: match?.ambiguous ?? false,
    decoys: decoys.filter(([, node]) => composerOfControl(ancestry(node), all)).map(([why]) => why),
  };
};`;

let browser: Browser;
let script: string;

beforeAll(async () => {
  const done = await build({ stdin: { contents: ENTRY, resolveDir: process.cwd(), loader: 'ts' }, bundle: true, format: 'iife', write: false, logLevel: 'silent' });
  script = done.outputFiles[0]!.text;
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs() });
});
afterAll(() => browser.close());

describe.each(Object.keys(EXAMPLES))('%s', (siteId) => {
  const adapter = adapterOf(siteId);

  it.each(EXAMPLES[siteId]!.map((example) => [example.name, example] as const))('the gate sees %s as the adapter describes it', async (_, example) => {
    const context = await browser.newContext();
    await refuseNetwork(context);
    const site = await routeSite(context, siteId);
    const page = await context.newPage();
    await page.addInitScript(script);
    const url = new URL(example.path, site.definition.origin);
    url.searchParams.set('lang', example.langs.at(-1)!);
    await page.goto(url.href);
    for (const selector of example.open) await page.locator(selector).click();
    const editor = page.locator(example.editor);
    await editor.click();
    await page.keyboard.press('End');
    await page.keyboard.type('Doors open at nine.');
    const expected = await editor.evaluate(probe, adapter);
    const decoys = await Promise.all(example.decoys.filter(({ is }) => is === 'control').map(async ({ selector, why }) => [why, await page.locator(selector).first().elementHandle()] as const));
    const pairs = await page.evaluateHandle((all) => all, decoys.map(([why, handle]) => [why, handle]));
    const read = await editor.evaluate(
      (element, [given, marked]) => (globalThis as unknown as { gateReads(...all: unknown[]): GateReading }).gateReads(element, given, marked),
      [adapter, pairs] as const,
    );
    expect(read.snapshot).toMatchObject({
      platform: adapter.id, surfaceId: example.surface, account: { handle: example.account.handle, id: example.account.id ?? example.account.handle }, audience: expected.audience ?? '',
    });
    expect(read.snapshot!.target?.id ?? null).toBe(example.target);
    expect(read.snapshot!.text).toContain('Doors open at nine.');
    expect(read.snapshot!.text.split('\u001E')).toHaveLength(example.bodies);
    expect(read).toMatchObject({ control: true, ambiguous: false, decoys: [] });
    await context.close();
  });
});
