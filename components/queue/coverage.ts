/** The line at the foot of the queue: what is not covered, before anything else (HOUSE promise 9). Pure. */
import type { CoverageRow, SiteRow } from '../../storage/rows';
import { agoWords, platformName } from './words';

export interface ActiveTab {
  tabId: number;
  host: string;
  /** Built-in adapter for this host, or null. */
  platform: string | null;
}

export interface CoverageWords {
  level: 'none' | 'block' | 'unknown' | 'off';
  strong: string;
  rest: string;
  action: { kind: 'details' | 'cover' | 'teach' | 'choose'; label: string };
}

/** A report older than this says nothing about now. */
const FRESH_MS = 24 * 3_600_000;
const DETAILS = { kind: 'details', label: 'Details' } as const;

/** `tab` is null where the browser does not say which page is in front (review window, browser pages). */
export function coverageWords(sites: readonly SiteRow[], coverage: readonly CoverageRow[], tab: ActiveTab | null, now: number): CoverageWords {
  const fresh = coverage.filter((row) => now - row.at < FRESH_MS);
  const here = tab ? fresh.find((row) => row.host === tab.host) : undefined;
  if (here?.state === 'unrecognised') return { level: 'block', strong: 'The composer on this page was not recognised.', rest: 'Nothing is held here', action: { kind: 'teach', label: 'Teach this site' } };
  if (here?.state === 'unknown-account') return { level: 'unknown', strong: `The account on ${here.host} could not be read.`, rest: 'Posts from it are held', action: DETAILS };

  const covered = countCovered(sites, fresh);
  const down = fresh.find((row) => row.state === 'unrecognised' || row.state === 'not-covered');
  if (down) return { level: 'block', strong: `${siteName(down)} is not covered.`, rest: `${covered} of ${sites.length} sites ${covered === 1 ? 'is' : 'are'}`, action: DETAILS };
  if (sites.length === 0) return { level: 'block', strong: 'No site is covered yet.', rest: '', action: { kind: 'choose', label: 'Choose sites' } };
  if (tab?.platform && !isSite(sites, tab)) return { level: 'off', strong: `${platformName(tab.platform)} is not covered.`, rest: 'Posts there go out freely', action: { kind: 'cover', label: 'Cover this site' } };
  if (here?.state === 'live') return { level: 'none', strong: 'Covered in this tab.', rest: here.detail, action: { kind: 'details', label: `${sites.length} of ${sites.length} sites` } };
  const checked = Math.max(0, ...fresh.map((row) => row.at));
  return {
    level: 'none',
    strong: sites.length === 1 ? '1 site covered.' : `All ${sites.length} sites covered.`,
    rest: checked > 0 ? `Checked ${agoWords(checked, now)}` : '',
    action: DETAILS,
  };
}

function isSite(sites: readonly SiteRow[], tab: ActiveTab): boolean {
  return sites.some((site) => site.host === tab.host || (site.host === null && site.platform === tab.platform));
}

function siteName(row: CoverageRow): string {
  return row.platform ? platformName(row.platform) : row.host;
}

function countCovered(sites: readonly SiteRow[], fresh: readonly CoverageRow[]): number {
  const down = (site: SiteRow) => fresh.some((row) => (row.state === 'unrecognised' || row.state === 'not-covered') && (site.host ? row.host === site.host : row.platform === site.platform));
  return sites.filter((site) => !down(site)).length;
}
