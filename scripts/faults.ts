/**
 * `npm run faults`: the fault list of guard.md §4.4 against the built extension. In every round one fault strikes at
 * a random step of a post's way, and the end of the round must have a name: nothing lost, nothing posted twice,
 * nothing posted without approval, nothing left in between (HOUSE promises 1, 2 and 6).
 * `--runs N` (default 500), `--seed N`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { seeded } from '../tests/support/numbers';
import { buildFresh } from './build-fresh';
import type { Verdict } from './fault-judge';
import { runFaults } from './fault-run';

const option = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const runs = option('runs', 500);
const seed = option('seed', Date.now() % 1_000_000);

/** One row per kind of fault: how often, where the posts ended, what went wrong. */
function tableOf(verdicts: readonly Verdict[]): Record<string, Record<string, number>> {
  const ends = [...new Set(verdicts.map(({ end }) => end))].sort();
  const row = (list: readonly Verdict[]): Record<string, number> => ({
    runs: list.length,
    ...Object.fromEntries(ends.map((end) => [end, list.filter((one) => one.end === end).length])),
    problems: list.filter(({ problems }) => problems.length > 0).length,
    'seconds each': Math.round((list.reduce((sum, { seconds }) => sum + seconds, 0) / list.length) * 10) / 10,
  });
  const kinds = [...new Set(verdicts.map(({ kind }) => kind))].sort();
  return { ...Object.fromEntries(kinds.map((kind) => [kind, row(verdicts.filter((one) => one.kind === kind))])), all: row(verdicts) };
}

buildFresh();
console.log(`${runs} faults, seed ${seed}`);
const began = Date.now();
const verdicts = await runFaults(runs, seeded(seed), (line) => console.log(line));
mkdirSync('.output', { recursive: true });
writeFileSync('.output/faults.json', JSON.stringify({ seed, seconds: Math.round((Date.now() - began) / 1_000), verdicts }, null, 2));
console.table(tableOf(verdicts));
const count = (problem: Verdict['problems'][number]): number => verdicts.filter(({ problems }) => problems.includes(problem)).length;
console.log(`${count('lost')} drafts lost, ${count('posted twice')} posted twice, ${count('posted without approval')} posted without approval, ${count('stuck')} without a named end.`);
for (const { kind, text, end, problems } of verdicts) if (problems.length) console.log(`${kind}: “${text}” ended ${end}: ${problems.join(', ')}`);
const failed = verdicts.filter(({ problems }) => problems.length > 0).length;
console.log(JSON.stringify({ passed: verdicts.length - failed, failed }));
process.exitCode = failed ? 1 : 0;
