/**
 * `npm run matrix`: tries every publish way of reference/guard.md §3.1 in each browser, prints the table and writes
 * docs/publish-ways.md with a JSON beside it. `--check` (in `npm test`) writes nothing and fails when a cell is worse
 * than the kept JSON. `--only chromium` or `--only firefox` leaves the other browser's kept rows alone.
 * `--ways id,id` tries only those, and writes nothing.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buildFresh } from './build-fresh';
import { MATRIX_ADAPTER } from '../tests/matrix/adapter';
import { guardedChromium, plainChromium } from '../tests/matrix/chromium';
import type { GuardedBrowser, PlainBrowser } from '../tests/matrix/driver';
import { guardedFirefox, plainFirefox } from '../tests/matrix/firefox';
import { findFirefox } from '../tests/support/find-firefox';
import { control, guarded } from '../tests/matrix/run';
import type { Report } from '../tests/matrix/run';
import { startMatrixSite } from '../tests/matrix/server';
import { documentOf, printReports, worseThan } from '../tests/matrix/table';
import { WAYS } from '../tests/matrix/ways';
import type { Way } from '../tests/matrix/way';

const KEPT = 'docs/publish-ways.json';
const PAGE = 'docs/publish-ways.md';

interface Kind {
  id: string;
  plain(): Promise<PlainBrowser>;
  guarded(): Promise<GuardedBrowser>;
}

const KINDS: Kind[] = [{ id: 'chromium', plain: plainChromium, guarded: guardedChromium }];
const firefox: Kind = { id: 'firefox', plain: plainFirefox, guarded: guardedFirefox };
if (findFirefox() === null) console.log('There is no Firefox here; its kept rows are not checked.');
else KINDS.push(firefox);

const checking = process.argv.includes('--check');
const at = process.argv.indexOf('--only');
const named = process.argv.indexOf('--ways');
const wanted = named < 0 ? null : (process.argv[named + 1] ?? '').split(',');
const ways = WAYS.filter(({ id }) => wanted === null || wanted.includes(id));
const only = at < 0 ? null : process.argv[at + 1];
const readKept = (): Record<string, Report> => (existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, 'utf8')) as Record<string, Report>) : {});
const kept = readKept();

/** One browser without the extension, then one with it, on a site of their own. */
async function tryAll(kind: Kind, some: readonly Way[]): Promise<Report> {
  const site = await startMatrixSite();
  try {
    const plain = await kind.plain();
    const reached = await control(plain, site, some).finally(async () => await plain.close());
    console.log(`${plain.name}: ${reached.near.size} of ${some.length} ways reach the server without the extension`);
    const browser = await kind.guarded();
    return await guarded(browser, site, some, MATRIX_ADAPTER, reached).finally(async () => await browser.close());
  } finally {
    await site.close();
  }
}

buildFresh();
const reports: Record<string, Report> = {};
const faults: string[] = [];
for (const kind of KINDS) {
  if (only !== null && kind.id !== only) continue;
  const started = Date.now();
  let report = await tryAll(kind, ways);
  const before = kept[kind.id];
  if (checking && before && wanted === null) {
    // A busy machine can be late. What looks worse is tried once more, alone; only what stays worse counts.
    const again = new Set(worseThan(before, report).map(({ id }) => id));
    if (again.size > 0) {
      console.log(`Once more: ${[...again].join(', ')}`);
      const second = await tryAll(kind, ways.filter(({ id }) => again.has(id)));
      report = { ...report, rows: report.rows.map((row) => second.rows.find(({ id }) => id === row.id) ?? row) };
    }
    for (const { id, cell, was, is } of worseThan(before, report)) faults.push(`${report.browser}, ${id}: ${cell} was ${was} and is ${is}.`);
  } else if (checking) faults.push(`There is no kept report for ${kind.id}. Run \`npm run matrix\` and look at it.`);
  reports[kind.id] = report;
  console.log(`${report.browser}: ${ways.length} ways in ${Math.round((Date.now() - started) / 1_000)} s`);
}

const list = Object.values(reports);
printReports(list);
if (!checking && wanted === null) {
  // The other browser's rows as they are now: it may have been tried meanwhile.
  const all = { ...readKept(), ...reports };
  mkdirSync('docs', { recursive: true });
  writeFileSync(KEPT, `${JSON.stringify(all, null, 1)}\n`);
  writeFileSync(PAGE, documentOf(Object.values(all)));
}
for (const fault of faults) console.log(fault);
const tested = list.flatMap(({ rows }) => rows).filter(({ overall }) => overall !== 'untested').length;
console.log(JSON.stringify({ passed: Math.max(0, tested - faults.length), failed: faults.length }));
process.exitCode = faults.length > 0 ? 1 : 0;
