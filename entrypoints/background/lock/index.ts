/** The lock's part of the worker's start: sweeps first, then listens. Called before anything else. */
import { browser } from '../../../runtime/browser';
import { aside } from '../after';
import { bootSweep } from './sweep';
import { isJudged } from '../protection/blocking';
import { closeForTab, onWindowAlarm, publishRequestSeen } from './window';
import type { SeenRequest } from './window';
import { leftOver } from './windows';
import type { AllowWindow } from './windows';

/** Where a page can publish from. Pictures and styles are left out, so that they wake nobody. */
const TYPES = ['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'other', 'websocket', ...(import.meta.env.FIREFOX ? ['beacon'] : [])];

/** @returns the windows a worker that died had open: each may have let a request through that nobody saw. */
export function startLock(): Promise<AllowWindow[]> {
  aside(bootSweep());
  const left = leftOver();
  aside(left.then((windows) => windows.length > 0 && console.warn('Countersign: a worker died with the network lock open.', windows)));
  browser.alarms.onAlarm.addListener(({ name }) => aside(onWindowAlarm(name)));
  browser.tabs.onRemoved.addListener((tabId) => aside(closeForTab(tabId)));
  // In Enforced the listener that compares counts what it lets through; what it stops uses up no window.
  const seen = (details: SeenRequest): void => {
    if (!isJudged(details.requestId)) publishRequestSeen(details);
  };
  browser.webRequest.onBeforeRequest.addListener(seen, { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'], types: TYPES as never });
  return left;
}
