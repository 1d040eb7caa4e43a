/**
 * A small copy of the log's head in `storage.local`, which lives in another file than IndexedDB.
 * Browsers do wipe databases (guard.md §4.1); with the mirror a wiped or rolled-back store is noticed.
 * The mirror may lag behind the store, never lead it, so it is written after each commit.
 */
import { readValue, writeValue } from './area';
import type { AdapterRow, LogHead, SiteRow } from './rows';

export interface Mirror {
  epoch: string;
  head: LogHead;
  /** Whether a workspace existed: a wiped store then holds instead of behaving like a fresh install. */
  setUp: boolean;
  /** Covered sites and the adapters people added, so that the gate stays where it was after a wipe. */
  sites: SiteRow[];
  adapters: AdapterRow[];
}

const KEY = 'mirror';
let writing: Promise<void> = Promise.resolve();

export function readMirror(): Promise<Mirror | null> {
  return readValue<Mirror>('local', KEY);
}

/** Queues the write; a mirror that cannot be written only weakens detection, so it never fails a commit. */
export function writeMirror(mirror: Mirror): void {
  writing = writing.then(() => writeValue('local', KEY, mirror)).catch((error: unknown) => console.warn('The log mirror was not written.', error));
}

/** Resolves when every queued write is done. */
export function mirrorSettled(): Promise<void> {
  return writing;
}
