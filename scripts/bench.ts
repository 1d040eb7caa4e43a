/**
 * `npm run bench`: the figures the project promises, measured on the built extension in a real browser.
 * Prints a table and writes .output/bench.json. Exits 1 when a figure is missed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { buildFresh } from './build-fresh';
import { BUDGETS, gzipSize, startScripts } from './build-checks';
import { measureApproval, measureHold, measureKeys, measurePopup, measureUncovered } from './bench-runs';
import { percentile } from '../tests/support/numbers';
import { Loop } from '../tests/support/loop';

const ROUNDS = 30;
const BUILD = '.output/chrome-mv3-e2e';

interface Figure {
  figure: string;
  value: number;
  /** null: told for information. */
  limit: number | null;
  unit: string;
}

buildFresh();
const figures: Figure[] = [];
const add = (figure: string, value: number, limit: number | null, unit: string): void => void figures.push({ figure, value: Math.round(value * 100) / 100, limit, unit });

async function approvals(undoMs: number, rounds: number): Promise<number[]> {
  const loop = await Loop.begin({ undoMs, requireSeen: false });
  try {
    return await measureApproval(loop, rounds);
  } finally {
    await loop.end();
  }
}

const beyond = await approvals(1_000, ROUNDS);
add('end of the undo window to the site’s request, p50', percentile(beyond, 50), 50, 'ms');
add('end of the undo window to the site’s request, p95', percentile(beyond, 95), 50, 'ms');
const whole = await approvals(0, 10);
add('without an undo window: Approve stored, page told, request at the site, p50', percentile(whole, 50), null, 'ms');

const loop = await Loop.begin({ undoMs: 0, requireSeen: false });
try {
  const held = await measureHold(loop, ROUNDS);
  add('send pressed to held visible, p50', percentile(held, 50), 100, 'ms');
  add('send pressed to held visible, p95', percentile(held, 95), 100, 'ms');
  const keys = await measureKeys(loop, 400);
  add('one key press on a covered composer, p95, site’s own work included', percentile(keys, 95), 1, 'ms');
  const popup = await measurePopup(loop, 5_000, 10_000, 9);
  add('popup first paint, 5,000 holds and 10,000 log entries, p50', percentile(popup.paint, 50), 200, 'ms');
  add('popup first row, 5,000 holds and 10,000 log entries, p50', percentile(popup.row, 50), 400, 'ms');
  add('worlds of ours on a site that is not covered', await measureUncovered(loop), 0, 'contexts');
} finally {
  await loop.end();
}
add('content script', gzipSize(`${BUILD}/content-scripts/gate.js`) / 1024, BUDGETS.gate / 1024, 'KB gzip');
add('page world script', gzipSize(`${BUILD}/content-scripts/page.js`) / 1024, BUDGETS.page / 1024, 'KB gzip');
add('popup at start', startScripts(BUILD, 'popup.html').reduce((sum, file) => sum + gzipSize(`${BUILD}/${file}`), 0) / 1024, BUDGETS.popup / 1024, 'KB gzip');

const missed = figures.filter(({ value, limit }) => limit !== null && !(value <= limit));
console.table(figures.map((one) => ({ ...one, limit: one.limit ?? '', met: one.limit === null ? '' : one.value <= one.limit ? 'yes' : 'NO' })));
mkdirSync('.output', { recursive: true });
writeFileSync('.output/bench.json', JSON.stringify({ at: new Date().toISOString(), cores: cpus().length, rounds: ROUNDS, figures }, null, 2));
process.exitCode = missed.length ? 1 : 0;
