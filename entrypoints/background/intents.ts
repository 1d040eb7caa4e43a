/** What the next gate in a tab should do, remembered until it asks: restore a draft, or learn a composer. */
import { dropValue, readValue, writeValue } from '../../storage/area';
import type { HoldId, MemberId } from '../../review/model';

const FRESH_MS = 15 * 60_000;

interface Intents {
  restore: { holdId: HoldId; until: number };
  /** The next hello starts teaching. */
  teach: { by: MemberId | 'device'; until: number };
  /** An adapter taught in this tab is accepted. */
  taught: { by: MemberId | 'device'; until: number };
}

const keyOf = (kind: keyof Intents, tabId: number) => `${kind}:${tabId}`;

export function intend<K extends keyof Intents>(kind: K, tabId: number, intent: Omit<Intents[K], 'until'>, now: number): Promise<void> {
  return writeValue('session', keyOf(kind, tabId), { ...intent, until: now + FRESH_MS });
}

/** null when there is none, or it is older than a quarter of an hour. */
export async function intentOf<K extends keyof Intents>(kind: K, tabId: number, now: number): Promise<Intents[K] | null> {
  const found = await readValue<Intents[K]>('session', keyOf(kind, tabId));
  return found && found.until > now ? found : null;
}

export function fulfil(kind: keyof Intents, tabId: number): Promise<void> {
  return dropValue('session', keyOf(kind, tabId));
}
