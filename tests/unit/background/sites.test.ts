/** Nothing runs on a site that is not covered, and nothing stops running unnoticed (promise 9). */
import { beforeEach, expect, test } from 'vitest';
import { ask, boot, code, FORUM, gateIn, good, HOST, lockAll, makePerson, ORIGIN, PAGE, setUp, unlockAs, URL_HERE } from '../../support/background';
import type { Rig } from '../../support/background';

const ana = await makePerson('ana', 'Ana', ['author', 'ruleOwner']);
const ben = await makePerson('ben', 'Ben', ['approver']);
let rig: Rig;

beforeEach(async () => {
  rig = await boot();
  await setUp(rig, ana, ben);
});

const registered = () => [...rig.fake.state.registered.values()].map(({ id, matches, world }) => ({ id, matches, world }));
const coverage = async () => (await (await import('../../../storage/queries/sites')).coverageRows()).map(({ host, state }) => ({ host, state }));

test('a fresh install registers and injects nothing', async () => {
  rig = await boot();
  rig.fake.state.tabs.set(5, { id: 5, url: URL_HERE, active: true, windowId: 1 });
  await rig.fake.browser.runtime.onInstalled.fire({ reason: 'install' });
  await rig.settled();
  expect(registered()).toEqual([]);
  expect(rig.fake.state.injected).toEqual([]);
  expect([...rig.fake.state.tabs.values()].map(({ url }) => url)).toContain(rig.fake.browser.runtime.getURL('welcome.html'));
});

test('an install where a workspace exists already opens no welcome', async () => {
  await rig.fake.browser.runtime.onInstalled.fire({ reason: 'install' });
  await rig.settled();
  expect([...rig.fake.state.tabs.values()].map(({ url }) => url)).not.toContain(rig.fake.browser.runtime.getURL('welcome.html'));
});

test('covering a site registers both worlds for that site only and reaches tabs that are already open', async () => {
  expect(registered()).toEqual([
    { id: 'countersign-page', matches: [`${ORIGIN}/*`], world: 'MAIN' },
    { id: 'countersign-gate', matches: [`${ORIGIN}/*`], world: 'ISOLATED' },
  ]);
  rig.fake.state.tabs.set(5, { id: 5, url: 'https://other.example/x', active: true, windowId: 1 });
  rig.fake.state.tabs.set(6, { id: 6, url: 'https://third.example/x', active: false, windowId: 1 });
  rig.fake.state.granted.add('https://other.example/*');
  good(await ask(rig, PAGE, 'site.cover', { platform: 'forum', host: 'Other.Example/some/path' }));
  expect(registered()[0]?.matches).toEqual([`${ORIGIN}/*`, 'https://other.example/*']);
  expect(rig.fake.state.injected.map(({ tabId, world }) => `${tabId} ${world}`)).toEqual(['5 MAIN', '5 ISOLATED']);
});

test('a server on this computer is covered with plain http alone, on the port it was named with', async () => {
  rig.fake.state.granted.add('http://localhost:8080/*');
  good(await ask(rig, PAGE, 'site.cover', { platform: 'forum', host: 'localhost:8080' }));
  expect(registered()[0]?.matches).toEqual([`${ORIGIN}/*`, 'http://localhost:8080/*']);
  expect(good(await ask(rig, gateIn(8, 'http://localhost:8080'), 'gate.hello', { url: 'http://localhost:8080/', top: true })).covered).toBe(true);
  expect(good(await ask(rig, gateIn(9, 'http://localhost:9090'), 'gate.hello', { url: 'http://localhost:9090/', top: true })).covered).toBe(false);
});

test('without the browser’s permission a site is not covered and says why', async () => {
  expect(code(await ask(rig, PAGE, 'site.cover', { platform: 'forum', host: 'other.example' }))).toBe('no-permission');
  expect(code(await ask(rig, PAGE, 'site.cover', { platform: 'nobody', host: 'other.example' }))).toBe('bad-adapter');
  expect(code(await ask(rig, PAGE, 'site.cover', { platform: 'forum', host: 'not a host' }))).toBe('bad-message');
});

test('switching a site off unregisters it and shows it as not covered', async () => {
  good(await ask(rig, gateIn(7), 'gate.coverage', { platform: 'forum', url: URL_HERE, state: 'live', detail: '' }));
  expect(await coverage()).toEqual([{ host: HOST, state: 'live' }]);
  rig.fake.state.tabs.set(7, { id: 7, url: URL_HERE, active: true, windowId: 1 });
  good(await ask(rig, PAGE, 'site.uncover', { platform: 'forum', host: HOST }));
  await rig.settled();
  expect(registered()).toEqual([]);
  expect(rig.fake.state.sent).toContainEqual({ tabId: 7, message: { kind: 'rules' }, frameId: undefined });
  expect(await coverage()).toEqual([{ host: HOST, state: 'not-covered' }]);
  expect(good(await ask(rig, gateIn(7), 'gate.hello', { url: URL_HERE, top: true })).covered).toBe(false);
});

test('a permission taken away in the browser ends the gate there and says so; the site stays covered and locked', async () => {
  rig.fake.state.granted.clear();
  await rig.fake.browser.permissions.onRemoved.fire({ origins: [`${ORIGIN}/*`] });
  await rig.settled();
  expect(registered()).toEqual([]);
  expect(rig.fake.state.dynamic.size).toBe(1);
  const { coveredSites } = await import('../../../storage/queries/sites');
  expect((await coveredSites()).map(({ platform }) => platform)).toEqual(['forum']);
  rig.fake.state.granted.add(`${ORIGIN}/*`);
  await rig.fake.browser.permissions.onAdded.fire({ origins: [`${ORIGIN}/*`] });
  await rig.settled();
  expect(registered()).toHaveLength(2);
  const { logPage } = await import('../../../storage/queries/log');
  expect((await logPage({ limit: 2 })).map(({ type, actor }) => `${type} ${actor}`)).toEqual(['access.given device', 'access.lost device']);
});

test('after an update the registrations are made again and open tabs get the new gate', async () => {
  rig.fake.state.registered.clear();
  rig.fake.state.tabs.set(5, { id: 5, url: URL_HERE, active: true, windowId: 1 });
  await rig.die();
  await rig.fake.browser.runtime.onInstalled.fire({ reason: 'update' });
  await rig.settled();
  expect(registered()).toHaveLength(2);
  expect(rig.fake.state.injected.map(({ tabId }) => tabId)).toEqual([5, 5]);
});

test('sites and adapters are changed by an unlocked rule owner only', async () => {
  const attempts = () => Promise.all([
    ask(rig, PAGE, 'site.cover', { platform: 'forum', host: HOST }),
    ask(rig, PAGE, 'site.uncover', { platform: 'forum', host: HOST }),
    ask(rig, PAGE, 'adapter.import', { adapter: FORUM, host: HOST }),
    ask(rig, PAGE, 'adapter.remove', { adapterId: 'forum' }),
    ask(rig, PAGE, 'teach.start', { tabId: 5 }),
  ]);
  await unlockAs(rig, ben);
  expect((await attempts()).map(code)).toEqual(Array.from({ length: 5 }, () => 'not-allowed'));
  await lockAll(rig);
  expect((await attempts()).map(code)).toEqual(Array.from({ length: 5 }, () => 'locked'));
});

test('an adapter that is not data, or takes a built-in name, is refused with the place of the fault', async () => {
  const broken = await ask(rig, PAGE, 'adapter.import', { adapter: { ...FORUM, id: 'two', surfaces: [{ ...FORUM.surfaces[0], editors: [] }] }, host: HOST });
  expect(broken).toMatchObject({ ok: false, code: 'bad-adapter', detail: expect.stringContaining('surfaces[0].editors') });
  const { ADAPTERS } = await import('../../../platforms');
  const taken = ADAPTERS[0]?.id ?? 'x';
  expect(await ask(rig, PAGE, 'adapter.import', { adapter: { ...FORUM, id: taken }, host: HOST })).toMatchObject({ ok: false, detail: expect.stringContaining('built-in') });
});

test('removing an adapter uncovers its sites', async () => {
  good(await ask(rig, PAGE, 'adapter.remove', { adapterId: 'forum' }));
  expect(registered()).toEqual([]);
  expect(await coverage()).toEqual([{ host: HOST, state: 'not-covered' }]);
});

test('teaching reaches one tab, and only that tab may bring the adapter', async () => {
  rig.fake.state.tabs.set(5, { id: 5, url: 'https://wiki.example/edit', active: true, windowId: 1 });
  rig.fake.state.granted.add('https://wiki.example/*');
  const there = gateIn(5, 'https://wiki.example');
  good(await ask(rig, PAGE, 'teach.start', { tabId: 5 }));
  expect(good(await ask(rig, there, 'gate.hello', { url: 'https://wiki.example/edit', top: true }))).toMatchObject({ covered: false, teach: true });
  expect(good(await ask(rig, there, 'gate.hello', { url: 'https://wiki.example/edit', top: true })).teach).toBe(false);
  const adapter = { ...FORUM, id: 'wiki', title: 'Wiki' };
  expect(code(await ask(rig, gateIn(6, 'https://wiki.example'), 'teach.done', { adapter }))).toBe('not-allowed');
  expect(good(await ask(rig, there, 'teach.done', { adapter }))).toEqual({ adapterId: 'wiki' });
  expect(good(await ask(rig, there, 'gate.hello', { url: 'https://wiki.example/edit', top: true }))).toMatchObject({ covered: true, adapters: [{ id: 'wiki' }] });
  expect(code(await ask(rig, there, 'teach.done', { adapter }))).toBe('not-allowed');
});

test('the account that a tab shows is what its gate says, checked for shape', async () => {
  rig.fake.state.tabs.set(7, { id: 7, url: URL_HERE, active: true, windowId: 1 });
  rig.fake.state.replies.set(7, { platform: 'forum', account: { id: 'northmoor', handle: '@northmoor' } });
  expect(good(await ask(rig, PAGE, 'account.seen', { tabId: 7 }))).toEqual({ platform: 'forum', account: { id: 'northmoor', handle: '@northmoor' } });
  rig.fake.state.replies.set(7, { platform: 'forum', account: { id: 'x'.repeat(1_000), handle: '' } });
  expect(code(await ask(rig, PAGE, 'account.seen', { tabId: 7 }))).toBe('not-covered');
  expect(code(await ask(rig, PAGE, 'account.seen', { tabId: 99 }))).toBe('not-covered');
});

test('an account left out by name is free, every other account of a covered site is held', async () => {
  const { DEFAULT_RULES } = await import('../../../review/model');
  const free = { platform: 'forum', account: 'private', handle: '@private', covered: false, strength: 'hold' as const, approvers: [], quorum: 1 };
  good(await ask(rig, PAGE, 'rules.set', { rules: { ...DEFAULT_RULES, accounts: [free] }, base: 1 }));
  expect(good(await ask(rig, gateIn(7), 'gate.hello', { url: URL_HERE, top: true })).free).toEqual([{ platform: 'forum', account: 'private' }]);
  const cover = async (id: string) => good(await ask(rig, gateIn(7), 'gate.cover', { platform: 'forum', account: { id, handle: `@${id}` }, target: null })).mode;
  expect([await cover('private'), await cover('northmoor')]).toEqual(['free', 'held']);
  expect(good(await ask(rig, gateIn(7), 'gate.cover', { platform: 'forum', account: null, target: null })).mode).toBe('held');
});
