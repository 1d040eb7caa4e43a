/** One hold with everything its page shows, live; digests and signatures are checked here again, in the page. */
import { create } from 'zustand';
import { verifyDecisions } from '../../identity/decide';
import { verifyRevision } from '../../review/manifest';
import type { DecisionId, HoldId } from '../../review/model';
import { holdDetail } from '../../storage/queries/detail';
import type { HoldDetail } from '../../storage/queries/detail';
import { competingWith } from '../../storage/queries/newest';
import { watch } from '../../storage/queries/watch';
import type { StoredHold } from '../../storage/rows';

export interface DetailState {
  status: 'loading' | 'ready' | 'gone' | 'failed';
  problem: string;
  holdId: HoldId | null;
  detail: HoldDetail | null;
  /** Version on the page. A newer one is announced, never swapped in under the reader's eyes. */
  shown: number | null;
  /** QU7 */
  competing: StoredHold[];
  /** Numbers of revisions whose manifest does not match the stored digest. */
  damaged: Set<number>;
  /** Decisions whose signature verified just now; others are never drawn as signatures. */
  verified: Set<DecisionId>;
}

const EMPTY: DetailState = { status: 'loading', problem: '', holdId: null, detail: null, shown: null, competing: [], damaged: new Set(), verified: new Set() };

export const useDetail = create<DetailState>(() => EMPTY);

export function connectDetail(holdId: HoldId): () => void {
  useDetail.setState({ ...EMPTY, holdId }, true);
  let turn = 0;
  return watch(
    async () => {
      const detail = await holdDetail(holdId);
      return { detail, competing: detail ? await competingWith(detail.hold) : [] };
    },
    ({ detail, competing }) => {
      turn += 1;
      const mine = turn;
      if (!detail) return useDetail.setState({ ...EMPTY, holdId, status: 'gone' }, true);
      // Digests and signatures are checked outside the query: WebCrypto would end its transaction.
      void Promise.all([findDamaged(detail), verifyDecisions(detail.decisions, detail.members)]).then(([damaged, verified]) => {
        if (mine === turn && useDetail.getState().holdId === holdId) useDetail.setState({ status: 'ready', problem: '', detail, shown: useDetail.getState().shown ?? detail.hold.revision, competing, damaged, verified });
      });
    },
    (error) => useDetail.setState({ ...EMPTY, holdId, status: 'failed', problem: error instanceof Error ? error.message : String(error) }, true),
  );
}

/** Goes over to the newest version, at the reader's wish. */
export function showNewest(): void {
  useDetail.setState(({ detail, shown }) => ({ shown: detail?.hold.revision ?? shown }));
}

async function findDamaged(detail: HoldDetail): Promise<Set<number>> {
  const checked = await Promise.all(detail.revisions.map(async (revision) => ({ number: revision.number, sound: await verifyRevision(revision).catch(() => false) })));
  return new Set(checked.filter(({ sound }) => !sound).map(({ number }) => number));
}
