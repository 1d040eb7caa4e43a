/** What lives in extension storage: the session in memory, wrong tries and the last person on disk. */
import { beforeEach, expect, test } from 'vitest';
import { openDesk } from '../../support/store';
import type { FakeExtension } from '../../support/fake-extension';

let fake: FakeExtension;
beforeEach(async () => {
  ({ fake } = await openDesk());
});
const store = () => import('../../../storage/session-store');

test('the unlocked session is in memory only, and every page hears of it', async () => {
  const { sessionStore, watchSession } = await store();
  const seen: unknown[] = [];
  const stop = watchSession((state) => seen.push(state));
  const session = sessionStore<{ memberId: string }>();
  await session.set({ memberId: 'ana' });
  expect(await session.get()).toEqual({ memberId: 'ana' });
  expect(JSON.stringify(fake.local.data)).not.toContain('memberId":"ana');
  await session.clear();
  expect([await session.get(), seen]).toEqual([null, [{ memberId: 'ana' }, null]]);
  stop();
  await session.set({ memberId: 'ben' });
  expect(seen).toHaveLength(2);
});

test('wrong tries survive a browser restart, so waiting cannot be skipped', async () => {
  const { triesStore } = await store();
  const tries = triesStore<{ wrong: number }>();
  await tries.set('ana', { wrong: 6 });
  await tries.set('ben', { wrong: 1 });
  fake.session.data = {};
  expect([await tries.get('ana'), await tries.get('ben'), await tries.get('chi')]).toEqual([{ wrong: 6 }, { wrong: 1 }, null]);
  await tries.clear('ana');
  expect([await tries.get('ana'), await tries.get('ben')]).toEqual([null, { wrong: 1 }]);
});

test('what an approver typed survives the popup closing and is forgotten on demand', async () => {
  const { loadDraftReason, saveDraftReason } = await store();
  await saveDraftReason('h1', { text: 'Shorter, please', chips: ['tone'] });
  expect(await loadDraftReason('h1')).toEqual({ text: 'Shorter, please', chips: ['tone'] });
  expect(await loadDraftReason('h2')).toBeNull();
  await saveDraftReason('h1', null);
  expect(await loadDraftReason('h1')).toBeNull();
});

test('the last person is remembered across restarts', async () => {
  const { getLastMember, setLastMember } = await store();
  expect(await getLastMember()).toBeNull();
  await setLastMember('ana');
  fake.session.data = {};
  expect(await getLastMember()).toBe('ana');
});
