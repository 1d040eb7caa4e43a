import { useSyncExternalStore } from 'react';

/** One clock per page, so that all relative times on it change together. */
function clock(everyMs: number) {
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const listeners = new Set<() => void>();
  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      if (listeners.size === 1) {
        now = Date.now();
        timer = setInterval(() => {
          now = Date.now();
          for (const tell of listeners) tell();
        }, everyMs);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearInterval(timer);
      };
    },
    read: () => now,
  };
}

const slow = clock(15_000);
const fast = clock(500);

/** Unix ms, renewed every 15 s; every half second for countdowns (`precise`). */
export function useNow(precise = false): number {
  const source = precise ? fast : slow;
  return useSyncExternalStore(source.subscribe, source.read);
}
