import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/**
 * QU9: tells once that the end of the text was in view. Every view begins at the top, so whoever reached the
 * end has had the rest before their eyes.
 */
export function useTextSeen(root: RefObject<HTMLElement | null>, end: RefObject<HTMLElement | null>, active: boolean, onSeen: () => void): void {
  const tell = useRef(onSeen);
  useEffect(() => { tell.current = onSeen; });
  useEffect(() => {
    if (!active || !end.current) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      tell.current();
    }, { root: root.current, rootMargin: '0px 0px 2px 0px' });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [active, root, end]);
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
