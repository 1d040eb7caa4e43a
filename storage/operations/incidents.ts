/** Things that should not have happened: recorded once, counted when they repeat, closed by a person with a reason. */
import { Dexie } from 'dexie';
import type { Answer } from '../../review/contract';
import type { Incident, LogType, MemberId } from '../../review/model';
import { commit, refuse } from '../commit';
import type { Base, NewEntry } from '../commit';
import type { Desk } from '../desk';
import { sameKey } from '../rows';
import type { IncidentRow } from '../rows';

/** The same thing again within this time is counted, not told again. */
export const REPEAT_MS = 60_000;

export type NewIncident = Pick<Incident, 'kind' | 'platform' | 'host' | 'account' | 'way' | 'digest' | 'holdId' | 'permalink'>;

export interface PlannedIncident {
  row: IncidentRow;
  /** Absent when it only counts up. */
  entries: NewEntry[];
  fresh: boolean;
}

const ENTRY: Record<Incident['kind'], LogType> = { mismatch: 'incident.mismatch', blocked: 'incident.blocked', unmatched: 'incident.unmatched' };

/** Plans one incident for a commit: a new row with its log entry, or the last one counted up. */
export async function planIncident(desk: Desk, base: Base, found: NewIncident): Promise<PlannedIncident> {
  const key = sameKey(found);
  const last = await desk.db.incidents.where('[sameKey+lastAt]').between([key, base.now - REPEAT_MS], [key, Dexie.maxKey]).last();
  if (last) return { row: { ...last, count: last.count + 1, lastAt: base.now }, entries: [], fresh: false };
  const row: IncidentRow = { ...found, id: desk.newId(), sameKey: key, count: 1, firstAt: base.now, lastAt: base.now, state: 'open', closed: null };
  const { kind: _kind, holdId, ...about } = found;
  return { row, entries: [{ type: ENTRY[found.kind], actor: 'device', holdId, body: { incidentId: row.id, ...about } }], fresh: true };
}

/** `fresh` false: it happened within the last minute already and was only counted. */
export function recordIncident(desk: Desk, found: NewIncident): Promise<Answer<{ incident: Incident; fresh: boolean }>> {
  return commit(desk, async (base) => {
    const { row, entries, fresh } = await planIncident(desk, base, found);
    return { ok: true, value: { incident: row, fresh }, writes: { incidents: [row] }, entries };
  });
}

/** A person looked at it: `elsewhere` says that the post was made knowingly in another place. The reason is logged. */
export function closeIncident(desk: Desk, by: MemberId, said: { incidentId: string; state: 'dismissed' | 'elsewhere'; reason: string }): Promise<Answer<null>> {
  return commit<null>(desk, async ({ now }) => {
    const row = await desk.db.incidents.get(said.incidentId);
    if (!row) return refuse('bad-message', 'There is no such incident.');
    if (row.state !== 'open') return { ok: true, value: null, writes: {}, entries: [] };
    const reason = said.reason.trim();
    if (reason === '') return refuse('reason-required', 'Say why this needs no more attention.');
    const closed: IncidentRow = { ...row, state: said.state, closed: { by, at: now, reason } };
    return {
      ok: true, value: null, writes: { incidents: [closed] },
      entries: [{ type: 'incident.closed', actor: by, holdId: row.holdId, body: { incidentId: row.id, kind: row.kind, state: said.state, reason } }],
    };
  });
}
