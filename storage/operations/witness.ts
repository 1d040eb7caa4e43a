/** What the network showed of a release goes into the hold, its receipt and the log in one commit (HOUSE, release step 4). */
import { nothingSeen, sight } from '../../review/witness';
import type { Sighting } from '../../review/witness';
import type { Answer } from '../../review/contract';
import type { Digest, GrantId, HoldId, LogType, WitnessVerdict } from '../../review/model';
import { commit, refuse } from '../commit';
import type { NewEntry } from '../commit';
import type { Desk } from '../desk';
import { planIncident } from './incidents';
import type { NewIncident } from './incidents';
import { advance } from './step';
import { readWorld } from './world';

export interface Witness {
  holdId: HoldId;
  grantId: GrantId;
  sighting: Sighting;
  /** Parts with words of the approved text. */
  of: number;
  /** Why it could not be read, or null. */
  unread: string | null;
  publishId: string;
  way: string;
  host: string;
  digest: Digest | null;
}

export interface Witnessing {
  verdict: WitnessVerdict;
  /** A mismatch that people have not been told of yet. */
  tell: boolean;
}

const ENTRY: Record<WitnessVerdict, LogType> = { matched: 'witness.matched', mismatch: 'witness.mismatch', unverified: 'witness.unverified' };

/** Records one publish request that the site accepted. Refused as stale when that release is not the hold's last one. */
export function recordWitness(desk: Desk, seen: Witness): Promise<Answer<Witnessing>> {
  return commit<Witnessing>(desk, async (base) => {
    const world = await readWorld(desk, seen.holdId, base.now);
    if (!world) return refuse('no-such-hold', 'This held post does not exist.');
    const { hold } = world;
    if (hold.grantId !== seen.grantId) return refuse('stale', 'This request belongs to another release.');
    const before = hold.witnessed?.grantId === seen.grantId ? hold.witnessed : nothingSeen(seen.grantId, seen.of);
    const { verdict, after } = sight(before, seen.sighting);
    const { grantId, publishId, way, digest, unread } = seen;
    const body = { grantId, publishId, way, digest, parts: seen.sighting.read?.parts ?? null, seen: after, ...(unread === null ? {} : { unread }) };
    const moved = advance(world, { event: { type: 'witnessed', seen: after }, entry: { type: ENTRY[verdict], actor: 'device', body } }, base);
    if (!moved.ok) return moved;
    if (verdict !== 'mismatch') return { ok: true, value: { verdict, tell: false }, writes: moved.writes, entries: moved.entries };
    const about: NewIncident = { kind: 'mismatch', platform: hold.platform, host: seen.host, account: hold.summary.handle, way, digest, holdId: hold.id, permalink: null };
    const incident = await planIncident(desk, base, about);
    const entries: NewEntry[] = [...moved.entries, ...incident.entries];
    return { ok: true, value: { verdict, tell: incident.fresh }, writes: { ...moved.writes, incidents: [incident.row] }, entries };
  });
}
