/** Questions about where a hold stands, and the one refusal for all that comes too late. */
import { refuse } from './events';
import type { Refusal } from './events';
import type { Hold } from './model';

/** People may still decide. */
export function isOpen(hold: Pick<Hold, 'workflow'>): boolean {
  return hold.workflow === 'pending' || hold.workflow === 'changes_requested' || hold.workflow === 'approved';
}

/** Nothing was let through, or what was let through is known not to have arrived. */
export function isUnsent(hold: Pick<Hold, 'publication'>): boolean {
  return hold.publication === 'unsent' || hold.publication === 'failed';
}

/** A composer in an open tab shows it, as far as anybody knows. */
export function isShown(hold: Pick<Hold, 'binding'>): boolean {
  return hold.binding !== null && hold.binding.tabId >= 0;
}

/** Why this hold takes no more of it. */
export function whyClosed(hold: Hold): Refusal {
  if (hold.publication === 'unknown') return refuse('release-unknown', 'This post was let through, and a person has to say whether it is there (RL2).');
  if (!isUnsent(hold)) return refuse('already-released', 'Too late: this post was already let through.');
  const how = { rejected: 'rejected', recalled: 'taken back', expired: 'out of time', superseded: 'replaced by another' } as const;
  if (hold.workflow in how) return refuse('already-decided', `This post was already ${how[hold.workflow as keyof typeof how]}.`);
  return refuse('stale', 'This post is not in a state for that.');
}
