/** First run, people and rules: who may change them, and what a change does to what already waits. */
import { beforeEach, expect, test } from 'vitest';
import { DEFAULT_RULES } from '../../../review/model';
import type { RuleSet } from '../../../review/model';
import { ask, boot, code, decide, good, lockAll, makePerson, PAGE, press, setUp, unlockAs } from '../../support/background';
import type { Person, Rig } from '../../support/background';

const ana = await makePerson('ana', 'Ana', ['author']);
const ben = await makePerson('ben', 'Ben', ['approver']);
const chi = await makePerson('chi', 'Chi', ['approver']);
let rig: Rig;

beforeEach(async () => {
  rig = await boot();
  await setUp(rig, ana, ben);
});

const setRules = (change: Partial<RuleSet>, base = 1) => ask(rig, PAGE, 'rules.set', { rules: { ...DEFAULT_RULES, ...change }, base });
const add = ({ member, vault }: Person, change: object = {}) => ask(rig, PAGE, 'member.add', { member: { ...member, ...change }, vault });
const waiting = async (memberId: string) => (await (await import('../../../storage/queries/holds')).queueFor(memberId)).length;

test('the first person owns the rules, and there is one workspace only', async () => {
  const { people } = await import('../../../storage/queries/people');
  expect((await people()).map(({ id, roles }) => ({ id, roles }))).toEqual([{ id: 'ana', roles: ['author', 'ruleOwner'] }, { id: 'ben', roles: ['approver'] }]);
  const again = good(await ask(rig, PAGE, 'workspace.create', { name: 'Northmoor', member: ana.member, vault: ana.vault }));
  expect(again.workspaceId).not.toBe('');
  expect(code(await ask(rig, PAGE, 'workspace.create', { name: 'Mine', member: chi.member, vault: chi.vault }))).toBe('not-allowed');
});

test('people and rules are changed by an unlocked rule owner only', async () => {
  const attempts = async () => [await add(chi), await ask(rig, PAGE, 'member.update', { memberId: 'ben', name: 'B', roles: ['approver'] }), await ask(rig, PAGE, 'member.remove', { memberId: 'ben' }), await setRules({})].map(code);
  await lockAll(rig);
  expect(await attempts()).toEqual(['locked', 'locked', 'locked', 'locked']);
  await unlockAs(rig, ben);
  expect(await attempts()).toEqual(['not-allowed', 'not-allowed', 'not-allowed', 'not-allowed']);
});

test.each([
  ['a name of spaces', { name: '  ' }],
  ['no role', { roles: [] }],
  ['a made-up role', { roles: ['king'] }],
  ['another person’s vault', { id: 'dee' }],
  ['a key id that is not of this key', { deviceKeyId: '0'.repeat(16) }],
  ['an extra field', { admin: true }],
])('a member with %s is refused', async (_what, change) => {
  expect(code(await add(chi, change))).toBe('bad-message');
});

test('a weak or foreign vault is refused', async () => {
  expect(code(await ask(rig, PAGE, 'member.add', { member: chi.member, vault: { hello: 1 } }))).toBe('bad-message');
});

test('adding the same person twice is harmless; the same key under another name is refused', async () => {
  good(await add(chi));
  good(await add(chi));
  const { sealKey } = await import('../../../identity/vault');
  const twin = { ...chi, vault: await sealKey(new Uint8Array(48), 'a long passphrase for dee', 'dee') };
  expect(code(await add(twin, { id: 'dee' }))).toBe('duplicate');
});

test('the last rule owner cannot leave or lose the role', async () => {
  expect(code(await ask(rig, PAGE, 'member.remove', { memberId: 'ana' }))).toBe('not-allowed');
  expect(code(await ask(rig, PAGE, 'member.update', { memberId: 'ana', name: 'Ana', roles: ['author'] }))).toBe('not-allowed');
  expect(code(await ask(rig, PAGE, 'member.remove', { memberId: 'nobody' }))).toBe('no-such-member');
});

test('rules move forward one version at a time and refuse an edit that started from an old one', async () => {
  expect(good(await setRules({ undoMs: 5_000 }))).toEqual({ version: 2 });
  expect(code(await setRules({ undoMs: 0 }, 1))).toBe('stale');
  expect(good(await setRules({ version: 1, undoMs: 0 }, 2))).toEqual({ version: 3 });
});

test.each([
  ['an endless undo window', { undoMs: 600_000 }],
  ['a quorum of none', { defaults: { ...DEFAULT_RULES.defaults, quorum: 0 } }],
  ['a strength that lets posts pass', { defaults: { ...DEFAULT_RULES.defaults, strength: 'observe' as const } }],
  ['a release by timeout', { autoApproveMs: 1 }],
])('rules with %s are refused (TI2)', async (_what, change) => {
  expect(code(await setRules(change as Partial<RuleSet>))).toBe('bad-message');
});

test('rules that name a stranger are refused', async () => {
  expect(code(await setRules({ defaults: { ...DEFAULT_RULES.defaults, approvers: ['ghost'] } }))).toBe('no-such-member');
});

test('a post that waits follows people and rules: who joins sees it, who leaves does not (SD3, PO2)', async () => {
  const held = good(await press(rig, 7, 'Back in stock.'));
  expect([await waiting('ben'), await waiting('chi')]).toEqual([1, 0]);
  good(await add(chi));
  expect([await waiting('ben'), await waiting('chi')]).toEqual([1, 1]);
  good(await ask(rig, PAGE, 'member.remove', { memberId: 'ben' }));
  expect([await waiting('ben'), await waiting('chi')]).toEqual([0, 1]);
  await unlockAs(rig, ben);
  expect(code(await decide(rig, ben, held))).toBe('not-entitled');
  await unlockAs(rig, ana);
  good(await ask(rig, PAGE, 'member.remove', { memberId: 'chi' }));
  expect(good(await ask(rig, PAGE, 'hold.view', { holdId: held.id })).deadlock).not.toBeNull();
});

test('a block rule stops everything, also what already waits (PO1)', async () => {
  const held = good(await press(rig, 7, 'Back in stock.'));
  good(await setRules({ defaults: { ...DEFAULT_RULES.defaults, strength: 'block' } }));
  await unlockAs(rig, ben);
  expect(code(await decide(rig, ben, held))).toBe('blocked-by-rule');
});

test('what was typed survives who locks: the last person stays the author while locked', async () => {
  await lockAll(rig);
  expect(good(await press(rig, 7, 'Back in stock.')).author.name).toBe('Ana');
});
