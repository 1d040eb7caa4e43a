/** Promises 1, 2, 4 and 7 at the moment of release. */
import { beforeEach, expect, test } from 'vitest';
import type { HoldView } from '../../../review/contract';
import { DEFAULT_RULES } from '../../../review/model';
import { ask, boot, code, decide, gateIn, good, later, makePerson, ORIGIN, PAGE, press, setUp, snapshot, unlockAs } from '../../support/background';
import type { Rig } from '../../support/background';

const ana = await makePerson('ana', 'Ana', ['author', 'ruleOwner']);
const ben = await makePerson('ben', 'Ben', ['approver']);
const chi = await makePerson('chi', 'Chi', ['approver']);
const TEXT = 'Back in stock today.';
let rig: Rig;

beforeEach(async () => {
  rig = await boot();
  await setUp(rig, ana, ben, chi);
});

const release = (tabId: number, holdId: string, change = {}) => ask(rig, gateIn(tabId), 'release.request', { holdId, composerId: 'c', snapshot: snapshot(TEXT, change) });
const view = async (holdId: string) => good(await ask(rig, PAGE, 'hold.view', { holdId }));
const db = async () => (await import('../../../storage/db')).database();

async function cleared(): Promise<HoldView> {
  const held = good(await press(rig, 7, TEXT));
  await unlockAs(rig, ben);
  good(await decide(rig, ben, held));
  later(10_001);
  return held;
}

test('of three tabs that press together exactly one wins', async () => {
  const held = await cleared();
  for (let round = 0; round < 5; round += 1) {
    const answers = await Promise.all([7, 8, 9].map((tabId) => release(tabId, held.id)));
    const wins = answers.filter(({ ok }) => ok).length;
    expect(wins).toBe(round === 0 ? 1 : 0);
  }
});

test('of three connections that race over one database exactly one wins', async () => {
  const { readyDesk } = await import('../../../entrypoints/background/ready');
  const { openDb } = await import('../../../storage/db');
  const { requestRelease } = await import('../../../storage/operations/release');
  const held = await cleared();
  const desk = await readyDesk();
  const rivals = await Promise.all([1, 2, 3].map(async () => ({ ...desk, db: await openDb() })));
  const request = { holdId: held.id, snapshot: { ...snapshot(TEXT), target: null }, binding: { tabId: 7, frameId: 0, composerId: 'c', url: ORIGIN } };
  const answers = await Promise.all(rivals.map((rival) => requestRelease(rival, request)));
  expect(answers.map((answer) => (answer.ok ? 'won' : answer.code)).sort()).toEqual(['already-released', 'already-released', 'won']);
  for (const rival of rivals) rival.db.close();
});

test.each([
  ['text', { text: 'Back in stock today!' }, 'content-differs'],
  ['account', { account: { id: 'private', handle: '@private' } }, 'account-differs'],
  ['audience', { audience: 'friends' }, 'content-differs'],
  ['target', { target: { id: '9' } }, 'content-differs'],
  ['media', { media: [{ sha256: 'a'.repeat(64), bytes: 1, mime: 'image/png', name: 'a.png', alt: '' }] }, 'content-differs'],
] as const)('a changed %s at the click is not released (promise 4)', async (_what, change, expected) => {
  const held = await cleared();
  const refused = await release(7, held.id, change);
  expect(code(refused)).toBe(expected);
  expect((await view(held.id)).publication).toBe('unsent');
  expect(code(await release(7, held.id))).toBe('ok');
});

test('an approver who left between decision and click does not count (SD3)', async () => {
  const held = await cleared();
  await unlockAs(rig, ana);
  good(await ask(rig, PAGE, 'member.remove', { memberId: 'ben' }));
  expect(code(await release(7, held.id))).toBe('quorum-missing');
  expect(await view(held.id)).toMatchObject({ workflow: 'pending', grant: null });
});

test('rules tightened after the approval refuse the release; loosened ones change nothing (PO1, PO2)', async () => {
  const held = await cleared();
  await unlockAs(rig, ana);
  good(await ask(rig, PAGE, 'rules.set', { rules: { ...DEFAULT_RULES, defaults: { ...DEFAULT_RULES.defaults, quorum: 2 } }, base: 1 }));
  const refused = await release(7, held.id);
  expect(refused).toMatchObject({ ok: false, code: 'quorum-missing' });
  expect((await view(held.id)).workflow).toBe('pending');
  const free = { platform: 'forum', account: 'northmoor', handle: '@northmoor', covered: false, strength: 'hold' as const, approvers: [], quorum: 1 };
  good(await ask(rig, PAGE, 'rules.set', { rules: { ...DEFAULT_RULES, accounts: [free] }, base: 2 }));
  expect(code(await release(7, held.id))).toBe('quorum-missing');
});

test('a row that says "approved" without a signature releases nothing (promise 7)', async () => {
  const held = await cleared();
  const store = await db();
  const decision = (await store.decisions.toArray())[0];
  await store.decisions.update(decision?.body.id ?? '', { signature: 'A'.repeat(86) });
  expect(code(await release(7, held.id))).toBe('quorum-missing');
});

test('text changed in the store under a valid approval holds and says so', async () => {
  const held = await cleared();
  const store = await db();
  await store.revisions.where('[holdId+number]').equals([held.id, 1]).modify((row) => {
    row.manifest.text = 'Something else entirely.';
  });
  expect(code(await ask(rig, gateIn(7), 'release.request', { holdId: held.id, composerId: 'c', snapshot: snapshot('Something else entirely.') }))).toBe('storage-failed');
});

test('a forged grant row opens nothing without a quorum', async () => {
  const held = good(await press(rig, 7, TEXT));
  const store = await db();
  const grant = { id: 'g', holdId: held.id, revision: 1, digest: held.digest, decisionIds: ['x'], notBefore: 0, notAfter: Date.now() + 60_000, state: 'open' as const, consumedAt: null, carried: false };
  await store.grants.add(grant);
  await store.holds.update(held.id, { workflow: 'approved', grantId: 'g' });
  expect(code(await release(7, held.id))).toBe('quorum-missing');
});

test('a permission nobody used in time must be given again (TI3)', async () => {
  const held = await cleared();
  later(DEFAULT_RULES.grantMs);
  expect(code(await release(7, held.id))).toBe('grant-expired');
  expect((await view(held.id)).workflow).toBe('pending');
  await unlockAs(rig, ben);
  expect(good(await decide(rig, ben, held)).workflow).toBe('approved');
});

test('a clock that went back ends every permission and says so', async () => {
  const held = await cleared();
  later(-2 * 3_600_000);
  expect(code(await release(7, held.id))).toBe('clock-back');
  expect(await view(held.id)).toMatchObject({ workflow: 'pending', grant: null });
  const log = await (await db()).log.toArray();
  expect(log.map(({ type }) => type)).toContain('clock.back');
  await unlockAs(rig, ben);
  good(await decide(rig, ben, held));
  later(10_001);
  expect(code(await release(7, held.id))).toBe('ok');
});

test('only the tab that released a post, with its permission, may say what happened', async () => {
  const held = await cleared();
  const { grantId } = good(await release(7, held.id));
  const said = { holdId: held.id, status: 'failed' as const, permalink: null, detail: '' };
  expect(code(await ask(rig, gateIn(8), 'release.outcome', { ...said, grantId }))).toBe('not-allowed');
  expect(code(await ask(rig, gateIn(7), 'release.outcome', { ...said, grantId: 'other' }))).toBe('no-grant');
  expect((await view(held.id)).publication).toBe('releasing');
  expect(good(await ask(rig, gateIn(7), 'release.outcome', { ...said, grantId }))).toMatchObject({ publication: 'failed', workflow: 'pending' });
});

test('a failed post needs fresh approvals; the old ones never send a second time', async () => {
  const held = await cleared();
  const { grantId } = good(await release(7, held.id));
  good(await ask(rig, gateIn(7), 'release.outcome', { holdId: held.id, grantId, status: 'failed', permalink: null, detail: 'Not accepted.' }));
  expect(code(await release(7, held.id))).toBe('quorum-missing');
  await unlockAs(rig, ben);
  expect(good(await decide(rig, ben, held)).workflow).toBe('approved');
});

test('silence after a release becomes unknown and waits for a person (RL2)', async () => {
  const held = await cleared();
  good(await release(7, held.id));
  expect(rig.fake.state.alarms.get('countersign.time')?.when).toBe(Date.now() + 60_000);
  later(60_001);
  await rig.fake.browser.alarms.onAlarm.fire({ name: 'countersign.time' });
  await rig.settled();
  expect((await view(held.id)).publication).toBe('unknown');
  expect(code(await release(7, held.id))).toBe('release-unknown');
  expect(good(await press(rig, 9, TEXT)).id).toBe(held.id);

  good(await ask(rig, PAGE, 'hold.resolve', { holdId: held.id, there: false, permalink: null }));
  expect(await view(held.id)).toMatchObject({ publication: 'failed', workflow: 'pending' });
  expect(code(await release(7, held.id))).toBe('quorum-missing');
});

test('a person who found the post closes the question with its address (RL2)', async () => {
  const held = await cleared();
  good(await release(7, held.id));
  later(60_001);
  await rig.die();
  good(await ask(rig, PAGE, 'hold.resolve', { holdId: held.id, there: true, permalink: 'https://forum.example/5' }));
  expect(await view(held.id)).toMatchObject({ publication: 'verified', permalink: 'https://forum.example/5' });
});

test('a post that was taken back or rejected cannot be released from a stale tab', async () => {
  const held = await cleared();
  await unlockAs(rig, chi);
  good(await decide(rig, chi, held, { kind: 'request_changes', text: 'Wait.' }));
  expect(code(await release(7, held.id))).toBe('quorum-missing');
  expect((await view(held.id)).returned?.by.name).toBe('Chi');
});
