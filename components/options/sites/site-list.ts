/** The rows of "choose sites": every adapter, once per host for self-hosted software. Pure. */
import { isLoopback } from '../../../platforms/hosts';
import type { Adapter } from '../../../platforms/schema';
import type { AdapterRow, SiteRow } from '../../../storage/rows';
import { hostList } from './hosts';

export interface SiteLine {
  key: string;
  platform: string;
  title: string;
  /** Sprite symbol of the adapter. */
  icon: string | null;
  host: string | null;
  hosts: string[];
  patterns: string[];
  on: boolean;
  custom: boolean;
  surfaces: string[];
}

/** Adapters without hosts are self-hosted software: the person names the server. */
export const isSelfHosted = (adapter: Adapter): boolean => adapter.hosts.length === 0;

/** A named host as match pattern: both schemes (only http on this computer), every port (Firefox allows none in a pattern). */
export const patternOf = (host: string): string => `${isLoopback(host) ? 'http' : '*'}://${host.replace(/:\d+$/, '')}/*`;

const SURFACE_WORDS: Record<string, string> = { post: 'posts', reply: 'replies', comment: 'comments', message: 'messages', thread: 'threads', edit: 'edits', schedule: 'scheduled posts', repost: 'reposts' };

/** "posts, replies and comments" */
export function surfaceWords(adapter: Adapter): string[] {
  return [...new Set(adapter.surfaces.map((surface) => SURFACE_WORDS[surface.kind] ?? surface.kind))];
}

export function siteLines(builtIn: readonly Adapter[], custom: readonly AdapterRow[], covered: readonly SiteRow[]): SiteLine[] {
  const line = (adapter: Adapter, host: string | null, isCustom: boolean): SiteLine => ({
    key: `${adapter.id}|${host ?? ''}`,
    platform: adapter.id,
    title: adapter.title,
    icon: adapter.icon ?? null,
    host,
    hosts: host === null ? hostList(adapter.hosts) : [host],
    patterns: host === null ? [...adapter.hosts, ...(adapter.callHosts ?? [])] : [patternOf(host)],
    on: covered.some((site) => site.platform === adapter.id && site.host === host),
    custom: isCustom,
    surfaces: surfaceWords(adapter),
  });
  const lines = builtIn.flatMap((adapter) => {
    if (!isSelfHosted(adapter)) return [line(adapter, null, false)];
    return covered.filter((site) => site.platform === adapter.id && site.host !== null).map((site) => line(adapter, site.host, false));
  });
  return [...lines, ...custom.map((row) => line(row.adapter, row.host, true))];
}
