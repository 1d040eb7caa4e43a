/**
 * Sites that send by a form navigate away, and the gate dies with the page. The network then says what became
 * of a release in that tab. Watching only; nothing is held or changed here.
 */
import type { Adapter } from '../../platforms/schema';
import { recordOutcome } from '../../storage/operations/outcome';
import type { Desk } from '../../storage/desk';
import type { StoredHold } from '../../storage/rows';
import { afterChange } from './after';
import { findAdapter } from './coverage';
import { closeForGrant } from './lock/window';

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

export interface Answered {
  status: Status;
  detail: string;
  redirect?: string;
}

/** A page or frame that was asked for by a publish call says what became of the release in its tab. */
export async function observe(desk: Desk, details: { tabId: number; method: string; url: string; type: string }, { status, detail, redirect }: Answered): Promise<void> {
  if (details.tabId < 0 || details.method === 'GET' || !/^(main|sub)_frame$/.test(details.type)) return;
  const hold = await releasingIn(desk, details.tabId);
  const known = hold && (await findAdapter(desk, hold.platform));
  if (!hold?.grantId || !known || !isPublish(known.adapter, details.method, details.url)) return;
  const permalink = status === 'sent' ? permalinkFrom(details.url, redirect) : null;
  const recorded = await recordOutcome(desk, details.tabId, { holdId: hold.id, grantId: hold.grantId, status, permalink, detail });
  if (!recorded.ok) return;
  await closeForGrant(hold.grantId);
  afterChange(desk, [hold.id]);
}
