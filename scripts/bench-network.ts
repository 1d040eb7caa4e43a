/**
 * `npm run bench:network`: what the guard costs a site. The same pages and calls in a browser without and one with the
 * extension, turn by turn in one run, so that a busy machine is busy for both. A third browser has an extension of no
 * code with the same permissions: Chromium leads every request through another process's hands for those alone, and
 * that part no code of ours can give back. Prints a table and writes .output/bench-network.json. Exits 1 when a figure
 * is missed. `--rounds N` (default 40).
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { buildFresh } from './build-fresh';
import { hostPermissionsOf, permissionsOf, variantOf } from './manifest';
import { MATRIX_ADAPTER } from '../tests/matrix/adapter';
import { coverHost, launchPlain } from '../tests/matrix/chromium';
import { percentile } from '../tests/support/numbers';
import { startSlowSite } from '../tests/support/slow-site';
import { openHouse, readyHouses } from '../tests/support/houses';

const asked = process.argv.indexOf('--rounds');
const ROUNDS = asked < 0 ? 40 : Number(process.argv[asked + 1]);
/** Calls of each kind per page. */
const CALLS = 12;
const WARM_UP = 3;

interface Times {
  load: number[];
  read: number[];
  post: number[];
}

/** Runs in the page: one kind of call, one after the other, in ms. */
async function timeCalls({ method, count }: { method: string; count: number }): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const before = performance.now();
    await (await fetch('/api/autosave', method === 'GET' ? {} : { method, body: '{"draft":"The mill opens"}' })).text();
    times.push(performance.now() - before);
  }
  return times;
}

const loadTime = async (page: Page): Promise<number> => await page.evaluate(() => {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry ? entry.loadEventEnd - entry.startTime : Number.NaN;
});

async function visit(context: BrowserContext, url: string, into: Times, counts: boolean): Promise<void> {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction(() => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventEnd > 0);
  const [load, read, post] = [await loadTime(page), await page.evaluate(timeCalls, { method: 'GET', count: CALLS }), await page.evaluate(timeCalls, { method: 'POST', count: CALLS })];
  await page.close();
  if (!counts) return;
  into.load.push(load);
  into.read.push(...read);
  into.post.push(...post);
}

type Arm = 'without' | 'bare' | 'withIt';

/** Turn by turn; who goes first changes every round. */
async function sideBySide(browsers: Record<Arm, BrowserContext>, url: string): Promise<Record<Arm, Times>> {
  const none = (): Times => ({ load: [], read: [], post: [] });
  const times = { without: none(), bare: none(), withIt: none() };
  const arms: Arm[] = ['without', 'bare', 'withIt'];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const arm of arms) await visit(browsers[arm], url, times[arm], round >= 0);
    arms.push(arms.shift() as Arm);
  }
  return times;
}

/** An extension that asks for what ours asks for, and does nothing. */
function bareExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bare-'));
  const variant = variantOf('chrome', 'e2e');
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ manifest_version: 3, name: 'Bare', version: '1', permissions: permissionsOf(variant), host_permissions: hostPermissionsOf(variant) }));
  return folder;
}

interface Api {
  alarms: { create(name: string, at: { when: number }): Promise<void>; clear(name: string): Promise<boolean> };
  storage: { session: { set(items: object): Promise<void>; remove(key: string): Promise<void> } };
  declarativeNetRequest: { updateSessionRules(change: object): Promise<void> };
}

/** Runs in a page of the extension: the three steps of opening a window (note it, set the alarm, add the rule), and none of the closing, in ms. */
async function timeLock(count: number): Promise<number[]> {
  const { chrome } = globalThis as unknown as { chrome: Api };
  const { alarms, storage, declarativeNetRequest: net } = chrome;
  const times: number[] = [];
  const id = 900_001;
  for (let index = 0; index < count; index += 1) {
    const before = performance.now();
    await Promise.all([alarms.create('bench', { when: Date.now() + 60_000 }), storage.session.set({ bench: { id, at: Date.now() } })]);
    await net.updateSessionRules({ addRules: [{ id, priority: 2, action: { type: 'allow' }, condition: { regexFilter: '^http://localhost/publish/json', requestMethods: ['post'], resourceTypes: ['xmlhttprequest'], tabIds: [1] } }], removeRuleIds: [] });
    times.push(performance.now() - before);
    await net.updateSessionRules({ removeRuleIds: [id] });
    await Promise.all([alarms.clear('bench'), storage.session.remove('bench')]);
  }
  return times;
}

interface Figure {
  figure: string;
  value: number;
  /** Null: the browser's own, named to be compared with. */
  limit: number | null;
  unit: string;
  n: number;
  /** The plain figures behind it, in ms. */
  detail: string;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
const shape = (times: number[]): string => `p50 ${round(percentile(times, 50))}, p95 ${round(percentile(times, 95))}`;

function ratio(figure: string, without: number[], withIt: number[], limit: number | null): Figure {
  return { figure, value: round(percentile(withIt, 50) / percentile(without, 50)), limit, unit: '× of medians', n: withIt.length, detail: `${shape(without)} → ${shape(withIt)}` };
}

/** The whole, and the part of it that is the browser's price for the permissions. */
function ratios(figure: string, times: Record<Arm, Times>, kind: 'load' | 'read'): Figure[] {
  const [without, bare, withIt] = [times.without[kind], times.bare[kind], times.withIt[kind]];
  return [ratio(figure, without, withIt, 1.02), ratio('· the permissions alone, without any code', without, bare, null), ratio('· ours on top of them', bare, withIt, 1.02)];
}

buildFresh();
const site = await startSlowSite();
const plain = await launchPlain();
const folder = bareExtension();
const bare = await launchPlain(folder);
await readyHouses();
const guarded = await openHouse('whole');
const figures: Figure[] = [];
try {
  await coverHost(guarded, MATRIX_ADAPTER, `localhost:${site.port}`);
  const browsers = { without: plain.context, bare: bare.context, withIt: guarded.context };
  const covered = await sideBySide(browsers, `http://localhost:${site.port}/`);
  const uncovered = await sideBySide(browsers, `http://elsewhere.localhost:${site.port}/`);
  figures.push(
    ...ratios('page load, covered site', covered, 'load'),
    ...ratios('page load, site that is not covered', uncovered, 'load'),
    ...ratios('fetch, covered site', covered, 'read'),
    ...ratios('fetch, site that is not covered', uncovered, 'read'),
  );
  const { post: before } = covered.without;
  const { post: after } = covered.withIt;
  figures.push({ figure: 'allowed POST, what the guard adds, p95', value: round(percentile(after, 95) - percentile(before, 95)), limit: 10, unit: 'ms', n: after.length, detail: `${shape(before)} → ${shape(after)}` });
  const page = await guarded.page('manifest.json');
  const lock = await page.evaluate(timeLock, 200);
  await page.close();
  figures.push({ figure: 'lock open (record, alarm, rule), p95', value: round(percentile(lock, 95)), limit: 5, unit: 'ms', n: lock.length, detail: shape(lock) });
} finally {
  await plain.close();
  await bare.close();
  rmSync(folder, { recursive: true, force: true });
  await guarded.close();
  await site.close();
}

const met = ({ value, limit }: Figure): boolean => limit === null || value <= limit;
console.table(figures.map((each) => ({ figure: each.figure, value: each.value, limit: each.limit ?? '–', unit: each.unit, n: each.n, met: each.limit === null ? '–' : met(each) ? 'yes' : 'NO', 'without → with, ms': each.detail })));
mkdirSync('.output', { recursive: true });
writeFileSync('.output/bench-network.json', JSON.stringify({ at: new Date().toISOString(), cores: cpus().length, load: loadavg(), rounds: ROUNDS, figures }, null, 2));
process.exitCode = figures.every(met) ? 0 : 1;
