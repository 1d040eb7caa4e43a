/** `npm test` runs rings beside each other where that saves time, and names what failed. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inGroups, RINGS, runRing } from '../../../scripts/rings';
import type { Ring } from '../../../scripts/rings';

const ring = (name: string, group?: string, queue?: string): Ring => ({ name, command: ['true'], count: () => ({ passed: 1, failed: 0, skipped: 0 }), ...(group && queue ? { beside: { group, queue } } : {}) });
const shape = (rings: Ring[]) => inGroups(rings).map((group) => group.map((queue) => queue.map(({ name }) => name)));

test('neighbours of one group run in queues beside each other, everything else alone and in order', () => {
  expect(shape([ring('a', 'one', 'x'), ring('b', 'one', 'x'), ring('c', 'one', 'y'), ring('d'), ring('e', 'one', 'x')])).toEqual([[['a', 'b'], ['c']], [['d']], [['e']]]);
});

test('nothing in the list is lost, and a build never runs beside what uses it', () => {
  const groups = inGroups(RINGS);
  expect(groups.flat(2)).toEqual(expect.arrayContaining(RINGS));
  expect(groups.flat(2)).toHaveLength(RINGS.length);
  for (const group of groups) if (group.flat().some(({ name }) => name.startsWith('build'))) expect(group.flat()).toHaveLength(1);
});

test.each([
  ['unit', { testResults: [{ name: `${process.cwd()}/tests/a.test.ts`, status: 'failed', assertionResults: [{ status: 'failed', fullName: 'b is c', failureMessages: ['\u001B[31mError: 1 is not 2\u001B[39m\n\n    at a.ts:3'] }, { status: 'passed', fullName: 'd' }] }, { name: `${process.cwd()}/tests/e.test.ts`, status: 'failed', assertionResults: [] }] }, ['tests/a.test.ts: b is c (Error: 1 is not 2 · at a.ts:3)', 'tests/e.test.ts']],
  ['e2e', { suites: [{ title: 'a.spec.ts', specs: [{ title: 'held', file: 'a.spec.ts', ok: true, tests: [] }], suites: [{ title: 'in', specs: [{ title: 'sent once', file: 'a.spec.ts', ok: false, tests: [{ results: [{ errors: [{ message: 'It went twice.' }] }] }] }] }] }] }, ['a.spec.ts: sent once (It went twice.)']],
])('the failed tests of %s are named from its report', (name, report, expected) => {
  const file = join(mkdtempSync(join(tmpdir(), 'countersign-rings-')), 'report.json');
  writeFileSync(file, JSON.stringify(report));
  expect(RINGS.find((each) => each.name === name)?.names?.(file, '')).toEqual(expected);
});

test('a script that ends without its count has broken, and its last words are kept', async () => {
  const faults = RINGS.find(({ name }) => name === 'faults');
  if (!faults) throw new Error('There is no ring called faults.');
  const saying = (words: string, code: number): Ring => ({ ...faults, command: ['node', '-e', `console.log(${JSON.stringify(words)}); process.exitCode = ${code}`] });
  expect(await runRing(saying('Error: no tab came\n', 1), false)).toMatchObject({ passed: 0, failed: 1, broke: true, names: ['Error: no tab came'] });
  expect(await runRing(saying('A draft was lost.\n{"passed":2,"failed":1}', 1), false)).toMatchObject({ passed: 2, failed: 1, broke: false, names: ['A draft was lost.'] });
  expect(await runRing(saying('{"passed":3,"failed":0}', 0), false)).toMatchObject({ passed: 3, failed: 0, broke: false, names: [] });
});

test('a ring whose command is missing has failed', async () => {
  const broken: Ring = { name: 'nothing', command: ['no-such-command-anywhere'], count: (code) => ({ passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 }) };
  expect(await runRing(broken, false)).toMatchObject({ passed: 0, failed: 1 });
});
