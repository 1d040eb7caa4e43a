/** The built-in adapters as a script in a page needs them: without the notes, which are a good part of their size. */
import { bluesky } from './bluesky';
import { facebook } from './facebook';
import { linkedin } from './linkedin';
import { mastodon } from './mastodon';
import type { Adapter, BareAdapter } from './schema';
import { x } from './x';

const ALL: readonly BareAdapter[] = [bluesky, facebook, linkedin, mastodon, x];

export const BARE_ADAPTERS: readonly Adapter[] = ALL.map((adapter) => ({ ...adapter, evidence: [], gaps: [] }));
