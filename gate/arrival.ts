/** What a fresh page is told: its rules, and drafts that belong into it. */
import type { HelloView, HoldView, Input } from '../review/contract';
import { bindHold } from './bind';
import { askUntil, sleep } from './ask-until';
import type { Notice } from './notice';
import { pageUrl } from './page-url';
import type { Policy } from './policy';
import type { Ports } from './ports';
import type { Sessions } from './sessions';

const TRIES = 5;

export interface ArrivalHost {
  ports: Ports;
  policy: Policy;
  sessions: Sessions;
  notice: Notice;
  signal: AbortSignal;
  learn(hello: HelloView): void;
  teach(): void;
  /** There will be no answer. */
  unknown(): void;
  /** A send or call is stopped and waits for the first answer. */
  somethingWaits(): boolean;
}

export class Arrival {
  /** A draft that was asked for and has found no composer yet. */
  private wanted: HoldView | null = null;
  private turns = 0;

  constructor(private readonly host: ArrivalHost) {}

  private get question(): Input<'gate.hello'> {
    return { url: pageUrl().slice(0, 4_000), top: window === window.top };
  }

  get text(): string {
    return this.wanted?.text ?? '';
  }

  /** The first question; asked until it is answered. Everything is held until then. */
  async hello(): Promise<void> {
    const { host } = this;
    const answer = await askUntil(host.ports, 'gate.hello', this.question, host.signal, (attempt, detail) => {
      if (host.somethingWaits()) host.notice.show(host.ports.orphaned() ? { kind: 'orphaned' } : { kind: 'unreachable', attempt, detail }, null);
    });
    if (!answer?.ok) return host.unknown();
    if (this.turns === 0 || host.policy.waiting) host.learn(answer.value);
    const { restore, mine, teach } = answer.value;
    if (teach) host.teach();
    if (restore) await this.bring(restore);
    for (const view of mine) if (view.id !== restore?.id) await this.seek(view, false);
  }

  async relearn(): Promise<void> {
    const turn = (this.turns += 1);
    const answer = await this.host.ports.ask('gate.hello', this.question);
    // Two questions may be on their way; only the later one knows what is true now.
    if (answer.ok && turn === this.turns) this.host.learn(answer.value);
  }

  private async seek(view: HoldView, asked: boolean): Promise<boolean> {
    const { policy, sessions, signal, ports } = this.host;
    let deeds = await ports.deeds();
    // A worker that starts or a busy machine may not answer at once.
    for (let tries = 0; !deeds && tries < TRIES && !signal.aborted && !ports.orphaned(); tries += 1) {
      await sleep(250 * 2 ** tries);
      deeds = await ports.deeds();
    }
    return deeds !== null && deeds.bringBack({ policy, sessionFor: (match) => sessions.of(match), signal }, view, asked);
  }

  private async bring(view: HoldView): Promise<void> {
    const { sessions, signal, notice } = this.host;
    this.wanted = view;
    const found = await this.seek(view, true);
    if (!found && !signal.aborted && ![...sessions].some((session) => session.view?.id === view.id)) notice.show({ kind: 'restore-offer', view, here: false }, null);
    else this.wanted = null;
  }

  /** The person asked for a draft in this tab. A composer that shows it already keeps what it says. */
  async restore(): Promise<void> {
    const { ports, sessions } = this.host;
    const answer = await ports.ask('gate.hello', this.question);
    const wanted = answer.ok ? answer.value.restore : null;
    if (!wanted) return;
    const shown = [...sessions].find((session) => session.view?.id === wanted.id && !session.offered && session.live()?.text);
    if (shown) await bindHold(shown);
    else await this.bring(wanted);
  }
}
