/**
 * What the network shows of one release, request by request. HOUSE promise 2: one grant is one post, so a second
 * publish call is as foreign as another text. What could not be read never becomes a match.
 */
import type { GrantId, WitnessVerdict, Witnessed } from './model';

/** One publish request that the site accepted. */
export interface Sighting {
  /** Parts with words in it, and the places among the approved parts where they fit; null when it could not be read. */
  read: { parts: number; fits: readonly number[] } | null;
  /** False when nobody can tell whether the request publishes at all. */
  certain: boolean;
}

export function nothingSeen(grantId: GrantId, of: number): Witnessed {
  return { grantId, of, matched: 0, blind: 0, foreign: 0, doubtful: false };
}

/** Judges one more request. A thread may leave as one call per part, so the place counts. */
export function sight(before: Witnessed, { read, certain }: Sighting): { verdict: WitnessVerdict; after: Witnessed } {
  if (read === null && !certain) return { verdict: 'unverified', after: { ...before, doubtful: true } };
  const next = before.matched + before.blind;
  const foreign = { verdict: 'mismatch', after: { ...before, foreign: before.foreign + 1 } } as const;
  if (next >= before.of) return foreign;
  if (read === null) return { verdict: 'unverified', after: { ...before, blind: before.blind + 1 } };
  // After an unreadable call the place is known only roughly: it may have carried any number of parts.
  const fits = before.blind === 0 ? read.fits.includes(before.matched) : read.fits.some((place) => place >= before.matched);
  return fits ? { verdict: 'matched', after: { ...before, matched: before.matched + read.parts } } : foreign;
}

/** What may be said about the whole release. Only a text that was read to the end counts as matched. */
export function witnessOf(seen: Witnessed | null | undefined): WitnessVerdict | null {
  if (!seen) return null;
  if (seen.foreign > 0) return 'mismatch';
  if (seen.blind === 0 && seen.matched >= seen.of) return 'matched';
  return seen.blind > 0 || seen.matched > 0 || seen.doubtful ? 'unverified' : null;
}
