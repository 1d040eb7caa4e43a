/** Who is signed in, as this page sees it. Secrets never enter the store: only the person and the deadlines. */
import { create } from 'zustand';
import { current, lock as lockSession, peek, unlock as unlockSession } from '../../identity/session';
import type { SessionState, Tries } from '../../identity/session';
import { vaultSchema } from '../../identity/vault';
import type { MemberId } from '../../review/model';
import { ask } from '../../runtime/client';
import { vaultOf } from '../../storage/queries/people';
import { getHost, getLastMember, sessionStore, setHost, setLastMember, triesStore, watchSession } from '../../storage/session-store';

export interface SignedIn {
  /** False until the store was read once. */
  ready: boolean;
  memberId: MemberId | null;
  /** Who was signed in last on this machine; chosen first in the form. */
  last: MemberId | null;
  /** Who this page was asked to change to; chosen before `last`. Known to this page alone. */
  next: MemberId | null;
  /** Who was at this browser before the signed-in person came to decide; null when they were there themselves. */
  host: MemberId | null;
}

export type UnlockOutcome = { ok: true } | { ok: false; detail: string; retryAt: number | null };

export const sessions = sessionStore<SessionState>();
export const tries = triesStore<Tries>();
/** The idle deadline moves with use, at most this often. */
const TOUCH_MS = 20_000;
const CHECK_MS = 5_000;

export const useSignedIn = create<SignedIn>(() => ({ ready: false, memberId: null, last: null, next: null, host: null }));

/** Counts what this page knows. A reading that began before the newest of it is old news. */
let turn = 0;

function know(part: Partial<SignedIn>): void {
  turn += 1;
  useSignedIn.setState(part);
}

async function read(): Promise<void> {
  const mine = (turn += 1);
  const told = await Promise.all([peek(sessions, Date.now()), getLastMember(), getHost()]).then(
    ([state, last, host]): Partial<SignedIn> => ({ memberId: state?.memberId ?? null, last, host }),
    // A store that cannot be read is a locked one.
    (): Partial<SignedIn> => ({ memberId: null }),
  );
  if (mine === turn) useSignedIn.setState({ ready: true, ...told });
}

/** Follows the session: changes in other pages, deadlines that pass, and use of this page that moves the idle one. */
export function connectSession(): () => void {
  const ending = new AbortController();
  const stopWatching = watchSession<SessionState>(() => void read());
  const timer = setInterval(() => void read(), CHECK_MS);
  let touched = 0;
  const touch = () => {
    if (Date.now() - touched < TOUCH_MS || !useSignedIn.getState().memberId) return;
    touched = Date.now();
    void current(sessions, touched).catch(() => undefined);
  };
  for (const type of ['pointerdown', 'keydown', 'wheel']) addEventListener(type, touch, { passive: true, signal: ending.signal });
  void read();
  return () => {
    ending.abort();
    stopWatching();
    clearInterval(timer);
  };
}

/**
 * Unlocks one person's key with a passphrase. Deriving the key takes about a fifth of a second and blocks the
 * page, so the caller paints its busy state first.
 */
export async function unlock(memberId: MemberId, passphrase: string): Promise<UnlockOutcome> {
  const stored = await vaultOf(memberId);
  const vault = vaultSchema.safeParse(stored);
  if (!vault.success) {
    const detail = stored === undefined ? 'This browser does not hold the key of this person.' : 'The stored key of this person is damaged. A rule owner can add them again.';
    return { ok: false, detail, retryAt: null };
  }
  const opened = await unlockSession(sessions, vault.data, passphrase, Date.now(), tries);
  if (!opened.ok) return { ok: false, detail: opened.code === 'wrong-passphrase' ? 'This is not the passphrase.' : opened.detail, retryAt: opened.retryAt ?? null };
  const host = await rememberHost(memberId);
  await setLastMember(memberId);
  know({ ready: true, memberId, last: memberId, next: null, host });
  void ask('session.changed', {});
  return { ok: true };
}

/** The first of two people at one browser stays its host until they sign in again or it is handed back. */
async function rememberHost(memberId: MemberId): Promise<MemberId | null> {
  const [last, host] = await Promise.all([getLastMember(), getHost()]);
  const next = host === memberId ? null : (host ?? (last === memberId ? null : last));
  await setHost(next);
  return next;
}

/**
 * Locks, and puts the host at the keyboard again, so that what is written next is theirs (SD1). Needs no
 * passphrase: a locked person can write, and can sign nothing.
 */
export async function handBack(host: MemberId): Promise<void> {
  await lockSession(sessions);
  await setLastMember(host);
  await setHost(null);
  know({ memberId: null, last: host, next: null, host: null });
  void ask('session.changed', {});
}

/** When the next try is allowed, or null for now. */
export async function waitUntil(memberId: MemberId): Promise<number | null> {
  const state = await tries.get(memberId);
  return state && state.notBefore > Date.now() ? state.notBefore : null;
}

/** Forgets the key. `next` is offered first in the form: the way to switch person. */
export async function lock(next?: MemberId): Promise<void> {
  await lockSession(sessions);
  const { memberId, last } = useSignedIn.getState();
  know({ memberId: null, last: memberId ?? last, next: next ?? null });
  void ask('session.changed', {});
}
