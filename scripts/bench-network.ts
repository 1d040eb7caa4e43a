/**
 * `npm run bench:network`: what the guard costs a site. The same pages and calls in a browser without and one with the
 * extension, turn by turn in one run, so that a busy machine is busy for both. Prints a table and writes
 * .output/bench-network.json. Exits 1 when a figure is missed. `--rounds N` (default 40).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import type { BrowserContext, Page } from '@playwright/test';
import { buildFresh } from './build-fresh';
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

/** Turn by turn; who goes first changes every round. */
async function sideBySide(without: BrowserContext, withIt: BrowserContext, url: string): Promise<{ without: Times; withIt: Times }> {
  const none = (): Times => ({ load: [], read: [], post: [] });
  const times = { without: none(), withIt: none() };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const turns = [async () => await visit(without, url, times.without, round >= 0), async () => await visit(withIt, url, times.withIt, round >= 0)];
    if (round % 2 !== 0) turns.reverse();
    for (const turn of turns) await turn();
  }
  return times;
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
  limit: number;
  unit: string;
  n: number;
  /** The plain figures behind it, in ms. */
  detail: string;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
const shape = (times: number[]): string => `p50 ${round(percentile(times, 50))}, p95 ${round(percentile(times, 95))}`;

function ratio(figure: string, without: number[], withIt: number[], limit: number): Figure {
  return { figure, value: round(percentile(withIt, 50) / percentile(without, 50)), limit, unit: '× of medians', n: withIt.length, detail: `without ${shape(without)}; with ${shape(withIt)}` };
}

buildFresh();
const site = await startSlowSite();
const plain = await launchPlain();
await readyHouses();
const guarded = await openHouse('whole');
const figures: Figure[] = [];
try {
  await coverHost(guarded, MATRIX_ADAPTER, `localhost:${site.port}`);
  const covered = await sideBySide(plain.context, guarded.context, `http://localhost:${site.port}/`);
  const uncovered = await sideBySide(plain.context, guarded.context, `http://127.0.0.1:${site.port}/`);
  figures.push(
    ratio('page load, covered site', covered.without.load, covered.withIt.load, 1.02),
    ratio('page load, site that is not covered', uncovered.without.load, uncovered.withIt.load, 1.02),
    ratio('fetch, covered site', covered.without.read, covered.withIt.read, 1.02),
    ratio('fetch, site that is not covered', uncovered.without.read, uncovered.withIt.read, 1.02),
  );
  const { post: before } = covered.without;
  const { post: after } = covered.withIt;
  figures.push({ figure: 'allowed POST, what the guard adds, p95', value: round(percentile(after, 95) - percentile(before, 95)), limit: 10, unit: 'ms', n: after.length, detail: `without ${shape(before)}; with ${shape(after)}` });
  const page = await guarded.page('manifest.json');
  const lock = await page.evaluate(timeLock, 200);
  await page.close();
  figures.push({ figure: 'lock open (record, alarm, rule), p95', value: round(percentile(lock, 95)), limit: 5, unit: 'ms', n: lock.length, detail: shape(lock) });
} finally {
  await plain.close();
  await guarded.close();
  await site.close();
}

console.table(figures.map(({ figure, value, limit, unit, n, detail }) => ({ figure, value, limit, unit, n, met: value <= limit ? 'yes' : 'NO', detail })));
mkdirSync('.output', { recursive: true });
writeFileSync('.output/bench-network.json', JSON.stringify({ at: new Date().toISOString(), cores: cpus().length, load: loadavg(), rounds: ROUNDS, figures }, null, 2));
process.exitCode = figures.every(({ value, limit }) => value <= limit) ? 0 : 1;
