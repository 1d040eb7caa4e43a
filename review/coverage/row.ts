/**
 * The coverage row of a site or of one tab: five layers, each with a state, a sentence and what to do
 * (HOUSE promise 9 and "Protection levels"; guard.md §3.2, §3.6). Pure. What was not seen is `unknown`, never `on`.
 */
import type { SiteFacts } from './facts';
import { intentCell } from './intent';
import { lockCell } from './lock';
import { oneShotCell } from './one-shot';
import { readBackCell, witnessCell } from './evidence';
import type { Cell } from './cell';

/** In the order of HOUSE.md. */
export const LAYERS = [
  { id: 'intent', title: 'Intent', does: 'stops click, key and form' },
  { id: 'lock', title: 'Lock', does: 'stops the request in the browser' },
  { id: 'oneShot', title: 'One-shot', does: 'lets one publishing call of the page pass' },
  { id: 'witness', title: 'Witness', does: 'compares what left' },
  { id: 'readBack', title: 'Read-back', does: 'sees the new post’s address' },
] as const;
export type LayerId = (typeof LAYERS)[number]['id'];
export type CoverRow = Record<LayerId, Cell>;

export function rowOf(facts: SiteFacts): CoverRow {
  return { intent: intentCell(facts), lock: lockCell(facts), oneShot: oneShotCell(facts), witness: witnessCell(facts), readBack: readBackCell(facts) };
}

/** What the site can claim as a whole. lock-only: nothing is held, and nothing gets out either. */
export type CoverLevel = 'enforced' | 'guarded' | 'lock-only' | 'not-covered' | 'unseen';

export function levelOf(row: CoverRow, enforced: boolean): CoverLevel {
  if (row.intent.state === 'off') return row.lock.state === 'on' ? 'lock-only' : 'not-covered';
  if (row.intent.state === 'unknown') return 'unseen';
  return enforced ? 'enforced' : 'guarded';
}
