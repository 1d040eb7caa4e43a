/** Every practice site, by id. */
import { bluesky } from './bluesky/server';
import { facebook } from './facebook/server';
import { linkedin } from './linkedin/server';
import { mastodon } from './mastodon/server';
import { practice } from './practice/server';
import { x } from './x/server';
import type { SiteDefinition } from './site';

export const SITES: Record<string, SiteDefinition> = { bluesky, facebook, linkedin, mastodon, practice, x };
