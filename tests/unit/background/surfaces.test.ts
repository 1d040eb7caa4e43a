/** What people see and feel outside the pages: icon, note, lock, update, and sites that send by a form. */
import { beforeEach, expect, test } from 'vitest';
import type { Adapter } from '../../../platforms/schema';
import type { HoldView } from '../../../review/contract';
import { ask, boot, code, decide, FORUM, gateIn, good, HOST, later, lockAll, makePerson, ORIGIN, PAGE, press, setUp, snapshot, unlockAs, URL_HERE } from '../../support/background';
import type { Rig } from '../../support/background';

const ana = await makePerson('ana', 'Ana', ['author', 'ruleOwner']);
const ben = await makePerson('ben', 'Ben', ['approver']);
const TEXT = 'Back in stock today.';
let rig: Rig;

beforeEach(async () => {
  rig = await boot();
  await setUp(rig, ana, ben);
});

const view = async (holdId: string) => good(await ask(rig, PAGE, 'hold.view', { holdId }));

async function releasing(): Promise<{ held: HoldView; grantId: string }> {
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  good(await decide(rig, ben, held));
  later(10_001);
  const { grantId } = good(await ask(rig, gateIn(7), 'release.request', { holdId: held.id, composerId: 'c', snapshot: snapshot(TEXT) }));
  await rig.settled();
  return { held, grantId };
}

test('the icon counts what waits for the signed-in person, not their own posts', async () => {
  good(await press(rig, 7, TEXT));
  good(await press(rig, 8, 'A second one.'));
  expect(rig.fake.state.badge).toBe('');
  await unlockAs(rig, ben);
  expect(rig.fake.state.badge).toBe('2');
  expect(rig.fake.state.title).toBe('Countersign: 2 posts wait for you');
  await lockAll(rig);
  await rig.settled();
  expect(rig.fake.state.badge).toBe('2');
  await unlockAs(rig, ana);
  expect(rig.fake.state.badge).toBe('');
});

test('the number is capped and silent at zero', async () => {
  const { badgeText, badgeTitle } = await import('../../../entrypoints/background/badge');
  expect([0, 1, 99, 100, 5_000].map(badgeText)).toEqual(['', '1', '99', '99+', '99+']);
  expect(badgeTitle(0)).toBe('Countersign');
});

test('a post that waits too long turns the icon amber', async () => {
  good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  const calm = rig.fake.state.badgeColour;
  later(61 * 60_000);
  await unlockAs(rig, ben);
  expect(rig.fake.state.badgeColour).not.toBe(calm);
});

test('the note about a new post names who can decide, never the text, and never asks its author', async () => {
  good(await press(rig, 7, TEXT));
  expect(rig.fake.state.notifications).toHaveLength(1);
  const [note] = rig.fake.state.notifications;
  expect(note?.title).toBe('A post waits for Ben');
  expect(JSON.stringify(note)).not.toContain('stock');
  good(await press(rig, 7, TEXT));
  expect(rig.fake.state.notifications).toHaveLength(1);
  const { anyOf } = await import('../../../entrypoints/background/notify');
  expect(anyOf(['Ben', 'Chi', 'Dee'])).toBe('Ben, Chi or Dee');
});

test('nobody is told about a post that nobody here can approve', async () => {
  good(await ask(rig, PAGE, 'member.remove', { memberId: 'ben' }));
  good(await press(rig, 7, TEXT));
  expect(rig.fake.state.notifications).toEqual([]);
});

test('a click on the note opens the queue', async () => {
  let opened = 0;
  rig.fake.browser.action.openPopup = async () => void (opened += 1);
  await rig.fake.browser.notifications.onClicked.fire('countersign.waiting');
  await rig.settled();
  expect(opened).toBe(1);
});

test('an idle or locked computer signs everybody out', async () => {
  expect(rig.fake.state.idleSeconds).toBe(300);
  const held = good(await press(rig, 7, TEXT));
  for (const state of ['idle', 'locked']) {
    await unlockAs(rig, ben);
    await rig.fake.browser.idle.onStateChanged.fire(state);
    await rig.settled();
    expect(`${state} ${code(await decide(rig, ben, held))}`).toBe(`${state} locked`);
  }
});

test('typing on a site does not keep anybody signed in', async () => {
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  expect(rig.fake.state.alarms.get('countersign.lock')?.when).toBe(Date.now() + 300_000);
  later(299_000);
  good(await ask(rig, gateIn(7), 'gate.typed', { composerId: 'other', snapshot: snapshot('x') }));
  later(2_000);
  expect(code(await decide(rig, ben, held))).toBe('locked');
});

test('an update waits until nothing is half-way out', async () => {
  const { held, grantId } = await releasing();
  await rig.fake.browser.runtime.onUpdateAvailable.fire({});
  await rig.settled();
  expect(rig.fake.state.reloads).toBe(0);
  good(await ask(rig, gateIn(7), 'release.outcome', { holdId: held.id, grantId, status: 'sent', permalink: null, detail: '' }));
  await rig.settled();
  expect(rig.fake.state.reloads).toBe(1);
});

test('with nothing going out an update is taken at once', async () => {
  good(await press(rig, 7, TEXT));
  await rig.fake.browser.runtime.onUpdateAvailable.fire({});
  await rig.settled();
  expect(rig.fake.state.reloads).toBe(1);
});

const FORM_FORUM = { ...FORUM, publish: [{ id: 'save', method: 'POST', url: '/api/posts$', transport: 'navigation', bodyType: 'form', text: ['text'] }] };
const details = (change: object) => ({ requestId: 'r', type: 'main_frame', tabId: 7, method: 'POST', url: `${ORIGIN}/api/posts`, statusCode: 200, timeStamp: 0, ...change });

async function byForm(): Promise<HoldView> {
  await unlockAs(rig, ana);
  good(await ask(rig, PAGE, 'adapter.import', { adapter: FORM_FORUM, host: HOST }));
  return (await releasing()).held;
}

test.each([
  ['a redirect to the new post', 'onBeforeRedirect', { statusCode: 303, redirectUrl: `${ORIGIN}/posts/5` }, 'sent', `${ORIGIN}/posts/5`],
  ['an accepted form', 'onCompleted', { statusCode: 200 }, 'sent', null],
  ['a refused form', 'onCompleted', { statusCode: 422 }, 'failed', null],
  ['a server error', 'onCompleted', { statusCode: 502 }, 'unknown', null],
  ['a broken connection', 'onErrorOccurred', { error: 'net::ERR_CONNECTION_RESET' }, 'unknown', null],
] as const)('when the page is left by a form, %s tells the outcome', async (_what, event, change, publication, permalink) => {
  const held = await byForm();
  await rig.die();
  await rig.fake.browser.webRequest[event].fire(details(change));
  await rig.settled();
  expect(await view(held.id)).toMatchObject({ publication, permalink });
});

test.each([
  ['another tab', { tabId: 8 }],
  ['another address', { url: `${ORIGIN}/api/preview` }],
  ['a page load', { method: 'GET' }],
])('%s says nothing about the outcome', async (_what, change) => {
  const held = await byForm();
  await rig.fake.browser.webRequest.onCompleted.fire(details(change));
  await rig.settled();
  expect((await view(held.id)).publication).toBe('releasing');
});

test('status codes are read the careful way', async () => {
  const { isPublish, statusOf } = await import('../../../entrypoints/background/navigation');
  expect([200, 204, 302, 303, 400, 403, 429, 500, 503, 0].map(statusOf)).toEqual(['sent', 'sent', 'sent', 'sent', 'failed', 'failed', 'failed', 'unknown', 'unknown', 'unknown']);
  expect(isPublish(FORUM as unknown as Adapter, 'POST', `${ORIGIN}/api/posts`)).toBe(false);
  expect(isPublish({ ...FORUM, publish: [] } as unknown as Adapter, 'POST', `${ORIGIN}/anything`)).toBe(true);
});

test('the author’s tab hears of a decision at once', async () => {
  const held = good(await press(rig, 7, TEXT));
  rig.fake.state.sent.length = 0;
  await unlockAs(rig, ben);
  good(await decide(rig, ben, held));
  const pushed = rig.fake.state.sent.filter(({ message }) => (message as { kind: string }).kind === 'hold');
  expect(pushed.at(-1)).toMatchObject({ tabId: 7, frameId: 0, message: { view: { id: held.id, workflow: 'approved' } } });
});
