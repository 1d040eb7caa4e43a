/** Tells the background that a publish call was refused (an incident). A page that hammers is told of, not echoed. */
import type { CallAsked } from './page/protocol';
import type { Ports } from './ports';

const AGAIN_MS = 1_000;
/** For one page load. */
const MOST = 30;

/** Lower-case hex, or null: nothing was readable, or this page is no secure context and has no digest. */
async function digestOf(body: string | null): Promise<string | null> {
  if (body === null || !globalThis.crypto?.subtle) return null;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export class Blocked {
  private told = 0;
  private readonly lately = new Map<string, number>();

  constructor(private readonly ports: Ports) {}

  async tell({ adapter, body, way }: CallAsked, publishId: string): Promise<void> {
    const now = this.ports.now();
    if (this.told >= MOST || now - (this.lately.get(publishId) ?? -Infinity) < AGAIN_MS) return;
    this.told += 1;
    this.lately.set(publishId, now);
    const digest = await digestOf(body);
    await this.ports.ask('gate.blocked', { platform: adapter, publishId, way, digest });
  }
}
