/** What the end of a publish request means: a receipt that is confirmed or denied, or an incident. */
import type { NewIncident } from '../../../storage/operations/incidents';
import { recordIncident } from '../../../storage/operations/incidents';
import { recordWitness } from '../../../storage/operations/witness';
import type { Desk } from '../../../storage/desk';
import { readWorkspace } from '../../../storage/read-rows';
import { afterChange, aside } from '../after';
import { tellPeople } from './tell';
import type { Sighted } from './sighted';

/** accepted: the site took it. doubtful: nobody knows. blocked: the browser stopped it. refused: the site said no. */
export type Ending = 'accepted' | 'doubtful' | 'blocked' | 'refused';

export function endingOf(code: number): Ending {
  if (code >= 200 && code < 400) return 'accepted';
  return code >= 400 && code < 500 && code !== 408 ? 'refused' : 'doubtful';
}

/** Chrome's words, and Firefox's for a request an extension stopped. A page that gives up itself says something else. */
export function isBlocked(error: string): boolean {
  return error === 'net::ERR_BLOCKED_BY_CLIENT' || error === 'NS_ERROR_ABORT' || error === 'NS_ERROR_BLOCKED_BY_POLICY';
}

export async function report(desk: Desk, found: NewIncident): Promise<void> {
  const recorded = await recordIncident(desk, found);
  if (!recorded.ok) return;
  afterChange(desk, found.holdId ? [found.holdId] : []);
  if (recorded.value.fresh) aside(tellPeople(desk, recorded.value.incident));
}

function about(sighted: Sighted, kind: NewIncident['kind']): NewIncident {
  const { platform, host, way, digest, release } = sighted;
  return { kind, platform, host, account: '', way, digest, holdId: release?.holdId ?? null, permalink: null };
}

/** An account that is left out posts through a window of its own; before the set-up nobody can have countersigned anything. */
async function isFree(desk: Desk, { free }: Sighted): Promise<boolean> {
  return free || (await readWorkspace(desk.db)) === null;
}

async function witness(desk: Desk, sighted: Sighted, release: NonNullable<Sighted['release']>): Promise<void> {
  const { publishId, way, host, digest } = sighted;
  const recorded = await recordWitness(desk, { ...release, publishId, way, host, digest });
  if (!recorded.ok) {
    // That release was settled another way, and yet something left: it is nobody's post.
    if (recorded.code === 'stale' && sighted.certain) await report(desk, about(sighted, 'unmatched'));
    return;
  }
  afterChange(desk, [release.holdId]);
  if (recorded.value.tell) aside(tellPeople(desk, { ...about(sighted, 'mismatch') }));
}

/** Records what follows from one publish request. A call that nobody could tell from a harmless one is no incident. */
export async function settle(desk: Desk, sighted: Sighted, ending: Ending): Promise<void> {
  const { release, certain } = sighted;
  if (ending === 'blocked') return certain ? report(desk, about(sighted, 'blocked')) : undefined;
  if (ending === 'refused') return;
  if (release) {
    const foreign = certain && release.sighting.read?.fits.length === 0;
    if (ending === 'accepted' || foreign) await witness(desk, sighted, release);
  } else if (ending === 'accepted' && certain && !(await isFree(desk, sighted))) await report(desk, about(sighted, 'unmatched'));
}
