/**
 * Who is signed in, and for how long. Pure functions over two small stores: the session lives in memory only
 * (storage.session, trusted contexts), the count of wrong tries survives a restart. The deadline is checked at
 * every use, because no timer can be trusted to fire (HOUSE.md, What runs where).
 */
import { fromBase64Url, toBase64Url } from './bytes';
import { importSigningKey } from './keys';
import { fail } from './result';
import { deriveKek, openVault } from './vault';
import type { MemberId } from '../review/model';
import type { Result } from './result';
import type { Vault } from './vault';

export interface SessionState {
  memberId: MemberId;
  /** Key-encryption key, base64url. */
  kek: string;
  unlockedAt: number;
  idleUntil: number;
  absoluteUntil: number;
  /** Idle time that an organisation set, ms; IDLE_MS when absent. */
  idleMs?: number;
}

export interface SessionStore {
  get(): Promise<SessionState | null>;
  set(state: SessionState): Promise<void>;
  clear(): Promise<void>;
}

export interface Tries { wrong: number; notBefore: number }

export interface TriesStore {
  get(memberId: MemberId): Promise<Tries | null>;
  set(memberId: MemberId, tries: Tries): Promise<void>;
  clear(memberId: MemberId): Promise<void>;
}

export const IDLE_MS = 5 * 60_000;
export const ABSOLUTE_MS = 8 * 3_600_000;
const CLOCK_SLACK_MS = 2 * 60_000;
const FREE_TRIES = 5;
const LONGEST_DELAY_MS = 15 * 60_000;

/** Pause after this many wrong passphrases in a row, ms: none before the fifth, then 10 s, doubling to 15 min. */
export function delayAfter(tries: number): number {
  return tries < FREE_TRIES ? 0 : Math.min(LONGEST_DELAY_MS, 10_000 * 2 ** Math.min(tries - FREE_TRIES, 20));
}

/**
 * Unlocks with a passphrase. The try is counted before it is judged, so closing the window in between is no way
 * around the delay. 'too-soon' carries `retryAt`.
 */
export async function unlock(store: SessionStore, vault: Vault, passphrase: string, now: number, tries: TriesStore): Promise<Result<SessionState>> {
  const before = (await tries.get(vault.memberId)) ?? { wrong: 0, notBefore: 0 };
  const left = before.notBefore - now;
  // A longer wait than the longest delay means that the clock was wrong when it was written.
  if (left > 0 && left <= LONGEST_DELAY_MS) return fail('too-soon', 'Too many wrong tries. Wait before the next one.', before.notBefore);
  const wrong = before.wrong + 1;
  await tries.set(vault.memberId, { wrong, notBefore: now + delayAfter(wrong) });
  const kek = await tryPassphrase(vault, passphrase);
  if (!kek.ok) {
    if (kek.code !== 'wrong-passphrase' || passphrase === '') await tries.set(vault.memberId, before);
    else if (delayAfter(wrong) > 0) return { ...kek, retryAt: now + delayAfter(wrong) };
    return kek;
  }
  await tries.clear(vault.memberId);
  const state: SessionState = { memberId: vault.memberId, kek: toBase64Url(kek.value), unlockedAt: now, idleUntil: now + IDLE_MS, absoluteUntil: now + ABSOLUTE_MS };
  kek.value.fill(0);
  await store.set(state);
  return { ok: true, value: state };
}

/** The key-encryption key, once it has really opened the vault. */
async function tryPassphrase(vault: Vault, passphrase: string): Promise<Result<Uint8Array>> {
  const kek = await deriveKek(vault, passphrase);
  if (!kek.ok) return kek;
  const opened = await openVault(vault, kek.value);
  if (!opened.ok) return opened;
  opened.value.fill(0);
  return kek;
}

/** The session if its deadlines hold, without counting as use. A clock before the unlock ends it too. */
export async function peek(store: SessionStore, now: number): Promise<SessionState | null> {
  const state = await store.get();
  if (state === null) return null;
  if (now < state.idleUntil && now < state.absoluteUntil && now >= state.unlockedAt - CLOCK_SLACK_MS) return state;
  await store.clear();
  return null;
}

/** The session if its deadlines hold; a use, so the idle deadline moves. The absolute one never does. */
export async function current(store: SessionStore, now: number): Promise<SessionState | null> {
  const state = await peek(store, now);
  if (state === null) return null;
  const used = { ...state, idleUntil: Math.min(Math.max(state.idleUntil, now + (state.idleMs ?? IDLE_MS)), state.absoluteUntil) };
  await store.set(used);
  return used;
}

/**
 * Holds the session to an organisation's idle time, counted from the last use. Said after the unlock and not with it:
 * a browser that has just started keeps its policies to itself for seconds, and nobody waits for them to sign in.
 * @param idleMs null: the time of our own.
 * @returns whether the session changed.
 */
export async function agreeIdle(store: SessionStore, idleMs: number | null, now: number): Promise<boolean> {
  const state = await peek(store, now);
  if (state === null || (state.idleMs ?? IDLE_MS) === (idleMs ?? IDLE_MS)) return false;
  const { idleMs: before = IDLE_MS, ...rest } = state;
  const lastUse = Math.min(state.idleUntil - before, now);
  const agreed = idleMs === null ? {} : { idleMs };
  await store.set({ ...rest, ...agreed, idleUntil: Math.min(lastUse + (idleMs ?? IDLE_MS), state.absoluteUntil) });
  return true;
}

/** Forgets the key-encryption key. */
export function lock(store: SessionStore): Promise<void> {
  return store.clear();
}

/** The signing key of the person who is signed in, non-extractable. 'locked' when nobody is, or it is somebody else's vault. */
export async function signingKey(store: SessionStore, vault: Vault, now: number): Promise<Result<CryptoKey>> {
  const state = await current(store, now);
  const kek = state?.memberId === vault.memberId ? fromBase64Url(state.kek) : null;
  if (kek === null) return fail('locked', 'Unlock with your passphrase first.');
  const opened = await openVault(vault, kek);
  kek.fill(0);
  if (!opened.ok) return opened;
  const key = await importSigningKey(opened.value);
  opened.value.fill(0);
  return { ok: true, value: key };
}
