/** The lock's part of the worker's start: sweeps first, then listens. Called before anything else. */
import { browser } from '../../../runtime/browser';
import { aside } from '../after';
import { bootSweep, closeForTab, onWindowAlarm, publishRequestSeen } from './window';
import { leftOver } from './windows';

/** Where a page can publish from. Pictures and styles are left out, so that they wake nobody. */
const TYPES = ['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'other', ...(import.meta.env.FIREFOX ? ['beacon'] : [])];

export function startLock(): void {
  aside(bootSweep());
  aside(leftOver());
  browser.alarms.onAlarm.addListener(({ name }) => aside(onWindowAlarm(name)));
  browser.tabs.onRemoved.addListener((tabId) => aside(closeForTab(tabId)));
  browser.webRequest.onBeforeRequest.addListener((details) => void publishRequestSeen(details), { urls: ['http://*/*', 'https://*/*'], types: TYPES as never });
}
