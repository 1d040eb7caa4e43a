/**
 * What is known about open allow windows. Memory answers every request of a covered site; `storage.session` keeps a
 * copy that outlives a dead worker, so that the next one knows what it swept away. Neither is needed to close.
 */
import { readValue, writeValue } from '../../../storage/area';
import type { GrantId } from '../../../review/model';

/** A publish call of the window, ready to be compared with a request. */
export interface WindowCall {
  id: string;
  method: string;
  /** Source of a regular expression over the whole address; capitals do not matter. */
  url: string;
  /** The network has a rule for it. Otherwise the content of the call decides what it is. */
  locked: boolean;
  /** May come from the site's own worker, which has no tab. */
  worker: boolean;
}

export interface AllowWindow {
  id: number;
  tabId: number;
  platform: string;
  host: string | null;
  calls: WindowCall[];
  /** Publish requests that may pass: one, or one per part of a thread. */
  count: number;
  /** Browser's ids of the requests that passed. */
  seen: string[];
  /** The grant it was opened for, or an account that is left out by name. */
  why: GrantId | 'free';
  /** Unix ms. */
  openedAt: number;
  deadline: number;
  /** The browser has taken the rules. A request that came earlier was blocked, so it is none of the approved ones. */
  open: boolean;
  ruleIds: number[];
}

const KEY = 'allowWindows';
const open = new Map<number, AllowWindow>();
const compiled = new Map<string, RegExp>();
let writing: Promise<unknown> = Promise.resolve();

function regex(source: string): RegExp {
  const known = compiled.get(source) ?? new RegExp(source, 'i');
  compiled.set(source, known);
  return known;
}

/** Resolves when the copy is written; copies are written one after the other. */
function write(): Promise<void> {
  const all = [...open.values()];
  const next = writing.then(() => writeValue('session', KEY, all));
  writing = next.catch((error: unknown) => console.warn('Countersign: the open windows were not noted.', error));
  return next;
}

export function note(window: AllowWindow): Promise<void> {
  open.set(window.id, window);
  return write();
}

/** Whether it was still known. */
export function forget(id: number): boolean {
  const known = open.delete(id);
  if (known) void write().catch(() => null);
  return known;
}

async function takeLeftOver(): Promise<AllowWindow[]> {
  const left = (await readValue<AllowWindow[]>('session', KEY)) ?? [];
  if (left.length > 0) await writeValue('session', KEY, []);
  return left;
}

/** What a worker that died had open; forgets it. Asked for at once, so that no fresh note is taken for an old one. */
export function leftOver(): Promise<AllowWindow[]> {
  const left = takeLeftOver();
  writing = left.catch(() => null);
  return left;
}

export const openWindows = (): AllowWindow[] => [...open.values()];

const callOf = (window: AllowWindow, url: string, method: string): WindowCall | undefined =>
  window.calls.find((call) => call.method === method.toUpperCase() && regex(call.url).test(url));

export interface Found {
  window: AllowWindow;
  call: WindowCall;
}

/** The open window a request falls into, oldest first, or null. `tabId` −1 is a worker. */
export function windowFor(tabId: number, url: string, method: string): Found | null {
  for (const window of open.values()) {
    const call = callOf(window, url, method);
    if (call && (window.tabId === tabId || (tabId < 0 && call.worker))) return { window, call };
  }
  return null;
}
