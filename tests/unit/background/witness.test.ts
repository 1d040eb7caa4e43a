/** HOUSE, release step 4: what left is compared with what was approved, also when the worker died meanwhile. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { HoldView } from '../../../review/contract';
import type { LogType } from '../../../review/model';
import { ask, boot, code, decide, FORUM, gateIn, good, HOST, later, lockAll, makePerson, ORIGIN, PAGE, press, setUp, snapshot, unlockAs } from '../../support/background';
import type { Rig } from '../../support/background';
import { form, json, packed, raw } from '../gate/witness/bodies';

const ana = await makePerson('ana', 'Ana', ['author', 'ruleOwner']);
const ben = await makePerson('ben', 'Ben', ['approver']);
const TEXT = 'Back in stock today.';
let rig: Rig;
let count = 0;

beforeEach(async () => {
  rig = await boot();
  await setUp(rig, ana, ben);
});

const db = async () => (await import('../../../storage/db')).database();
const hold = async (holdId: string) => (await db()).holds.get(holdId);
const incidents = async () => (await db()).incidents.toArray();
const logged = async (...types: LogType[]) => (await (await db()).log.toArray()).filter(({ type }) => types.includes(type));

async function releasing(text = TEXT): Promise<{ held: HoldView; grantId: string }> {
  await unlockAs(rig, ana);
  const held = good(await press(rig, 7, text));
  await unlockAs(rig, ben);
  good(await decide(rig, ben, held));
  later(10_001);
  const { grantId } = good(await ask(rig, gateIn(7), 'release.request', { holdId: held.id, composerId: 'c', snapshot: snapshot(text) }));
  await rig.settled();
  return { held, grantId };
}

type Way = { tabId?: number; type?: string; url?: string; method?: string; requestId?: string; initiator?: string };
type Ending = number | { error: string } | { redirect: string; code: number } | null;

function details(way: Way) {
  return { requestId: way.requestId ?? `r${(count += 1)}`, tabId: 7, type: 'xmlhttprequest', method: 'POST', url: `${ORIGIN}/api/posts`, initiator: ORIGIN, timeStamp: Date.now(), ...way };
}

async function end(one: ReturnType<typeof details>, how: Ending): Promise<void> {
  const { webRequest } = rig.fake.browser;
  if (how === null) return;
  if (typeof how === 'number') await webRequest.onCompleted.fire({ ...one, statusCode: how });
  else if ('error' in how) await webRequest.onErrorOccurred.fire({ ...one, ...how });
  else await webRequest.onBeforeRedirect.fire({ ...one, statusCode: how.code, redirectUrl: how.redirect });
  await rig.settled();
}

/** One request of the page, from start to end. */
async function request(requestBody: unknown, how: Ending = 200, way: Way = {}) {
  const one = details(way);
  await rig.fake.browser.webRequest.onBeforeRequest.fire({ ...one, requestBody });
  later(20);
  await end(one, how);
  return one;
}

const sent = (held: HoldView, grantId: string) => ask(rig, gateIn(7), 'release.outcome', { holdId: held.id, grantId, status: 'sent', permalink: null, detail: 'The site answered 200.' });

test('the approved text that leaves is matched: in the hold, in the receipt and in the log, by digest only', async () => {
  const { held, grantId } = await releasing();
  await request(json({ text: TEXT }));
  expect((await hold(held.id))?.witnessed).toMatchObject({ grantId, matched: 1, foreign: 0 });
  good(await sent(held, grantId));
  expect((await hold(held.id))?.receipt).toMatchObject({ status: 'sent', witness: 'matched' });
  const [entry] = await logged('witness.matched');
  expect(entry).toMatchObject({ holdId: held.id, body: { grantId, publishId: 'save', way: 'xmlhttprequest', digest: expect.stringMatching(/^[0-9a-f]{64}$/) } });
  expect(JSON.stringify(await logged('witness.matched', 'release.sent'))).not.toContain('stock');
  expect(await incidents()).toEqual([]);
  expect(good(await ask(rig, PAGE, 'log.verify', {}))).toMatchObject({ ok: true });
});

test('whichever is told first, the answer of the page or the end of the request, the receipt says it', async () => {
  const { held, grantId } = await releasing();
  const one = await request(json({ text: `${TEXT} \n` }), null);
  good(await sent(held, grantId));
  expect((await hold(held.id))?.receipt?.witness).toBeNull();
  await end(one, 200);
  expect((await hold(held.id))?.receipt).toMatchObject({ status: 'sent', witness: 'matched' });
});

test('a packed body is read, a Blob is unverified and never matched', async () => {
  const { held, grantId } = await releasing();
  await request(raw(await packed(JSON.stringify({ text: TEXT }))));
  good(await sent(held, grantId));
  expect((await hold(held.id))?.receipt?.witness).toBe('matched');

  const second = await releasing('Another one.');
  await request({ error: 'Unknown error' });
  good(await sent(second.held, second.grantId));
  expect((await hold(second.held.id))?.receipt?.witness).toBe('unverified');
  expect(await logged('witness.unverified')).toMatchObject([{ body: { unread: 'withheld', digest: null } }]);
  expect(await incidents()).toEqual([]);
});

test('something else that leaves is a mismatch: the receipt, an incident, and a note without any text', async () => {
  const { held, grantId } = await releasing();
  await request(json({ text: 'Out of stock for ever.' }));
  good(await sent(held, grantId));
  expect(await hold(held.id)).toMatchObject({ publication: 'sent', receipt: { witness: 'mismatch' } });
  const [incident] = await incidents();
  expect(incident).toMatchObject({ kind: 'mismatch', holdId: held.id, platform: 'forum', host: HOST, account: '@northmoor', way: 'xmlhttprequest', state: 'open', count: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect((await logged('witness.mismatch', 'incident.mismatch')).map(({ type }) => type)).toEqual(['witness.mismatch', 'incident.mismatch']);
  expect(rig.fake.state.notifications.at(-1)).toMatchObject({ title: 'A post differs from what was approved', message: expect.not.stringContaining('stock') });
  expect(JSON.stringify(await (await db()).log.toArray())).not.toContain('for ever');
});

test('a second publish call in one release is one too many, even with the approved words', async () => {
  const { held, grantId } = await releasing();
  await request(json({ text: TEXT }));
  await request(json({ text: TEXT }));
  good(await sent(held, grantId));
  expect((await hold(held.id))?.receipt?.witness).toBe('mismatch');
});

test('a site that refuses and is asked again is not counted twice', async () => {
  const { held, grantId } = await releasing();
  await request(json({ text: TEXT }), 403);
  await request(json({ text: TEXT }), { error: 'net::ERR_CONNECTION_RESET' });
  await request(json({ text: TEXT }), 201);
  good(await sent(held, grantId));
  expect((await hold(held.id))?.receipt?.witness).toBe('matched');
});

test('a thread that leaves part by part is matched when all of it left in order', async () => {
  const thread = 'One.\u001eTwo.\u001eThree.';
  const { held, grantId } = await releasing(thread);
  await request(json({ text: 'One.' }));
  await request(json({ text: 'Two.' }));
  const last = await request(json({ text: 'Three.' }), null);
  good(await sent(held, grantId));
  expect((await hold(held.id))?.receipt?.witness).toBe('unverified');
  await end(last, 200);
  expect(await hold(held.id)).toMatchObject({ witnessed: { of: 3, matched: 3 }, receipt: { witness: 'matched' } });
  const again = await releasing('Four.\u001eFive.');
  await request(json({ text: 'Five.' }));
  good(await sent(again.held, again.grantId));
  expect((await hold(again.held.id))?.receipt?.witness).toBe('mismatch');
});

test('a worker that dies between request and answer, or is woken by either, judges all the same', async () => {
  const { held, grantId } = await releasing();
  await rig.die();
  const one = await request(json({ text: 'Something else.' }), null);
  await rig.settled();
  // What was read of the request is on disk; before that the worker would have been kept alive.
  await vi.waitFor(() => expect(JSON.stringify(rig.fake.session.data['sightings'])).toContain(one.requestId), { timeout: 5_000 });
  await rig.die();
  await end(one, 200);
  good(await sent(held, grantId));
  expect((await hold(held.id))?.receipt?.witness).toBe('mismatch');
});

test('a post of the site’s own worker, which has no tab, is found by where it came from', async () => {
  const { held, grantId } = await releasing();
  await request(json({ text: TEXT }), 200, { tabId: -1 });
  good(await sent(held, grantId));
  expect((await hold(held.id))?.receipt?.witness).toBe('matched');
});

test('a form post is read from its fields, and the redirect ends it once', async () => {
  await unlockAs(rig, ana);
  good(await ask(rig, PAGE, 'adapter.import', { adapter: { ...FORUM, publish: [{ id: 'save', method: 'POST', url: '/api/posts$', transport: 'navigation', bodyType: 'form', text: ['text'] }] }, host: HOST }));
  const { held } = await releasing();
  await request(form({ text: [TEXT], token: ['x'] }), { code: 303, redirect: `${ORIGIN}/posts/5` }, { type: 'main_frame' });
  expect(await hold(held.id)).toMatchObject({ publication: 'sent', receipt: { permalink: `${ORIGIN}/posts/5`, witness: 'matched' } });
  expect(await logged('witness.matched')).toHaveLength(1);
});

test('a form post answered by a redirect ends twice under one number, at once, and is one post', async () => {
  await unlockAs(rig, ana);
  good(await ask(rig, PAGE, 'adapter.import', { adapter: { ...FORUM, publish: [{ id: 'save', method: 'POST', url: '/api/posts$', transport: 'navigation', bodyType: 'form', text: ['text'] }] }, host: HOST }));
  const { held, grantId } = await releasing();
  const one = details({ type: 'main_frame' });
  const { webRequest } = rig.fake.browser;
  await webRequest.onBeforeRequest.fire({ ...one, requestBody: form({ text: [TEXT], token: ['x'] }) });
  await Promise.all([
    webRequest.onBeforeRedirect.fire({ ...one, statusCode: 303, redirectUrl: `${ORIGIN}/posts/5` }),
    webRequest.onCompleted.fire({ ...one, method: 'GET', url: `${ORIGIN}/posts/5`, statusCode: 200 }),
  ]);
  await rig.settled();
  expect((await hold(held.id))?.witnessed).toMatchObject({ grantId, matched: 1, foreign: 0 });
  expect(await logged('witness.mismatch')).toEqual([]);
  expect(await incidents()).toEqual([]);
});

test('a publish call the network lock stopped is an incident, counted within a minute and not told twice', async () => {
  await rig.settled();
  for (let times = 0; times < 3; times += 1) await request(json({ text: 'Quickly, before anybody looks.' }), { error: 'net::ERR_BLOCKED_BY_CLIENT' }, { type: 'ping' });
  expect(await incidents()).toMatchObject([{ kind: 'blocked', way: 'ping', count: 3, holdId: null, digest: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  expect(await logged('incident.blocked')).toHaveLength(1);
  expect(rig.fake.state.notifications.filter(({ title }) => title.includes('stopped'))).toHaveLength(1);
  later(61_000);
  await request(json({ text: 'Quickly, before anybody looks.' }), { error: 'net::ERR_BLOCKED_BY_CLIENT' }, { type: 'ping' });
  expect(await incidents()).toHaveLength(2);
});

test('a release that the lock itself stopped went nowhere, so it failed', async () => {
  await unlockAs(rig, ana);
  good(await ask(rig, PAGE, 'adapter.import', { adapter: { ...FORUM, publish: [{ id: 'save', method: 'POST', url: '/api/posts$', transport: 'navigation', bodyType: 'form', text: ['text'] }] }, host: HOST }));
  const { held } = await releasing();
  await request(form({ text: [TEXT] }), { error: 'net::ERR_BLOCKED_BY_CLIENT' }, { type: 'main_frame' });
  expect(await hold(held.id)).toMatchObject({ publication: 'failed', workflow: 'pending' });
});

test('a publish call that got through without a release or a window is nobody’s post, also where an account is left out', async () => {
  await request(json({ text: 'Nobody countersigned this.' }));
  expect(await incidents()).toMatchObject([{ kind: 'unmatched', way: 'xmlhttprequest', platform: 'forum' }]);
  const workspace = await (await db()).workspace.toCollection().first();
  const free = { platform: 'forum', account: 'private', handle: '@private', covered: false, strength: 'hold' as const, approvers: [], quorum: 1 };
  await unlockAs(rig, ana);
  good(await ask(rig, PAGE, 'rules.set', { rules: { ...workspace?.rules, accounts: [free] }, base: workspace?.rules.version ?? 0 }));
  later(61_000);
  await request(json({ text: 'Nobody countersigned this either.' }));
  expect(await incidents()).toHaveLength(2);
});

test('with the lock at hand, what went through the window of a left-out account is free, and nothing else is', async () => {
  const { useLock } = await import('../../../entrypoints/background/witness/lock-port');
  const told: string[] = [];
  let why: string | null = 'free';
  useLock((one) => {
    told.push(one.requestId);
    return why === null ? null : { window: { why } };
  });
  await request(json({ text: 'My own cat.' }), 200, { requestId: 'free' });
  expect(await incidents()).toEqual([]);
  why = null;
  await request(json({ text: 'Not my own.' }), 200, { requestId: 'rogue' });
  await request(json({ page: 2 }), 200, { requestId: 'read', url: `${ORIGIN}/api/list` });
  expect(await incidents()).toHaveLength(1);
  expect(told).toEqual(['free', 'rogue', 'read']);
});

test('requests that cannot publish are not looked at', async () => {
  const { held } = await releasing();
  const { database } = await import('../../../storage/db');
  const before = (await hold(held.id))?.version;
  await request(null, 200, { method: 'GET' });
  await request(json({ text: 'x' }), 200, { url: `${ORIGIN}/api/drafts` });
  await request(json({ text: 'x' }), 200, { url: 'https://elsewhere.example/api/posts', initiator: 'https://elsewhere.example' });
  expect((await (await database()).holds.get(held.id))?.version).toBe(before);
  expect(await incidents()).toEqual([]);
});

test('the page world’s own refusals are incidents too, if they name a call of a covered site', async () => {
  const blocked = (change: object) => ask(rig, gateIn(7), 'gate.blocked', { platform: 'forum', publishId: 'save', way: 'fetch', digest: 'd'.repeat(64), ...change });
  good(await blocked({}));
  good(await blocked({}));
  expect(code(await blocked({ platform: 'x' }))).toBe('not-covered');
  expect(code(await blocked({ publishId: 'other' }))).toBe('bad-message');
  await rig.settled();
  expect(await incidents()).toMatchObject([{ kind: 'blocked', way: 'fetch', count: 2 }]);
});

test('an incident is closed by somebody who did not write the post, with a reason that is logged', async () => {
  const { held, grantId } = await releasing();
  await request(json({ text: 'Something else.' }));
  good(await sent(held, grantId));
  const [incident] = await incidents();
  const close = (reason: string, state: 'dismissed' | 'elsewhere' = 'dismissed') => ask(rig, PAGE, 'incident.close', { incidentId: incident?.id ?? '', state, reason });
  await unlockAs(rig, ana);
  expect(code(await close('I did it.'))).toBe('contributor');
  await unlockAs(rig, ben);
  expect(code(await close('  '))).toBe('reason-required');
  await lockAll(rig);
  expect(code(await close('Seen.'))).toBe('locked');
  await unlockAs(rig, ben);
  good(await close('The site shortens links.'));
  good(await close('Twice is once.'));
  expect(await incidents()).toMatchObject([{ state: 'dismissed', closed: { by: 'ben', reason: 'The site shortens links.' } }]);
  expect(await logged('incident.closed')).toMatchObject([{ actor: 'ben', holdId: held.id, body: { state: 'dismissed', reason: 'The site shortens links.' } }]);
});
