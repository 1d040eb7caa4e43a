/**
 * Sites that send by a form navigate away, and the gate dies with the page. The network then says what became
 * of a release in that tab. Watching only; nothing is held or changed here.
 */
import type { Adapter } from '../../platforms/schema';
import type { WebRequest } from '../../runtime/browser';
import { recordOutcome } from '../../storage/operations/outcome';
import type { Desk } from '../../storage/desk';
import type { StoredHold } from '../../storage/rows';
import { afterChange } from './after';
import { findAdapter } from './coverage';
import { closeForGrant } from './lock/window';
import { readyDesk } from './ready';

type Status = 'sent' | 'failed' | 'unknown';

/** 2xx and 3xx: the site took it. 4xx: it refused. Anything else is not known (RL2). */
export function statusOf(code: number): Status {
  if (code >= 200 && code < 400) return 'sent';
  return code >= 400 && code < 500 ? 'failed' : 'unknown';
}

/** Whether this request can be the release: one of the adapter's form posts, or any when it names none. */
export function isPublish(adapter: Adapter, method: string, url: string): boolean {
  if (adapter.publish.length === 0) return method === 'POST';
  return adapter.publish.some((spec) => spec.transport === 'navigation' && spec.method === method && new RegExp(spec.url).test(url));
}

async function releasingIn(desk: Desk, tabId: number): Promise<StoredHold | null> {
  return (await desk.db.holds.where('binding.tabId').equals(tabId).filter(({ publication }) => publication === 'releasing').first()) ?? null;
}

/** Where a redirect leads is the post's address only on the same site. */
function permalinkFrom(from: string, to: string | undefined): string | null {
  return to !== undefined && new URL(to).origin === new URL(from).origin ? to : null;
}

async function observe(details: { tabId: number; method: string; url: string }, status: Status, detail: string, redirect?: string): Promise<void> {
  if (details.tabId < 0 || details.method === 'GET') return;
  const desk = await readyDesk();
  const hold = await releasingIn(desk, details.tabId);
  const known = hold && (await findAdapter(desk, hold.platform));
  if (!hold?.grantId || !known || !isPublish(known.adapter, details.method, details.url)) return;
  const permalink = status === 'sent' ? permalinkFrom(details.url, redirect) : null;
  const recorded = await recordOutcome(desk, details.tabId, { holdId: hold.id, grantId: hold.grantId, status, permalink, detail });
  if (!recorded.ok) return;
  await closeForGrant(hold.grantId);
  afterChange(desk, [hold.id]);
}

export function onRedirect(details: WebRequest.OnBeforeRedirectDetailsType): Promise<void> {
  return observe(details, statusOf(details.statusCode), `The site answered ${details.statusCode}.`, details.redirectUrl);
}

export function onCompleted(details: WebRequest.OnCompletedDetailsType): Promise<void> {
  return observe(details, statusOf(details.statusCode), `The site answered ${details.statusCode}.`);
}

export function onFailed(details: WebRequest.OnErrorOccurredDetailsType): Promise<void> {
  return observe(details, 'unknown', 'The connection broke before the site answered.');
}
