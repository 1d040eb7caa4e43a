/** Who is signed in, who is at the keyboard, and who may change the workspace. */
import { agreeIdle, current, lock, peek } from '../../identity/session';
import type { SessionState } from '../../identity/session';
import type { Answer } from '../../review/contract';
import type { Member, MemberId } from '../../review/model';
import { refuse } from '../../storage/commit';
import type { Desk } from '../../storage/desk';
import { readMembers, readWorkspace } from '../../storage/read-rows';
import { getLastMember, sessionStore } from '../../storage/session-store';

const session = sessionStore<SessionState>();

/** The unlocked session, without counting as use: what a page does must not keep somebody signed in. */
export function sessionNow(now = Date.now()): Promise<SessionState | null> {
  return peek(session, now);
}

/** The unlocked session as a use of it, which moves the idle deadline. */
export function useSession(now = Date.now()): Promise<SessionState | null> {
  return current(session, now);
}

/** The idle time of an organisation for the running session. Resolves to whether it changed something. */
export function holdToIdle(idleMs: number | null, now = Date.now()): Promise<boolean> {
  return agreeIdle(session, idleMs, now);
}

export function lockNow(): Promise<void> {
  return lock(session);
}

/** SD1: the signed-in person, or, when locked, the one who signed in last. null before the set-up. */
export async function atKeyboard(desk: Desk): Promise<Member | null> {
  const id = (await sessionNow(desk.now()))?.memberId ?? (await getLastMember());
  if (id === null) return null;
  return (await readMembers(desk.db)).find((member) => member.id === id && member.removedAt === null) ?? null;
}

/** The person at the keyboard, or the refusal that says nobody is. */
export async function somebody(desk: Desk): Promise<Answer<Member>> {
  const member = await atKeyboard(desk);
  return member ? { ok: true, value: member } : refuse('not-set-up', 'Nobody is signed in here yet. The post stays held; finish the set-up first.');
}

/** Rules, people, sites and adapters are changed by an unlocked rule owner; before a workspace exists, by whoever sets it up. */
export async function ruleOwner(desk: Desk): Promise<Answer<MemberId | 'device'>> {
  if (!(await readWorkspace(desk.db))) return { ok: true, value: 'device' };
  const state = await useSession(desk.now());
  if (!state) return refuse('locked', 'Unlock first: only a rule owner may change this.');
  const member = (await readMembers(desk.db)).find(({ id, removedAt }) => id === state.memberId && removedAt === null);
  return member?.roles.includes('ruleOwner') ? { ok: true, value: member.id } : refuse('not-allowed', 'Only a rule owner may change this.');
}
