/** News from the background; only our own background can send it. What it says is shown; a release asks again all the same. */
import type { AliveReply, Push } from '../review/contract';
import type { Arrival } from './arrival';
import type { Policy } from './policy';
import type { Recognition } from './recognition';
import type { Sessions } from './sessions';
import { accountOf, readAccount } from './snapshot';

export interface NewsHost {
  policy: Policy;
  sessions: Sessions;
  arrival: Arrival;
  recognition: Recognition;
  late: boolean;
  /** The page world answers through its channel. */
  linked(): boolean;
  teach(): void;
}

/** The answer for the background, or undefined when it asked for none. */
export function takeNews(push: Push, host: NewsHost): unknown {
  const { policy, sessions, arrival } = host;
  switch (push.kind) {
    case 'hold':
      for (const session of sessions) if (session.view?.id === push.view.id) session.apply(push.view);
      return undefined;
    case 'rules':
      void arrival.relearn().then(() => {
        for (const session of sessions) session.writing.forgetCover();
      });
      return undefined;
    case 'restore':
      void arrival.restore();
      return undefined;
    case 'alive':
      return { page: host.linked(), late: host.late, state: host.recognition.state() } satisfies AliveReply;
    case 'teach':
      if (window === window.top) host.teach();
      return undefined;
    case 'account': {
      const adapter = policy.adapters[0];
      const { active } = sessions;
      if (window !== window.top || !adapter) return undefined;
      return { platform: adapter.id, account: (active && accountOf(active.match)) ?? readAccount(adapter) };
    }
  }
}
