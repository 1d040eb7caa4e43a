/**
 * The very first thing a worker does, before the modules beside it are even evaluated: whatever a dead worker left
 * open is shut. Until that is done a page can post through it, so every millisecond counts (guard.md §3.4).
 */
import { bootSweep } from './sweep';

// The build looks at entrypoints without a browser; there is nothing to sweep there.
if ((globalThis as { chrome?: { declarativeNetRequest?: unknown } }).chrome?.declarativeNetRequest) {
  bootSweep().catch((error: unknown) => console.error('Countersign: left-over allow rules were not removed yet.', error));
}
