/** A tab where a layer is missing shows "?" and says what to do; what is sound shows nothing (promise 9). */
import { beforeEach, describe, expect, test } from 'vitest';
import type { AliveReply } from '../../../review/contract';
import { ask, boot, FORUM, gateIn, good, HOST, lockAll, makePerson, ORIGIN, PAGE, setUp, URL_HERE } from '../../support/background';
import type { Rig } from '../../support/background';

const ana = await makePerson('ana', 'Ana', ['author', 'ruleOwner']);
const ben = await makePerson('ben', 'Ben', ['approver']);
let rig: Rig;

beforeEach(async () => {
  rig = await boot();
  await setUp(rig, ana, ben);
  // The witness is another part; without it every tab would say so.
  (await import('../../../entrypoints/background/watch/layers')).witnessStarted();
});

const SOUND: AliveReply = { page: true, late: false, state: 'live' };
const look = async (tabId: number | null = null, url = URL_HERE) => good(await ask(rig, PAGE, 'coverage.look', { tab: tabId === null ? null : { id: tabId, url } }));
const layersOf = (row: Record<string, { state: string }>) => Object.entries(row).map(([id, { state }]) => `${id} ${state}`);
const mark = (tabId: number) => rig.fake.state.marks.get(tabId);

/** A tab on the covered site loads, as the browser tells it. */
async function load(tabId: number, gate: AliveReply | null, url = URL_HERE): Promise<void> {
  rig.fake.state.tabs.set(tabId, { id: tabId, url, active: true, windowId: 1 });
  rig.fake.state.marks.delete(tabId);
  if (gate) rig.fake.state.gates.set(tabId, gate);
  else rig.fake.state.gates.delete(tabId);
  await tell(tabId);
}

async function tell(tabId: number): Promise<void> {
  const tab = (await rig.fake.browser.tabs.get(tabId)) as unknown;
  await rig.fake.browser.tabs.onUpdated.fire(tabId, { status: 'complete' }, tab);
  await rig.settled();
}

async function withdraw(): Promise<void> {
  rig.fake.state.granted.clear();
  await rig.fake.browser.permissions.onRemoved.fire({ origins: [`${ORIGIN}/*`] });
  await rig.settled();
}

test('a tab whose gate answers has every layer and no mark', async () => {
  await load(7, SOUND);
  const { sites, tab } = await look(7);
  expect(layersOf(tab?.row as never)).toEqual(['intent on', 'lock on', 'oneShot on', 'witness on', 'readBack off']);
  expect(tab).toMatchObject({ level: 'guarded', blind: null, host: HOST });
  expect(sites).toMatchObject([{ platform: 'forum', host: HOST, tabs: 1, level: 'guarded', blind: null, missing: [] }]);
  expect(mark(7)).toBeUndefined();
  expect(rig.fake.state.injected).toEqual([]);
});

describe('what turns the badge of a tab to "?", with what to do in its title', () => {
  test('a composer that is not recognised, until it is', async () => {
    await load(7, { ...SOUND, state: 'unrecognised' });
    expect(mark(7)).toEqual({ text: '?', title: 'Countersign: Forum: the composer was not recognised. Teach this site.' });
    rig.fake.state.gates.set(7, SOUND);
    good(await ask(rig, gateIn(7), 'gate.coverage', { platform: 'forum', url: URL_HERE, state: 'live', detail: '' }));
    await rig.settled();
    expect(mark(7)).toEqual({ text: null, title: 'Countersign' });
  });

  test('a script that was lost and cannot come back', async () => {
    rig.fake.state.refuses.set(7, 'The extension page is busy.');
    await load(7, null);
    expect(mark(7)).toEqual({ text: '?', title: 'Countersign: Forum: the gate is not running in a tab. Reload this tab.' });
    expect((await look(7)).tab?.row.intent).toMatchObject({ state: 'off', remedy: 'reload' });
  });

  test('an administrator who blocked the host', async () => {
    rig.fake.state.refuses.set(7, 'This page cannot be scripted due to an ExtensionsSettings policy.');
    await load(7, null);
    expect(mark(7)?.title).toBe('Countersign: Forum: an administrator keeps Countersign out. Ask the administrator.');
  });

  test('a page world that did not shake hands', async () => {
    await load(7, { ...SOUND, page: false });
    expect(mark(7)).toMatchObject({ text: '?', title: expect.stringContaining('calls are not watched. Reload this tab.') });
  });

  test('rules that are not in the browser any more', async () => {
    rig.fake.state.dynamic.clear();
    await load(7, SOUND);
    expect(mark(7)).toMatchObject({ text: '?', title: expect.stringContaining('the lock is open') });
  });
});

describe('a tab that was open before', () => {
  test('gets the gate at once; where the lock stops every call it says so without a mark', async () => {
    await load(7, null);
    expect(rig.fake.state.injected.map(({ tabId, world }) => `${tabId} ${world}`)).toEqual(['7 MAIN', '7 ISOLATED']);
    const { tab } = await look(7);
    expect(tab).toMatchObject({ blind: null, row: { oneShot: { state: 'part', remedy: 'reload', why: expect.stringContaining('open before Countersign') } } });
    expect(mark(7)).toBeUndefined();
  });

  test('has a mark where a connection that publishes may be older than the gate', async () => {
    const chat = { ...FORUM, id: 'chat', title: 'Chat', publish: [{ id: 'save', method: 'GET', url: '/socket/', transport: 'socket', bodyType: 'frame', text: ['1.text'] }] };
    rig.fake.state.granted.add('https://chat.example/*');
    good(await ask(rig, PAGE, 'adapter.import', { adapter: chat, host: 'chat.example' }));
    await load(8, null, 'https://chat.example/room');
    expect(mark(8)).toEqual({ text: '?', title: 'Countersign: Chat: the page’s calls are not watched. Reload this tab.' });
    expect((await look(8, 'https://chat.example/room')).tab?.row.oneShot.why).toContain('a connection it opened before that is not covered');
    await load(8, SOUND, 'https://chat.example/room');
    expect(mark(8)?.text ?? null).toBeNull();
  });
});

describe('access that was withdrawn', () => {
  test('marks every tab, because the browser no longer says which one it is; the lock stays, and giving it back heals', async () => {
    await load(7, SOUND);
    await withdraw();
    expect(rig.fake.state.badge).toBe('?');
    expect(rig.fake.state.title).toBe('Countersign: Forum: access was withdrawn. Give access back.');
    const { sites, tab } = await look(7);
    expect(sites[0]).toMatchObject({ level: 'lock-only', missing: [`${ORIGIN}/*`, `http://${HOST}/*`], blind: { remedy: 'access' } });
    expect(tab?.blind?.detail).toMatch(/^Nothing is held, and the lock still stops what is sent\./);
    expect(layersOf(tab?.row as never)).toContain('lock on');
    rig.fake.state.granted.add(`${ORIGIN}/*`);
    await rig.fake.browser.permissions.onAdded.fire({ origins: [`${ORIGIN}/*`] });
    await rig.settled();
    expect(rig.fake.state).toMatchObject({ badge: '', title: 'Countersign' });
    expect((await look(7)).tab).toMatchObject({ level: 'guarded', blind: null });
  });

  test('is in the log once, also when the worker dies in between', async () => {
    await withdraw();
    await rig.die();
    await load(7, SOUND);
    await look(7);
    await rig.settled();
    const { logPage } = await import('../../../storage/queries/log');
    expect((await logPage({ limit: 20 })).filter(({ type }) => type === 'access.lost')).toHaveLength(1);
  });

  test('is found when it happened while the browser was closed', async () => {
    rig.fake.state.granted.clear();
    await rig.die();
    await rig.fake.browser.runtime.onStartup.fire();
    await rig.settled();
    expect(rig.fake.state.badge).toBe('?');
  });
});

describe('nothing is claimed and nothing is asked where nothing is covered', () => {
  test('tabs elsewhere are never asked, brought anything or marked', async () => {
    rig.fake.state.granted.add('https://other.example/*');
    await load(9, null, 'https://other.example/');
    await load(10, null, 'https://hidden.example/');
    await rig.fake.browser.tabs.onActivated.fire({ tabId: 10 });
    await rig.settled();
    expect(rig.fake.state.injected).toEqual([]);
    expect([mark(9), mark(10)]).toEqual([undefined, undefined]);
    expect((await look(9, 'https://other.example/')).tab).toBeNull();
  });

  test('an error page at the address of a covered site is no gap', async () => {
    rig.fake.state.refuses.set(7, 'Frame with ID 0 is showing error page');
    await load(7, null);
    expect(mark(7)).toBeUndefined();
  });

  test('a tab that went elsewhere is forgotten, and so is one that was closed', async () => {
    await load(7, { ...SOUND, state: 'unrecognised' });
    await load(7, null, 'https://hidden.example/');
    expect((await look()).sites[0]).toMatchObject({ tabs: 0, blind: null });
    await load(8, SOUND);
    rig.fake.state.tabs.delete(8);
    await rig.fake.browser.tabs.onRemoved.fire(8);
    await rig.settled();
    expect((await look()).sites[0]?.tabs).toBe(0);
  });

  test('a site that was switched off leaves no mark behind', async () => {
    await load(7, { ...SOUND, state: 'unrecognised' });
    expect(mark(7)?.text).toBe('?');
    good(await ask(rig, PAGE, 'site.uncover', { platform: 'forum', host: HOST }));
    await rig.settled();
    expect(mark(7)?.text).toBeNull();
    expect((await look()).sites).toEqual([]);
  });
});

test('pages of Countersign hear that something changed, and only then', async () => {
  await load(7, SOUND);
  const turn = () => rig.fake.session.data['coverageTurn'];
  const first = turn();
  await load(7, SOUND);
  expect(turn()).toBe(first);
  await load(7, { ...SOUND, state: 'unrecognised' });
  expect(turn()).not.toBe(first);
});

test('what is missing is shown to anybody at the keyboard, signed in or not, and never to a site', async () => {
  await load(7, { ...SOUND, state: 'unrecognised' });
  await lockAll(rig);
  expect((await look()).sites[0]?.blind?.remedy).toBe('teach');
  expect(await ask(rig, gateIn(7), 'coverage.look', { tab: null })).toMatchObject({ ok: false, code: 'not-allowed' });
});
