import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/**
 * QU9: tells once that the whole text was in view. Both of its edges must have been visible inside the
 * scroller at some time, the lower one last or together with the upper one. `fromTop`: the view was painted with
 * the beginning in it, so somebody who scrolls at once has seen that too.
 */
export function useTextSeen(root: RefObject<HTMLElement | null>, start: RefObject<HTMLElement | null>, end: RefObject<HTMLElement | null>, active: boolean, fromTop: boolean, onSeen: () => void): void {
  const tell = useRef(onSeen);
  useEffect(() => { tell.current = onSeen; });
  useEffect(() => {
    if (!active || !start.current || !end.current) return;
    const first = start.current;
    const last = end.current;
    let top = fromTop;
    const observer = new IntersectionObserver((entries) => {
      for (const entry of entries) if (entry.target === first && entry.isIntersecting) top = true;
      if (top && entries.some((entry) => entry.target === last && entry.isIntersecting)) {
        observer.disconnect();
        tell.current();
      }
    }, { root: root.current, rootMargin: '0px 0px 2px 0px' });
    observer.observe(first);
    observer.observe(last);
    return () => observer.disconnect();
    // Only where the view began counts, so a later change of `fromTop` is none of its business.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [active, root, start, end]);
}

/** Milliseconds this page was visible since it was opened: recorded with the decision, never required. */
export function useDwell(): () => number {
  const sum = useRef(0);
  const since = useRef(0);
  useEffect(() => {
    const turn = () => {
      if (since.current) sum.current += Date.now() - since.current;
      since.current = document.visibilityState === 'visible' ? Date.now() : 0;
    };
    turn();
    document.addEventListener('visibilitychange', turn);
    return () => document.removeEventListener('visibilitychange', turn);
  }, []);
  return () => sum.current + (since.current ? Date.now() - since.current : 0);
}
