/** The guards under test, gathered so that a mutant can replace one and be caught. Real functions by default. */
import { compareToRevision } from '../../../../review/compare';
import { judgeDecision, nextContributors, tally } from '../../../../review/decisions';
import { checkGrant, consumeGrant } from '../../../../review/grant';
import { transition } from '../../../../review/machine';
import { judgeRelease } from '../../../../review/release';
import { effectiveRequirement } from '../../../../review/rules';
import { judgeClock } from '../../../../review/clock';

export const REAL = {
  compareToRevision, judgeDecision, nextContributors, tally, checkGrant, consumeGrant, transition, judgeRelease, effectiveRequirement, judgeClock,
  /** RL2: consumed before the send. False: recorded after it. */
  claimFirst: true,
  /** The page's one-shot compares what is really sent. */
  compareAtSend: true,
  /** What a restart does to a release that was under way. */
  recovery: 'unknown' as 'unknown' | 'reopen',
};
export type Parts = typeof REAL;
