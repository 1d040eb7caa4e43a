import { Dexie } from 'dexie';
import type { HoldId, Incident } from '../../review/model';
import { database } from '../db';

const PAGE = 100;

/** Incidents nobody has closed, newest first. */
export async function openIncidents(limit = PAGE): Promise<Incident[]> {
  const db = await database();
  return db.incidents.where('[state+lastAt]').between(['open', Dexie.minKey], ['open', Dexie.maxKey]).reverse().limit(limit).toArray();
}

/** How many are open, for a badge and a line. */
export async function openIncidentCount(): Promise<number> {
  const db = await database();
  return db.incidents.where('[state+lastAt]').between(['open', Dexie.minKey], ['open', Dexie.maxKey]).count();
}

/** What happened around one hold, newest first. */
export async function incidentsOf(holdId: HoldId): Promise<Incident[]> {
  const found = await (await database()).incidents.where('holdId').equals(holdId).toArray();
  return found.sort((a, b) => b.lastAt - a.lastAt);
}
