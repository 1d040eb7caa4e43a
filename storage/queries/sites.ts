import { database } from '../db';
import type { AdapterRow, CoverageRow, SiteRow } from '../rows';

export async function coveredSites(): Promise<SiteRow[]> {
  return (await database()).sites.toArray();
}

export async function customAdapters(): Promise<AdapterRow[]> {
  return (await database()).adapters.toArray();
}

/** What each covered page last said about its gate. */
export async function coverageRows(): Promise<CoverageRow[]> {
  return (await database()).coverage.toArray();
}
