/** What the background would say about sites, from facts through the real model. */
import type { SiteFacts, TabFacts } from '../../review/coverage/facts';
import { coverOf } from '../../review/coverage/look';
import type { SiteCover, TabCover } from '../../review/coverage/look';

const BODY = 'One address serves publishing and reading; the content of each call decides, in the page.';
export const BODY_DECIDES: Partial<SiteFacts> = { lock: { set: true, locked: [], unlocked: ['create', 'edit', 'comment'].map((spec) => ({ spec, why: BODY })), trouble: null } };

export const gate = (host: string, change: Partial<TabFacts> = {}): TabFacts => ({ tabId: 1, host, gate: 'live', page: true, late: false, composer: 'live', ...change });

function facts(title: string, change: Partial<SiteFacts>): SiteFacts {
  return {
    title, given: ['site.example'], missing: [], registered: true, witness: true, enforced: false, seen: [], tabs: [],
    calls: { requests: 3, sockets: 0, forms: 0, unreadable: [], readBack: 'address' }, lock: { set: true, locked: ['create', 'edit', 'comment'], unlocked: [], trouble: null }, ...change,
  };
}

export function siteCover(platform: string, title: string, change: Partial<SiteFacts>, missing: string[] = [], host: string | null = null): SiteCover {
  return { ...coverOf(platform, facts(title, change)), host, missing, tabs: change.tabs?.length ?? 0, at: Date.now() - 120_000 };
}

export function tabCover(platform: string, title: string, host: string, change: Partial<SiteFacts> = {}, missing: string[] = []): TabCover {
  return { ...coverOf(platform, facts(title, { tabs: [gate(host)], ...change })), tabId: 1, host, missing };
}
