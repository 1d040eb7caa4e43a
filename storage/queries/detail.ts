import { Dexie } from 'dexie';
import type { Decision, Digest, Grant, HoldId, LogEntry, Member, Revision, Workspace } from '../../review/model';
import { database } from '../db';
import type { StoredHold } from '../rows';

export interface HoldDetail {
  hold: StoredHold;
  /** Oldest first. */
  revisions: Revision[];
  /** In log order. */
  decisions: Decision[];
  grant: Grant | null;
  media: { sha256: Digest; dataUrl: string }[];
  /** This hold's entries, oldest first. */
  log: LogEntry[];
  members: Member[];
  workspace: Workspace;
}

/** Everything one hold's page shows, read in one snapshot. null: no such hold. */
export async function holdDetail(holdId: HoldId): Promise<HoldDetail | null> {
  const db = await database();
  const tables = [db.holds, db.revisions, db.decisions, db.grants, db.media, db.log, db.members, db.workspace];
  return db.transaction('r', tables, async () => {
    const hold = await db.holds.get(holdId);
    if (!hold) return null;
    const own = [[holdId, Dexie.minKey], [holdId, Dexie.maxKey]] as const;
    const [revisions, decisions, grant, media, log, members, workspace] = await Promise.all([
      db.revisions.where('[holdId+number]').between(...own).toArray(),
      db.decisions.where('[body.holdId+seq]').between(...own).toArray(),
      hold.grantId ? db.grants.get(hold.grantId) : undefined,
      db.media.where('[holdId+sha256]').between(...own).toArray(),
      db.log.where('[holdId+seq]').between(...own).toArray(),
      db.members.toArray(),
      db.workspace.get(hold.workspaceId),
    ]);
    if (!workspace) return null;
    const shown = media.map(({ sha256, dataUrl }) => ({ sha256, dataUrl }));
    return { hold, revisions, decisions, grant: grant ?? null, media: shown, log, members, workspace };
  });
}
