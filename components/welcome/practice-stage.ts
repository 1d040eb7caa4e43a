/** What the practice loop shows, worked out from the hold alone. Pure; the clock is an argument. */
import type { HoldView } from '../../review/contract';

export type PracticeStage = 'write' | 'held' | 'returned' | 'countdown' | 'releasing' | 'posted' | 'unknown' | 'failed' | 'over';

export function stageOf(view: HoldView | null, now: number): PracticeStage {
  if (!view) return 'write';
  if (view.publication === 'sent' || view.publication === 'verified') return 'posted';
  if (view.publication === 'unknown') return 'unknown';
  if (view.publication === 'releasing') return 'releasing';
  if (view.workflow === 'recalled' || view.workflow === 'rejected' || view.workflow === 'expired' || view.workflow === 'superseded') return 'over';
  if (view.publication === 'failed') return 'failed';
  if (view.workflow === 'changes_requested') return 'returned';
  if (view.workflow === 'approved' && view.grant) return now < view.grant.notAfter ? 'countdown' : 'held';
  return 'held';
}

export interface PracticeTask {
  id: 'post' | 'held' | 'sign' | 'watch';
  words: string;
  state: 'done' | 'now' | 'later';
}

const TASKS: readonly { id: PracticeTask['id']; words: string }[] = [
  { id: 'post', words: 'Press Post in the practice composer' },
  { id: 'held', words: 'See it held, with nothing sent' },
  { id: 'sign', words: 'Sign it from the other side' },
  { id: 'watch', words: 'Watch exactly that text go out' },
];

const REACHED: Record<PracticeStage, number> = { write: 0, over: 0, held: 2, returned: 2, countdown: 3, releasing: 3, failed: 3, unknown: 3, posted: 4 };

/** The four lines of the checklist; the first open one is what to do now. */
export function tasksAt(stage: PracticeStage): PracticeTask[] {
  const reached = REACHED[stage];
  return TASKS.map((task, index) => ({ ...task, state: index < reached ? 'done' : index === reached ? 'now' : 'later' }));
}

/** Whole seconds until the undo window ends, never below zero. */
export const secondsLeft = (notBefore: number, now: number): number => Math.max(0, Math.ceil((notBefore - now) / 1000));
