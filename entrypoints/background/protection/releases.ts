/**
 * What may leave at this moment, in memory only: a worker that died has forgotten it, and then nothing leaves
 * (guard.md §3.4). Entered once the grant is consumed and committed, so this never opens anything by itself.
 */
import type { OpenRelease } from '../../../gate/witness/judge-wire';
import type { PublishSpec } from '../../../platforms/schema';
import type { GrantId } from '../../../review/model';

/** Longer than the page's own patience, shorter than a person's. */
const OPEN_MS = 10_000;

interface Entry extends OpenRelease {
  grantId: GrantId | null;
  tabId: number;
  platform: string;
  specs: readonly string[];
  until: number;
}

let open: Entry[] = [];

/** An approved post is about to leave this tab through one of these calls. */
export function expectRelease(entry: { grantId: GrantId; tabId: number; platform: string; specs: readonly string[]; text: string }, now: number): void {
  open = [...open.filter(({ grantId }) => grantId !== entry.grantId), { ...entry, calls: 0, parts: 0, until: now + OPEN_MS }];
}

/** An account left out by name posts once. */
export function expectFree(entry: { tabId: number; platform: string; specs: readonly string[] }, now: number): void {
  open = [...open, { ...entry, grantId: null, text: null, calls: 0, parts: 0, until: now + OPEN_MS }];
}

export function forgetRelease(grantId: GrantId): void {
  open = open.filter((entry) => entry.grantId !== grantId);
}

/** A site's own worker has no tab; only calls whose adapter says so may come from one. */
const inTab = (entry: Entry, tabId: number, spec: PublishSpec): boolean => entry.tabId === tabId || (tabId < 0 && 'worker' in spec && spec.worker === true);

/** The entry itself: whoever lets a call through counts it there, at once. Spent ones last, so that a refusal can say so. */
export function releaseFor(tabId: number, platform: string, spec: PublishSpec, now: number): OpenRelease | null {
  open = open.filter(({ until }) => until > now);
  const fitting = open.filter((entry) => entry.platform === platform && entry.specs.includes(spec.id) && inTab(entry, tabId, spec));
  return fitting.find(({ calls }) => calls === 0) ?? fitting[0] ?? null;
}
