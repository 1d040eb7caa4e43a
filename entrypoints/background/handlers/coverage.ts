/** What pages of ours show about coverage. */
import type { SiteCover, TabCover } from '../../../review/coverage/look';
import { coverOf } from '../../../review/coverage/look';
import type { Desk } from '../../../storage/desk';
import { aside } from '../after';
import type { Handler } from '../serve';
import { collect, inTab } from '../watch/facts';
import type { Known } from '../watch/facts';
import { probeAll, refreshCoverage } from '../watch/refresh';
import { knownTabs } from '../watch/tabs';

function siteCover({ site, facts, missing }: Known): SiteCover {
  const times = facts.seen.map(({ at }) => at);
  return { ...coverOf(site.platform, facts), host: site.host, missing, tabs: facts.tabs.length, at: times.length > 0 ? Math.max(...times) : null };
}

async function tabCover(desk: Desk, tab: { id: number; url: string }): Promise<TabCover | null> {
  if (!URL.canParse(tab.url)) return null;
  const { origin, host } = new URL(tab.url);
  const here = (await collect(desk, origin))[0];
  if (!here) return null;
  const known = (await knownTabs()).find(({ tabId }) => tabId === tab.id);
  return { ...coverOf(here.site.platform, inTab(here, known?.host === host ? known : null, host)), tabId: tab.id, host, missing: here.missing };
}

export const look: Handler<'coverage.look'> = async ({ tab }, { desk }) => {
  if (await probeAll(desk)) aside(refreshCoverage(desk));
  return { ok: true, value: { sites: (await collect(desk)).map(siteCover), tab: tab && (await tabCover(desk, tab)) } };
};
