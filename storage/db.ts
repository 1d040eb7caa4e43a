/**
 * The Dexie database and the one way to open it. Every transaction is strict: a decision that was
 * acknowledged must survive power loss (guard.md §4.1).
 */
import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import type { Decision, Grant, Hold, LogEntry, Member, Revision, Workspace } from '../review/model';
import type { StoredPhrase } from '../review/phrases';
import { StorageFault, storageFault } from './faults';
import { MIGRATIONS } from './migrations';
import type { Migration } from './migrations';
import type { AdapterRow, CommandRow, CoverageRow, FlagRow, IncidentRow, MediaRow, MetaRow, SeenPostRow, SiteRow, StoredHold, VaultRow } from './rows';

export const DATABASE_NAME = 'countersign';
/** How long an upgrade may wait for other windows to let go of the old version. */
const BLOCKED_MS = 5_000;

export class CountersignDb extends Dexie {
  declare workspace: Table<Workspace, string>;
  declare members: Table<Member, string>;
  declare vaults: Table<VaultRow, string>;
  declare holds: Table<StoredHold, Hold['id']>;
  declare revisions: Table<Revision, [string, number]>;
  declare decisions: Table<Decision, string>;
  declare grants: Table<Grant, string>;
  declare log: Table<LogEntry, number>;
  declare media: Table<MediaRow, [string, string]>;
  declare sites: Table<SiteRow, string>;
  declare adapters: Table<AdapterRow, string>;
  declare coverage: Table<CoverageRow, string>;
  declare commands: Table<CommandRow, string>;
  declare flags: Table<FlagRow, [string, string]>;
  declare phrases: Table<StoredPhrase, string>;
  declare incidents: Table<IncidentRow, string>;
  declare seenPosts: Table<SeenPostRow, string>;
  declare meta: Table<MetaRow, string>;

  constructor(name = DATABASE_NAME, migrations: readonly Migration[] = MIGRATIONS) {
    super(name, { chromeTransactionDurability: 'strict' });
    for (const { version, stores, upgrade } of migrations) {
      const declared = this.version(version).stores(stores);
      if (upgrade) declared.upgrade(upgrade);
    }
  }
}

/** Dexie multiplies its version numbers by ten for the browser. */
const NATIVE_FACTOR = 10;

/** Dexie would open a newer store and bend it to this schema; we do not know what its rows mean, so we do not. */
async function refuseNewer(name: string, ours: number): Promise<void> {
  const { indexedDB } = Dexie.dependencies as { indexedDB?: IDBFactory };
  const known = (await indexedDB?.databases?.()) ?? [];
  const native = known.find((item) => item.name === name)?.version ?? 0;
  if (Math.floor(native / NATIVE_FACTOR) > ours) throw new StorageFault('storage-failed', 'The store was written by a newer version of Countersign. Update the extension; the post stays held.');
}

/** Opens a database or throws a StorageFault; never hangs on an upgrade that another window blocks. */
export async function openDb(name?: string, migrations?: readonly Migration[]): Promise<CountersignDb> {
  const db = new CountersignDb(name, migrations);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<never>((_resolve, reject) => {
    db.on('blocked', () => {
      timer ??= setTimeout(() => {
        reject(new StorageFault('storage-failed', 'Another Countersign window still uses the old store. Close it and try again.'));
      }, BLOCKED_MS);
    });
  });
  try {
    await refuseNewer(db.name, Math.max(...(migrations ?? MIGRATIONS).map(({ version }) => version)));
    await Promise.race([db.open(), blocked]);
    return db;
  } catch (error) {
    db.close({ disableAutoOpen: true });
    throw storageFault(error) ?? error;
  } finally {
    clearTimeout(timer);
  }
}

let opening: Promise<CountersignDb> | null = null;

/** The database of this context, opened once. A failed or closed opening is tried again at the next call. */
export function database(): Promise<CountersignDb> {
  if (!opening) {
    const mine = openDb();
    opening = mine;
    const forget = () => {
      if (opening === mine) opening = null;
    };
    mine.then((db) => db.on('close', forget), forget);
  }
  return opening;
}

/** Closes this context's connection: for tests, and before the extension reloads. */
export async function closeDatabase(): Promise<void> {
  const current = opening;
  opening = null;
  if (current) (await current.catch(() => null))?.close();
}
