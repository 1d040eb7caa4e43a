/** The append-only, hash-chained log: how an entry is hashed, and how a chain is checked (HOUSE.md promise 8). */
import { canonicalJson, wellFormed } from './canonical';
import { sha256Hex } from './digest';
import type { Digest, LogEntry } from './model';

export { encodeLogHash } from './encoding';

export const FIRST_PREV: Digest = '0'.repeat(64);

export type LogDraft = Omit<LogEntry, 'hash' | 'sig'>;

/** SHA-256 over the canonical JSON of the entry without `hash` and `sig`. Extra fields are left out, so an entry can be passed whole. */
export function logHash(entry: LogDraft): Promise<Digest> {
  const { seq, prev, at, type, actor, holdId, body } = entry;
  return sha256Hex(canonicalJson(wellFormed({ seq, prev, at, type, actor, holdId, body })));
}

export interface LogVerdict {
  ok: boolean;
  /** How many entries were good, from the start. */
  entries: number;
  /** A sentence naming the first entry that is not, or null. */
  problem: string | null;
}

/** Where the log was last known to end, kept outside of it: the only thing that reveals a cut-off tail. */
export interface LogHead { seq: number; hash: Digest }

async function problemWith(entry: LogEntry, prev: Digest, seq: number | null, verifySig: (hash: Digest, sig: string) => Promise<boolean>): Promise<string | null> {
  if (seq !== null && entry.seq !== seq) return `Entry ${seq} is missing; entry ${entry.seq} stands in its place.`;
  if (entry.prev !== prev) return `Entry ${entry.seq} does not follow the entry before it.`;
  if ((await logHash(entry)) !== entry.hash) return `Entry ${entry.seq} was changed after it was written.`;
  return (await verifySig(entry.hash, entry.sig)) ? null : `The signature of entry ${entry.seq} is not valid.`;
}

/**
 * Checks a whole log in order: numbering, chain, hashes, signatures, and the known head when given.
 * `verifySig` gets the hash and the signature of one entry.
 */
export async function verifyLog(
  entries: Iterable<LogEntry> | AsyncIterable<LogEntry>,
  verifySig: (hash: Digest, sig: string) => Promise<boolean>,
  head: LogHead | null = null,
): Promise<LogVerdict> {
  let prev = FIRST_PREV;
  let seq: number | null = null;
  let good = 0;
  let headSeen = head === null;
  for await (const entry of entries) {
    const problem = await problemWith(entry, prev, seq, verifySig);
    if (problem !== null) return { ok: false, entries: good, problem };
    if (head !== null && entry.seq === head.seq) {
      if (entry.hash !== head.hash) return { ok: false, entries: good, problem: `Entry ${entry.seq} is not the one this device remembers.` };
      headSeen = true;
    }
    prev = entry.hash;
    seq = entry.seq + 1;
    good += 1;
  }
  return headSeen ? { ok: true, entries: good, problem: null } : { ok: false, entries: good, problem: `The log ends before entry ${head?.seq}, which this device remembers.` };
}
