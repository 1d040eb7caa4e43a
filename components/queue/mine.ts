/** What an author's row says and the one action it ends in. Pure. */
import { isShown } from '../../review/state';
import type { StoredHold } from '../../storage/rows';
import { clockTime, listNames, momentWords } from './words';

export type MineAction = 'open' | 'restore' | 'take-back' | 'see-changes' | 'see-reason' | 'ask-again' | 'resolve' | 'permalink' | null;
export type MineGlyph = 'held' | 'countersigned' | 'undo' | 'unknown' | 'cross' | 'clock';
export interface MineStatus {
  glyph: MineGlyph;
  tone: 'hold' | 'ok' | 'block' | 'plain';
  words: string;
  detail: string;
  action: MineAction;
  /** Label of the action. */
  label: string;
}

interface Context {
  now: number;
  nameOf(id: string): string;
  /** When the grant ends, if one is open. */
  clearedUntil?: number | undefined;
}

export function mineStatus(hold: StoredHold, { now, nameOf }: Context): MineStatus {
  const restore = { action: 'restore', label: 'Open and restore' } as const;
  if (hold.publication === 'verified' || hold.publication === 'sent') {
    const differs = hold.receipt?.witness === 'mismatch';
    const words = differs ? 'Posted, but not what was approved' : hold.publication === 'verified' ? 'Posted as approved' : 'Posted';
    const link = hold.receipt?.permalink ? ({ action: 'permalink', label: 'Open post' } as const) : ({ action: null, label: '' } as const);
    return { glyph: differs ? 'cross' : 'countersigned', tone: differs ? 'block' : 'ok', words, detail: hold.receipt ? momentWords(hold.receipt.at, now) : '', ...link };
  }
  if (hold.publication === 'unknown') return { glyph: 'unknown', tone: 'hold', words: 'Outcome unknown', detail: '', action: 'resolve', label: 'Did it go out?' };
  if (hold.publication === 'releasing') return { glyph: 'countersigned', tone: 'ok', words: 'Going out now', detail: '', action: null, label: '' };
  switch (hold.workflow) {
    case 'approved':
      return { glyph: 'countersigned', tone: 'ok', words: 'Cleared to post', detail: hold.publication === 'failed' ? 'The last try did not go out' : '', action: 'open', label: 'Open and post' };
    case 'changes_requested':
      return { glyph: 'undo', tone: 'hold', words: 'Changes asked', detail: by(hold, nameOf), action: 'see-changes', label: 'See changes' };
    case 'rejected':
      return { glyph: 'cross', tone: 'block', words: 'Rejected', detail: by(hold, nameOf), action: 'see-reason', label: 'See reason' };
    case 'expired':
      return { glyph: 'clock', tone: 'hold', words: 'Expired', detail: `at ${clockTime(hold.expiresAt)}`, action: 'ask-again', label: 'Ask again' };
    case 'recalled':
      return { glyph: 'undo', tone: 'plain', words: 'Taken back', detail: '', ...restore };
    case 'superseded':
      return { glyph: 'undo', tone: 'plain', words: 'Replaced', detail: 'by a newer one', action: null, label: '' };
    case 'pending': {
      const words = hold.publication === 'failed' ? 'Did not go out' : hold.requirement.quorum > 1 ? `${hold.summary.approvals} of ${hold.requirement.quorum}` : 'Held';
      const base = { glyph: 'held', tone: 'hold', words, detail: hold.deadlock ? 'Nobody can approve this yet' : waiting(hold, now, nameOf) } as const;
      return isShown(hold) ? { ...base, action: 'take-back', label: 'Take back' } : { ...base, ...restore };
    }
  }
}

/** RT5: a claim older than five minutes no longer says that somebody is reading. */
const READING_MS = 5 * 60_000;

function waiting(hold: StoredHold, now: number, nameOf: (id: string) => string): string {
  if (hold.claim && now - hold.claim.at < READING_MS) return `${nameOf(hold.claim.memberId)} is reading it`;
  const names = hold.requirement.approvers.filter((id) => id !== hold.authorId).map(nameOf);
  return names.length > 3 ? `Waiting for ${hold.requirement.quorum} of ${names.length} people` : `Waiting for ${listNames(names, 'or')}`;
}

function by(hold: StoredHold, nameOf: (id: string) => string): string {
  return hold.summary.stoppedBy ? `by ${nameOf(hold.summary.stoppedBy.memberId)}` : '';
}
