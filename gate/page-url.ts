/** Which page this is, also inside about:blank, srcdoc and blob frames, and which adapters speak for it. */
import type { Adapter } from '../platforms/schema';

/** Full address of the page that owns this document; a frame without its own address belongs to its creator. */
export function pageUrl(view: Window = window): string {
  const { href, protocol } = view.location;
  if (/^https?:$/.test(protocol)) return href;
  const inherited = view.origin && view.origin !== 'null' ? view.origin : view.location.ancestorOrigins?.[0];
  if (inherited && inherited !== 'null') return `${inherited}/`;
  return view.document.referrer || href;
}

/** Match patterns as in the manifest, without paths: `https://*.example.org/*`. */
export function hostMatches(pattern: string, url: string): boolean {
  const parts = /^(\*|https?):\/\/(\*|\*\.[^/*]+|[^/*]+)\/\*$/.exec(pattern);
  if (!parts) return false;
  const [, scheme, host] = parts as unknown as [string, string, string];
  let page: URL;
  try {
    page = new URL(url);
  } catch {
    return false;
  }
  if (scheme === '*' ? !/^https?:$/.test(page.protocol) : page.protocol !== `${scheme}:`) return false;
  if (host === '*') return true;
  if (host.startsWith('*.')) return page.hostname === host.slice(2) || page.hostname.endsWith(host.slice(1));
  return page.host === host || page.hostname === host;
}

export function adaptersOn(url: string, adapters: readonly Adapter[]): Adapter[] {
  return adapters.filter((adapter) => adapter.hosts.some((pattern) => hostMatches(pattern, url)));
}
