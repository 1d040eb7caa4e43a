/**
 * What follows a committed change: views to the tabs concerned, the badge, the next alarm. All of it is
 * repeatable and none of it is truth, so it never delays or fails the answer.
 */
import type { HoldId } from '../../review/model';
import type { Desk } from '../../storage/desk';
import { armTimeAlarm } from './alarms';
import { refreshBadge } from './badge';
import { pushHold } from './push';

const running = new Set<Promise<unknown>>();

/** Runs in the background of an answer; a failure is only reported. */
export function aside(work: Promise<unknown>): void {
  const watched = work.catch((error: unknown) => console.warn('Countersign: a follow-up failed.', error)).finally(() => running.delete(watched));
  running.add(watched);
}

export function afterChange(desk: Desk, changed: readonly HoldId[]): void {
  // The page first: a release may be waiting for it, and the rest reads the same store.
  aside(Promise.all(changed.map((holdId) => pushHold(desk, holdId))).then(() => Promise.all([refreshBadge(desk), armTimeAlarm(desk)])));
}

const waiting = new Map<string, () => void>();

/** Runs this `ms` from now, out of the way of what is going on; asked for again until then, it still runs once. */
export function soon(name: string, ms: number, work: () => Promise<unknown>): void {
  if (waiting.has(name)) return;
  const run = (): void => {
    clearTimeout(timer);
    if (waiting.delete(name)) aside(work());
  };
  const timer = setTimeout(run, ms);
  waiting.set(name, run);
}

/** Resolves once every follow-up so far is done, those that were to wait included: for tests and before a reload. */
export async function settled(): Promise<void> {
  while (running.size > 0 || waiting.size > 0) {
    for (const run of waiting.values()) run();
    await Promise.all(running);
  }
}
