/**
 * The start-up check: asks for an address that cannot exist and looks at who stopped it. Our listener, and then blocking
 * works; or the name server, and then the browser took the listener and never called it (guard.md §3.5).
 */
import { browser } from '../../../runtime/browser';
import { judgeProbe, PROBE_ORIGIN, PROBE_PATTERN } from '../../../review/protection';
import type { Probe } from '../../../review/protection';

/** A blocked request ends within milliseconds, an unknown name after its look-up. ms */
const PATIENCE_MS = 8_000;

const heard = new Set<string>();

/** Called by the blocking listener for every probe it sees. */
export function hearProbe(url: string): void {
  heard.add(url);
}

/** How the browser says this request ended; null when it says nothing in time. */
function ended(url: string, signal: AbortSignal): Promise<string | null> {
  return new Promise((resolve) => {
    const filter = { urls: [PROBE_PATTERN] };
    const failed = (details: { url: string; error?: string }): void => {
      if (details.url === url) resolve(details.error ?? 'answered');
    };
    browser.webRequest.onErrorOccurred.addListener(failed as never, filter);
    browser.webRequest.onCompleted.addListener(failed as never, filter);
    signal.addEventListener('abort', () => {
      browser.webRequest.onErrorOccurred.removeListener(failed as never);
      browser.webRequest.onCompleted.removeListener(failed as never);
      resolve(null);
    });
  });
}

/** One probe with an address of its own. Never rejects. */
export async function probe(): Promise<Probe> {
  if (!(await browser.permissions.contains({ origins: [PROBE_PATTERN] }))) return 'no-permission';
  const url = `${PROBE_ORIGIN}/${crypto.randomUUID()}`;
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), PATIENCE_MS);
  const end = ended(url, over.signal);
  // Either way it fails; only the words of webRequest tell how.
  void fetch(url, { cache: 'no-store', credentials: 'omit' }).catch(() => null);
  const error = await end;
  clearTimeout(timer);
  over.abort();
  const ours = heard.delete(url);
  return judgeProbe(ours, error);
}
