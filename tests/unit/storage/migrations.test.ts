/** A store written by any released version opens with today's code, row by row. */
import { readdirSync, readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeExtension, install } from '../../support/fake-extension';
import { MIGRATIONS, SCHEMA_VERSION } from '../../../storage/migrations';
import type { Migration } from '../../../storage/migrations';

const FROZEN = new URL('./frozen/', import.meta.url);
const frozen = (version: number) => JSON.parse(readFileSync(new URL(`v${version}.json`, FROZEN), 'utf8')) as { stores: Record<string, string>; rows: Record<string, object[]> };

beforeEach(() => {
  vi.resetModules();
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  const fake = fakeExtension();
  install(fake);
  vi.doMock('../../../runtime/browser', () => ({ browser: fake.browser }));
});

/** Writes a frozen store exactly as that version left it: its own stores, its own rows. */
async function write(version: number): Promise<void> {
  const { DATABASE_NAME } = await import('../../../storage/db');
  const { rows } = frozen(version);
  const old = new Dexie(DATABASE_NAME);
  // Each version freezes only what was new or changed in it.
  for (const each of MIGRATIONS.filter((migration) => migration.version <= version)) old.version(each.version).stores(frozen(each.version).stores);
  await old.open();
  for (const [table, all] of Object.entries(rows)) await old.table(table).bulkAdd(all);
  old.close();
}

const tools = { now: () => Date.UTC(2026, 10, 24), newId: () => 'f'.repeat(32), verifies: async () => true };

test('numbers are consecutive and every one has a frozen example', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, at) => at + 1));
  expect(readdirSync(FROZEN).sort()).toEqual(MIGRATIONS.map(({ version }) => `v${version}.json`).sort());
});

test('the stores of a released version are what they were when it was frozen', () => {
  for (const { version, stores } of MIGRATIONS) expect(frozen(version).stores).toEqual(stores);
});

test.each(MIGRATIONS.map(({ version }) => version))('a store of version %i opens, every row is sound, and its posts are still there', async (version) => {
  await write(version);
  const { openStore } = await import('../../../storage/store');
  const { readMeta } = await import('../../../storage/meta');
  const { readWorld } = await import('../../../storage/operations/world');
  const desk = await openStore(tools);
  expect(await readMeta(desk.db, 'damaged')).toEqual([]);
  expect(await readMeta(desk.db, 'checkedVersion')).toBe(SCHEMA_VERSION);
  const { rows } = frozen(version);
  for (const { id } of rows.holds as { id: string }[]) expect((await readWorld(desk, id))?.revision.manifest.text).toContain('stock');
  expect(await desk.db.log.count()).toBeGreaterThanOrEqual(rows.log?.length ?? 0);
});

test('an upgrade rewrites rows once, and rows it breaks are found and named', async () => {
  await write(SCHEMA_VERSION);
  const { openDb } = await import('../../../storage/db');
  const { checkAllRows } = await import('../../../storage/row-check');
  let runs = 0;
  const next: Migration = {
    version: SCHEMA_VERSION + 1,
    stores: { members: 'id, name' },
    upgrade: async (transaction) => {
      runs += 1;
      await transaction.table('members').toCollection().modify((row: { name: string }) => { row.name = row.name === 'Ben' ? '' : row.name.toUpperCase(); });
    },
  };
  for (let opening = 0; opening < 2; opening += 1) {
    const db = await openDb(undefined, [...MIGRATIONS, next]);
    expect((await db.members.where('name').equals('ANA').first())?.id).toBe('ana');
    expect(await checkAllRows(db, next.version)).toEqual(['members:ben']);
    db.close();
  }
  expect(runs).toBe(1);
});

test('an upgrade that fails leaves the old store as it was and holds', async () => {
  await write(SCHEMA_VERSION);
  const { openDb } = await import('../../../storage/db');
  const broken: Migration = { version: SCHEMA_VERSION + 1, stores: {}, upgrade: async (transaction) => {
    await transaction.table('members').clear();
    throw new Error('planted');
  } };
  await expect(openDb(undefined, [...MIGRATIONS, broken])).rejects.toThrow('planted');
  const db = await openDb();
  expect(await db.members.count()).toBe(2);
  db.close();
});

test('an upgrade that another window blocks ends with a sentence, not with silence', async () => {
  await write(SCHEMA_VERSION);
  const { DATABASE_NAME, openDb } = await import('../../../storage/db');
  const stubborn = await new Promise<IDBDatabase>((resolve) => {
    const request = (Dexie.dependencies.indexedDB as IDBFactory).open(DATABASE_NAME);
    request.addEventListener('success', () => resolve(request.result));
  });
  await expect(openDb(undefined, [...MIGRATIONS, { version: SCHEMA_VERSION + 1, stores: { later: 'id' } }])).rejects.toMatchObject({ code: 'storage-failed', message: expect.stringContaining('Another Countersign window') });
  stubborn.close();
}, 15_000);

test('version 2 counts what earlier posts were flagged for, and what their authors called wrong', async () => {
  await write(1);
  const { DATABASE_NAME, openDb } = await import('../../../storage/db');
  const old = new Dexie(DATABASE_NAME);
  old.version(1).stores(frozen(1).stores);
  await old.open();
  const [first] = frozen(1).rows.revisions as { holdId: string; number: number }[];
  const found = (id: string, start: number) => ({ id, severity: 'hold', spans: [{ start, end: start + 3 }], reason: '', source: '' });
  const said = (kind: string) => ({ kind, text: '', by: 'ana', at: 1 });
  await old.table('revisions').bulkPut([
    { ...first, findings: [found('risk.pii', 0), found('risk.pii', 9), found('link.shortener', 4)], answers: { 'risk.pii@9-12': said('false_alarm'), 'link.shortener@4-7': said('justified') } },
    { ...first, number: 2, findings: [found('risk.pii', 0)], answers: {} },
  ]);
  old.close();
  const db = await openDb();
  expect(await db.flags.toArray()).toEqual([
    { place: first?.holdId, checkId: 'link.shortener', wrong: 0 },
    { place: first?.holdId, checkId: 'risk.pii', wrong: 1 },
  ]);
  db.close();
});
