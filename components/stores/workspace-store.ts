/** The workspace and its people, as the pages see them: a live copy, never written from here. */
import { create } from 'zustand';
import type { Member, Workspace } from '../../review/model';
import { people, workspaceNow } from '../../storage/queries/people';
import { watch } from '../../storage/queries/watch';

export interface WorkspaceState {
  status: 'loading' | 'ready' | 'failed';
  /** Why reading failed, for the error state; '' otherwise. */
  problem: string;
  /** null before the first run is finished. */
  workspace: Workspace | null;
  /** Everybody who ever belonged here; those who left carry `removedAt`. */
  members: Member[];
}

const EMPTY: WorkspaceState = { status: 'loading', problem: '', workspace: null, members: [] };

export const useWorkspace = create<WorkspaceState>(() => EMPTY);

/** Starts following the database; a retry is stopping and calling again. */
export function connectWorkspace(): () => void {
  useWorkspace.setState(EMPTY);
  return watch(
    async () => {
      const [workspace, members] = await Promise.all([workspaceNow(), people()]);
      return { workspace, members };
    },
    (found) => useWorkspace.setState({ status: 'ready', problem: '', ...found }),
    (error) => useWorkspace.setState({ status: 'failed', problem: error instanceof Error ? error.message : String(error) }),
  );
}
