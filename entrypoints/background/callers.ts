/** Who is asking. Decided from what the browser says about the sender, never from the message itself. */
import { browser } from '../../runtime/browser';
import type { Runtime } from '../../runtime/browser';

export interface PageCaller {
  from: 'page';
  /** null for the popup and the side panel. */
  tabId: number | null;
}

export interface GateCaller {
  from: 'gate';
  tabId: number;
  frameId: number;
  /** null where the browser names no documents. */
  documentId: string | null;
  /** Origin of the frame; for about:blank the origin it inherited. */
  origin: string;
  /** The tab's own host, for coverage rows. */
  host: string;
}

export type Caller = PageCaller | GateCaller;

type Sender = Runtime.MessageSender & { origin?: string };

function httpOrigin(...candidates: (string | undefined)[]): string | null {
  for (const candidate of candidates) {
    try {
      const { protocol, origin } = new URL(candidate ?? '');
      if (protocol === 'https:' || protocol === 'http:') return origin;
    } catch {
      // Not a URL ("null" for an opaque origin); the next candidate may be one.
    }
  }
  return null;
}

/** null: a stranger, or one of our own scripts in a place where it has no business. */
export function identify(sender: Sender): Caller | null {
  if (sender.id !== browser.runtime.id) return null;
  const home = browser.runtime.getURL('');
  const tabId = sender.tab?.id;
  if (sender.url?.startsWith(home)) {
    // Our page, but shown inside somebody else's tab: refused, it may be dressed up.
    const framed = sender.tab?.url !== undefined && !sender.tab.url.startsWith(home);
    return framed || (sender.frameId ?? 0) !== 0 ? null : { from: 'page', tabId: tabId ?? null };
  }
  if (tabId === undefined || tabId < 0) return null;
  const origin = httpOrigin(sender.origin, sender.url, sender.tab?.url);
  return origin === null ? null : { from: 'gate', tabId, frameId: sender.frameId ?? 0, documentId: sender.documentId ?? null, origin, host: new URL(origin).host };
}
