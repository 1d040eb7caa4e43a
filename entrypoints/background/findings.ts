/** Runs the checks over a capture. A failure of the checks is itself a finding that holds (HOUSE promise 5). */
import { checkDraft } from '../../checks';
import type { CheckContext, Finding } from '../../checks/finding';
import { accountKey } from '../../review/manifest';
import type { Snapshot } from '../../review/model';
import type { Desk } from '../../storage/desk';
import { recentTexts } from '../../storage/queries/recent';
import { findAdapter } from './coverage';
import { noteStopped, teamOf } from './team';

const RECENT = 10;

/** Texts this account posted lately through this browser, newest first. */
async function recentOf(snapshot: Snapshot): Promise<string[]> {
  return snapshot.account ? recentTexts(snapshot.platform, accountKey(snapshot.account), RECENT) : [];
}

/** A rule that cannot be read is no rule that was kept (HOUSE promise 5). */
function damagedFinding(count: number): Finding {
  return { id: 'checks.failed', severity: 'hold', spans: [], reason: `${count === 1 ? 'One of the team’s phrases' : `${count} of the team’s phrases`} could not be read, so a person has to look.`, source: 'HOUSE promise 5' };
}

export async function findingsFor(desk: Desk, snapshot: Snapshot): Promise<Finding[]> {
  try {
    const team = await teamOf(desk);
    const known = await findAdapter(desk, snapshot.platform);
    const limit = known?.adapter.surfaces.find(({ id }) => id === snapshot.surfaceId)?.limit;
    const context: CheckContext = {
      platform: snapshot.platform, surface: snapshot.surface, account: snapshot.account, audience: snapshot.audience,
      media: snapshot.media.map(({ mime, alt }) => ({ mime, alt })), recent: await recentOf(snapshot), now: desk.now(), ...(limit ? { limit } : {}),
      team: team.rules, clock: () => performance.now(),
    };
    const findings = checkDraft({ text: snapshot.text }, context);
    noteStopped(desk, team);
    return team.damaged === 0 ? findings : [...findings, damagedFinding(team.damaged)];
  } catch (error) {
    console.error('Countersign: the checks could not run.', error);
    return [{ id: 'checks.failed', severity: 'hold', spans: [], reason: 'The checks could not run, so a person has to look.', source: 'HOUSE promise 5' }];
  }
}
