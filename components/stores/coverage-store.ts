/** Every covered site layer by layer, and the tab in front, as the background sees them now. Looks again when something changed. */
import { create } from 'zustand';
import type { CoverageLook } from '../../review/coverage/look';
import { ask } from '../../runtime/client';
import { watchCoverage } from '../../storage/session-store';
import { useSites } from './sites-store';

export interface CoverageState extends CoverageLook {
  status: 'loading' | 'ready' | 'failed';
}

const EMPTY: CoverageState = { status: 'loading', sites: [], tab: null };
/** Several changes in one moment are one look. */
const SETTLE_MS = 40;

export const useCoverage = create<CoverageState>(() => EMPTY);

/** @param tab the page in front, or null where there is none. */
export function connectCoverage(tab: { id: number; url: string } | null): () => void {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let newest = 0;
  const look = async (): Promise<void> => {
    const mine = (newest += 1);
    const answer = await ask('coverage.look', { tab });
    if (stop.signal.aborted || mine !== newest) return;
    // What was seen before stays on the page: an unanswered question is no news about a site.
    if (answer.ok) useCoverage.setState({ status: 'ready', ...answer.value });
    else useCoverage.setState((known) => ({ status: known.status === 'ready' ? 'ready' : 'failed' }));
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), SETTLE_MS);
  };
  const stops = [watchCoverage(soon), useSites.subscribe(soon)];
  window.addEventListener('focus', soon, { signal: stop.signal });
  void look();
  return () => {
    stop.abort();
    clearTimeout(timer);
    for (const end of stops) end();
  };
}
