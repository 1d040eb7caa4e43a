/** The popup closes whenever it loses focus; for five minutes (RT5) it comes back to the same post. */
import { useEffect, useState } from 'react';
import type { HoldId, MemberId } from '../../review/model';
import { loadDraftReason, saveDraftReason } from '../../storage/session-store';
import { resetNav, useNav } from './nav';
import { isPopup } from './open-page';

/** Stored beside what was typed, under a name no hold can have. */
const PLACE = '@place';
const KEEP_MS = 5 * 60_000;

interface Place { memberId: MemberId; open: HoldId | null; at: number }

export function useRememberedPlace(memberId: MemberId | null): void {
  const open = useNav((state) => state.open);
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    if (!memberId || !isPopup()) return;
    const settle = () => setRestored(true);
    void loadDraftReason<Place>(PLACE).then((place) => {
      if (place?.open && place.memberId === memberId && Date.now() - place.at < KEEP_MS && !useNav.getState().open) resetNav(place.open);
    }).then(settle, settle);
  }, [memberId]);
  useEffect(() => {
    if (!memberId || !restored) return;
    const place: Place = { memberId, open, at: Date.now() };
    void saveDraftReason(PLACE, place).catch(() => undefined);
  }, [memberId, open, restored]);
}
