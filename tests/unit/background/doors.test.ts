/** Who may ask what: a page of a site, a page of ours, a stranger (HOUSE: doubt the messenger). */
import { beforeEach, expect, test } from 'vitest';
import { CONTRACT } from '../../../review/contract';
import type { MessageName } from '../../../review/contract';
import { ask, boot, code, freshId, gateIn, good, makePerson, ORIGIN, PAGE, press, setUp, snapshot } from '../../support/background';
import type { Rig } from '../../support/background';
import { EXTENSION_ID, EXTENSION_ORIGIN } from '../../support/fake-extension';

const ana = await makePerson('ana', 'Ana', ['author', 'approver', 'ruleOwner']);
let rig: Rig;

beforeEach(async () => {
  rig = await boot();
  await setUp(rig, ana);
});

const raw = async (message: unknown, sender: unknown) => {
  const answer = await rig.serve(message, sender);
  return answer === undefined ? 'silence' : code(answer);
};

test('another extension is refused whatever it asks', async () => {
  for (const name of Object.keys(CONTRACT)) {
    expect(await raw({ countersign: 1, name, input: {} }, { id: 'another-extension', url: `${EXTENSION_ORIGIN}/popup.html` })).toBe('not-allowed');
  }
});

test('a message that is not ours is left to others', async () => {
  for (const message of [null, 'hello', 7, { type: 'x' }, { countersign: 2, name: 'gate.hello' }]) expect(await raw(message, PAGE)).toBe('silence');
});

test('an unknown name, an inherited name or a wrong shape is a bad message', async () => {
  for (const name of ['hold.publish', 'constructor', '__proto__', 'toString', 7, null]) expect(await raw({ countersign: 1, name, input: {} }, PAGE)).toBe('bad-message');
  for (const input of [null, [], 'x', { holdId: 7 }, { holdId: 'a', extra: true }, {}]) expect(await raw({ countersign: 1, name: 'hold.view', input }, PAGE)).toBe('bad-message');
});

test('what belongs to extension pages cannot be asked from inside a site, and the other way round', async () => {
  const all = Object.entries(CONTRACT) as [MessageName, { from: string[] }][];
  const refused = async (caller: string, sender: unknown) => {
    const foreign = all.filter(([, { from }]) => !from.includes(caller)).map(([name]) => name);
    return Promise.all(foreign.map(async (name) => `${name} ${await raw({ countersign: 1, name, input: {} }, sender)}`));
  };
  const answers = [...(await refused('gate', gateIn(7))), ...(await refused('page', PAGE))];
  expect(answers.length).toBeGreaterThan(10);
  expect(answers.filter((line) => !line.endsWith(' not-allowed'))).toEqual([]);
});

test('our page inside a foreign tab or frame may decide nothing', async () => {
  const input = { holdId: 'x' };
  const framed = { id: EXTENSION_ID, url: `${EXTENSION_ORIGIN}/popup.html`, frameId: 3, tab: { id: 7, url: 'https://evil.example/' } };
  expect(await raw({ countersign: 1, name: 'review.open', input }, framed)).toBe('not-allowed');
  expect(await raw({ countersign: 1, name: 'review.open', input }, { ...framed, tab: { id: 7, url: `${EXTENSION_ORIGIN}/options.html` } })).toBe('not-allowed');
  const lookAlike = { id: EXTENSION_ID, url: `https://${EXTENSION_ID}.example/popup.html`, tab: { id: 7 } };
  expect(await raw({ countersign: 1, name: 'review.open', input }, lookAlike)).toBe('not-allowed');
});

test('a gate on a site that is not covered learns only that', async () => {
  const elsewhere = gateIn(9, 'https://elsewhere.example');
  expect(good(await ask(rig, elsewhere, 'gate.hello', { url: 'https://elsewhere.example/', top: true }))).toMatchObject({ covered: false, adapters: [], builtIn: [], mine: [], restore: null });
  const create = { commandId: freshId(), composerId: 'c', snapshot: snapshot('Hello'), thumbs: [], urgency: 'normal' as const, voluntary: false };
  expect(code(await ask(rig, elsewhere, 'hold.create', create))).toBe('not-covered');
  expect(code(await ask(rig, elsewhere, 'teach.done', { adapter: {} }))).toBe('not-allowed');
});

test('a covered site cannot speak for another platform or read another site’s drafts', async () => {
  const held = good(await press(rig, 7, 'Hello'));
  expect(code(await press(rig, 7, 'Hello', { snapshot: snapshot('Hello', { platform: 'x' }) }))).toBe('not-covered');
  rig.fake.state.granted.add('https://other.example/*');
  good(await ask(rig, PAGE, 'site.cover', { platform: 'forum', host: 'other.example' }));
  const asked = (['hold.view', 'hold.recall', 'hold.stop'] as const).map(async (name) => code(await ask(rig, gateIn(9, 'https://other.example'), name, { holdId: held.id })));
  expect(await Promise.all(asked)).toEqual(['not-allowed', 'not-allowed', 'not-allowed']);
});

test('the origin that counts is the browser’s, not the one the page writes into its capture', async () => {
  const held = good(await press(rig, 7, 'Hello', { snapshot: snapshot('Hello', { origin: 'https://elsewhere.example' }) }));
  const { database } = await import('../../../storage/db');
  expect((await (await database()).revisions.get([held.id, 1]))?.manifest.origin).toBe(ORIGIN);
});

test('an empty frame of a covered page counts as that page; an opaque one by its address', async () => {
  const blank = { id: EXTENSION_ID, url: 'about:blank', origin: ORIGIN, frameId: 4, tab: { id: 7, url: `${ORIGIN}/x` } };
  expect(good(await ask(rig, blank, 'gate.hello', { url: 'about:blank', top: false })).covered).toBe(true);
  const sandboxed = { ...blank, url: 'https://elsewhere.example/x', origin: 'null' };
  expect(good(await ask(rig, sandboxed, 'gate.hello', { url: 'https://elsewhere.example/x', top: false })).covered).toBe(false);
});

test('the practice composer of the welcome page can hold, and only as practice', async () => {
  const page = { ...PAGE, url: `${EXTENSION_ORIGIN}/welcome.html`, tab: { id: 3, url: `${EXTENSION_ORIGIN}/welcome.html` } };
  const create = (platform: string) => ask(rig, page, 'hold.create', { commandId: freshId(), composerId: 'p', snapshot: snapshot('Hello', { platform, origin: EXTENSION_ORIGIN }), thumbs: [], urgency: 'normal', voluntary: false });
  expect(good(await create('practice')).workflow).toBe('pending');
  expect(code(await create('forum'))).toBe('not-allowed');
  expect(code(await press(rig, 7, 'Hello', { snapshot: snapshot('Hello', { platform: 'practice' }) }))).toBe('not-covered');
});

test('before anybody has set up a workspace the post is refused by name, so that the gate holds it', async () => {
  rig = await boot();
  rig.fake.state.granted.add(`${ORIGIN}/*`);
  const { FORUM, HOST } = await import('../../support/background');
  good(await ask(rig, PAGE, 'adapter.import', { adapter: FORUM, host: HOST }));
  expect(code(await press(rig, 7, 'Hello'))).toBe('not-set-up');
  expect(good(await ask(rig, gateIn(7), 'gate.cover', { platform: 'forum', account: null, target: null }))).toMatchObject({ mode: 'unset', signedInAs: null });
});

test('an error inside a handler is answered as such and releases nothing', async () => {
  rig.fake.browser.permissions.getAll = async () => {
    throw new TypeError('planted');
  };
  expect(code(await ask(rig, PAGE, 'site.cover', { platform: 'forum', host: 'third.example' }))).toBe('internal');
});
