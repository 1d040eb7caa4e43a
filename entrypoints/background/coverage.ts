/** Which sites are covered, with the adapters that read them. */
import { browser } from '../../runtime/browser';
import { ADAPTERS } from '../../platforms';
import type { Adapter } from '../../platforms/schema';
import type { Desk } from '../../storage/desk';
import { hostPatterns, patternCovers, patternWithin, splitSchemes } from './match-pattern';

export interface CoveredSite {
  platform: string;
  host: string | null;
  adapter: Adapter;
  custom: boolean;
  /** Every pattern the site would like to have; the browser may have granted fewer. */
  patterns: string[];
}

export async function findAdapter(desk: Desk, platform: string): Promise<{ adapter: Adapter; custom: boolean; host: string | null } | null> {
  const builtIn = ADAPTERS.find(({ id }) => id === platform);
  if (builtIn) return { adapter: builtIn, custom: false, host: null };
  const row = await desk.db.adapters.get(platform);
  return row ? { adapter: row.adapter, custom: true, host: row.host } : null;
}

/** A named host counts alone; without one, the adapter's own hosts. */
export function sitePatterns(adapter: Adapter, host: string | null): string[] {
  return host === null ? adapter.hosts.flatMap(splitSchemes) : hostPatterns(host, !import.meta.env.FIREFOX);
}

export async function coveredList(desk: Desk): Promise<CoveredSite[]> {
  const rows = await desk.db.sites.toArray();
  const found = await Promise.all(rows.map(async ({ platform, host }) => {
    const known = await findAdapter(desk, platform);
    return known && { platform, host, adapter: known.adapter, custom: known.custom, patterns: sitePatterns(known.adapter, host) };
  }));
  return found.filter((site) => site !== null);
}

export async function coveredAt(desk: Desk, origin: string): Promise<CoveredSite[]> {
  return (await coveredList(desk)).filter(({ patterns }) => patterns.some((pattern) => patternCovers(pattern, origin)));
}

/** The patterns of a site that the browser lets us run on. */
export async function grantedPatterns(patterns: readonly string[]): Promise<string[]> {
  if (patterns.length === 0) return [];
  // One question for all of them: this is asked with every page that opens.
  const { origins = [] } = await browser.permissions.getAll();
  return patterns.filter((pattern) => origins.some((origin) => patternWithin(pattern, origin)));
}

export async function coveredPatterns(desk: Desk): Promise<string[]> {
  const patterns = (await coveredList(desk)).flatMap((site) => site.patterns);
  return grantedPatterns([...new Set(patterns)]);
}
