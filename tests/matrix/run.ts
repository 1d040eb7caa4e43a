/**
 * Tries every way in one browser and says which layer caught it. Only the server's list decides whether a way
 * got through. Layers are told apart by the ground they can stand on, not by hooks:
 * - intent: on the full ground a draft was stored and the site's own code never ran;
 * - page world: with the network's rules taken away, the call still reaches nobody;
 * - network lock: from a page without any script of ours, the call still reaches nobody;
 * - witness: that blocked call is an incident in the extension's store.
 */
import { createHash } from 'node:crypto';
import type { GuardedBrowser, Incident, PlainBrowser, Visit } from './driver';
import type { Ground } from './grounds';
import type { MatrixSite } from './server';
import { textOf } from './way';
import type { Way } from './way';

export type Mark = 'caught' | 'missed' | 'untested';
/** `blind`: the attempt was recorded, its body could not be read. */
export type Witness = 'read' | 'blind' | 'missed' | 'untested';

export interface Row {
  id: string;
  words: string;
  /** Why it was not tested; empty when it was. */
  note: string;
  overall: Mark;
  intent: Mark;
  page: Mark;
  lock: Mark;
  witness: Witness;
}

export interface Report {
  browser: string;
  rows: Row[];
}

interface Try {
  number: string;
  has: boolean;
  /** The site's own code ran. */
  tried: boolean;
}

/** Tabs that are tried at the same time. */
const LANES = 4;
/** A busy browser may take its time to tell a new page what it is. */
const READY_MS = 10_000;
/** A stopped press becomes a stored draft. */
const STORED_MS = 4_000;
const ARRIVES_MS = 2_500;
/** After a call has ended there is nothing to wait for but the server's own list. */
const GRACE_MS = 120;
/** A person's press that reached no code of the site. */
const QUIET_MS = 500;
/** Before the list is read for the last time. */
const LATE_MS = 1_500;

const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

async function until(test: () => Promise<boolean> | boolean, ms: number): Promise<boolean> {
  const end = Date.now() + ms;
  for (;;) {
    if (await test()) return true;
    if (Date.now() > end) return false;
    await pause(20);
  }
}

async function inLanes<T>(work: readonly T[], each: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...work];
  await Promise.all(Array.from({ length: LANES }, async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) await each(one);
  }));
}

let counter = 0;
const freshNumber = (ground: Ground, way: Way): string => `${ground}-${way.id}-${(counter += 1)}`;

/** Starts a way in an open page and waits until its fate is plain. `expected`: it should arrive, so wait for that. */
async function start(visit: Visit, site: MatrixSite, way: Way, number: string, expected: boolean): Promise<boolean> {
  const arrived = (): boolean => site.arrivals(number).length > 0;
  if (way.act) await visit.act(way.act);
  else if (!way.early) await visit.send();
  let tried = false;
  const ended = async (): Promise<boolean> => {
    const stage = await visit.stage();
    // A page that is gone has run its code to the end; what it ran before was seen below.
    tried ||= stage?.tried ?? !(way.act || way.event);
    return arrived() || (!expected && !way.act && !way.event && stage !== null && stage.ended !== null);
  };
  await until(ended, expected ? ARRIVES_MS : way.act || way.event ? QUIET_MS : ARRIVES_MS);
  if (!expected) await pause(GRACE_MS);
  return tried;
}

/** Whether the draft of this run is on disk; the tab stays open until then, as a person's would. */
type Stored = (number: string) => Promise<boolean>;

async function attempt(browser: PlainBrowser, site: MatrixSite, ground: Ground, way: Way, expected: boolean, stored?: Stored): Promise<Try> {
  const number = freshNumber(ground, way);
  const visit = await browser.open(site.url(ground, way.id, number, !expected));
  try {
    await until(async () => (await visit.stage())?.ready ?? false, READY_MS);
    const has = (await visit.stage())?.has ?? false;
    const tried = has ? await start(visit, site, way, number, expected) : false;
    if (stored && (way.act || way.event) && !tried) await until(async () => await stored(number), STORED_MS);
    return { number, has, tried };
  } finally {
    await visit.close();
  }
}

async function all(browser: PlainBrowser, site: MatrixSite, ways: readonly Way[], groundOf: (way: Way) => Ground, expected: boolean, stored?: Stored): Promise<Map<string, Try>> {
  const tries = new Map<string, Try>();
  await inLanes(ways, async (way) => void tries.set(way.id, await attempt(browser, site, groundOf(way), way, expected, stored)));
  return tries;
}

/** Which ground shows the page world alone: an event would be the intent layer's, so those ways are tried where no composer is known. */
const pageGround = (way: Way): Ground => (way.act || way.event ? 'bare' : 'composer');

export interface Control {
  name: string;
  /** Ways that reached the server from the covered origin, and from the other one. */
  near: ReadonlySet<string>;
  far: ReadonlySet<string>;
  has: ReadonlySet<string>;
}

/** The same ways without the extension. What does not arrive here proves nothing about a guard. */
export async function control(browser: PlainBrowser, site: MatrixSite, ways: readonly Way[]): Promise<Control> {
  const near = await all(browser, site, ways, () => 'composer', true);
  const far = await all(browser, site, ways, () => 'foreign', true);
  await pause(LATE_MS);
  const reached = (tries: Map<string, Try>): ReadonlySet<string> => new Set([...tries].filter(([, one]) => site.arrivals(one.number).length > 0).map(([id]) => id));
  return { name: browser.name, near: reached(near), far: reached(far), has: new Set([...near].filter(([, one]) => one.has).map(([id]) => id)) };
}

interface Opened {
  way: Way;
  number: string;
  visit: Visit;
}

/** Ways whose tab is older than the coverage. */
async function openBefore(browser: GuardedBrowser, site: MatrixSite, ways: readonly Way[]): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const way of ways) {
    const number = freshNumber('composer', way);
    const visit = await browser.open(site.url('composer', way.id, number, true));
    await until(async () => (await visit.stage())?.ready ?? false, READY_MS);
    opened.push({ way, number, visit });
  }
  return opened;
}

export async function guarded(browser: GuardedBrowser, site: MatrixSite, ways: readonly Way[], adapter: string, plain: Control): Promise<Report> {
  const testable = ways.filter((way) => plain.near.has(way.id));
  const older = await openBefore(browser, site, testable.filter((way) => way.before));
  await browser.cover(adapter, site.host);
  const fresh = testable.filter((way) => !way.before);

  const stored: Stored = async (number) => (await browser.drafts()).some((text) => text.includes(number));
  const whole = new Map<string, Try>();
  for (const { way, number, visit } of older) {
    // The gate is put into tabs that are already open; it needs the time that a person needs to reach the tab.
    await pause(600);
    whole.set(way.id, { number, has: true, tried: await start(visit, site, way, number, false) });
    await visit.close();
  }
  for (const [id, one] of await all(browser, site, fresh, () => 'composer', false, stored)) whole.set(id, one);
  console.log(`${browser.name}: ${fresh.length} ways tried with every layer`);
  const alone = await all(browser, site, fresh.filter((way) => plain.far.has(way.id)), () => 'foreign', false);
  const seen = await witnessed(browser, site, fresh.filter((way) => plain.far.has(way.id)), alone);
  const dropped = await browser.dropRules();
  const inPage = dropped ? await all(browser, site, fresh, pageGround, false) : new Map<string, Try>();
  await pause(LATE_MS);

  const drafts = await browser.drafts();
  const mark = (one: Try | undefined): Mark => (one === undefined ? 'untested' : site.arrivals(one.number).length > 0 ? 'missed' : 'caught');
  const rows = ways.map((way): Row => {
    const one = whole.get(way.id);
    const note = plain.near.has(way.id) ? '' : plain.has.has(way.id) ? 'does not reach the server without the extension either' : 'this browser has no such thing';
    const stopped = one !== undefined && !one.tried && mark(one) === 'caught' && drafts.some((text) => text.includes(one.number));
    return {
      id: way.id, words: way.words, note, overall: mark(one),
      intent: one === undefined ? 'untested' : stopped ? 'caught' : 'missed',
      page: mark(inPage.get(way.id)), lock: mark(alone.get(way.id)), witness: seen.get(way.id) ?? 'untested',
    };
  });
  return { browser: browser.name, rows };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What the store keeps of a body is its digest, so it is found by what this run would have sent. */
function isOf({ digest }: Incident, number: string): boolean {
  const text = textOf(number);
  return digest !== null && [JSON.stringify({ text }), JSON.stringify([['text', text]])].some((body) => sha256(body) === digest);
}

const told = (incidents: readonly Incident[], read: boolean): number => incidents.filter(({ digest }) => (digest !== null) === read).reduce((sum, { count }) => sum + count, 0);

/** Whether the blocked calls of the foreign ground became incidents. Bodies with parts that change are tried again, one at a time, and counted. */
async function witnessed(browser: GuardedBrowser, site: MatrixSite, ways: readonly Way[], tries: Map<string, Try>): Promise<Map<string, Witness>> {
  await pause(LATE_MS);
  const found = new Map<string, Witness>();
  const first = await browser.incidents();
  for (const way of ways) {
    if (first.some((incident) => isOf(incident, tries.get(way.id)?.number ?? ''))) found.set(way.id, 'read');
    else if (first.length === 0) found.set(way.id, 'missed');
    else found.set(way.id, await witnessedAlone(browser, site, way));
  }
  return found;
}

async function witnessedAlone(browser: GuardedBrowser, site: MatrixSite, way: Way): Promise<Witness> {
  const before = await browser.incidents();
  await attempt(browser, site, 'foreign', way, false);
  let after = before;
  await until(async () => {
    after = await browser.incidents();
    return told(after, true) + told(after, false) > told(before, true) + told(before, false);
  }, QUIET_MS);
  if (told(after, true) > told(before, true)) return 'read';
  return told(after, false) > told(before, false) ? 'blind' : 'missed';
}
