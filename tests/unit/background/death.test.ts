/** The worker may die at any await; the row is the truth (HOUSE: what runs where). */
import { beforeEach, expect, test } from 'vitest';
import { ask, boot, code, decide, freshId, gateIn, good, later, makePerson, ORIGIN, PAGE, press, setUp, snapshot, unlockAs, URL_HERE } from '../../support/background';
import type { Rig } from '../../support/background';

const ana = await makePerson('ana', 'Ana', ['author', 'ruleOwner']);
const ben = await makePerson('ben', 'Ben', ['approver']);
const TEXT = 'Back in stock today.';
let rig: Rig;

beforeEach(async () => {
  rig = await boot();
  await setUp(rig, ana, ben);
});

const release = (holdId: string) => ask(rig, gateIn(7), 'release.request', { holdId, composerId: 'c', snapshot: snapshot(TEXT) });

test('the whole story works with a dead worker between any two steps', async () => {
  await rig.die();
  good(await ask(rig, gateIn(7), 'gate.typed', { composerId: 'c', snapshot: snapshot('Back') }));
  await rig.die();
  const held = good(await press(rig, 7, TEXT));
  await rig.die();
  await unlockAs(rig, ben);
  await rig.die();
  good(await decide(rig, ben, held));
  await rig.die();
  later(10_001);
  const { grantId } = good(await release(held.id));
  await rig.die();
  expect(code(await release(held.id))).toBe('already-released');
  const sent = good(await ask(rig, gateIn(7), 'release.outcome', { holdId: held.id, grantId, status: 'sent', permalink: null, detail: '' }));
  expect(sent.publication).toBe('sent');
  expect(good(await ask(rig, PAGE, 'log.verify', {}))).toMatchObject({ ok: true, problem: null });
});

test('who typed before the worker died still counts as a contributor (SD1)', async () => {
  await unlockAs(rig, ben);
  good(await ask(rig, gateIn(7), 'gate.typed', { composerId: 'c', snapshot: snapshot('Back in') }));
  await rig.die();
  await unlockAs(rig, ana);
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  expect(code(await decide(rig, ben, held))).toBe('contributor');
});

test('a release that a dead worker left behind is unknown before anything else is answered', async () => {
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  good(await decide(rig, ben, held));
  later(10_001);
  good(await release(held.id));
  later(60_001);
  await rig.die();
  expect(good(await ask(rig, PAGE, 'hold.view', { holdId: held.id }))).toMatchObject({ publication: 'unknown' });
});

test('a release that is still young survives a worker death and can be reported', async () => {
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  good(await decide(rig, ben, held));
  later(10_001);
  const { grantId } = good(await release(held.id));
  later(20_000);
  await rig.die();
  expect(good(await ask(rig, gateIn(7), 'release.outcome', { holdId: held.id, grantId, status: 'sent', permalink: null, detail: '' })).publication).toBe('sent');
});

test('a hold.create repeated after the worker died between write and answer is the same hold', async () => {
  const commandId = freshId();
  const first = good(await press(rig, 7, TEXT, { commandId }));
  await rig.die();
  expect(good(await press(rig, 7, TEXT, { commandId })).id).toBe(first.id);
});

test('after the tab was closed the draft opens again in its page and is bound to the new composer', async () => {
  const held = good(await press(rig, 7, TEXT));
  rig.fake.state.tabs.delete(7);
  await rig.fake.browser.tabs.onRemoved.fire(7);
  await rig.die();
  const { tabId } = good(await ask(rig, PAGE, 'hold.open', { holdId: held.id }));
  expect(rig.fake.state.tabs.get(tabId)?.url).toBe(URL_HERE);
  await rig.die();
  const hello = good(await ask(rig, gateIn(tabId), 'gate.hello', { url: URL_HERE, top: true }));
  expect(hello.restore).toMatchObject({ id: held.id, text: TEXT });
  expect(hello.mine.map(({ id }) => id)).toEqual([held.id]);
  good(await ask(rig, gateIn(tabId), 'hold.bind', { holdId: held.id, composerId: 'again', url: URL_HERE }));
  expect(good(await ask(rig, gateIn(tabId), 'gate.hello', { url: URL_HERE, top: true })).restore).toBeNull();
  await unlockAs(rig, ben);
  good(await decide(rig, ben, held));
  expect(rig.fake.state.sent.filter(({ tabId: to, message }) => to === tabId && (message as { kind: string }).kind === 'hold').length).toBeGreaterThan(0);
});

test('an open tab with the draft is shown instead of a second one', async () => {
  const held = good(await press(rig, 7, TEXT));
  expect(good(await ask(rig, PAGE, 'hold.open', { holdId: held.id }))).toEqual({ tabId: 7 });
  expect(rig.fake.state.tabs.size).toBe(1);
  rig.fake.state.tabs.set(7, { id: 7, url: 'https://elsewhere.example/', active: true, windowId: 1 });
  expect(good(await ask(rig, PAGE, 'hold.open', { holdId: held.id })).tabId).not.toBe(7);
});

test('a browser restart forgets sessions and keeps holds, rules and coverage', async () => {
  const held = good(await press(rig, 7, TEXT));
  rig.fake.session.data = {};
  rig.fake.state.registered.clear();
  await rig.die();
  await rig.fake.browser.runtime.onStartup.fire();
  await rig.settled();
  expect(rig.fake.state.registered.size).toBe(2);
  expect(code(await decide(rig, ben, held))).toBe('locked');
  expect(good(await ask(rig, gateIn(7), 'gate.hello', { url: `${ORIGIN}/compose#top`, top: true })).mine[0]?.text).toBe(TEXT);
});
