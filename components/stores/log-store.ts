/** The audit log, newest first. Older pages are read on demand; new entries arrive by themselves. */
import { create } from 'zustand';
import type { LogEntry } from '../../review/model';
import { logHead, logPage } from '../../storage/queries/log';
import { watch } from '../../storage/queries/watch';

/** Entries read at a time: about two screens of rows to start with, then larger steps. */
const FIRST = 100;
const STEP = 1_000;

export interface LogState {
  status: 'loading' | 'ready' | 'failed';
  problem: string;
  /** Newest first, without gaps. */
  entries: LogEntry[];
  /** How many entries the log has. */
  total: number;
  /** True when the oldest entry is in `entries`. */
  complete: boolean;
  loadingMore: boolean;
}

const EMPTY: LogState = { status: 'loading', problem: '', entries: [], total: 0, complete: false, loadingMore: false };
const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const useLog = create<LogState>(() => EMPTY);

/** Puts a newest page in front of what is known. A page that does not touch it replaces it, so there is never a gap. */
export function mergeNewest(known: readonly LogEntry[], page: readonly LogEntry[]): LogEntry[] {
  const newest = known[0];
  if (!newest) return [...page];
  const fresh = page.filter((entry) => entry.seq > newest.seq);
  const oldestFresh = fresh.at(-1);
  if (oldestFresh && oldestFresh.seq !== newest.seq + 1) return [...page];
  return fresh.length > 0 ? [...fresh, ...known] : [...known];
}

export function connectLog(): () => void {
  useLog.setState(EMPTY);
  return watch(
    async () => {
      const [page, head] = await Promise.all([logPage({ limit: FIRST }), logHead()]);
      return { page, total: head?.seq ?? page[0]?.seq ?? 0 };
    },
    ({ page, total }) => {
      const entries = mergeNewest(useLog.getState().entries, page);
      useLog.setState({ status: 'ready', problem: '', entries, total, complete: isComplete(entries, page.length < FIRST) });
    },
    (error) => useLog.setState({ status: 'failed', problem: words(error) }),
  );
}

/** Reads the next older page; does nothing while one is on its way or when there is none. */
export async function loadMore(): Promise<void> {
  const { status, entries, complete, loadingMore } = useLog.getState();
  const oldest = entries.at(-1);
  if (status !== 'ready' || complete || loadingMore || !oldest) return;
  useLog.setState({ loadingMore: true });
  try {
    const page = await logPage({ beforeSeq: oldest.seq, limit: STEP });
    const now = useLog.getState().entries;
    const last = now.at(-1);
    const next = last && last.seq === oldest.seq ? [...now, ...page] : now;
    useLog.setState({ entries: next, complete: page.length < STEP, loadingMore: false });
  } catch (error) {
    useLog.setState({ status: 'failed', problem: words(error), loadingMore: false });
  }
}

const isComplete = (entries: readonly LogEntry[], shortPage: boolean): boolean => shortPage || entries.at(-1)?.seq === 1;
