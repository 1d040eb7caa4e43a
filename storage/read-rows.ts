/** Reads rows and checks each one: a damaged row is a StorageFault that names it. */
import { Dexie } from 'dexie';
import type { Decision, Grant, Member, Revision, Workspace } from '../review/model';
import type { CountersignDb } from './db';
import { StorageFault } from './faults';
import { decisionRow, grantRow, holdRow, memberRow, revisionRow, workspaceRow } from './row-schemas';
import type { StoredHold } from './rows';

interface Checker {
  safeParse(value: unknown): { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined };
}

/** Returns the row itself, or throws when it does not have the shape of its table. */
export function checkedRow<T>(schema: Checker, table: string, row: unknown): T {
  const judged = schema.safeParse(row);
  if (judged.success) return row as T;
  const issue = judged.error?.issues[0];
  const where = issue ? ` at ${issue.path.map(String).join('.') || 'the top'}: ${issue.message}` : '';
  throw new StorageFault('storage-failed', `A stored row in "${table}" is damaged${where}. The post stays held.`);
}

export async function readHold(db: CountersignDb, holdId: string): Promise<StoredHold | null> {
  const row = await db.holds.get(holdId);
  return row ? checkedRow<StoredHold>(holdRow, 'holds', row) : null;
}

export async function readRevision(db: CountersignDb, holdId: string, number: number): Promise<Revision> {
  return checkedRow<Revision>(revisionRow, 'revisions', await db.revisions.get([holdId, number]));
}

/** Decisions of one hold in log order. */
export async function readDecisions(db: CountersignDb, holdId: string): Promise<Decision[]> {
  const rows = await db.decisions.where('[body.holdId+seq]').between([holdId, Dexie.minKey], [holdId, Dexie.maxKey]).toArray();
  return rows.map((row) => checkedRow<Decision>(decisionRow, 'decisions', row));
}

export async function readGrant(db: CountersignDb, grantId: string): Promise<Grant> {
  return checkedRow<Grant>(grantRow, 'grants', await db.grants.get(grantId));
}

export async function readMembers(db: CountersignDb): Promise<Member[]> {
  return (await db.members.toArray()).map((row) => checkedRow<Member>(memberRow, 'members', row));
}

export async function readWorkspace(db: CountersignDb): Promise<Workspace | null> {
  const row = await db.workspace.toCollection().first();
  return row ? checkedRow<Workspace>(workspaceRow, 'workspace', row) : null;
}
