/**
 * The allow window: one tab, the publish calls of one surface, for as many requests as were approved. Opened after the
 * grant was consumed and committed, with an alarm set first; closed by the last of those requests, by the outcome, by
 * the tab's end, by a deadline and by an alarm. Source: guard.md §3.4, §3.7; HOUSE, release steps 3, 4 and 6.
 */
import { browser } from '../../../runtime/browser';
import { netRule, windowRules } from '../../../platforms/lock-rules';
import type { NetRule } from '../../../platforms/lock-rules';
import { withFragment } from '../../../platforms/lock-pattern';
import type { Adapter } from '../../../platforms/schema';
import type { Answer } from '../../../review/contract';
import { refuse } from '../../../storage/commit';
import { aside } from '../after';
import { ENGINE, net } from './api';
import { bootSweep, sweepNow } from './sweep';
import { notePassage } from './passages';
import { forget, note, openWindows, windowFor } from './windows';
import type { AllowWindow, Found, WindowCall } from './windows';

/** How long a window stays open when no request comes. */
export const WINDOW_MS = 10_000;
/** Browsers round shorter alarms up to this; a worker that died is woken by it. */
const ALARM_MS = 30_000;
const ALARM = 'countersign.window.';

export interface Opening {
  tabId: number;
  /** The covered site: its adapter, and the host it was covered on. */
  site: { platform: string; host: string | null; adapter: Adapter };
  /** Ids of the publish calls. */
  specs: readonly string[];
  calls: number;
  why: AllowWindow['why'];
}

let lastId = 0;
let lastRule = 0;

function callsOf({ site, specs }: Opening, locked: ReadonlySet<string>): WindowCall[] {
  return site.adapter.publish.filter(({ id }) => specs.includes(id)).map(({ id, method, url, worker }) => ({ id, method, url: withFragment(url), locked: locked.has(id), worker: worker === true }));
}

export interface Prepared {
  window: AllowWindow;
  addRules: NetRule[];
  /** The alarm is set and the window noted; rejects when the browser refused. */
  ready: Promise<unknown>;
}

/** Everything that lets nothing through yet: the alarm first, and a note for the next worker. May run while the grant is being consumed. */
export function prepareWindow(opening: Opening): Prepared {
  const { tabId, site, specs, calls, why } = opening;
  const now = Date.now();
  lastId += 1;
  const id = lastId;
  const rules = windowRules(site.adapter, site.host, specs, ENGINE);
  const withWorkers = new Set(site.adapter.publish.filter(({ worker }) => worker).map((spec) => spec.id));
  const addRules = rules.map((rule) => netRule(rule, (lastRule += 1), withWorkers.has(rule.spec) ? [tabId, -1] : [tabId]));
  const window: AllowWindow = {
    id, tabId, platform: site.platform, host: site.host, calls: callsOf(opening, new Set(rules.map(({ spec }) => spec))),
    count: Math.max(1, calls), seen: [], why, openedAt: now, deadline: now + WINDOW_MS, open: false, ruleIds: addRules.map((rule) => rule.id),
  };
  const ready = Promise.all([bootSweep(), browser.alarms.create(ALARM + id, { when: now + ALARM_MS }), note(window)]);
  // Whoever opens it hears of a failure; one that is never opened needs nobody to.
  ready.catch(() => {});
  return { window, addRules, ready };
}

/** Opens what was prepared, or refuses with `lock-failed`; then nothing was opened. Never rejects. */
export async function openPrepared({ window, addRules, ready }: Prepared): Promise<Answer<AllowWindow>> {
  try {
    await ready;
    if (addRules.length > 0) await net().updateSessionRules({ removeRuleIds: [], addRules });
    window.open = true;
  } catch (error) {
    await closeWindow(window.id);
    console.error('Countersign: the network lock did not open.', error);
    return refuse('lock-failed', 'The browser did not open the network lock, so nothing was sent.');
  }
  window.deadline = Date.now() + WINDOW_MS;
  setTimeout(() => aside(closeWindow(window.id)), WINDOW_MS);
  return { ok: true, value: window };
}

export const openWindow = (opening: Opening): Promise<Answer<AllowWindow>> => openPrepared(prepareWindow(opening));

/** Closes one window; one that is closed already is no error. Rejects only when the browser keeps its rules. */
export async function closeWindow(id: number): Promise<void> {
  const window = openWindows().find((each) => each.id === id);
  if (!window) return;
  forget(id);
  aside(Promise.resolve(browser.alarms.clear(ALARM + id)));
  if (window.ruleIds.length === 0) return;
  try {
    await net().updateSessionRules({ removeRuleIds: window.ruleIds, addRules: [] });
  } catch {
    // One by one failed; everything goes, other windows too. A closed window sends nothing.
    for (const other of openWindows()) forget(other.id);
    await sweepNow();
  }
}

async function closeWhere(fits: (window: AllowWindow) => boolean): Promise<void> {
  await Promise.all(openWindows().filter(fits).map(({ id }) => closeWindow(id)));
}

/** The outcome of this grant is known, whatever it is. */
export const closeForGrant = (grantId: string): Promise<void> => closeWhere(({ why }) => why === grantId);
export const closeForTab = (tabId: number): Promise<void> => closeWhere((window) => window.tabId === tabId);

/** The alarm of a window rang. A worker that was woken by it has swept already. */
export async function onWindowAlarm(name: string): Promise<void> {
  if (!name.startsWith(ALARM)) return;
  await bootSweep();
  await closeWindow(Number(name.slice(ALARM.length)));
}

export interface SeenRequest {
  requestId: string;
  tabId: number;
  method: string;
  url: string;
}

/**
 * Tells the lock that a publish request has started. Once as many as were approved have, the window closes; a redirect
 * of the same request counts once.
 * @param spec the publish call it is, when its content said so. Without it only calls that their address tells are counted.
 * @returns the window it went through, or null.
 */
export function publishRequestSeen(details: SeenRequest, spec?: string): Found | null {
  const found = windowFor(details.tabId, details.url, details.method);
  if (!found || (spec === undefined ? !found.call.locked : found.call.id !== spec && !found.window.calls.some(({ id }) => id === spec))) return null;
  const { window } = found;
  if (!window.open) return null;
  if (!window.seen.includes(details.requestId)) window.seen.push(details.requestId);
  notePassage(details.requestId, found);
  if (window.seen.length >= window.count) aside(closeWindow(window.id));
  return found;
}
