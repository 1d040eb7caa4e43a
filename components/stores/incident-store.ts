/** Incidents that nobody has closed, live. */
import { create } from 'zustand';
import type { Incident } from '../../review/model';
import { openIncidents } from '../../storage/queries/incidents';
import { watch } from '../../storage/queries/watch';

export interface IncidentState {
  status: 'loading' | 'ready' | 'failed';
  incidents: Incident[];
}

const EMPTY: IncidentState = { status: 'loading', incidents: [] };

export const useIncidents = create<IncidentState>(() => EMPTY);

export function connectIncidents(): () => void {
  useIncidents.setState(EMPTY);
  return watch(
    async () => openIncidents(),
    (incidents) => useIncidents.setState({ status: 'ready', incidents }),
    () => useIncidents.setState({ status: 'failed', incidents: [] }),
  );
}
