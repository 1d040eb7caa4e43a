/**
 * `npm test`: every ring in order (the light ones beside each other), then a table and the line `N passed, N failed`.
 * `npm test -- unit e2e` runs only the named rings. Every ring runs even when an earlier one failed,
 * so that one look tells everything; the exit code is 1 when anything failed.
 */
import { prepareMachine } from './machine';
import { inGroups, reportOf, RINGS, runRing } from './rings';
import type { Ring } from './rings';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !RINGS.some((ring) => ring.name === name));
if (unknown.length) {
  console.error(`No ring is called ${unknown.join(', ')}. Rings: ${RINGS.map((ring) => ring.name).join(', ')}`);
  process.exit(2);
}

prepareMachine();

/**
 * In CI a slow shared machine can make a browser late. What failed is run once more, alone; what passes then is
 * counted as passed and named, so that it is looked at. On a person's machine nothing is run twice.
 */
async function secondLook(ring: Ring, first: Awaited<ReturnType<typeof runRing>>): Promise<typeof first> {
  if (process.env.CI && first.broke) {
    console.log(`\n── ${ring.name}, which broke, once more ──`);
    const second = await runRing(ring);
    if (second.failed === 0) unsteady.push(`${ring.name} as a whole`);
    return { ...second, ms: first.ms + second.ms };
  }
  const command = process.env.CI && first.failed > 0 && first.failed <= 8 ? ring.again?.(reportOf(ring)) : null;
  if (!command) return first;
  console.log(`\n── ${ring.name}, the ${first.failed} that failed, once more ──`);
  const second = await runRing({ name: `${ring.name} again`, command, count: (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }), ...(ring.env ? { env: ring.env } : {}) });
  if (second.failed > 0) return { ...first, ms: first.ms + second.ms };
  unsteady.push(`${first.failed} in ${ring.name}`);
  return { ...first, passed: first.passed + first.failed, failed: 0, ms: first.ms + second.ms };
}

const unsteady: string[] = [];
/** By name and at the very end, where whoever looks at a long run looks first. */
const missed: { ring: string; names: string[] }[] = [];
const rows: { ring: string; passed: number; failed: number; skipped: number; seconds: string }[] = [];
for (const group of inGroups(RINGS.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))) {
  const alone = group.length === 1;
  const results = (await Promise.all(group.map(async (queue) => {
    const done: { ring: Ring; first: Awaited<ReturnType<typeof runRing>> }[] = [];
    for (const ring of queue) {
      if (alone) console.log(`\n── ${ring.name} ──`);
      done.push({ ring, first: await runRing(ring, alone) });
    }
    return done;
  }))).flat();
  for (const { ring, first } of results) {
    const result = await secondLook(ring, first);
    if (first.failed > 0) missed.push({ ring: ring.name, names: first.names });
    rows.push({ ring: ring.name, passed: result.passed, failed: result.failed, skipped: result.skipped, seconds: (result.ms / 1000).toFixed(1) });
  }
}

const sum = (key: 'passed' | 'failed' | 'skipped'): number => rows.reduce((total, row) => total + row[key], 0);
console.log('');
console.table(rows);
for (const { ring, names } of missed) console.log(`Failed in ${ring}:\n${names.map((name) => `  ${name}`).join('\n')}`);
if (unsteady.length) console.log(`Passed only on the second try: ${unsteady.join(', ')}.`);
const skipped = sum('skipped') ? `, ${sum('skipped')} skipped` : '';
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
