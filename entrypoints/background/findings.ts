/** Runs the checks over a capture. A failure of the checks is itself a finding that holds (HOUSE promise 5). */
import { checkDraft } from '../../checks';
import type { CheckContext, Finding } from '../../checks/finding';
import { accountKey } from '../../review/manifest';
import type { Snapshot } from '../../review/model';
import { Dexie } from 'dexie';
import type { Desk } from '../../storage/desk';
import { findAdapter } from './coverage';

const LOOK_BACK = 60;
const RECENT = 10;

/** Texts this account posted lately through this browser, newest first. */
async function recentTexts(desk: Desk, snapshot: Snapshot): Promise<string[]> {
  if (!snapshot.account) return [];
  const key = accountKey(snapshot.account);
  const done = await desk.db.holds.where('[shelf+updatedAt]').between(['done', Dexie.minKey], ['done', Dexie.maxKey]).reverse().limit(LOOK_BACK).toArray();
  const posted = done.filter((hold) => hold.platform === snapshot.platform && hold.accountKey === key && (hold.publication === 'sent' || hold.publication === 'verified'));
  const rows = await desk.db.revisions.bulkGet(posted.slice(0, RECENT).map(({ id, revision }): [string, number] => [id, revision]));
  return rows.flatMap((row) => (row ? [row.manifest.text] : []));
}

export async function findingsFor(desk: Desk, snapshot: Snapshot): Promise<Finding[]> {
  try {
    const known = await findAdapter(desk, snapshot.platform);
    const limit = known?.adapter.surfaces.find(({ id }) => id === snapshot.surfaceId)?.limit;
    const context: CheckContext = {
      platform: snapshot.platform, surface: snapshot.surface, account: snapshot.account, audience: snapshot.audience,
      media: snapshot.media.map(({ mime, alt }) => ({ mime, alt })), recent: await recentTexts(desk, snapshot), now: desk.now(), ...(limit ? { limit } : {}),
    };
    return checkDraft({ text: snapshot.text }, context);
  } catch (error) {
    console.error('Countersign: the checks could not run.', error);
    return [{ id: 'checks.failed', severity: 'hold', spans: [], reason: 'The checks could not run, so a person has to look.', source: 'HOUSE promise 5' }];
  }
}
