/** The line at the foot of the queue: what is not covered, before anything else (HOUSE promise 9). Pure. */
import type { CoverageLook, SiteCover, TabCover } from '../../review/coverage/look';
import { LEVEL_WORDS, summaryOf } from '../../review/coverage/summary';
import { agoWords, platformName } from './words';

export interface ActiveTab {
  tabId: number;
  url: string;
  host: string;
  /** Built-in adapter for this host, or null. */
  platform: string | null;
}

export interface CoverageWords {
  level: 'none' | 'block' | 'hold' | 'unknown' | 'off';
  strong: string;
  rest: string;
  action: { kind: 'details' | 'cover' | 'teach' | 'choose' | 'reload' | 'access'; label: string };
  /** Row of the options page that says more; null for the list. */
  site: string | null;
}

const DETAILS = { kind: 'details', label: 'Details' } as const;
const ACTIONS: Partial<Record<string, CoverageWords['action']>> = {
  reload: { kind: 'reload', label: 'Reload this tab' },
  access: { kind: 'access', label: 'Give access back' },
  teach: { kind: 'teach', label: 'Teach this site' },
};

const keyOf = ({ platform, host }: Pick<SiteCover, 'platform' | 'host'>): string => `${platform}|${host ?? ''}`;

/** Words for the tab in front, when it is on a covered site. */
function hereWords(here: TabCover, site: string | null, count: string): CoverageWords {
  const { blind, row, level } = here;
  if (blind) return { level: 'block', strong: blind.title, rest: blind.detail, action: ACTIONS[blind.remedy ?? ''] ?? DETAILS, site };
  if (row.intent.state === 'part') return { level: 'hold', strong: `The account on ${here.host} could not be read.`, rest: 'Posts from it are held.', action: DETAILS, site };
  // Not open long enough to be asked, or a part of the site nobody has written on: no claim about it.
  if (row.intent.state === 'unknown') return { level: 'unknown', strong: 'Not checked in this tab yet.', rest: row.intent.why, action: DETAILS, site };
  const late = row.oneShot.state === 'part' && row.oneShot.remedy === 'reload';
  if (late) return { level: 'hold', strong: `${LEVEL_WORDS[level]} in this tab, in part.`, rest: row.oneShot.why, action: { kind: 'reload', label: 'Reload this tab' }, site };
  return { level: 'none', strong: `${LEVEL_WORDS[level]} in this tab.`, rest: `${summaryOf(row)}.`, action: { kind: 'details', label: count }, site };
}

/** `tab` is null where the browser does not say which page is in front (review window, browser pages). */
export function coverageWords({ sites, tab: here }: CoverageLook, tab: ActiveTab | null, now: number): CoverageWords {
  const down = sites.find(({ blind }) => blind !== null);
  const fine = sites.filter(({ blind }) => blind === null).length;
  const count = `${fine} of ${sites.length} sites`;
  const hereSite = here && sites.find(({ platform }) => platform === here.platform);
  const words = here && hereWords(here, hereSite ? keyOf(hereSite) : null, count);
  if (words && words.level !== 'none') return words;
  if (down?.blind) return { level: 'block', strong: down.blind.title, rest: `${count} ${fine === 1 ? 'is' : 'are'} covered`, action: DETAILS, site: keyOf(down) };
  if (words) return words;
  if (sites.length === 0) return { level: 'block', strong: 'No site is covered yet.', rest: '', action: { kind: 'choose', label: 'Choose sites' }, site: null };
  if (tab?.platform) return { level: 'off', strong: `${platformName(tab.platform)} is not covered.`, rest: 'Posts there go out freely', action: { kind: 'cover', label: 'Cover this site' }, site: null };
  const seen = Math.max(0, ...sites.map(({ at }) => at ?? 0));
  return { level: 'none', strong: sites.length === 1 ? '1 site covered.' : `All ${sites.length} sites covered.`, rest: seen > 0 ? `Last seen ${agoWords(seen, now)}` : '', action: DETAILS, site: null };
}
