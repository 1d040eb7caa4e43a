/**
 * Accounts left out by name post without a hold, but the network lock stops every publish call. So the background is
 * asked first, which looks at the rules again and opens the lock for one call; only then the call or form goes on.
 */
import type { PublishSpec } from '../platforms/schema';
import type { Account } from '../review/model';
import type { ComposerMatch } from './composer';
import type { Ports } from './ports';
import type { Policy } from './policy';
import { aim, type Replay } from './replay';
import { accountOf } from './snapshot';

const PATIENCE_MS = 3_000;

export interface FreeHost {
  ports: Ports;
  policy: Policy;
  /** Repeats a send that needs no hold. */
  let(replay: Replay): void;
  /** The background said no: like every other send. */
  press(match: ComposerMatch, replay: Replay): void;
}

/** The network stops what its address tells apart; the rest is told apart in the page alone (guard.md §3.6). */
export const isLocked = (spec: PublishSpec): boolean => spec.transport !== 'socket' && !spec.operation;

export class Free {
  constructor(private readonly host: FreeHost) {}

  /** Opens the lock for one call. False: this account is not free, or nobody answered. */
  async open(platform: string, publishId: string, account: Account): Promise<boolean> {
    return (await this.host.ports.ask('free.open', { platform, publishId, account }, PATIENCE_MS)).ok;
  }

  /**
   * A send that loads a page, or that the site's own worker will publish, cannot be delayed as a call. It is stopped here
   * and repeated when the lock is open. False: nothing has to be opened for it.
   */
  detour(type: string, match: ComposerMatch, replay: Replay): boolean {
    const { policy } = this.host;
    const specs = match.adapter.publish.filter(({ id }) => match.compiled.surface.publish.includes(id));
    const spec = specs.find((each) => (each.transport === 'navigation' ? type === 'submit' || type === 'form' : (each.worker ?? each.dedicated) === true && type !== 'form'));
    const account = spec && !policy.waiting ? accountOf(match) : null;
    if (!spec || !account || !policy.covered || !policy.isFree(match.adapter.id, account)) return false;
    void this.open(match.adapter.id, spec.id, account).then((open) => {
      const again = replay.kind === 'form' ? replay : aim(replay, match);
      if (!open || !again) this.host.press(match, replay);
      else this.host.let(again);
    });
    return true;
  }
}
