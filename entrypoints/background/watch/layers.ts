/** What the other layers say about themselves, in one place. */
import type { LockFacts } from '../../../review/coverage/facts';
import type { CoveredSite } from '../coverage';

export interface Layers {
  /** The rules of one site as they are in the browser now. */
  lockOf(site: CoveredSite): Promise<LockFacts>;
  /** Whether the network witness listens. */
  witness(): boolean;
  /** What the start-up self-check proved. */
  enforced(): Promise<boolean>;
}
