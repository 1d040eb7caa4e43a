/** Findings at the hold are the background's own; a page can neither bring findings along nor take any away. */
import { beforeEach, expect, test } from 'vitest';
import { ask, boot, code, freshId, gateIn, good, makePerson, PAGE, press, setUp, snapshot, unlockAs } from '../../support/background';
import type { Rig } from '../../support/background';

const ana = await makePerson('ana', 'Ana', ['author', 'ruleOwner']);
const ben = await makePerson('ben', 'Ben', ['approver']);
const TEXT = 'This balm cures eczema. Details at https://bit.ly/balm';
let rig: Rig;

beforeEach(async () => {
  rig = await boot();
  await setUp(rig, ana, ben);
});

const types = (text: string) => ask(rig, gateIn(7), 'gate.typed', { composerId: 'c', snapshot: snapshot(text) });
const counts = async () => (await import('../../../storage/queries/flags')).flagCounts();
const send = (more: object, inner: object = {}) =>
  rig.serve({ countersign: 1, name: 'hold.create', input: { commandId: freshId(), composerId: 'c', snapshot: { ...snapshot(TEXT), ...inner }, thumbs: [], urgency: 'normal', voluntary: false, ...more } }, gateIn(7));

test('what the checks say while typing is what they say at the hold, of the text that is held', async () => {
  const typed = good(await types(TEXT));
  expect(typed.findings.map(({ id }) => id)).toContain('link.shortener');
  expect(good(await press(rig, 7, TEXT)).findings).toEqual(typed.findings);
});

test('an innocent text shown to the checks first does not make the held text innocent', async () => {
  expect(good(await types('Good morning.')).findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  const held = good(await press(rig, 7, TEXT));
  expect(held.findings.map(({ id }) => id)).toContain('link.shortener');
});

test.each([
  ['beside the capture', { findings: [] }, {}],
  ['inside the capture', {}, { findings: [] }],
  ['as answers given in advance', { answers: { 'link.shortener@35-54': { kind: 'false_alarm' } } }, {}],
] as const)('findings that a page brings along %s are refused, and nothing is stored', async (_where, more, inner) => {
  expect(await send(more, inner)).toMatchObject({ ok: false, code: 'bad-message' });
  expect(await counts()).toEqual([]);
});

test('a flag called wrong while typing is counted, and still stands at the hold', async () => {
  await types(TEXT);
  good(await ask(rig, gateIn(7), 'finding.wrong', { checkId: 'link.shortener', holdId: null, composerId: 'c' }));
  const held = good(await press(rig, 7, TEXT));
  expect(held.findings.map(({ id }) => id)).toContain('link.shortener');
  expect(await counts()).toContainEqual({ checkId: 'link.shortener', fired: 1, wrong: 1 });
  const revision = await (await (await import('../../../storage/db')).database()).revisions.get([held.id, 1]);
  expect(revision?.answers).toEqual({});
});

test('an approver may call a flag wrong without answering it for the author (QU8)', async () => {
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  const before = await ask(rig, PAGE, 'hold.view', { holdId: held.id });
  good(await ask(rig, PAGE, 'finding.wrong', { checkId: 'link.shortener', holdId: held.id, composerId: null }));
  expect(await ask(rig, PAGE, 'hold.view', { holdId: held.id })).toEqual(before);
  expect(await counts()).toContainEqual({ checkId: 'link.shortener', fired: 1, wrong: 1 });
});

test('a gate may speak about posts of its own site only, and about checks that exist', async () => {
  const held = good(await press(rig, 7, TEXT));
  const elsewhere = gateIn(8, 'https://elsewhere.example');
  expect(code(await ask(rig, elsewhere, 'finding.wrong', { checkId: 'link.shortener', holdId: held.id, composerId: null }))).toBe('not-covered');
  expect(code(await ask(rig, gateIn(7), 'finding.wrong', { checkId: 'no.such', holdId: null, composerId: 'c' }))).toBe('bad-message');
  expect(code(await ask(rig, gateIn(7), 'finding.wrong', { checkId: 'link.shortener', holdId: held.id, composerId: 'c' }))).toBe('bad-message');
  expect(code(await ask(rig, gateIn(7), 'finding.wrong', { checkId: 'link.shortener', holdId: null, composerId: null }))).toBe('bad-message');
});

test('the rules page learns of every check what it looks for and how severe it can be', async () => {
  const list = good(await ask(rig, PAGE, 'checks.list', {}));
  expect(list.find(({ id }) => id === 'link.shortener')).toMatchObject({ about: expect.stringMatching(/./), source: expect.stringMatching(/./), severities: ['warn'] });
  expect(list.every(({ severities }) => severities.length > 0)).toBe(true);
  expect(code(await ask(rig, gateIn(7), 'checks.list', {}))).toBe('not-allowed');
});
