/**
 * `npm run faults`: kills the service worker or the whole browser at random steps of the loop and checks
 * that no acknowledged draft is lost, nothing is posted twice and nothing unapproved is posted.
 * Sources: HOUSE.md promises 2 and 6, guard.md §4.4. `--kills N` (default 200), `--seed N`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { buildFresh } from './build-fresh';
import { Loop } from '../tests/support/loop';
import { seeded } from '../tests/support/numbers';
import { runKills } from './fault-run';

const option = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const kills = option('kills', 200);
const seed = option('seed', Date.now() % 1_000_000);

buildFresh();
console.log(`${kills} kills, seed ${seed}`);
const loop = await Loop.begin({ undoMs: 0, requireSeen: false });
try {
  const report = await runKills(loop, kills, seeded(seed), (line) => console.log(line));
  mkdirSync('.output', { recursive: true });
  writeFileSync('.output/faults.json', JSON.stringify({ seed, ...report }, null, 2));
  console.table({
    'kills of the worker': report.workerKills, 'kills of the browser': report.browserKills, 'drafts acknowledged': report.acknowledged, 'posts published': report.published,
    'drafts lost': report.lost.length, 'posted twice': report.doubled.length, 'posted without approval': report.unapproved.length, 'holds left in releasing': report.stuck.length,
  });
  for (const [what, list] of Object.entries({ lost: report.lost, doubled: report.doubled, unapproved: report.unapproved, stuck: report.stuck })) for (const one of list) console.log(`${what}: ${one}`);
  const checks = [report.lost, report.doubled, report.unapproved, report.stuck];
  const failed = checks.filter((list) => list.length > 0).length;
  console.log(JSON.stringify({ passed: checks.length - failed, failed }));
  process.exitCode = failed ? 1 : 0;
} finally {
  await loop.end();
}
