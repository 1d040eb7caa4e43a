/** What the device's clock did since we last looked (guard.md §4.1). Expiry is the only thing we ask of it. */
export type ClockVerdict = 'fine' | 'back' | 'jumped';

export const CLOCK_BACK_MS = 2 * 60_000;
export const CLOCK_JUMP_MS = 24 * 3_600_000;

/**
 * `back`: more than two minutes before a time already seen, so anything with an expiry counts as expired.
 * `jumped`: more than a day ahead; ask a person. `highestSeen` 0 means nothing was seen yet.
 */
export function judgeClock(highestSeen: number, now: number): ClockVerdict {
  if (now < highestSeen - CLOCK_BACK_MS) return 'back';
  return highestSeen > 0 && now > highestSeen + CLOCK_JUMP_MS ? 'jumped' : 'fine';
}
