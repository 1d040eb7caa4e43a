/** A team's own phrases: who may change them, what the checks make of them, and what happens to a pattern that is too slow. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { TeamPhrase } from '../../../review/phrases';
import { ask, boot, code, gateIn, good, lockAll, makePerson, PAGE, press, setUp, snapshot, unlockAs } from '../../support/background';
import type { Rig } from '../../support/background';

const ana = await makePerson('ana', 'Ana', ['author', 'ruleOwner']);
const ben = await makePerson('ben', 'Ben', ['approver']);
let rig: Rig;

beforeEach(async () => {
  rig = await boot();
  await setUp(rig, ana, ben);
});

const phrase = (id: string, text: string, more: Partial<TeamPhrase> = {}): TeamPhrase => ({ id, kind: 'phrase', text, severity: 'hold', words: '', replacement: '', platforms: [], from: null, until: null, ...more });
const change = (put: TeamPhrase[], drop: string[] = [], base = 0) => ask(rig, PAGE, 'phrases.change', { put, drop, base });
const typed = async (text: string) => good(await ask(rig, gateIn(7), 'gate.typed', { composerId: 'c', snapshot: snapshot(text) })).findings.filter(({ id }) => id.startsWith('team.'));
const db = async () => (await import('../../../storage/db')).database();
const lastLog = async () => (await (await db()).log.orderBy('seq').last());

test('a phrase flags what is typed, and the same at the hold', async () => {
  expect(await typed('Meet Project Falcon')).toEqual([]);
  expect(good(await change([phrase('f', 'project falcon', { words: 'Not announced yet.', replacement: 'our new boat' })]))).toEqual({ version: 1 });
  const found = await typed('Meet Project Falcon');
  expect(found).toMatchObject([{ id: 'team.f', severity: 'hold', reason: 'Not announced yet.', replacement: 'our new boat', spans: [{ start: 5, end: 19 }] }]);
  expect(good(await press(rig, 7, 'Meet Project Falcon')).findings.filter(({ id }) => id === 'team.f')).toEqual(found);
});

test('a change counts from the next keystroke on, also after the worker died', async () => {
  good(await change([phrase('f', 'falcon'), phrase('g', 'gannet')]));
  expect(await typed('falcon gannet')).toHaveLength(2);
  good(await change([phrase('g', 'goose')], ['f'], 1));
  expect(await typed('falcon gannet goose')).toMatchObject([{ id: 'team.g' }]);
  await rig.die();
  expect(await typed('falcon gannet goose')).toMatchObject([{ id: 'team.g' }]);
});

test('phrases for other sites stay silent here', async () => {
  good(await change([phrase('f', 'falcon', { platforms: ['x'] }), phrase('g', 'gannet', { platforms: ['forum', 'x'] })]));
  expect((await typed('falcon gannet')).map(({ id }) => id)).toEqual(['team.g']);
});

test('only an unlocked rule owner changes them, and no page of a site', async () => {
  await unlockAs(rig, ben);
  expect(code(await change([phrase('f', 'falcon')]))).toBe('not-allowed');
  await lockAll(rig);
  expect(code(await change([phrase('f', 'falcon')]))).toBe('locked');
  expect(code(await ask(rig, gateIn(7), 'phrases.change', { put: [], drop: [], base: 0 }))).toBe('not-allowed');
  expect(await (await db()).phrases.count()).toBe(0);
});

test('a change made on an older list is refused, and nothing is overwritten', async () => {
  good(await change([phrase('f', 'falcon')]));
  expect(code(await change([phrase('f', 'eagle')]))).toBe('stale');
  expect((await (await db()).phrases.get('f'))?.text).toBe('falcon');
});

test.each([
  ['the same words twice', [phrase('a', 'Falcon'), phrase('b', 'falcon ')], 'in the list already'],
  ['a pattern RE2 cannot run', [phrase('a', '(?=a)b', { kind: 'pattern' })], 'cannot be read'],
  ['a pattern that matches nothing at all', [phrase('a', 'a*', { kind: 'pattern' })], 'would match everywhere'],
  ['more patterns than there may be', Array.from({ length: 201 }, (_, n) => phrase(`p${n}`, `x${n}y`, { kind: 'pattern' })), 'at most 200 patterns'],
  ['blank words', [phrase('a', '  ')], 'is empty'],
] as const)('%s is refused whole, with the reason', async (_what, put, why) => {
  const answer = await change([phrase('good', 'good'), ...put]);
  expect(answer).toMatchObject({ ok: false, code: 'bad-message', detail: expect.stringContaining(why) });
  expect(await (await db()).phrases.count()).toBe(0);
});

test('every change is in the log: a small one by its words, a large one by count and digest', async () => {
  good(await change([phrase('f', 'falcon')]));
  expect(await lastLog()).toMatchObject({ type: 'rules.changed', actor: 'ana', body: { phrases: { version: 1, before: 0, total: 1, added: 1, changed: 0, removed: 0, put: [{ text: 'falcon' }] } } });
  good(await change(Array.from({ length: 2_000 }, (_, n) => phrase(`n${n}`, `name ${n}`)), ['f'], 1));
  const body = (await lastLog())?.body as { phrases: Record<string, unknown> };
  expect(body.phrases).toMatchObject({ version: 2, total: 2_000, added: 2_000, removed: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(JSON.stringify(body).length).toBeLessThan(500);
  expect(good(await ask(rig, PAGE, 'log.verify', {}))).toMatchObject({ ok: true });
});

test('a pattern that runs out of time is switched off for good, logged, and holds until somebody mends it', async () => {
  good(await change([phrase('slow', '(.*a){9}b', { kind: 'pattern' }), phrase('f', 'falcon')]));
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 6));
  expect(await typed(`${'a'.repeat(2_000)}b`)).toMatchObject([{ id: 'team.slow', severity: 'hold', reason: expect.stringContaining('switched off') }]);
  clock.mockRestore();
  await rig.settled();
  expect((await (await db()).phrases.get('slow'))?.stoppedAt).toBe(Date.now());
  expect(await lastLog()).toMatchObject({ type: 'rules.changed', actor: 'device', body: { phrases: { stopped: [{ id: 'slow' }] } } });
  const entries = await (await db()).log.count();
  await rig.die();
  expect(await typed('falcon, a short text')).toMatchObject([{ id: 'team.slow', severity: 'hold' }, { id: 'team.f' }]);
  await rig.settled();
  expect(await (await db()).log.count()).toBe(entries);
  good(await change([phrase('slow', 'ab+c', { kind: 'pattern' })], [], 2));
  expect(await typed('a short text')).toEqual([]);
  expect(await typed('abbc')).toMatchObject([{ id: 'team.slow', reason: '“abbc” is a pattern on this team’s list.' }]);
});

test('a row that was written behind the product’s back never runs unasked: a bad pattern and a damaged row hold', async () => {
  good(await change([phrase('f', 'falcon')]));
  const row = await (await db()).phrases.get('f');
  await (await db()).phrases.bulkPut([{ ...row!, id: 'evil', kind: 'pattern', text: '(a+)+\\1' }, { id: 'torn' } as never]);
  await rig.die();
  const all = good(await ask(rig, gateIn(7), 'gate.typed', { composerId: 'c', snapshot: snapshot('falcon') })).findings;
  expect(all.find(({ id }) => id === 'team.evil')).toMatchObject({ severity: 'hold', reason: expect.stringContaining('cannot run') });
  expect(all.find(({ id }) => id === 'checks.failed')).toMatchObject({ severity: 'hold', reason: expect.stringContaining('One of the team’s phrases could not be read') });
  expect(all.find(({ id }) => id === 'team.f')).toBeDefined();
});

test('a team phrase can be called wrong while typing, and one that does not exist cannot', async () => {
  good(await change([phrase('f', 'falcon')]));
  good(await ask(rig, gateIn(7), 'finding.wrong', { checkId: 'team.f', holdId: null, composerId: 'c' }));
  expect(code(await ask(rig, gateIn(7), 'finding.wrong', { checkId: 'team.zzz', holdId: null, composerId: 'c' }))).toBe('bad-message');
});
