/**
 * Ports for identity/session over extension storage, and what a page keeps while it is closed.
 * The unlocked state is in memory only; wrong tries survive a restart, so that waiting cannot be skipped.
 */
import type { MemberId } from '../review/model';
import { dropValue, readValue, watchValue, writeValue } from './area';

export { closeToContentScripts } from './area';

const SESSION = 'session';
const TRIES = 'tries';
const LAST_MEMBER = 'lastMember';
const HOST_MEMBER = 'hostMember';
const DRAFT_REASON = 'draftReason:';

/** Port over one key of `storage.session`. `S` is identity's SessionState. */
export function sessionStore<S>() {
  return {
    get: () => readValue<S>('session', SESSION),
    set: (state: S) => writeValue('session', SESSION, state),
    clear: () => dropValue('session', SESSION),
  };
}

/** Calls `changed` when somebody unlocks, locks, or the deadline moves, in any context. */
export function watchSession<S>(changed: (state: S | null) => void): () => void {
  return watchValue<S>('session', SESSION, changed);
}

/** Written anew whenever something about coverage changed. */
export const COVERAGE_TURN = 'coverageTurn';

/** Calls `changed` when coverage changed anywhere. Returns the way to stop. */
export function watchCoverage(changed: () => void): () => void {
  return watchValue<string>('session', COVERAGE_TURN, changed);
}

/** What the check of the protection level found in this browser session. */
export const PROTECTION = 'protection';

/** Calls `changed` when the check found anything anew. Returns the way to stop. */
export function watchProtection(changed: () => void): () => void {
  return watchValue<unknown>('session', PROTECTION, changed);
}

/** Port over the wrong tries per person. `T` is identity's own record. */
export function triesStore<T>() {
  const all = async () => (await readValue<Record<MemberId, T>>('local', TRIES)) ?? {};
  return {
    get: async (memberId: MemberId): Promise<T | null> => (await all())[memberId] ?? null,
    set: async (memberId: MemberId, tries: T): Promise<void> => writeValue('local', TRIES, { ...(await all()), [memberId]: tries }),
    clear: async (memberId: MemberId): Promise<void> => {
      const { [memberId]: _gone, ...rest } = await all();
      await writeValue('local', TRIES, rest);
    },
  };
}

/** Who signed in last on this machine: counts as the person at the keyboard while locked. */
export function getLastMember(): Promise<MemberId | null> {
  return readValue<MemberId>('local', LAST_MEMBER);
}

export function setLastMember(memberId: MemberId): Promise<void> {
  return writeValue('local', LAST_MEMBER, memberId);
}

/** Whose browser this was before somebody else signed in to decide; null when nobody did. */
export function getHost(): Promise<MemberId | null> {
  return readValue<MemberId>('local', HOST_MEMBER);
}

export function setHost(memberId: MemberId | null): Promise<void> {
  return memberId === null ? dropValue('local', HOST_MEMBER) : writeValue('local', HOST_MEMBER, memberId);
}

/** What an approver typed into a form, so that it survives the popup closing. `null` forgets it. */
export function saveDraftReason(holdId: string, value: unknown): Promise<void> {
  return value === null ? dropValue('session', DRAFT_REASON + holdId) : writeValue('session', DRAFT_REASON + holdId, value);
}

export function loadDraftReason<T>(holdId: string): Promise<T | null> {
  return readValue<T>('session', DRAFT_REASON + holdId);
}
