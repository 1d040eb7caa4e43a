/** The lock's part of the worker's start: sweeps first, then listens. Called before anything else. */
import { browser } from '../../../runtime/browser';
import { aside } from '../after';
import { bootSweep } from './sweep';
import { isJudged } from '../protection/blocking';
import { closeForTab, onWindowAlarm, publishRequestSeen } from './window';
import type { SeenRequest } from './window';
import { leftOver } from './windows';
import type { AllowWindow } from './windows';

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
  // The witness tells of all others (lock-port): one listener costs a site's requests less than two.
  browser.webRequest.onBeforeRequest.addListener(seen, { urls: ['ws://*/*', 'wss://*/*'], types: ['websocket'] });
  return left;
}
