/** Names of the symbols in sprite.svg. A browser test compares this list with the file. */
export const ICONS = [
  'ui-chev-d', 'ui-chev-r', 'ui-chev-u', 'ui-chev-l', 'ui-back', 'ui-search', 'ui-sliders', 'ui-clock', 'ui-sync',
  'ui-ext', 'ui-side', 'ui-lock', 'ui-key', 'ui-pen', 'ui-note', 'ui-link', 'ui-image', 'ui-people', 'ui-rules',
  'ui-globe', 'ui-target', 'ui-log', 'ui-chart', 'ui-freeze', 'ui-team', 'ui-plus', 'ui-x', 'ui-check', 'ui-minus',
  'ui-undo', 'ui-copy', 'ui-flag', 'ui-dl', 'ui-more', 'ui-grip', 'ui-eye', 'ui-bell', 'ui-laptop', 'ui-info',
  'ui-palette', 'ui-offline', 'ui-pointer', 'ui-finger', 'ui-gif', 'ui-poll', 'ui-smile', 'ui-cal', 'ui-home',
  'ui-reply', 'ui-heart', 'ui-repost', 'ui-puzzle', 'ui-sun', 'site-x', 'site-linkedin', 'site-instagram',
  'site-reddit', 'site-youtube', 'site-bluesky', 'site-mastodon', 'site-tiktok', 'site-threads', 'site-facebook',
  'site-discord', 'site-discourse', 'sev-ok', 'sev-note', 'sev-warn', 'sev-hold', 'sev-block', 'sev-unknown',
  'sev-off', 'due-over', 'due-soon', 'due-scheduled',
] as const;
export type IconName = (typeof ICONS)[number];

const SITES: ReadonlySet<string> = new Set(ICONS.filter((name) => name.startsWith('site-')));

/** The drawing for a platform id; self-hosted and taught sites get the globe. */
export function siteIcon(platform: string): IconName {
  const name = `site-${platform.split('-')[0]}`;
  return SITES.has(name) ? (name as IconName) : 'ui-globe';
}
