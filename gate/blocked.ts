/** Tells the background that a publish call was refused (an incident). A page that hammers is told of, not echoed. */
import type { CallAsked } from './page/protocol';
import type { Ports } from './ports';
import { sha256 } from './text';

const AGAIN_MS = 1_000;
/** For one page load. */
const MOST = 30;

export class Blocked {
  private told = 0;
  private readonly lately = new Map<string, number>();

  constructor(private readonly ports: Ports) {}

  async tell({ adapter, body, way }: CallAsked, publishId: string): Promise<void> {
    const now = this.ports.now();
    if (this.told >= MOST || now - (this.lately.get(publishId) ?? -Infinity) < AGAIN_MS) return;
    this.told += 1;
    this.lately.set(publishId, now);
    const digest = body === null ? null : await sha256(() => new TextEncoder().encode(body));
    await this.ports.ask('gate.blocked', { platform: adapter, publishId, way, digest });
  }
}
