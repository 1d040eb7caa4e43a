import { Dexie } from 'dexie';
import type { Incident } from '../../review/model';
import { database } from '../db';

const PAGE = 100;

/** Incidents nobody has closed, newest first. */
export async function openIncidents(limit = PAGE): Promise<Incident[]> {
  const db = await database();
  return db.incidents.where('[state+lastAt]').between(['open', Dexie.minKey], ['open', Dexie.maxKey]).reverse().limit(limit).toArray();
}
