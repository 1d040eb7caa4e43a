/** How a live composer differs from the revision that was approved (BI2, BI3, BI8, RL1). */
import { canonicalText, trivialText } from './canonical';
import { accountKey, targetKey } from './names';
import type { Manifest, Snapshot } from './model';

export const DIFFERENCES = ['text', 'title', 'warning', 'media', 'alt', 'account', 'audience', 'target', 'surface', 'platform', 'origin'] as const;
export type Difference = (typeof DIFFERENCES)[number];

export interface Comparison {
  /** exact: same digest apart from time and nonce. trivial: BI3, approvals carry. different: BI2, they do not. */
  same: 'exact' | 'trivial' | 'different';
  differences: Difference[];
}

const DESTINATION: readonly Difference[] = ['account', 'audience', 'target', 'surface', 'platform', 'origin'];

type Match = 'exact' | 'trivial' | 'different';

function matchText(approved: string, live: string): Match {
  if (canonicalText(approved) === canonicalText(live)) return 'exact';
  return trivialText(approved) === trivialText(live) ? 'trivial' : 'different';
}

/** 'unreadable' stands for a file whose bytes nobody saw, so it never equals anything, itself included. */
function sameMedia(manifest: Manifest, snapshot: Snapshot): boolean {
  return manifest.media.length === snapshot.media.length
    && manifest.media.every((item, at) => item.sha256 !== 'unreadable' && item.sha256 === snapshot.media[at]?.sha256);
}

function worseOf(matches: Match[]): Match {
  if (matches.includes('different')) return 'different';
  return matches.includes('trivial') ? 'trivial' : 'exact';
}

/**
 * Compares a fresh capture with a manifest. `differences` names what really differs; for a trivial difference
 * it stays empty. A capture without an account differs in its account.
 */
export function compareToRevision(manifest: Manifest, snapshot: Snapshot): Comparison {
  const mediaMatch = sameMedia(manifest, snapshot);
  const alt = mediaMatch ? worseOf(manifest.media.map((item, at) => matchText(item.alt, snapshot.media[at]?.alt ?? ''))) : 'exact';
  const texts: [Difference, Match][] = [
    ['text', matchText(manifest.text, snapshot.text)],
    ['title', matchText(manifest.title, snapshot.title)],
    ['warning', matchText(manifest.warning, snapshot.warning)],
    ['alt', alt],
  ];
  const same: [Difference, boolean][] = [
    ['media', mediaMatch],
    ['account', snapshot.account !== null && accountKey(manifest.account) === accountKey(snapshot.account)],
    ['audience', canonicalText(manifest.audience) === canonicalText(snapshot.audience)],
    ['target', targetKey(manifest.target) === targetKey(snapshot.target)],
    ['surface', manifest.surface === snapshot.surface && manifest.surfaceId === snapshot.surfaceId],
    ['platform', manifest.platform === snapshot.platform],
    ['origin', manifest.origin === snapshot.origin],
  ];
  const found = new Set<Difference>([
    ...texts.filter(([, match]) => match === 'different').map(([name]) => name),
    ...same.filter(([, equal]) => !equal).map(([name]) => name),
  ]);
  const differences = DIFFERENCES.filter((name) => found.has(name));
  if (differences.length > 0) return { same: 'different', differences };
  return { same: worseOf(texts.map(([, match]) => match)), differences };
}

/** BI8: the post would go somewhere else, so it is a new hold, not a new revision. */
export function destinationChanged(manifest: Manifest, snapshot: Snapshot): boolean {
  return compareToRevision(manifest, snapshot).differences.some((name) => DESTINATION.includes(name));
}
