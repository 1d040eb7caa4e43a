/** What the page says about each site, from the row the background worked out. Pure; HOUSE promise 9: there is no silent gap. */
import type { SiteCover } from '../../../review/coverage/look';
import type { CellWord } from '../../../review/coverage/summary';
import type { IconName } from '../../ui';
import type { SiteLine } from './site-list';

/** A shape of its own for each word, so that colour never stands alone. */
export const GLYPHS: Record<CellWord, IconName> = { Live: 'sev-ok', Partly: 'sev-warn', Down: 'sev-block', Unseen: 'sev-unknown', 'Not used': 'sev-off' };

export interface SiteAlert {
  tone: 'block' | 'hold';
  title: string;
  detail: string;
}

/** Set when people must know: a layer is missing, or everything is held because nobody knows the account. */
export function alertOf({ blind, title, row }: SiteCover): SiteAlert | null {
  if (blind) return { tone: 'block', title: blind.title, detail: blind.detail };
  if (row.intent.state === 'part') return { tone: 'hold', title: `${title}: the acting account was not recognised.`, detail: row.intent.why };
  return null;
}

export function coverOfLine(line: SiteLine, sites: readonly SiteCover[]): SiteCover | null {
  return line.on ? (sites.find(({ platform, host }) => platform === line.platform && host === line.host) ?? null) : null;
}

/** How many switched-on sites lack a layer they need at this moment; for the mark in the rail. */
export const unguardedCount = (sites: readonly SiteCover[]): number => sites.filter(({ blind }) => blind !== null).length;

/** "just now", "2 min ago", "1 h ago", then the date. */
export function ago(at: number, now: number, locale?: string): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ago`;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(at);
}
