/** Which log entries the timeline shows. Pure; the order (newest first) is the caller's. */
import type { LogEntry, LogType, MemberId } from '../../../review/model';

export const KINDS = ['everything', 'holds', 'decisions', 'releases', 'people', 'sites', 'problems'] as const;
export type Kind = (typeof KINDS)[number];

export const KIND_WORDS: Record<Kind, string> = {
  everything: 'Everything',
  holds: 'Held posts',
  decisions: 'Decisions',
  releases: 'Releases',
  people: 'People and rules',
  sites: 'Sites',
  problems: 'Problems only',
};

const PROBLEMS: ReadonlySet<LogType> = new Set<LogType>(['decision.void', 'release.refused', 'release.failed', 'release.unknown', 'store.reset', 'clock.back', 'grant.expired', 'hold.expired', 'witness.mismatch', 'witness.unverified', 'incident.mismatch', 'incident.blocked', 'incident.unmatched']);

/** The group an entry belongs to; problems are a second view over all groups. */
export function kindOf(type: LogType): Exclude<Kind, 'everything' | 'problems'> {
  if (type.startsWith('hold.')) return 'holds';
  if (type.startsWith('decision.')) return 'decisions';
  if (type.startsWith('grant.') || type.startsWith('release.') || type.startsWith('witness.') || type.startsWith('incident.')) return 'releases';
  if (type.startsWith('site.') || type.startsWith('adapter.')) return 'sites';
  return 'people';
}

export const isProblem = (type: LogType): boolean => PROBLEMS.has(type);

export interface AuditFilter {
  kind: Kind;
  person: MemberId | null;
  /** Adapter id, or null for every site. */
  site: string | null;
  search: string;
}

export const NO_FILTER: AuditFilter = { kind: 'everything', person: null, site: null, search: '' };

export const isFiltering = (filter: AuditFilter): boolean =>
  filter.kind !== 'everything' || filter.person !== null || filter.site !== null || filter.search.trim() !== '';

/** What one entry offers to the search box, lower-case: its sentence, its hash and its hold. */
export interface Searchable {
  entry: LogEntry;
  platform: string | null;
  words: string;
}

export function matches(item: Searchable, filter: AuditFilter): boolean {
  const { entry } = item;
  if (filter.kind === 'problems' ? !isProblem(entry.type) : filter.kind !== 'everything' && kindOf(entry.type) !== filter.kind) return false;
  if (filter.person !== null && entry.actor !== filter.person) return false;
  if (filter.site !== null && item.platform !== filter.site) return false;
  const wanted = filter.search.trim().toLowerCase();
  if (!wanted) return true;
  return item.words.toLowerCase().includes(wanted) || entry.hash.startsWith(wanted) || (entry.holdId ?? '').toLowerCase() === wanted || String(entry.seq) === wanted;
}
