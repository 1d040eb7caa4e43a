import { useEffect } from 'react';
import type { Member, MemberId } from '../../review/model';
import { connectSession, handBack, lock, unlock, useSignedIn } from '../stores/session-store';
import type { UnlockOutcome } from '../stores/session-store';
import { useWorkspace } from '../stores/workspace-store';

export interface Session {
  ready: boolean;
  /** The person who is signed in and still belongs to the workspace; null while locked. */
  member: Member | null;
  /** Who to offer first in the sign-in form. */
  first: MemberId | null;
  unlock(memberId: MemberId, passphrase: string): Promise<UnlockOutcome>;
  lock(): Promise<void>;
  /** The person to hand this browser back to, when the signed-in person is only here to decide. */
  host: Member | null;
  handBack(): Promise<void>;
  /** Locks, and offers somebody else. */
  switchTo(memberId: MemberId): Promise<void>;
}

/** Session of this page. Needs `connectWorkspace()` and one `useSessionConnection()` on the page. */
export function useSession(): Session {
  const { ready, memberId, last, next: wanted, host: hostId } = useSignedIn();
  const members = useWorkspace((state) => state.members);
  const member = members.find(({ id, removedAt }) => id === memberId && removedAt === null) ?? null;
  const host = members.find(({ id, removedAt }) => id === hostId && id !== memberId && removedAt === null) ?? null;
  return { ready, member, first: wanted ?? last, host, unlock, lock: () => lock(), switchTo: (next) => lock(next), handBack: async () => { if (host) await handBack(host.id); } };
}

/** Keeps the session store alive while the page is. Once per page. */
export function useSessionConnection(): void {
  useEffect(() => connectSession(), []);
}
