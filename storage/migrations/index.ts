/**
 * Numbered schema versions. A released number is never edited: a change is a new file.
 * Each number has a frozen example in tests/unit/storage/frozen, which must still open with today's code.
 */
import type { Transaction } from 'dexie';
import { v1 } from './v1';
import { v2 } from './v2';
import { v3 } from './v3';
import { v4 } from './v4';

export interface Migration {
  version: number;
  /** Dexie store definitions that are new or changed in this version. */
  stores: Record<string, string | null>;
  /** Rewrites rows of the version before. Runs inside the upgrade transaction. */
  upgrade?: (transaction: Transaction) => Promise<void>;
}

export const MIGRATIONS: readonly Migration[] = [v1, v2, v3, v4];
export const SCHEMA_VERSION: number = Math.max(...MIGRATIONS.map(({ version }) => version));
