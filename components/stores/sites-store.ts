/** Which sites are switched on, the custom ones, and what their pages last said about the gate. */
import { create } from 'zustand';
import type { AdapterRow, CoverageRow, SiteRow } from '../../storage/rows';
import { coverageRows, coveredSites, customAdapters } from '../../storage/queries/sites';
import { watch } from '../../storage/queries/watch';

export interface SitesState {
  status: 'loading' | 'ready' | 'failed';
  problem: string;
  sites: SiteRow[];
  adapters: AdapterRow[];
  coverage: CoverageRow[];
}

const EMPTY: SitesState = { status: 'loading', problem: '', sites: [], adapters: [], coverage: [] };

export const useSites = create<SitesState>(() => EMPTY);

export function connectSites(): () => void {
  useSites.setState(EMPTY);
  return watch(
    async () => {
      const [sites, adapters, coverage] = await Promise.all([coveredSites(), customAdapters(), coverageRows()]);
      return { sites, adapters, coverage };
    },
    (found) => useSites.setState({ status: 'ready', problem: '', ...found }),
    (error) => useSites.setState({ status: 'failed', problem: error instanceof Error ? error.message : String(error) }),
  );
}
