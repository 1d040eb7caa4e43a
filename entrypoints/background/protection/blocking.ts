/**
 * The blocking listener of Enforced: compares before sending. Chrome and Edge wait for no promise, so there the answer
 * is made at once from memory; Firefox holds the request while the store is read and the body unpacked.
 * The network lock below it needs no running code and stays on in both (guard.md §3.1, columns A, G, H).
 */
import { judgeWire, strictest } from '../../../gate/witness/judge-wire';
import type { OpenRelease, WireVerdict } from '../../../gate/witness/judge-wire';
import { readWire } from '../../../gate/witness/wire';
import { readWireNow } from '../../../gate/witness/wire-now';
import type { RequestBody, Wire } from '../../../gate/witness/wire';
import { browser } from '../../../runtime/browser';
import type { WebRequest } from '../../../runtime/browser';
import { PROBE_ORIGIN } from '../../../review/protection';
import { publishRequestSeen } from '../lock/window';
import { callsAreKnown, callsAt } from './calls';
import type { KnownCall } from './calls';
import { hearProbe } from './probe';
import { releaseFor } from './releases';

/** Where a page can publish from. Pictures and styles are left to the network lock, so that they wait for nobody. */
const TYPES = ['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'other', ...(import.meta.env.FIREFOX ? ['beacon'] : [])];
/** A request waits this long for the store in Firefox, then it does not leave. ms */
const PATIENCE_MS = 4_000;

type Details = Pick<WebRequest.OnBeforeRequestDetailsType, 'url' | 'method' | 'tabId' | 'requestId' | 'requestBody'>;
type Response = { cancel?: boolean };

const LET: Response = {};
const STOP: Response = { cancel: true };

/** Whether this build may ask for it at all. Whether it works, only the probe knows. */
export function mayBlock(): boolean {
  return (browser.runtime.getManifest().permissions ?? []).includes('webRequestBlocking');
}

/** Requests judged here; the lock counts those that were let through, and no other. */
const judged = new Set<string>();
const MAX_JUDGED = 200;

/** Whether this request is judged here. The lock asks, because what is stopped must not use up its window. */
export const isJudged = (requestId: string): boolean => judged.has(requestId);

function take(requestId: string): void {
  judged.add(requestId);
  const [oldest] = judged;
  if (judged.size > MAX_JUDGED && oldest !== undefined) judged.delete(oldest);
}

/** Judges and counts in one step: nothing waits in between, so two requests never share one permission. */
function settle(details: Details, wire: Wire, asked: readonly { call: KnownCall; release: OpenRelease | null }[]): Response {
  const verdicts = asked.map(({ call, release }) => ({ call, release, verdict: judgeWire(call.spec, details.url, wire, release) }));
  const verdict: WireVerdict = strictest(verdicts.map((one) => one.verdict));
  if (!verdict.let) {
    console.warn(`Countersign stopped a request (${verdict.why}).`);
    return STOP;
  }
  const through = verdicts.find((one) => one.verdict === verdict);
  if (through?.release && (verdict.why === 'free' || 'parts' in verdict)) {
    through.release.calls += 1;
    through.release.parts += 'parts' in verdict ? verdict.parts : 0;
    publishRequestSeen(details, through.call.spec.id);
  }
  return LET;
}

/** What was open when the request began counts, not what opens while it waits. */
function ask(details: Details, now: number): { call: KnownCall; release: OpenRelease | null }[] {
  return callsAt(details.method, details.url).map((call) => ({ call, release: releaseFor(details.tabId, call.platform, call.spec, now) }));
}

/** Chrome and Edge. A worker that has just started knows of no release, so a publish call does not leave. */
export function decideNow(details: Details): Response {
  const asked = ask(details, Date.now());
  if (asked.length === 0) return LET;
  take(details.requestId);
  return settle(details, readWireNow(details.requestBody as RequestBody | undefined), asked);
}

/** Firefox. Undefined when it is nobody's publish call. */
export function decideLater(details: Details, learned: () => Promise<unknown>): Promise<Response> | undefined {
  const late = (): Promise<Response> => new Promise((resolve) => { setTimeout(() => resolve(STOP), PATIENCE_MS); });
  const asked = ask(details, Date.now());
  if (callsAreKnown() && asked.length === 0) return undefined;
  if (asked.length > 0) take(details.requestId);
  const decide = async (): Promise<Response> => {
    await learned();
    // An event page that was woken by this request learns only now whose call it is; nothing can be open then.
    const cases = ask(details, Date.now()).map(({ call }) => ({ call, release: asked.find((one) => one.call === call)?.release ?? null }));
    return cases.length === 0 ? LET : settle(details, await readWire(details.requestBody as RequestBody | undefined), cases);
  };
  return Promise.race([decide().catch(() => STOP), late()]);
}

/** Registered before the first await, as every listener. @param learned reads the covered sites once. */
export function startBlocking(learned: () => Promise<unknown>): void {
  if (!mayBlock()) return;
  const listener = (details: WebRequest.OnBeforeRequestDetailsType): Response | Promise<Response> | undefined => {
    if (details.url.startsWith(`${PROBE_ORIGIN}/`)) {
      hearProbe(details.url);
      return STOP;
    }
    return import.meta.env.FIREFOX ? decideLater(details, learned) : decideNow(details);
  };
  browser.webRequest.onBeforeRequest.addListener(listener as never, { urls: ['http://*/*', 'https://*/*'], types: TYPES as never }, ['blocking', 'requestBody']);
}
