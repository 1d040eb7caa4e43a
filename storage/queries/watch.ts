import { liveQuery } from 'dexie';
import { database } from '../db';

/**
 * Runs `query` now and again whenever the rows it read change, in any context of the extension.
 * A failing query reaches `failed` and watching goes on no further. Returns the way to stop.
 * Inside `query` use `await`, never `.then` on a plain promise: Dexie follows the first and loses the second,
 * and the watched list would go deaf (seen with Dexie 4.4.7).
 */
export function watch<T>(query: () => Promise<T>, next: (value: T) => void, failed: (error: unknown) => void): () => void {
  const ending = new AbortController();
  // Opened first: a query that opens the database itself is lost on the way, read once and never again.
  database().then(() => {
    if (ending.signal.aborted) return;
    // Dexie follows native awaits only inside an async function; a plain arrow would go deaf as well.
    const subscription = liveQuery(async () => query()).subscribe({ next, error: failed });
    ending.signal.addEventListener('abort', () => subscription.unsubscribe());
  }, (error: unknown) => {
    if (!ending.signal.aborted) failed(error);
  });
  return () => ending.abort();
}
