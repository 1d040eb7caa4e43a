/** A change as data: which rows are added, replaced or dropped by one commit. */
import type { Table } from 'dexie';
import type { Decision, Grant, Member, Revision, Workspace } from '../review/model';
import type { StoredPhrase } from '../review/phrases';
import type { CountersignDb } from './db';
import type { AdapterRow, CommandRow, CoverageRow, FlagRow, IncidentRow, MediaRow, SeenPostRow, SiteRow, StoredHold, VaultRow } from './rows';

export interface Writes {
  /** `was` is the version the plan read, null for a new hold; the commit refuses when it moved. */
  holds?: { row: StoredHold; was: number | null }[];
  /** Revisions and commands are added once and never replaced. */
  revisions?: Revision[];
  commands?: CommandRow[];
  decisions?: Decision[];
  /** A revision's answers may grow (QU8); its manifest and digest never change. */
  answered?: Revision[];
  grants?: Grant[];
  media?: MediaRow[];
  workspace?: Workspace[];
  members?: Member[];
  vaults?: VaultRow[];
  sites?: SiteRow[];
  dropSites?: string[];
  adapters?: AdapterRow[];
  dropAdapters?: string[];
  coverage?: CoverageRow[];
  flags?: FlagRow[];
  incidents?: IncidentRow[];
  seenPosts?: SeenPostRow[];
  /** [place, check id] */
  dropFlags?: [string, string][];
  phrases?: StoredPhrase[];
  dropPhrases?: string[];
  phrasesVersion?: number;
  /** The highest clock reading goes back to now (guard.md §4.1: the clock was wrong before). */
  clockReset?: boolean;
  /** A new workspace ends the state "store was reset". */
  endReset?: boolean;
}

export function touchedTables(db: CountersignDb, writes: Writes): Table[] {
  const by: [unknown, Table][] = [
    [writes.holds, db.holds], [writes.revisions ?? writes.answered, db.revisions], [writes.commands, db.commands], [writes.decisions, db.decisions],
    [writes.grants, db.grants], [writes.media, db.media], [writes.workspace, db.workspace], [writes.members, db.members], [writes.vaults, db.vaults],
    [writes.sites ?? writes.dropSites, db.sites], [writes.adapters ?? writes.dropAdapters, db.adapters], [writes.coverage, db.coverage],
    [writes.flags ?? writes.dropFlags, db.flags], [writes.phrases ?? writes.dropPhrases, db.phrases], [writes.incidents, db.incidents], [writes.seenPosts, db.seenPosts],
  ];
  // The commit itself always compares hold versions.
  return [...new Set([db.holds, ...by.filter(([used]) => used !== undefined).map(([, table]) => table as Table)])] as Table[];
}

/** Runs inside the commit's transaction: Dexie calls only. */
export async function applyWrites(db: CountersignDb, writes: Writes): Promise<void> {
  // Asked for together, so that the transaction waits once; the store runs them in this order.
  const asked: PromiseLike<unknown>[] = [];
  if (writes.holds) asked.push(db.holds.bulkPut(writes.holds.map(({ row }) => row)));
  if (writes.revisions) asked.push(db.revisions.bulkAdd(writes.revisions));
  if (writes.answered) asked.push(db.revisions.bulkPut(writes.answered));
  if (writes.commands) asked.push(db.commands.bulkAdd(writes.commands));
  if (writes.decisions) asked.push(db.decisions.bulkAdd(writes.decisions));
  if (writes.grants) asked.push(db.grants.bulkPut(writes.grants));
  if (writes.media) asked.push(db.media.bulkPut(writes.media));
  if (writes.workspace) asked.push(db.workspace.bulkPut(writes.workspace));
  if (writes.members) asked.push(db.members.bulkPut(writes.members));
  if (writes.vaults) asked.push(db.vaults.bulkPut(writes.vaults));
  if (writes.sites) asked.push(db.sites.bulkPut(writes.sites));
  if (writes.dropSites) asked.push(db.sites.bulkDelete(writes.dropSites));
  if (writes.adapters) asked.push(db.adapters.bulkPut(writes.adapters));
  if (writes.dropAdapters) asked.push(db.adapters.bulkDelete(writes.dropAdapters));
  if (writes.coverage) asked.push(db.coverage.bulkPut(writes.coverage));
  if (writes.dropFlags) asked.push(db.flags.bulkDelete(writes.dropFlags));
  if (writes.flags) asked.push(db.flags.bulkPut(writes.flags));
  if (writes.dropPhrases) asked.push(db.phrases.bulkDelete(writes.dropPhrases));
  if (writes.phrases) asked.push(db.phrases.bulkPut(writes.phrases));
  if (writes.phrasesVersion !== undefined) asked.push(db.meta.put({ name: 'phrases', value: { version: writes.phrasesVersion } }));
  if (writes.incidents) asked.push(db.incidents.bulkPut(writes.incidents));
  if (writes.seenPosts) asked.push(db.seenPosts.bulkPut(writes.seenPosts));
  if (writes.endReset) asked.push(db.meta.delete('reset'));
  await Promise.all(asked);
}
