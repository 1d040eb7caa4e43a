/**
 * How often a check spoke up on held posts, and how often somebody said that it was wrong. One row per check and post,
 * so pressing twice, a new version or a retried command never counts twice. Decides nothing, names nobody.
 */
import { Dexie } from 'dexie';
import type { Answer } from '../../review/contract';
import type { Finding } from '../../checks/finding';
import type { HoldId } from '../../review/model';
import { refuse } from '../commit';
import type { Desk } from '../desk';
import { draftKey } from '../rows';
import type { FlagRow } from '../rows';
import type { Writes } from '../writes';

type FlagWrites = Pick<Writes, 'flags' | 'dropFlags'>;

const placed = (desk: Desk, place: string): Promise<FlagRow[]> =>
  desk.db.flags.where('[place+checkId]').between([place, Dexie.minKey], [place, Dexie.maxKey]).toArray();

/** Rows of a version that is being stored. What was marked wrong in this composer before it was held goes with the hold. */
export async function flagsOf(desk: Desk, holdId: HoldId, findings: readonly Finding[], composerId: string | null): Promise<FlagWrites> {
  const marked = composerId === null ? [] : await placed(desk, draftKey(composerId));
  const known = new Map((await placed(desk, holdId)).map((row) => [row.checkId, row]));
  const wrong = new Set(marked.map(({ checkId }) => checkId));
  const fresh = [...new Set([...findings.map(({ id }) => id), ...wrong])].filter((checkId) => !known.has(checkId) || (wrong.has(checkId) && known.get(checkId)?.wrong === 0));
  return {
    ...(fresh.length > 0 ? { flags: fresh.map((checkId): FlagRow => ({ place: holdId, checkId, wrong: wrong.has(checkId) ? 1 : 0 })) } : {}),
    ...(marked.length > 0 ? { dropFlags: marked.map(({ place, checkId }): [string, string] => [place, checkId]) } : {}),
  };
}

/** Longest list of marks one composer may leave behind: a page with a thousand drafts must not fill the store. */
const DRAFT_MARKS = 500;

/** A person said that a flag is wrong on a draft that is not held. */
export async function markDraft(desk: Desk, composerId: string, checkId: string): Promise<Answer<null>> {
  const { flags } = desk.db;
  return desk.db.transaction('rw', flags, async (): Promise<Answer<null>> => {
    const place = draftKey(composerId);
    const count = await flags.where('[place+checkId]').between([place, Dexie.minKey], [place, Dexie.maxKey]).count();
    if (count >= DRAFT_MARKS) return refuse('bad-message', 'Too many flags of this draft were marked.');
    await flags.put({ place, checkId, wrong: 1 });
    return { ok: true, value: null };
  });
}

/** The same on a held post, by anybody who may see it. It answers nothing and approves nothing. */
export async function markHeld(desk: Desk, holdId: HoldId, checkId: string): Promise<Answer<null>> {
  const { flags } = desk.db;
  return desk.db.transaction('rw', flags, async (): Promise<Answer<null>> => {
    if (!(await flags.get([holdId, checkId]))) return refuse('stale', 'This post has no such finding.');
    await flags.put({ place: holdId, checkId, wrong: 1 });
    return { ok: true, value: null };
  });
}
