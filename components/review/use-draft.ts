/** What an approver typed and ticked on one hold: survives the popup closing (AP2), forgotten once decided. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { loadDraftReason, saveDraftReason } from '../../storage/session-store';
import { carryDraft, emptyDraft } from './draft';
import type { ReviewDraft } from './draft';

const SAVE_MS = 200;

export interface DraftHandle {
  draft: ReviewDraft;
  /** False until a stored draft was looked for; nothing is written before. */
  ready: boolean;
  change(part: Partial<ReviewDraft>): void;
  /** Forgets what was stored. The answer brings it back, for a decision that is undone. */
  forget(): () => void;
}

/** For one version: give the component a new key for another. Kept per hold and person: two people share this browser, and neither may see the other's half-written words. */
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
    return () => void saveDraftReason(key, draft).catch(() => undefined);
  }, [key, draft]);

  return { draft, ready, change, forget };
}
