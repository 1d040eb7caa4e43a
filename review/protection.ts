/**
 * The two protection levels of HOUSE.md, and how the active one is found out. Registering a blocking listener proves
 * nothing: where no policy allows it, the browser takes the listener and never calls it (guard.md §3.5). So the level is
 * judged from a request that only our own listener can have stopped. Pure.
 */
export type ProtectionLevel = 'guarded' | 'enforced';

/** Under `.invalid`, which no name server may ever answer (RFC 6761 §6.4). */
export const PROBE_ORIGIN = 'https://countersign-probe.invalid';
export const PROBE_PATTERN = `${PROBE_ORIGIN}/*`;

/** What became of the probe. `untried`: this build does not block. */
export type Probe = 'untried' | 'blocked' | 'not-blocked' | 'no-permission' | 'silent';

export interface Protection {
  level: ProtectionLevel;
  /** Why Enforced was expected: the browser can always, the build is made for it, or the organisation said so. Null when it was not. */
  expected: 'browser' | 'build' | 'organisation' | null;
  /** Why it is not Enforced although it was expected, in words for people; null when all is as expected. */
  trouble: string | null;
  /** When it was found out, Unix ms. */
  at: number;
}

const BLOCKED = /ERR_BLOCKED_BY_CLIENT|NS_ERROR_ABORT|NS_ERROR_BLOCKED_BY/;

/**
 * @param heard our blocking listener was called for this very probe.
 * @param error the browser's own word for how the request ended; null when it did not say.
 */
export function judgeProbe(heard: boolean, error: string | null): Probe {
  if (error === null) return 'silent';
  return heard && BLOCKED.test(error) ? 'blocked' : 'not-blocked';
}

export const NOT_ALLOWED = 'Expected Enforced, but the browser does not let us block.';

const REASONS: Record<Exclude<Probe, 'blocked'>, string> = {
  untried: 'This build does not block requests; the one for installing by policy does.',
  'not-blocked': 'Chrome and Edge allow it only when a policy installs Countersign.',
  'no-permission': 'Its permission to check itself was taken away.',
  silent: 'The check got no answer.',
};

export function judgeProtection(probe: Probe, expected: Protection['expected'], at: number): Protection {
  if (probe === 'blocked') return { level: 'enforced', expected, trouble: null, at };
  return { level: 'guarded', expected, trouble: expected === null ? null : `${NOT_ALLOWED} ${REASONS[probe]}`, at };
}

/** One sentence each, never blurred (HOUSE.md, Protection levels). */
export const LEVEL_WORDS: Record<ProtectionLevel, { title: string; does: string }> = {
  guarded: { title: 'Guarded', does: 'Stops carelessness and detects deliberate bypass.' },
  enforced: { title: 'Enforced', does: 'The request itself is compared with the approved post before it leaves.' },
};
