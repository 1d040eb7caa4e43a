/** Covered sites and custom adapters. */
import type { Adapter } from '../../platforms/schema';
import { canonicalJson } from '../../review/canonical';
import type { Answer } from '../../review/contract';
import type { MemberId } from '../../review/model';
import { commit, refuse } from '../commit';
import type { Desk } from '../desk';
import { siteKey } from '../rows';
import type { CoverageRow, SiteRow } from '../rows';

type Actor = MemberId | 'device';

export function coverSite(desk: Desk, actor: Actor, platform: string, host: string | null): Promise<Answer<null>> {
  return commit(desk, async ({ now }) => {
    const key = siteKey(platform, host);
    if (await desk.db.sites.get(key)) return { ok: true, value: null, writes: {}, entries: [] };
    const row: SiteRow = { key, platform, host, coveredAt: now };
    return { ok: true, value: null, writes: { sites: [row] }, entries: [{ type: 'site.covered', actor, holdId: null, body: { platform, host } }] };
  });
}

/** `hosts` are the hosts the site had, so that each shows as not covered from now on (HOUSE promise 9). */
export function uncoverSite(desk: Desk, actor: Actor, site: { platform: string; host: string | null; hosts: string[]; why: string }): Promise<Answer<null>> {
  return commit(desk, async ({ now }) => {
    const key = siteKey(site.platform, site.host);
    if (!(await desk.db.sites.get(key))) return { ok: true, value: null, writes: {}, entries: [] };
    const coverage = site.hosts.map((host): CoverageRow => ({ key: siteKey(site.platform, host), platform: site.platform, host, state: 'not-covered', detail: site.why, at: now }));
    const body = { platform: site.platform, host: site.host, why: site.why };
    return { ok: true, value: null, writes: { dropSites: [key], coverage }, entries: [{ type: 'site.uncovered', actor, holdId: null, body }] };
  });
}

export function addAdapter(desk: Desk, actor: Actor, adapter: Adapter, host: string | null): Promise<Answer<{ adapterId: string }>> {
  return commit(desk, async ({ now }) => {
    const value = { adapterId: adapter.id };
    const known = await desk.db.adapters.get(adapter.id);
    if (known && canonicalJson(known.adapter) === canonicalJson(adapter) && known.host === host) return { ok: true, value, writes: {}, entries: [] };
    const row = { id: adapter.id, adapter, host, addedAt: now };
    return { ok: true, value, writes: { adapters: [row] }, entries: [{ type: 'adapter.added', actor, holdId: null, body: { adapter, host, replaced: known !== undefined } }] };
  });
}

/** Removes a custom adapter and uncovers every site that used it. */
export function dropAdapter(desk: Desk, actor: Actor, adapterId: string): Promise<Answer<null>> {
  return commit(desk, async ({ now }) => {
    if (!(await desk.db.adapters.get(adapterId))) return refuse('bad-adapter', 'There is no such adapter.');
    const sites = await desk.db.sites.where('platform').equals(adapterId).toArray();
    const coverage = sites.flatMap(({ host }): CoverageRow[] =>
      host === null ? [] : [{ key: siteKey(adapterId, host), platform: adapterId, host, state: 'not-covered', detail: 'The adapter was removed.', at: now }]);
    return {
      ok: true,
      value: null,
      writes: { dropAdapters: [adapterId], dropSites: sites.map(({ key }) => key), coverage },
      entries: [
        ...sites.map(({ host }) => ({ type: 'site.uncovered' as const, actor, holdId: null, body: { platform: adapterId, host, why: 'adapter removed' } })),
        { type: 'adapter.removed' as const, actor, holdId: null, body: { adapterId } },
      ],
    };
  });
}

/** The browser stopped letting us run on a covered site, or lets us again. The site stays covered: its lock needs no access. */
export function noteAccess(desk: Desk, site: { platform: string; host: string | null }, lost: boolean): Promise<Answer<null>> {
  const { platform, host } = site;
  return commit(desk, async () => ({ ok: true, value: null, writes: {}, entries: [{ type: lost ? 'access.lost' : 'access.given', actor: 'device', holdId: null, body: { platform, host } }] }));
}

/** What a gate says about itself: display only, so it is written without a log entry and only when it changed. */
export async function noteCoverage(desk: Desk, row: Omit<CoverageRow, 'key' | 'at'>): Promise<void> {
  const key = siteKey(row.platform, row.host);
  await desk.db.coverage.put({ ...row, key, at: desk.now() });
}
