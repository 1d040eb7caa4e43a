/** What the pages of Countersign are told: every covered site, and the tab in front. */
import type { Blind } from './blind';
import { blindOf } from './blind';
import type { SiteFacts } from './facts';
import type { CoverLevel, CoverRow } from './row';
import { levelOf, rowOf } from './row';

export interface Cover {
  platform: string;
  title: string;
  row: CoverRow;
  level: CoverLevel;
  blind: Blind | null;
}

export interface SiteCover extends Cover {
  /** Host of self-hosted or custom software, as the site's own row has it. */
  host: string | null;
  /** Patterns the browser would have to give back. */
  missing: string[];
  /** Open tabs in which its gate was asked. */
  tabs: number;
  /** When a page of it was last seen, Unix ms. */
  at: number | null;
}

export interface TabCover extends Cover {
  tabId: number;
  host: string;
  missing: string[];
}

export interface CoverageLook {
  sites: SiteCover[];
  /** null when the tab is on no covered site, or the browser does not say where it is. */
  tab: TabCover | null;
}

export function coverOf(platform: string, facts: SiteFacts): Cover {
  const row = rowOf(facts);
  return { platform, title: facts.title, row, level: levelOf(row, facts.enforced), blind: blindOf(facts, row) };
}
