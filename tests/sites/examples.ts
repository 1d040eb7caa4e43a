/** What an adapter must find on its practice site and what it must leave alone. Shared by the registry and the browser tests. */
import type { Lang } from './people';
import { examples as bluesky } from './bluesky/examples';
import { examples as facebook } from './facebook/examples';
import { examples as linkedin } from './linkedin/examples';
import { examples as mastodon } from './mastodon/examples';
import { examples as practice } from './practice/examples';
import { examples as x } from './x/examples';

/** Something that looks like an editor or a send control and must not be taken for one. */
export interface Decoy {
  /** Found with a Playwright selector, so open shadow roots are searched too. */
  selector: string;
  is: 'control' | 'editor';
  why: string;
}

export interface SiteExample {
  surface: string;
  /** "the home box", said in the test's title. */
  name: string;
  /** Address below the site's origin. */
  path: string;
  langs: readonly Lang[];
  /** Clicks that open the composer, as Playwright selectors. */
  open: readonly string[];
  /** The body editor to type into. */
  editor: string;
  /** Body editors the adapter must find: one, or several for a thread. */
  bodies: number;
  /** The acting account as the adapter must read it, and its id where the site shows one. */
  account: { handle: string; id?: string };
  /** What it answers, or null. */
  target: string | null;
  targetLabel?: string;
  audience?: string;
  decoys: readonly Decoy[];
}

export const EXAMPLES: Record<string, readonly SiteExample[]> = { bluesky, facebook, linkedin, mastodon, practice, x };
