/** What an approver typed and ticked on one hold: survives the popup closing (AP2), forgotten once decided. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Reason } from '../../review/model';
import { loadDraftReason, saveDraftReason } from '../../storage/session-store';

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
  tab: DetailTab;
  scroll: number;
}

export function emptyDraft(revision: number): ReviewDraft {
  return { revision, acknowledged: [], seenText: false, seenMedia: [], sheet: null, reasons: [], text: '', suggestion: null, approveIfTaken: true, tab: 'post', scroll: 0 };
}

/** A draft written about an older version keeps its words and loses ticks, looks and place. */
export function carryDraft(draft: ReviewDraft, revision: number): ReviewDraft {
  if (draft.revision === revision) return draft;
  return { ...emptyDraft(revision), reasons: draft.reasons, text: draft.text };
}

const SAVE_MS = 200;

export interface DraftHandle {
  draft: ReviewDraft;
  /** False until a stored draft was looked for; nothing is written before. */
  ready: boolean;
  change(part: Partial<ReviewDraft>): void;
  forget(): void;
}

/** Kept per hold and person: two people share this browser, and neither may see the other's half-written words. */
export function useDraft(holdId: string, memberId: string, revision: number): DraftHandle {
  const key = `${holdId}:${memberId}`;
  const [draft, setDraft] = useState(() => emptyDraft(revision));
  const [ready, setReady] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<ReviewDraft | null>(null);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (!pending.current) return;
    void saveDraftReason(key, pending.current).catch(() => undefined);
    pending.current = null;
  }, [key]);

  useEffect(() => {
    let fresh = true;
    const found = (stored: ReviewDraft | null) => {
      if (!fresh) return;
      if (stored) setDraft((now) => ({ ...carryDraft(stored, now.revision), seenText: now.seenText || (stored.revision === now.revision && stored.seenText) }));
      setReady(true);
    };
    loadDraftReason<ReviewDraft>(key).then(found, () => found(null));
    addEventListener('pagehide', flush);
    return () => {
      fresh = false;
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [key, flush]);

  useEffect(() => setDraft((now) => carryDraft(now, revision)), [revision]);

  const change = useCallback((part: Partial<ReviewDraft>) => {
    setDraft((now) => {
      const next = { ...now, ...part };
      pending.current = next;
      return next;
    });
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, SAVE_MS);
  }, [flush]);

  const forget = useCallback(() => {
    clearTimeout(timer.current);
    pending.current = null;
    void saveDraftReason(key, null).catch(() => undefined);
  }, [key]);

  return { draft, ready, change, forget };
}
