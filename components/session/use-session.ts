import { useEffect } from 'react';
import type { Member, MemberId } from '../../review/model';
import { connectSession, lock, unlock, useSignedIn } from '../stores/session-store';
import type { UnlockOutcome } from '../stores/session-store';
import { useWorkspace } from '../stores/workspace-store';

export interface Session {
  ready: boolean;
  /** The person who is signed in and still belongs to the workspace; null while locked. */
  member: Member | null;
  /** Who to offer first in the sign-in form. */
  last: MemberId | null;
  unlock(memberId: MemberId, passphrase: string): Promise<UnlockOutcome>;
  lock(): Promise<void>;
  /** Locks, and offers somebody else. */
  switchTo(memberId: MemberId): Promise<void>;
}

/** Session of this page. Needs `connectWorkspace()` and one `useSessionConnection()` on the page. */
export function useSession(): Session {
  const { ready, memberId, last } = useSignedIn();
  const members = useWorkspace((state) => state.members);
  const member = members.find(({ id, removedAt }) => id === memberId && removedAt === null) ?? null;
  return { ready, member, last, unlock, lock: () => lock(), switchTo: (next) => lock(next) };
}

/** Keeps the session store alive while the page is. Once per page. */
export function useSessionConnection(): void {
  useEffect(() => connectSession(), []);
}
