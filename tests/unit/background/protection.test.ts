/** Enforced in the background: what is open is known, what is unknown does not leave, and the level is what was proven. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ask, boot, code, decide, gateIn, good, HOST, makePerson, ORIGIN, PAGE, press, setUp, snapshot, unlockAs } from '../../support/background';
import type { Person, Rig } from '../../support/background';

let rig: Rig;
let ana: Person;
let ben: Person;

async function start(permissions: string[] = ['webRequestBlocking'], managed: Record<string, unknown> = {}): Promise<void> {
  rig = await boot();
  Object.assign(rig.fake.state, { permissions, managed });
  await rig.die();
}

beforeEach(async () => {
  ana ??= await makePerson('ana', 'Ana', ['author', 'ruleOwner', 'approver']);
  ben ??= await makePerson('ben', 'Ben', ['approver']);
  // The probe's request never leaves this test.
  vi.stubGlobal('fetch', async () => await Promise.reject(new Error('offline')));
});

let requests = 0;
const blocking = () => import('../../../entrypoints/background/protection/blocking');
async function send(text: string, tabId = 1, change: { url?: string; method?: string } = {}): Promise<boolean> {
  const { decideNow } = await blocking();
  const requestBody = { raw: [{ bytes: new TextEncoder().encode(JSON.stringify({ text })).buffer as ArrayBuffer }] };
  return decideNow({ requestId: `r${(requests += 1)}`, tabId, url: `${ORIGIN}/api/posts`, method: 'POST', requestBody, ...change } as never).cancel !== true;
}

async function approved(text: string): Promise<void> {
  await setUp(rig, ana, ben);
  good(await ask(rig, PAGE, 'rules.set', { rules: { ...(await rules()), undoMs: 0, requireSeen: false }, base: 1 }));
  const view = good(await press(rig, 1, text));
  await unlockAs(rig, ben);
  good(await decide(rig, ben, view));
  await unlockAs(rig, ana);
  good(await ask(rig, gateIn(1), 'release.request', { holdId: view.id, composerId: 'c', snapshot: snapshot(text) }));
}

async function rules() {
  const { database } = await import('../../../storage/db');
  return (await (await database()).workspace.toCollection().first())?.rules as object;
}

describe('one request', () => {
  test('nothing that publishes leaves a covered site by itself; other calls and other sites do', async () => {
    await start();
    await setUp(rig, ana, ben);
    expect(await send('by itself')).toBe(false);
    expect(await send('read', 1, { method: 'GET' })).toBe(true);
    expect(await send('elsewhere', 1, { url: 'https://other.example/api/posts' })).toBe(true);
  });

  test('a release lets exactly the approved words out of its tab, once', async () => {
    await start();
    await approved('Doors open at nine.');
    expect(await send('Doors open at ten.')).toBe(false);
    expect(await send('Doors open at nine.', 2)).toBe(false);
    expect(await send('Doors open at nine.')).toBe(true);
    expect(await send('Doors open at nine.')).toBe(false);
  });

  test('a worker that died in the middle knows of no release, so nothing leaves', async () => {
    await start();
    await approved('Doors open at nine.');
    await rig.die();
    expect(await send('Doors open at nine.')).toBe(false);
  });

  test('a worker that has only just started stops the publish calls of every built-in site', async () => {
    await start();
    const { decideNow } = await blocking();
    vi.resetModules();
    const fresh = await blocking();
    expect(fresh.decideNow).not.toBe(decideNow);
    const tweet = { requestId: 'cold', tabId: 1, url: 'https://x.com/i/api/graphql/abc/CreateTweet', method: 'POST' };
    expect(fresh.decideNow(tweet as never)).toEqual({ cancel: true });
    expect(fresh.decideNow({ ...tweet, url: 'https://x.com/i/api/graphql/abc/HomeTimeline' } as never)).toEqual({});
  });

  test('a build that may not block listens to nothing', async () => {
    await start([]);
    const seen = await rig.fake.browser.webRequest.onBeforeRequest.fire({ requestId: 'a', tabId: 1, url: `${ORIGIN}/api/posts`, method: 'POST' });
    expect(seen.every((answer) => answer === undefined)).toBe(true);
  });
});

describe('the level', () => {
  const view = async () => good(await ask(rig, PAGE, 'protection.view', { again: true }));

  test('a store build on Chrome is Guarded, and that is as expected', async () => {
    await start([]);
    expect((await view()).protection).toMatchObject({ level: 'guarded', expected: null, trouble: null });
  });

  test('an organisation that expects Enforced is told that this build is not', async () => {
    await start([], { expectedLevel: 'enforced' });
    expect((await view()).protection).toMatchObject({ level: 'guarded', expected: 'organisation', trouble: expect.stringContaining('Expected Enforced') });
  });

  test('a probe that a name server ended is Guarded with the reason; one that our listener stopped is Enforced', async () => {
    await start();
    rig.fake.state.granted.add('https://countersign-probe.invalid/*');
    for (const [error, heard, level] of [['net::ERR_NAME_NOT_RESOLVED', false, 'guarded'], ['net::ERR_BLOCKED_BY_CLIENT', true, 'enforced']] as const) {
      vi.stubGlobal('fetch', async (url: string) => {
        if (heard) await rig.fake.browser.webRequest.onBeforeRequest.fire({ requestId: 'p', tabId: -1, url, method: 'GET' });
        await rig.fake.browser.webRequest.onErrorOccurred.fire({ requestId: 'p', tabId: -1, method: 'GET', url, error });
        throw new TypeError('Failed to fetch');
      });
      expect((await view()).protection.level).toBe(level);
    }
  });
});

describe('what an organisation sets', () => {
  const MANAGED = { workspaceName: 'Head office', requiredSites: [{ platform: 'mastodon', host: HOST }], idleMinutes: 2 };

  test('the workspace bears the name it was given, and people are signed out after the time it set', async () => {
    await start([], MANAGED);
    await setUp(rig, ana, ben);
    const { database } = await import('../../../storage/db');
    expect((await (await database()).workspace.toCollection().first())?.name).toBe('Head office');
    expect(rig.fake.state.idleSeconds).toBe(120);
    await unlockAs(rig, ben);
    const { sessionNow } = await import('../../../entrypoints/background/people');
    expect(await sessionNow()).toMatchObject({ memberId: 'ben', idleMs: 120_000 });
    expect(rig.fake.state.alarms.get('countersign.lock')?.when).toBeLessThanOrEqual(Date.now() + 120_000);
  });

  test('a policy that arrives after the start, or goes, is followed at once', async () => {
    await start();
    expect(rig.fake.state.idleSeconds).toBe(300);
    rig.fake.state.managed = MANAGED;
    await rig.fake.browser.storage.onChanged.fire({ idleMinutes: { newValue: 2 } }, 'managed');
    await rig.settled();
    expect(rig.fake.state.idleSeconds).toBe(120);
    rig.fake.state.managed = {};
    await rig.fake.browser.storage.onChanged.fire({ idleMinutes: { oldValue: 2 } }, 'managed');
    await rig.settled();
    expect(rig.fake.state.idleSeconds).toBe(300);
  });

  test('a policy that the browser names late is followed, also when the first check has not ended', async () => {
    rig = await boot();
    let answer: (policy: Record<string, unknown>) => void = () => undefined;
    rig.fake.browser.storage.managed.get = () => new Promise((resolve) => { answer = resolve; });
    await rig.die();
    const shown = async () => good(await ask(rig, PAGE, 'protection.view', { again: false }));
    expect((await shown()).protection.expected).toBeNull();
    rig.fake.browser.storage.managed.get = async () => ({ expectedLevel: 'enforced', idleMinutes: 2 });
    answer({ expectedLevel: 'enforced', idleMinutes: 2 });
    await vi.waitFor(async () => expect(await shown()).toMatchObject({ protection: { expected: 'organisation' }, managed: { values: { idleMinutes: 2 } } }), { timeout: 3_000 });
    expect(rig.fake.state.idleSeconds).toBe(120);
  });

  test('a required site is covered as soon as the browser allows it, and nobody switches it off', async () => {
    await start([], MANAGED);
    await setUp(rig, ana, ben);
    await rig.fake.browser.permissions.onAdded.fire({});
    await rig.settled();
    const { database } = await import('../../../storage/db');
    const covered = async () => (await (await database()).sites.toArray()).map(({ platform }) => platform);
    expect(await covered()).toContain('mastodon');
    expect(code(await ask(rig, PAGE, 'site.uncover', { platform: 'mastodon', host: HOST }))).toBe('not-allowed');
    expect(await covered()).toContain('mastodon');
    // Another site of the same software is the rule owner's own affair.
    expect(code(await ask(rig, PAGE, 'site.uncover', { platform: 'mastodon', host: 'other.example' }))).toBe('ok');
  });

  test('a value that is not understood is named and left out', async () => {
    await start([], { idleMinutes: 'five' });
    const { managed } = good(await ask(rig, PAGE, 'protection.view', { again: false }));
    expect(managed.values).toEqual({});
    expect(managed.problems).toHaveLength(1);
  });
});
