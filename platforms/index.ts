/** The registry: every built-in adapter, sorted by id. */
import { bluesky } from './bluesky';
import { facebook } from './facebook';
import { linkedin } from './linkedin';
import { mastodon } from './mastodon';
import type { Adapter } from './schema';
import { x } from './x';

export const ADAPTERS: readonly Adapter[] = [bluesky, facebook, linkedin, mastodon, x];
