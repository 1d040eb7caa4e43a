import type { StoredPhrase } from '../../review/phrases';
import { database } from '../db';
import { readMeta } from '../meta';

export interface PhraseList {
  /** Grows by one with every change; 0 before the first. */
  version: number;
  phrases: StoredPhrase[];
}

/** The whole list of a team's own phrases, newest first; those added together stay in the order of their text. */
export async function teamPhrases(): Promise<PhraseList> {
  const db = await database();
  return db.transaction('r', db.phrases, db.meta, async () => {
    const version = (await readMeta(db, 'phrases'))?.version ?? 0;
    const phrases = await db.phrases.toArray();
    return { version, phrases: phrases.sort((a, b) => b.addedAt - a.addedAt || (a.text < b.text ? -1 : 1)) };
  });
}

export interface PhraseCount {
  total: number;
  /** Patterns that ran out of time. */
  stopped: number;
}

export async function phraseCount(): Promise<PhraseCount> {
  const db = await database();
  return { total: await db.phrases.count(), stopped: await db.phrases.filter(({ stoppedAt }) => stoppedAt !== null).count() };
}
