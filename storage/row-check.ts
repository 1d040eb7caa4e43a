/** After an upgrade every row is looked at once, so that a bad migration shows at once and not at a release. */
import { checkedRow } from './read-rows';
import type { CountersignDb } from './db';
import { writeMeta } from './meta';
import { storedPhraseSchema } from '../review/phrases';
import { decisionRow, grantRow, holdRow, incidentRow, logRow, memberRow, revisionRow, workspaceRow } from './row-schemas';

const CHECKED = { workspace: workspaceRow, members: memberRow, holds: holdRow, revisions: revisionRow, decisions: decisionRow, grants: grantRow, log: logRow, incidents: incidentRow, phrases: storedPhraseSchema };

/**
 * Checks all rows and remembers the version and the damaged ones as `table:key`. Damage never stops the
 * start: the hold concerned stays held and says so when it is opened.
 */
export async function checkAllRows(db: CountersignDb, version: number): Promise<string[]> {
  const damaged: string[] = [];
  for (const [name, schema] of Object.entries(CHECKED)) {
    const table = db.table(name);
    await table.each((row, cursor) => {
      try {
        checkedRow(schema, name, row);
      } catch {
        damaged.push(`${name}:${String(cursor.primaryKey)}`);
      }
    });
  }
  await writeMeta(db, 'damaged', damaged);
  await writeMeta(db, 'checkedVersion', version);
  return damaged;
}
