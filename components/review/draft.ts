/** What an approver has typed, ticked and looked at on one version. Pure. */
import type { Reason } from '../../review/model';

export type DetailTab = 'post' | 'changes' | 'history';

export interface ReviewDraft {
  /** Ticks and looks belong to one version; words are kept for the next. */
  revision: number;
  acknowledged: string[];
  seenText: boolean;
  seenMedia: string[];
  sheet: 'ask' | 'reject' | null;
  reasons: Reason[];
  text: string;
  suggestion: string | null;
  approveIfTaken: boolean;
  /** QU7: put the other answers to the same thing aside when this one is approved. */
  putAside: boolean;
  tab: DetailTab;
  scroll: number;
}

export function emptyDraft(revision: number): ReviewDraft {
  return { revision, acknowledged: [], seenText: false, seenMedia: [], sheet: null, reasons: [], text: '', suggestion: null, approveIfTaken: true, putAside: false, tab: 'post', scroll: 0 };
}

/** A draft written about an older version keeps its words and loses ticks, looks and place. */
export function carryDraft(draft: ReviewDraft, revision: number): ReviewDraft {
  if (draft.revision === revision) return draft;
  return { ...emptyDraft(revision), reasons: draft.reasons, text: draft.text };
}

/** What an ask-for-changes lacks before it can be sent, or null (QU3 asks the same of the background). */
export function askProblem(draft: Pick<ReviewDraft, 'reasons' | 'text' | 'suggestion'>, original: string): string | null {
  const said = draft.text.trim() !== '';
  if (draft.reasons.includes('other') && !said) return 'Say what should change';
  if (said || draft.reasons.length > 0 || changedWording(draft.suggestion, original)) return null;
  return 'Choose a reason or write one';
}

/** A suggestion that says the same as the post is none. */
export function changedWording(suggestion: string | null, original: string): string | null {
  return suggestion !== null && suggestion.trim() !== '' && suggestion !== original ? suggestion : null;
}
