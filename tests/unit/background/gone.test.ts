/** Whoever could have said what the site answered is gone: `unknown` at once, for a person, never a retry (RL2, RL3). */
import { beforeEach, expect, test } from 'vitest';
import { ask, boot, code, decide, FORUM, gateIn, good, HOST, later, makePerson, ORIGIN, PAGE, press, setUp, snapshot, unlockAs, URL_HERE } from '../../support/background';
import type { Rig } from '../../support/background';

const ana = await makePerson('ana', 'Ana', ['author', 'ruleOwner']);
const ben = await makePerson('ben', 'Ben', ['approver']);
const TEXT = 'Back in stock today.';
let rig: Rig;

beforeEach(async () => {
  rig = await boot();
  await setUp(rig, ana, ben);
});

const gate = (documentId?: string, frameId = 0) => ({ ...gateIn(7, ORIGIN, frameId), ...(documentId === undefined ? {} : { documentId }) });
const hello = async (from: unknown) => {
  const answer = good(await ask(rig, from, 'gate.hello', { url: URL_HERE, top: true }));
  await rig.settled();
  return answer;
};
const view = async (holdId: string) => good(await ask(rig, PAGE, 'hold.view', { holdId }));

/** A post that document "one" of tab 7 was allowed to send and has not heard of since. */
async function releasing(documentId: string | null = 'one'): Promise<{ id: string; grantId: string }> {
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  good(await decide(rig, ben, held));
  later(10_001);
  const { grantId } = good(await ask(rig, gate(documentId ?? undefined), 'release.request', { holdId: held.id, composerId: 'c', snapshot: snapshot(TEXT) }));
  expect((await view(held.id)).publication).toBe('releasing');
  return { id: held.id, grantId };
}

test('another document in the frame that was posting: unknown at once, and the new page sends nothing', async () => {
  const { id } = await releasing();
  expect((await hello(gate('two'))).mine[0]).toMatchObject({ id, publication: 'unknown' });
  expect(code(await ask(rig, gate('two'), 'release.request', { holdId: id, composerId: 'c', snapshot: snapshot(TEXT) }))).toBe('release-unknown');
  const { database } = await import('../../../storage/db');
  const log = await (await database()).log.toArray();
  expect(log.filter(({ type }) => type === 'release.unknown').map(({ body }) => body)).toEqual([expect.objectContaining({ why: 'the page is gone' })]);
});

test('the page that is posting may say hello again, and so may another frame or a browser without document names', async () => {
  const { id, grantId } = await releasing();
  for (const from of [gate('one'), gate('two', 4), gate()]) await hello(from);
  expect((await view(id)).publication).toBe('releasing');
  expect(good(await ask(rig, gate('one'), 'release.outcome', { holdId: id, grantId, status: 'sent', permalink: null, detail: '' })).publication).toBe('sent');
});

test('an answer that was on its way when the page was replaced still counts (RL3)', async () => {
  const { id, grantId } = await releasing();
  await hello(gate('two'));
  expect(good(await ask(rig, gate('one'), 'release.outcome', { holdId: id, grantId, status: 'sent', permalink: null, detail: '' })).publication).toBe('sent');
});

test('a release whose document was not named waits for its deadline', async () => {
  const { id } = await releasing(null);
  await ask(rig, gate('two'), 'gate.hello', { url: URL_HERE, top: true });
  expect((await view(id)).publication).toBe('releasing');
});

test('a site that posts by loading a page is left to the network', async () => {
  const form = { ...FORUM, publish: [{ id: 'save', method: 'POST', url: '/api/posts$', transport: 'navigation', bodyType: 'form', text: ['text'] }] };
  good(await ask(rig, PAGE, 'adapter.import', { adapter: form, host: HOST }));
  const { id } = await releasing();
  await hello(gate('two'));
  expect((await view(id)).publication).toBe('releasing');
});

test('a tab closed while posting is unknown at once and is bound to no tab any more', async () => {
  const { id } = await releasing();
  rig.fake.state.tabs.delete(7);
  await rig.fake.browser.tabs.onRemoved.fire(7);
  await rig.settled();
  expect((await view(id)).publication).toBe('unknown');
  const { database } = await import('../../../storage/db');
  expect((await (await database()).holds.get(id))?.binding).toMatchObject({ tabId: -1, url: URL_HERE });
});

test('a browser that ended while posting: unknown when it starts again, not a minute later', async () => {
  const { id } = await releasing();
  rig.fake.session.data = {};
  await rig.die();
  expect((await view(id)).publication).toBe('unknown');
});
