import { beforeEach, expect, test, vi } from 'vitest';

vi.mock('../../../runtime/browser', () => import('./fake-page'));

import { DEFAULT_RULES } from '../../../review/model';
import { closeDatabase, openDb } from '../../../storage/db';
import { people, workspaceNow } from '../../../storage/queries/people';
import { watch } from '../../../storage/queries/watch';
import { empty } from './seed';

beforeEach(empty);

test.each([
  ['an async function', async () => (await workspaceNow())?.name ?? null],
  ['a plain arrow', () => people().then((found) => found[0]?.name ?? null)],
])('a page that was just opened hears what another context writes: %s', async (_words, query) => {
  // A fresh page: the watched query is the first to need the database.
  await closeDatabase();
  const seen: (string | null)[] = [];
  const stop = watch(query, (name) => seen.push(name), (error) => { throw error; });
  await vi.waitFor(() => expect(seen).toEqual([null]));
  const other = await openDb();
  await other.workspace.put({ id: 'w', name: 'Northmoor', createdAt: 1, rules: DEFAULT_RULES });
  await other.members.put({ id: 'a', name: 'Northmoor', roles: [], publicKey: '', deviceKeyId: '', createdAt: 1, removedAt: null });
  await vi.waitFor(() => expect(seen).toContain('Northmoor'));
  stop();
  other.close();
});
