/** The registry: every built-in adapter, sorted by id. */
import { bluesky, blueskyNotes } from './bluesky';
import { facebook, facebookNotes } from './facebook';
import { linkedin, linkedinNotes } from './linkedin';
import { mastodon, mastodonNotes } from './mastodon';
import type { Adapter } from './schema';
import { x, xNotes } from './x';

export const ADAPTERS: readonly Adapter[] = [
  { ...bluesky, ...blueskyNotes },
  { ...facebook, ...facebookNotes },
  { ...linkedin, ...linkedinNotes },
  { ...mastodon, ...mastodonNotes },
  { ...x, ...xNotes },
];
