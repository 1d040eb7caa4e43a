/** A team's own phrases. Each change is one commit with its log entry, however many phrases it carries. */
import type { Answer } from '../../review/contract';
import type { MemberId } from '../../review/model';
import { MOST_PATTERNS, MOST_PHRASES, phraseKey } from '../../review/phrases';
import type { StoredPhrase, TeamPhrase } from '../../review/phrases';
import { canonicalJson, wellFormed } from '../../review/canonical';
import { sha256Hex } from '../../review/digest';
import { commit, refuse } from '../commit';
import type { Desk } from '../desk';
import { readMeta } from '../meta';

export interface PhraseChange {
  put: readonly TeamPhrase[];
  /** Ids to remove. */
  drop: readonly string[];
}

/** The log names each phrase of a small change; of a large one it keeps the count and the digest of the list. */
const NAMED = 20;

const brief = ({ id, kind, text, severity, platforms }: TeamPhrase) => ({ id, kind, text, severity, platforms });

/** Why the list may not become this, or null. */
function refused(after: readonly TeamPhrase[]): string | null {
  if (after.length > MOST_PHRASES) return `A team has at most ${MOST_PHRASES.toLocaleString('en')} phrases.`;
  if (after.filter(({ kind }) => kind === 'pattern').length > MOST_PATTERNS) return `A team has at most ${MOST_PATTERNS} patterns.`;
  const owners = new Map(after.map((phrase) => [phraseKey(phrase), phrase.id]));
  const twice = after.find((phrase) => owners.get(phraseKey(phrase)) !== phrase.id);
  return twice ? `“${twice.text}” is in the list already.` : null;
}

/** `base` is the version the person saw; a newer one in the store refuses the change. */
export function changePhrases(desk: Desk, actor: MemberId, { put, drop }: PhraseChange, base: number): Promise<Answer<{ version: number }>> {
  return commit(desk, async ({ now }) => {
    const version = (await readMeta(desk.db, 'phrases'))?.version ?? 0;
    if (version !== base) return refuse('stale', `The phrases changed meanwhile (version ${version}). Look at them again.`);
    if (put.length === 0 && drop.length === 0) return { ok: true, value: { version }, writes: {}, entries: [] };
    const before = new Map((await desk.db.phrases.toArray()).map((phrase) => [phrase.id, phrase]));
    const rows = wellFormed([...put]).map((phrase): StoredPhrase => ({ ...phrase, addedAt: before.get(phrase.id)?.addedAt ?? now, stoppedAt: null }));
    const after = new Map(before);
    for (const id of drop) after.delete(id);
    for (const row of rows) after.set(row.id, row);
    const why = refused([...after.values()]);
    if (why !== null) return refuse('bad-message', why);
    const gone = drop.filter((id) => before.has(id) && !after.has(id));
    const counts = { added: rows.filter(({ id }) => !before.has(id)).length, changed: rows.filter(({ id }) => before.has(id)).length, removed: gone.length };
    const named = rows.length + gone.length <= NAMED ? { put: rows.map(brief), dropped: gone.flatMap((id) => before.get(id) ?? []).map(brief) } : {};
    const body = { phrases: { version: version + 1, before: version, total: after.size, ...counts, digest: await sha256Hex(canonicalJson([...after.values()])), ...named } };
    return {
      ok: true,
      value: { version: version + 1 },
      writes: { phrases: rows, dropPhrases: gone, phrasesVersion: version + 1 },
      entries: [{ type: 'rules.changed', actor, holdId: null, body }],
    };
  });
}

/** Patterns that ran out of time stay off until somebody saves them again. A phrase that is gone or off already is left alone. */
export function stopPatterns(desk: Desk, ids: readonly string[]): Promise<Answer<null>> {
  return commit(desk, async ({ now }) => {
    const rows = (await desk.db.phrases.bulkGet([...ids])).filter((row) => row !== undefined && row.stoppedAt === null) as StoredPhrase[];
    if (rows.length === 0) return { ok: true, value: null, writes: {}, entries: [] };
    const version = ((await readMeta(desk.db, 'phrases'))?.version ?? 0) + 1;
    const body = { phrases: { version, before: version - 1, stopped: rows.map(brief) } };
    return {
      ok: true,
      value: null,
      writes: { phrases: rows.map((row) => ({ ...row, stoppedAt: now })), phrasesVersion: version },
      entries: [{ type: 'rules.changed', actor: 'device', holdId: null, body }],
    };
  });
}
