import { liveQuery } from 'dexie';

/**
 * Runs `query` now and again whenever the rows it read change, in any context of the extension.
 * A failing query reaches `failed` and watching goes on no further. Returns the way to stop.
 */
export function watch<T>(query: () => Promise<T>, next: (value: T) => void, failed: (error: unknown) => void): () => void {
  const subscription = liveQuery(query).subscribe({ next, error: failed });
  return () => subscription.unsubscribe();
}
