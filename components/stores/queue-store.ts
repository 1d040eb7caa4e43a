/** The three lists of the queue, live. A list grows when somebody scrolls to its end. */
import { create } from 'zustand';
import type { HoldId, MemberId, Revision } from '../../review/model';
import { counts, doneHolds, mineOf, queueFor } from '../../storage/queries/holds';
import type { Counts } from '../../storage/queries/holds';
import { newestRevisions } from '../../storage/queries/newest';
import { watch } from '../../storage/queries/watch';
import type { StoredHold } from '../../storage/rows';

export const LISTS = ['waiting', 'mine', 'done'] as const;
export type ListName = (typeof LISTS)[number];

export interface QueueState {
  status: 'loading' | 'ready' | 'failed';
  problem: string;
  holds: StoredHold[];
  /** Newest revisions of `holds`, for the quoted words. */
  revisions: Map<HoldId, Revision>;
  counts: Counts;
  /** True when the list may have more rows than were read. */
  more: boolean;
}

const NONE: Counts = { waiting: 0, mine: 0, overdue: 0 };
const EMPTY: QueueState = { status: 'loading', problem: '', holds: [], revisions: new Map(), counts: NONE, more: false };

export const useQueue = create<QueueState>(() => EMPTY);

const READ: Record<ListName, (memberId: MemberId | null, limit: number) => Promise<StoredHold[]>> = {
  waiting: queueFor,
  mine: mineOf,
  done: (_memberId, limit) => doneHolds(limit),
};

/** Follows one list. Rows of the list before stay until the new ones are there, so a switch does not flash. */
export function connectQueue(list: ListName, memberId: MemberId | null, limit: number): () => void {
  return watch(
    async () => {
      const [holds, counted] = await Promise.all([READ[list](memberId, limit), counts(memberId)]);
      return { holds, counts: counted, revisions: await newestRevisions(holds) };
    },
    (found) => useQueue.setState({ status: 'ready', problem: '', more: found.holds.length >= limit, ...found }),
    (error) => useQueue.setState({ ...EMPTY, status: 'failed', problem: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error) }),
  );
}

/** Forgets the rows: at sign-out, when another person's list begins, and before a retry. */
export function resetQueue(): void {
  useQueue.setState(EMPTY, true);
}
