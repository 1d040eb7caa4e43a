/** Teaching a site in this page, from the card that asks for three clicks to the background's answer (HOUSE.md, custom sites). */
import type { Adapter } from '../platforms/schema';
import type { Notice } from './notice';
import type { Policy } from './policy';
import type { Ports } from './ports';

export interface TeachingHost {
  ports: Ports;
  policy: Policy;
  notice: Notice;
  signal: AbortSignal;
  /** The policy has another adapter now; the page world has to hear of it. */
  tellRules(): void;
  relearn(): Promise<void>;
}

export class Teaching {
  /** Teaching looks at the person's clicks itself and stops them itself; publish calls stay closed. */
  running = false;
  /** A site that was just taught, while it is being saved. */
  private taught: Adapter | null = null;
  private settling = Promise.resolve();

  constructor(private readonly host: TeachingHost) {}

  start(): void {
    // A fresh gate hears of it twice: in the answer to its hello, and by the push. One card is enough.
    if (this.running) return;
    const { notice, ports, signal } = this.host;
    const stop = new AbortController();
    signal.addEventListener('abort', () => stop.abort(), { once: true });
    this.running = true;
    const over = (): void => {
      this.running = false;
      stop.abort();
    };
    notice.hide();
    ports.startTeaching({
      signal: stop.signal,
      onDone: (adapter) => {
        // What was just taught holds from this moment, not from the background's answer: the next click may be the send.
        this.taught = adapter;
        this.assume();
        this.host.tellRules();
        over();
        this.settling = this.save(adapter);
      },
      onCancel: over,
    });
  }

  /** Every answer of the background replaces the policy; what is being saved is not in it yet. */
  assume(): void {
    if (this.taught) this.host.policy.assume(this.taught);
  }

  private async save(adapter: Adapter): Promise<void> {
    const answer = await this.host.ports.ask('teach.done', { adapter });
    this.taught = null;
    // Also after a no or silence: what is covered now is asked, never guessed.
    await this.host.relearn();
    if (!answer.ok && answer.code !== 'timeout') this.host.notice.show({ kind: 'refused', title: 'This site could not be added', detail: answer.detail, canRetry: false }, null);
  }

  /** Resolves when a site that was just taught is saved; at once otherwise. */
  settled(): Promise<void> {
    return this.settling;
  }
}
