/** The events after which coverage may be different. Listeners only; a tab on no covered site costs one look at its address. */
import { browser } from '../../../runtime/browser';
import type { Tabs } from '../../../runtime/browser';
import { aside } from '../after';
import { readyDesk } from '../ready';
import { lookAt, onAccess } from './refresh';
import { dropTab, knownTabs } from './tabs';

const look = async (tabId: number): Promise<void> => lookAt(await readyDesk(), tabId);

/** The browser shows an address only where we may run, so most tabs end here. */
async function loaded(tabId: number, url: string | undefined): Promise<void> {
  if (url !== undefined) return look(tabId);
  // A page whose address we may not see: what was known about the one before it is over.
  if ((await knownTabs()).some((tab) => tab.tabId === tabId)) await dropTab(tabId);
}

export function startWatching(): void {
  browser.tabs.onUpdated.addListener((tabId: number, { status }: Tabs.OnUpdatedChangeInfoType, tab: Tabs.Tab) => {
    if (status === 'complete') aside(loaded(tabId, tab.url));
  });
  browser.tabs.onActivated.addListener(({ tabId }) => aside(look(tabId)));
  browser.tabs.onRemoved.addListener((tabId) => aside(dropTab(tabId)));
  browser.permissions.onAdded.addListener(({ origins = [] }) => aside(readyDesk().then((desk) => onAccess(desk, origins))));
  browser.permissions.onRemoved.addListener(() => aside(readyDesk().then((desk) => onAccess(desk))));
}
