/** What each covered site can honestly claim at this moment. Pure; HOUSE promise 9: there is no silent gap. */
import type { CoverageRow, SiteRow } from '../../../storage/rows';
import { hostOfPattern } from './hosts';
import type { SiteLine } from './site-list';

/** In the order of HOUSE.md. What a site does not have says "Not used" rather than nothing (see layersOf). */
export const LAYERS = [
  { id: 'intent', title: 'Intent', does: 'stops click, key and form' },
  { id: 'lock', title: 'Lock', does: 'stops the request in the browser' },
  { id: 'one-shot', title: 'One-shot', does: 'lets one publishing call of the page pass' },
  { id: 'witness', title: 'Witness', does: 'compares what left' },
  { id: 'read-back', title: 'Read-back', does: 'sees the new post’s address' },
] as const;

export type CellState = 'live' | 'partly' | 'down' | 'unseen' | 'unused' | 'off';
export const CELL_WORDS: Record<CellState, string> = { live: 'Live', partly: 'Partly', down: 'Down', unseen: 'Unseen', unused: 'Not used', off: 'Off' };

export interface SiteCoverage {
  intent: CellState;
  protection: 'Guarded' | 'Not covered' | 'Unseen' | 'Off';
  /** Last word from a page of this site, Unix ms. */
  at: number | null;
  /** The exception in a sentence, or '' when all is well. */
  exception: string;
  /** Set when people must know: posts leave here without review, or everything is held. */
  alert: { tone: 'block' | 'hold'; title: string; detail: string; host: string } | null;
}

function onHost(reported: string, line: SiteLine): boolean {
  const host = reported.replace(/^\*\./, '').replace(/:\d+$/, '');
  return line.hosts.some((named) => host === named || host.endsWith(`.${named}`)) || line.patterns.some((pattern) => hostOfPattern(pattern) === host);
}

/** Details of rows that a person caused; every other "not covered" is news. */
const BY_HAND = /^(Switched off|The adapter was removed)/;
const withdrawnRow = (row: CoverageRow): boolean => row.state === 'not-covered' && !BY_HAND.test(row.detail);

/** The newest word of each host of a site, newest first. */
export function rowsOf(line: SiteLine, coverage: readonly CoverageRow[]): CoverageRow[] {
  // What was said before the site was switched on again is history.
  return coverage.filter((row) => row.platform === line.platform && onHost(row.host, line) && row.at >= (line.coveredAt ?? 0)).sort((a, b) => b.at - a.at);
}

export function coverageOf(line: SiteLine, coverage: readonly CoverageRow[]): SiteCoverage {
  const rows = rowsOf(line, coverage);
  const newest = rows[0] ?? null;
  if (!line.on) return switchedOff(line, newest);
  if (!newest) return { intent: 'unseen', protection: 'Unseen', at: null, exception: 'No page opened since it was switched on', alert: null };
  const down = rows.find((row) => row.state === 'unrecognised' || row.state === 'not-covered');
  if (down) {
    const lost = down.state === 'not-covered';
    return {
      intent: 'down', protection: 'Not covered', at: down.at, exception: lost ? 'The gate is gone' : 'Composer not recognised',
      alert: {
        tone: 'block', host: down.host,
        title: lost ? `${line.title}: the gate is not running.` : `${line.title}: the composer was not recognised.`,
        detail: `Posts on ${down.host} go out without review. ${sentence(down.detail)}`.trim(),
      },
    };
  }
  const unknown = rows.find((row) => row.state === 'unknown-account');
  if (unknown) {
    return {
      intent: 'partly', protection: 'Guarded', at: unknown.at, exception: 'Account not recognised',
      alert: { tone: 'hold', host: unknown.host, title: `${line.title}: the acting account was not recognised.`, detail: `Everything on ${unknown.host} is held until it is. ${sentence(unknown.detail)}`.trim() },
    };
  }
  return { intent: 'live', protection: 'Guarded', at: newest.at, exception: '', alert: null };
}

/** A site nobody switched off here, but whose permission the browser took away, must not look like a choice. */
function switchedOff(line: SiteLine, newest: CoverageRow | null): SiteCoverage {
  const withdrawn = newest !== null && withdrawnRow(newest);
  return {
    intent: withdrawn ? 'down' : 'off', protection: withdrawn ? 'Not covered' : 'Off', at: withdrawn ? newest.at : null, exception: withdrawn ? 'Permission withdrawn' : 'Switched off',
    alert: withdrawn ? { tone: 'block', host: newest.host, title: `${line.title}: the browser’s permission was withdrawn.`, detail: `Posts on ${newest.host} go out without review. Switch the site on again to ask for it.` } : null,
  };
}

const sentence = (detail: string): string => (detail.trim() === '' ? '' : /[.!?]$/.test(detail.trim()) ? detail.trim() : `${detail.trim()}.`);

/** How many switched-on sites are not guarded at this moment; for the mark in the rail. */
export function unguardedCount(sites: readonly SiteRow[], coverage: readonly CoverageRow[]): number {
  const bad = coverage.filter((row) => {
    const site = sites.find((entry) => entry.platform === row.platform && (entry.host === null || entry.host === row.host));
    if (!site) return withdrawnRow(row);
    return row.at >= site.coveredAt && (row.state === 'unrecognised' || row.state === 'not-covered');
  });
  return new Set(bad.map((row) => row.platform)).size;
}

/** "just now", "2 min ago", "1 h ago", then the date. */
export function ago(at: number, now: number, locale?: string): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ago`;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(at);
}
