/**
 * Registers every listener before the first await, as an event page must, then opens the store once so that
 * what a dead worker left behind is swept at once.
 */
import { browser } from '../../runtime/browser';
import type { Runtime } from '../../runtime/browser';
import { closeToContentScripts } from '../../storage/session-store';
import { onManaged } from '../../storage/queries/managed';
import { sweep } from '../../storage/operations/sweep';
import { readWorkspace } from '../../storage/read-rows';
import { settleClock } from '../../storage/operations/clock';
import { abandonReleases } from '../../storage/operations/abandon';
import { unbindTab } from '../../storage/operations/unbind';
import { afterChange, aside } from './after';
import { armLockAlarm, LOCK_ALARM, TIME_ALARM } from './alarms';
import { coveredPatterns } from './coverage';
import { startLock } from './lock';
import { syncLock } from './lock/sync';
import { passageOf } from './lock/passages';
import { publishRequestSeen } from './lock/window';
import { IDLE_SECONDS, keepIdleTime } from './idle';
import { openQueue, WAITING_NOTE } from './notify';
import { lockNow } from './people';
import { pushRules } from './push';
import { readyDesk } from './ready';
import { startProtection } from './protection';
import { isJudged } from './protection/blocking';
import { injectIntoOpenTabs, syncRegistrations } from './registration';
import { serve } from './serve';
import { forgetTab } from './typed';
import { noteUpdate } from './update';
import { startWatching } from './watch';
import { witnessStarted } from './watch/layers';
import { renewCoverage } from './watch/refresh';
import { startHub } from './witness/hub';
import { useLock } from './witness/lock-port';
import { INCIDENT_NOTE } from './witness/tell';

async function onTime(): Promise<void> {
  const desk = await readyDesk();
  await settleClock(desk);
  afterChange(desk, await sweep(desk));
}

async function onLocked(): Promise<void> {
  await lockNow();
  const desk = await readyDesk();
  afterChange(desk, []);
  await pushRules(desk);
}

async function onTabClosed(tabId: number): Promise<void> {
  await forgetTab(tabId);
  const desk = await readyDesk();
  const changed = await abandonReleases(desk, tabId);
  await unbindTab(desk, tabId);
  if (changed.length > 0) afterChange(desk, changed);
}

/** Nobody who has a workspace here is asked to make one, however the browser calls this start. A store that does not open is said on that page. */
async function welcomeNewcomer(): Promise<void> {
  const known = await readyDesk().then(({ db }) => readWorkspace(db), () => null);
  if (!known) await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
}

/** After install, update or browser start: registrations may be gone, and open tabs may run an old gate or none. */
async function renewGates(): Promise<void> {
  const desk = await readyDesk();
  await Promise.all([syncRegistrations(desk), syncLock(desk)]);
  await injectIntoOpenTabs(await coveredPatterns(desk));
  await renewCoverage(desk);
}

export function startBackground(): void {
  // Before the lock, so that what is stopped here is not counted there.
  startProtection();
  void startLock();
  // A request that Enforced judged, or whose address said enough, has been counted already.
  useLock((details, spec) => passageOf(details.requestId) ?? (isJudged(details.requestId) ? null : publishRequestSeen(details, spec)));
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => serve(message, sender));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') aside(welcomeNewcomer());
    aside(renewGates());
  });
  browser.runtime.onStartup.addListener(() => aside(renewGates()));
  browser.runtime.onUpdateAvailable.addListener(() => aside(noteUpdate()));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === TIME_ALARM) aside(onTime());
    if (name === LOCK_ALARM) aside(armLockAlarm().then(onLockAlarm));
  });
  browser.idle.setDetectionInterval(IDLE_SECONDS);
  // A policy may arrive after the worker started, and change while it runs.
  onManaged(() => aside(keepIdleTime()));
  browser.idle.onStateChanged.addListener((state) => {
    if (state !== 'active') aside(onLocked());
  });
  startWatching();
  browser.tabs.onRemoved.addListener((tabId) => aside(onTabClosed(tabId)));
  browser.notifications.onClicked.addListener((id) => {
    if (id === WAITING_NOTE || id.startsWith(INCIDENT_NOTE)) aside(Promise.all([openQueue(), browser.notifications.clear(id)]));
  });
  startHub();
  witnessStarted();

  aside(closeToContentScripts());
  aside(readyDesk());
  aside(armLockAlarm());
  aside(keepIdleTime());
}

/** The alarm rang: `peek` has cleared a session whose deadline passed, so badge and gates must learn of it. */
async function onLockAlarm(): Promise<void> {
  const desk = await readyDesk();
  afterChange(desk, []);
  await pushRules(desk);
}
