import type { Member, MemberId, Workspace } from '../../review/model';
import { database } from '../db';

/** Everybody who ever belonged to the workspace, in order of joining; those who left carry `removedAt`. */
export async function people(): Promise<Member[]> {
  const found = await (await database()).members.toArray();
  return found.sort((a, b) => a.createdAt - b.createdAt || a.name.localeCompare(b.name));
}

/** The sealed key of one person, as identity/vault wrote it; undefined when this browser holds none. */
export async function vaultOf(memberId: MemberId): Promise<unknown> {
  return (await (await database()).vaults.get(memberId))?.vault;
}

/** The workspace of this browser, or null before the first run is finished. */
export async function workspaceNow(): Promise<Workspace | null> {
  return (await (await database()).workspace.toCollection().first()) ?? null;
}
