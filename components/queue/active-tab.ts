import { useEffect, useState } from 'react';
import { ADAPTERS } from '../../platforms';
import { browser } from '../../runtime/browser';
import type { ActiveTab } from './coverage';

/**
 * The page behind the popup. Its address is known through activeTab (the person opened the popup on it) or
 * through a site permission; without either there is nothing to say and the answer is null.
 */
export function useActiveTab(): ActiveTab | null {
  const [tab, setTab] = useState<ActiveTab | null>(null);
  useEffect(() => {
    let current = true;
    void readActiveTab().then((found) => { if (current) setTab(found); }, () => undefined);
    return () => { current = false; };
  }, []);
  return tab;
}

async function readActiveTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined || !tab.url) return null;
  const url = new URL(tab.url);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return { tabId: tab.id, url: tab.url, host: url.host, platform: platformOf(url) };
}

/** Built-in adapter whose match patterns cover this address. */
export function platformOf(url: URL): string | null {
  return ADAPTERS.find((adapter) => adapter.hosts.some((pattern) => hostMatches(pattern, url)))?.id ?? null;
}

function hostMatches(pattern: string, url: URL): boolean {
  const [, scheme, host = ''] = /^(\*|https?):\/\/([^/]+)\//.exec(pattern) ?? [];
  if (!scheme || (scheme !== '*' && `${scheme}:` !== url.protocol)) return false;
  if (host.startsWith('*.')) return url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1));
  return host === url.hostname || host === url.host;
}
