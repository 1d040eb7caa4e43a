/** Collects what the pure model judges: permission, registration, rules, open tabs, and what pages said before. */
import type { Adapter } from '../../../platforms/schema';
import type { CallFacts, SeenFacts, SiteFacts, TabFacts } from '../../../review/coverage/facts';
import { browser } from '../../../runtime/browser';
import type { Desk } from '../../../storage/desk';
import type { CoverageRow } from '../../../storage/rows';
import type { CoveredSite } from '../coverage';
import { coveredList, grantedPatterns } from '../coverage';
import { patternCovers } from '../match-pattern';
import { hostsOf, SCRIPTS } from '../registration';
import { browserRules, isEnforced, lockFacts, witnessListens } from './layers';
import { knownTabs } from './tabs';

/** Pure. A frame of a socket never reaches the network layer, and an opaque body or one without a path says nothing. */
export function callFacts(adapter: Adapter): CallFacts {
  const of = (transport: string) => adapter.publish.filter((spec) => spec.transport === transport).length;
  const address = adapter.publish.some(({ permalink }) => permalink) || adapter.surfaces.some(({ feedback }) => feedback?.sent?.link);
  const notice = adapter.surfaces.some(({ feedback }) => feedback?.sent ?? feedback?.cleared);
  return {
    requests: of('request'), sockets: of('socket'), forms: of('navigation'),
    unreadable: adapter.publish.filter(({ transport, bodyType, text }) => transport === 'socket' || bodyType === 'opaque' || bodyType === 'frame' || text.length === 0).map(({ id }) => id),
    readBack: address ? 'address' : notice ? 'notice' : null,
  };
}

const onSite = ({ patterns }: CoveredSite, host: string): boolean => patterns.some((pattern) => patternCovers(pattern, `https://${host}`) || patternCovers(pattern, `http://${host}`));

/** What was said before the site was switched on again is history, and so is a page that was switched off. */
function seenOn(site: CoveredSite, since: number, rows: readonly CoverageRow[]): SeenFacts[] {
  return rows.flatMap(({ platform, host, state, at }) => (platform === site.platform && onSite(site, host) && at >= since && state !== 'not-covered' ? [{ host, state, at }] : []));
}

async function registeredPatterns(): Promise<Set<string>> {
  const scripts = await browser.scripting.getRegisteredContentScripts();
  const of = (id: string) => scripts.find((script) => script.id === id)?.matches ?? [];
  const [first = [], ...rest] = SCRIPTS.map(({ id }) => of(id));
  return new Set(first.filter((pattern) => rest.every((matches) => matches.includes(pattern))));
}

export interface Known {
  site: CoveredSite;
  facts: SiteFacts;
  missing: string[];
}

/** Every covered site. `asked` narrows to those that cover this origin. */
export async function collect(desk: Desk, asked?: string): Promise<Known[]> {
  const [sites, rows, tabs, registered, stored] = await Promise.all([coveredList(desk), desk.db.coverage.toArray(), knownTabs(), registeredPatterns(), desk.db.sites.toArray()]);
  const wanted = asked === undefined ? sites : sites.filter(({ patterns }) => patterns.some((pattern) => patternCovers(pattern, asked)));
  const [rules, enforced, allGiven] = await Promise.all([browserRules(), isEnforced(), grantedPatterns(wanted.flatMap(({ patterns }) => patterns))]);
  return wanted.map((site): Known => {
    const given = site.patterns.filter((pattern) => allGiven.includes(pattern));
    const here = hostsOf(given);
    // A host counts as given with either scheme: plain http is asked for beside https, and need not be there.
    const missing = site.patterns.filter((pattern) => !hostsOf([pattern]).some((host) => here.includes(host)));
    const since = stored.find((row) => row.platform === site.platform && row.host === site.host)?.coveredAt ?? 0;
    return {
      site,
      missing,
      facts: {
        title: site.adapter.title, given: here, missing: hostsOf(missing),
        registered: given.every((pattern) => registered.has(pattern)),
        calls: callFacts(site.adapter), lock: lockFacts(site, rules), witness: witnessListens(), seen: seenOn(site, since, rows),
        tabs: tabs.filter(({ host }) => onSite(site, host)), enforced,
      },
    };
  });
}

/** The same site as one tab sees it: its own gate, its own host, nothing from elsewhere. */
export function inTab({ facts }: Known, tab: TabFacts | null, host: string): SiteFacts {
  const here = (all: readonly string[]) => all.filter((pattern) => patternCovers(`https://${pattern}/*`, `https://${host}`));
  const given = here(facts.given);
  return { ...facts, given, missing: given.length > 0 ? [] : [host], tabs: tab ? [tab] : [], seen: facts.seen.filter((row) => row.host === host && row.state === 'live') };
}
