/** A store without the background: a desk over a fresh fake database, and rows as the product writes them. */
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { vi } from 'vitest';
import { fakeExtension, install } from './fake-extension';
import type { FakeExtension } from './fake-extension';
import { DEFAULT_RULES } from '../../review/model';
import type { Member, Workspace } from '../../review/model';
import type { Desk } from '../../storage/desk';
import type { HoldPlan } from '../../storage/operations/new-hold';

export const NOW = Date.UTC(2026, 10, 23, 9, 0, 0);

export const MEMBERS: Member[] = ['ana', 'ben', 'chi'].map((id, at) => ({
  id, name: id, roles: id === 'ana' ? ['author', 'ruleOwner'] : ['approver'], publicKey: `key-${id}`, deviceKeyId: `device-${id}`, createdAt: at, removedAt: null,
}));
export const WORKSPACE: Workspace = { id: 'w', name: 'Northmoor', createdAt: 0, rules: DEFAULT_RULES };

let ids = 0;
export const hex = () => (ids += 1).toString(16).padStart(32, '0');

/** Modules are loaded anew over an empty database; `verifies` believes every signature unless told otherwise. */
export async function openDesk(tools: Partial<Pick<Desk, 'now' | 'verifies'>> = {}): Promise<{ desk: Desk; fake: FakeExtension }> {
  vi.resetModules();
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  const fake = fakeExtension();
  install(fake);
  vi.doMock('../../runtime/browser', () => ({ browser: fake.browser }));
  const { openStore } = await import('../../storage/store');
  const desk = await openStore({ now: () => NOW, newId: hex, verifies: async () => true, ...tools });
  return { desk, fake };
}

export async function fill(desk: Desk): Promise<void> {
  const { addMember, createWorkspace } = await import('../../storage/operations/workspace');
  const [ana, ...others] = MEMBERS as [Member, ...Member[]];
  await createWorkspace(desk, WORKSPACE, ana, { sealed: 'ana' });
  for (const member of others) await addMember(desk, 'ana', member, { sealed: member.id });
}

export function plan(text: string, change: Partial<HoldPlan> = {}): HoldPlan {
  return {
    commandId: hex(), thumbs: [], findings: [], contributors: [], binding: null, authorId: 'ana', urgency: 'normal', note: '', previous: null,
    snapshot: {
      platform: 'forum', origin: 'https://forum.example', url: 'https://forum.example/', surfaceId: 'post', surface: 'post', account: { id: 'northmoor', handle: '@northmoor' },
      target: null, audience: 'public', text, title: '', warning: '', media: [],
    },
    ...change,
  };
}
