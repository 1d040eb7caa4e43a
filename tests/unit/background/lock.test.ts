/** The network lock follows the covered sites, and opens for one release at a time (guard.md §3.4, §3.7, §4.4). */
import { beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_RULES } from '../../../review/model';
import type { HoldView } from '../../../review/contract';
import { ask, boot, code, decide, FORUM, gateIn, good, HOST, later, makePerson, ORIGIN, PAGE, press, setUp, snapshot, unlockAs } from '../../support/background';
import type { Rig } from '../../support/background';

const ana = await makePerson('ana', 'Ana', ['author', 'ruleOwner']);
const ben = await makePerson('ben', 'Ben', ['approver']);
const TEXT = 'Back in stock today.';
const CALL = `${ORIGIN}/api/posts`;
let rig: Rig;

beforeEach(async () => {
  rig = await boot();
  await setUp(rig, ana, ben);
});

const state = () => rig.fake.state;
const blocked = () => [...state().dynamic.values()].map(({ action, condition }) => `${action.type} ${condition.regexFilter}`);
const open = () => [...state().session.values()].map(({ action, condition }) => `${action.type} ${condition.tabIds?.join()}`);
const windowAlarms = () => [...state().alarms.keys()].filter((name) => name.startsWith('countersign.window.'));
const request = (tabId: number, requestId: string, url = CALL) => rig.fake.browser.webRequest.onBeforeRequest.fire({ requestId, tabId, url, method: 'POST', type: 'xmlhttprequest' });
const release = (tabId: number, holdId: string, change = {}) => ask(rig, gateIn(tabId), 'release.request', { holdId, composerId: 'c', snapshot: snapshot(TEXT, change) });
const view = async (holdId: string) => good(await ask(rig, PAGE, 'hold.view', { holdId }));

async function cleared(text = TEXT): Promise<HoldView> {
  const held = good(await press(rig, 7, text));
  await unlockAs(rig, ben);
  good(await decide(rig, ben, held));
  later(10_001);
  return held;
}

test('rules follow what is covered, keep their numbers, and are set again without harm', async () => {
  expect(blocked()).toEqual([`block ^https?://forum\\.example(:\\d+)?(/.*)?/api/posts(#|$)`]);
  const [number] = [...state().dynamic.keys()];
  for (const host of ['https://x.com/*', 'https://twitter.com/*']) state().granted.add(host);
  good(await ask(rig, PAGE, 'site.cover', { platform: 'x', host: null }));
  expect([...state().dynamic.keys()].includes(number ?? -1)).toBe(true);
  expect(blocked()).toHaveLength(4);
  expect([...state().rulesets]).toEqual(['x']);
  const changes = state().happened.length;
  await rig.fake.browser.runtime.onStartup.fire();
  await rig.settled();
  expect(state().happened).toHaveLength(changes);
  good(await ask(rig, PAGE, 'adapter.remove', { adapterId: 'forum' }));
  good(await ask(rig, PAGE, 'site.uncover', { platform: 'x', host: null }));
  expect([blocked(), [...state().rulesets]]).toEqual([[], []]);
});

test('an update that forgot the rulesets, and rules that went astray, are put right', async () => {
  state().rulesets.add('linkedin');
  state().dynamic.set(77, { id: 77, priority: 1, action: { type: 'block' }, condition: { regexFilter: 'astray', requestMethods: ['post'], resourceTypes: ['other'] } });
  await rig.die();
  await rig.fake.browser.runtime.onInstalled.fire({ reason: 'update' });
  await rig.settled();
  expect([blocked().length, [...state().rulesets]]).toEqual([1, []]);
});

test('a browser that is slow to name its policies keeps nothing open, and what it requires is shut when it answers', async () => {
  for (const host of ['https://x.com/*', 'https://twitter.com/*']) state().granted.add(host);
  good(await ask(rig, PAGE, 'site.cover', { platform: 'x', host: null }));
  // The update forgot the rulesets and what was known of policies, and the browser does not answer yet.
  state().rulesets.clear();
  delete rig.fake.local.data.managedLast;
  let answer: (policy: Record<string, unknown>) => void = () => undefined;
  const { managed } = rig.fake.browser.storage;
  const quick = managed.get;
  managed.get = () => new Promise((resolve) => { answer = resolve; });
  await rig.die();
  state().rulesets.add('linkedin');
  await rig.fake.browser.runtime.onInstalled.fire({ reason: 'update' });
  await vi.waitFor(() => expect([...state().rulesets].sort()).toEqual(['linkedin', 'x']), { timeout: 3_000 });
  expect(code(await ask(rig, PAGE, 'coverage.look', { tab: null }))).toBe('ok');
  managed.get = async () => ({});
  answer({});
  await vi.waitFor(() => expect([...state().rulesets]).toEqual(['x']), { timeout: 3_000 });
  managed.get = async () => ({ requiredSites: [{ platform: 'linkedin' }] });
  await rig.fake.browser.storage.onChanged.fire({ requiredSites: {} }, 'managed');
  await vi.waitFor(() => expect([...state().rulesets].sort()).toEqual(['linkedin', 'x']), { timeout: 3_000 });
  managed.get = quick;
});

test('a lock that cannot be set covers nothing and says so; the sites that were locked stay locked', async () => {
  state().granted.add('https://other.example/*');
  state().refuseRules = 'dynamic';
  const answer = await ask(rig, PAGE, 'site.cover', { platform: 'forum', host: 'other.example' });
  expect(answer).toMatchObject({ ok: false, code: 'lock-failed', detail: expect.stringContaining('quota') });
  const { coverageRows, coveredSites } = await import('../../../storage/queries/sites');
  expect((await coveredSites()).map(({ host }) => host)).toEqual([HOST]);
  expect(await coverageRows()).toContainEqual(expect.objectContaining({ host: 'other.example', state: 'not-covered' }));
  expect(blocked()).toHaveLength(1);
});

test('a lock that cannot be set again at start is remembered until it can', async () => {
  const { lockTrouble } = await import('../../../entrypoints/background/lock/sync');
  state().dynamic.clear();
  state().refuseRules = 'dynamic';
  await rig.fake.browser.runtime.onStartup.fire();
  await rig.settled();
  expect(await lockTrouble()).toContain('refused the network lock');
  state().refuseRules = null;
  await rig.fake.browser.runtime.onStartup.fire();
  await rig.settled();
  expect(await lockTrouble()).toBeNull();
  expect(blocked()).toHaveLength(1);
});

test('an adapter whose call would block more, or that the browser cannot lock, is refused with the reason', async () => {
  const wide = await ask(rig, PAGE, 'adapter.import', { adapter: { ...FORUM, id: 'wide', publish: [{ ...FORUM.publish[0], url: '/' }] }, host: HOST });
  expect(wide).toMatchObject({ ok: false, code: 'bad-adapter', detail: expect.stringContaining('publish[0].url') });
  rig.fake.browser.declarativeNetRequest.isRegexSupported = async () => ({ isSupported: false, reason: 'memoryLimitExceeded' });
  const long = await ask(rig, PAGE, 'adapter.import', { adapter: { ...FORUM, id: 'long' }, host: HOST });
  expect(long).toMatchObject({ ok: false, code: 'bad-adapter', detail: expect.stringContaining('memoryLimitExceeded') });
});

test('a release opens its own tab only, after the alarm was set, and the first request shuts it', async () => {
  const held = await cleared();
  state().happened.length = 0;
  good(await release(7, held.id));
  expect(open()).toEqual(['allow 7']);
  const order = state().happened.filter((what) => what.startsWith('session') || what.startsWith('alarm countersign.window'));
  expect(order).toEqual(['alarm countersign.window.', 'session 1']);
  expect(windowAlarms()).toHaveLength(1);
  await request(8, 'other-tab');
  await request(7, 'other-call', `${ORIGIN}/api/draft`);
  expect(open()).toHaveLength(1);
  await request(7, 'ours');
  await rig.settled();
  expect([open(), windowAlarms()]).toEqual([[], []]);
});

test('when the lock does not open, nothing is sent and the post goes back for a fresh approval', async () => {
  const held = await cleared();
  state().refuseRules = 'session';
  expect(code(await release(7, held.id))).toBe('lock-failed');
  await rig.settled();
  expect([open(), windowAlarms()]).toEqual([[], []]);
  expect(await view(held.id)).toMatchObject({ publication: 'failed', workflow: 'pending', grant: null, outcomeDetail: expect.stringContaining('nothing was sent') });
  state().refuseRules = null;
  expect(code(await release(7, held.id)), 'the old approval is used up').toBe('quorum-missing');
});

test.each([
  ['the outcome', async (held: HoldView, grantId: string) => void good(await ask(rig, gateIn(7), 'release.outcome', { holdId: held.id, grantId, status: 'unknown', permalink: null, detail: '' }))],
  ['the end of the tab', async () => void (await rig.fake.browser.tabs.onRemoved.fire(7))],
  ['its alarm', async () => void (await rig.fake.browser.alarms.onAlarm.fire({ name: windowAlarms()[0] }))],
  ['the death of the worker', async () => await rig.die()],
])('the window is shut by %s', async (_what, happens) => {
  const held = await cleared();
  const { grantId } = good(await release(7, held.id));
  expect(open()).toHaveLength(1);
  await happens(held, grantId);
  await rig.settled();
  expect(open()).toEqual([]);
});

test('the window is shut by its deadline of ten seconds', async () => {
  const held = await cleared();
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.now() });
  good(await release(7, held.id));
  await vi.advanceTimersByTimeAsync(9_900);
  expect(open()).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(200);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  await rig.settled();
  expect(open()).toEqual([]);
});

test('a sweep that fails opens nothing until it has succeeded', async () => {
  const held = await cleared();
  state().session.set(5, { id: 5, priority: 3, action: { type: 'allow' }, condition: { regexFilter: 'left over', requestMethods: ['post'], resourceTypes: ['other'], tabIds: [1] } });
  const { getSessionRules } = rig.fake.browser.declarativeNetRequest;
  rig.fake.browser.declarativeNetRequest.getSessionRules = async () => { throw new Error('Not now.'); };
  await rig.die();
  await unlockAs(rig, ben);
  rig.fake.browser.declarativeNetRequest.getSessionRules = getSessionRules;
  good(await release(7, held.id));
  expect([...state().session.values()].map(({ condition }) => condition.regexFilter)).not.toContain('left over');
});

/** A site whose threads leave as one call per part, and whose own worker sends them. */
const THREADS = {
  ...FORUM, id: 'threads',
  surfaces: [{ ...FORUM.surfaces[0], editors: [{ role: 'body', selectors: ['textarea#body'], kind: 'textarea', multi: true }] }],
  publish: [{ ...FORUM.publish[0], worker: true }],
};

test('a thread passes one request per part of what was approved; a site that sends from its worker gets a window without a tab', async () => {
  good(await ask(rig, PAGE, 'adapter.remove', { adapterId: 'forum' }));
  good(await ask(rig, PAGE, 'adapter.import', { adapter: THREADS, host: HOST }));
  const text = 'One.\u001ETwo.\u001EThree.';
  const held = good(await press(rig, 7, text, { snapshot: snapshot(text, { platform: 'threads' }) }));
  await unlockAs(rig, ben);
  good(await decide(rig, ben, held));
  later(10_001);
  good(await release(7, held.id, { platform: 'threads', text }));
  expect(open()).toEqual(['allow 7,-1']);
  await request(-1, 'first');
  await request(-1, 'first');
  await request(7, 'second');
  await rig.settled();
  expect(open(), 'a redirect counts once').toHaveLength(1);
  await request(-1, 'third');
  await rig.settled();
  expect(open()).toEqual([]);
});

test('a free account gets one call; covered, unknown and foreign ones get none', async () => {
  const free = { platform: 'forum', account: 'private', handle: '@private', covered: false, strength: 'hold' as const, approvers: [], quorum: 1 };
  good(await ask(rig, PAGE, 'rules.set', { rules: { ...DEFAULT_RULES, accounts: [free] }, base: 1 }));
  const freely = (tabId: number, account: { id: string; handle: string } | null, publishId = 'save', platform = 'forum') => ask(rig, gateIn(tabId), 'free.open', { platform, publishId, account });
  expect(code(await freely(7, { id: 'northmoor', handle: '@northmoor' }))).toBe('not-allowed');
  expect(code(await freely(7, null))).toBe('account-unknown');
  expect(code(await freely(7, { id: 'private', handle: '@private' }, 'other'))).toBe('bad-message');
  expect(code(await freely(7, { id: 'private', handle: '@private' }, 'save', 'x'))).toBe('not-covered');
  expect(open()).toEqual([]);
  expect(good(await freely(7, { id: 'private', handle: '@private' })).deadline).toBe(Date.now() + 10_000);
  expect(open()).toEqual(['allow 7']);
  await request(7, 'free');
  await rig.settled();
  expect(open()).toEqual([]);
  expect(await (await (await import('../../../storage/db')).database()).holds.count()).toBe(0);
});

test('a call that only its content tells is counted when the content said so', async () => {
  const { openWindow, publishRequestSeen } = await import('../../../entrypoints/background/lock/window');
  const { windowFor } = await import('../../../entrypoints/background/lock/windows');
  const { adapterOf } = await import('../../sites/adapter-of');
  const url = 'https://www.facebook.com/api/graphql/';
  const opened = good(await openWindow({ tabId: 9, site: { platform: 'facebook', host: null, adapter: adapterOf('facebook') }, specs: ['create', 'edit'], calls: 1, why: 'grant-1' }));
  expect(opened.ruleIds).toEqual([]);
  const details = { requestId: '1', tabId: 9, method: 'POST', url };
  expect(windowFor(9, url, 'POST')?.window.why).toBe('grant-1');
  expect(publishRequestSeen(details)).toBeNull();
  expect(publishRequestSeen(details, 'comment')).toBeNull();
  expect(publishRequestSeen(details, 'edit')?.window.id).toBe(opened.id);
  await rig.settled();
  expect(windowFor(9, url, 'POST')).toBeNull();
});
