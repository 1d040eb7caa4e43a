/** Addresses people type, as hosts. Pure. A host is named without its port: match patterns cover every port. */
import { isLoopback } from '../../../platforms/hosts';

export type HostResult = { ok: true; host: string; url: string } | { ok: false; problem: string };

/** Accepts "mastodon.social", "@ana@mastodon.social", "https://chat.example.org:9000/room". */
export function parseAddress(input: string): HostResult {
  const typed = input.trim();
  if (!typed) return { ok: false, problem: 'Type the address of the site, for example mastodon.social.' };
  const handle = /^@?[^@\s/]+@([^@\s/]+)$/.exec(typed);
  const bare = handle?.[1] ?? typed;
  const local = isLoopback(bare.split(/[:/]/)[0] ?? '') || bare.startsWith('[::1]');
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(bare) ? bare : `${local ? 'http' : 'https'}://${bare}`;
  let url: URL;
  try {
    url = new URL(withScheme);
  } catch {
    return { ok: false, problem: `“${typed}” is not an address. Use a form such as mastodon.social.` };
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, problem: 'Only pages on http and https can be covered.' };
  if (url.hostname.includes('*')) return { ok: false, problem: 'Name one host; * would cover sites nobody chose.' };
  if (!url.hostname.includes('.') && !isLoopback(url.hostname)) return { ok: false, problem: `“${url.hostname}” has no domain. Use a form such as mastodon.social.` };
  return { ok: true, host: url.hostname, url: url.href };
}

/** "https://*.example.org/*" as people read it: "example.org". */
export function hostOfPattern(pattern: string): string {
  const host = /^[^:]+:\/\/([^/]+)\//.exec(pattern)?.[1] ?? pattern;
  return host.replace(/^\*\./, '');
}

/** Hosts of an adapter as people name the site: "www.", "m." and the like are one site with the bare name. */
export function hostList(patterns: readonly string[]): string[] {
  return [...new Set(patterns.map((pattern) => hostOfPattern(pattern).replace(/^(www|m|mobile|web|mbasic|old)\./, '')))];
}
