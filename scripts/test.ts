/**
 * `npm test`: every ring, one after the other, then a table and the line `N passed, N failed`.
 * `npm test -- unit e2e` runs only the named rings. Every ring runs even when an earlier one failed,
 * so that one look tells everything; the exit code is 1 when anything failed.
 */
import { prepareMachine } from './machine';
import { RINGS, runRing } from './rings';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !RINGS.some((ring) => ring.name === name));
if (unknown.length) {
  console.error(`No ring is called ${unknown.join(', ')}. Rings: ${RINGS.map((ring) => ring.name).join(', ')}`);
  process.exit(2);
}

prepareMachine();

const rows: { ring: string; passed: number; failed: number; skipped: number; seconds: string }[] = [];
for (const ring of RINGS) {
  if (wanted.length && !wanted.includes(ring.name)) continue;
  console.log(`\n── ${ring.name} ──`);
  const result = await runRing(ring);
  rows.push({ ring: ring.name, passed: result.passed, failed: result.failed, skipped: result.skipped, seconds: (result.ms / 1000).toFixed(1) });
}

const sum = (key: 'passed' | 'failed' | 'skipped'): number => rows.reduce((total, row) => total + row[key], 0);
console.log('');
console.table(rows);
const skipped = sum('skipped') ? `, ${sum('skipped')} skipped` : '';
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
