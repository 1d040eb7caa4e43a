import type { Member } from '../../review/model';
import { useSession } from '../session/use-session';
import { useWorkspace } from '../stores/workspace-store';
import { names } from './names';

export interface Rights {
  /** Who is signed in, or null. */
  member: Member | null;
  /** False until the session has been read; nothing is said before that. */
  known: boolean;
  canEdit: boolean;
  /** Why a control cannot be used, short enough for a label; null when it can. */
  why: string | null;
  owners: string;
}

/** Who may change the workspace here and now: a rule owner who is signed in. The background checks it again. */
export function useRights(): Rights {
  const { ready, member } = useSession();
  const members = useWorkspace((state) => state.members);
  const active = members.filter((entry) => entry.removedAt === null);
  const owners = names(active.filter((entry) => entry.roles.includes('ruleOwner')), 'or');
  const canEdit = member?.roles.includes('ruleOwner') ?? false;
  const why = canEdit ? null : member === null ? 'Sign in to change this' : 'Only a rule owner changes this';
  return { member, known: ready, canEdit, why, owners };
}
