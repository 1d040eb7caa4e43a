/**
 * The team's own rules for the checks: read and compiled once per version of the list. The checks ask their gate for
 * patterns again on every load, because a row may have come from another browser or another hand.
 */
import { stoppedPatterns } from '../../checks/team';
import type { TeamRules } from '../../checks';
import { ruleOf, storedPhraseSchema } from '../../review/phrases';
import type { StoredPhrase } from '../../review/phrases';
import type { CountersignDb } from '../../storage/db';
import type { Desk } from '../../storage/desk';
import { readMeta } from '../../storage/meta';
import { stopPatterns } from '../../storage/operations/phrases';
import { aside } from './after';

export interface Team {
  version: number;
  rules: TeamRules;
  /** Rows that do not have the shape of a phrase. */
  damaged: number;
  /** Ids that are off in the store already, or were told to it. */
  told: Set<string>;
}

let known: { db: CountersignDb; team: Promise<Team> } | null = null;
let knownVersion = -1;

async function load(db: CountersignDb, version: number): Promise<Team> {
  const rows = await db.phrases.toArray();
  const sound = rows.filter((row): row is StoredPhrase => storedPhraseSchema.safeParse(row).success);
  const rules = sound.map(ruleOf);
  return { version, rules: { rules }, damaged: rows.length - sound.length, told: new Set(rules.filter(({ stopped }) => stopped).map(({ id }) => id)) };
}

/** The same object as long as the list stays the same, so that it is compiled once. */
export async function teamOf(desk: Desk): Promise<Team> {
  const version = (await readMeta(desk.db, 'phrases'))?.version ?? 0;
  if (known?.db !== desk.db || knownVersion !== version) {
    const mine = { db: desk.db, team: load(desk.db, version) };
    known = mine;
    knownVersion = version;
    mine.team.catch(() => {
      if (known === mine) known = null;
    });
  }
  return known.team;
}

/** Patterns that ran out of time in this check are switched off for good, with a notice for the rule owner. */
export function noteStopped(desk: Desk, team: Team): void {
  const fresh = [...stoppedPatterns(team.rules)].filter((id) => !team.told.has(id));
  if (fresh.length === 0) return;
  for (const id of fresh) team.told.add(id);
  aside(stopPatterns(desk, fresh));
}
