/**
 * An adapter's publish pattern as declarativeNetRequest takes it (RE2, whole address, guard.md §3.1).
 * A pattern that leaves the host open is bound to the hosts that are covered; it never reaches another site.
 */

/** How a pattern begins: with its own address, with any host, with a path or query, or in the middle of nowhere. */
export type Beginning = 'address' | 'any-host' | 'path' | 'loose';

const ANY_HOST = /^\^https?\??:(?:\\?\/){2}\[\^\\?\/\][+*]/;

export function beginningOf(source: string): Beginning {
  if (ANY_HOST.test(source)) return 'any-host';
  if (/^\^https?\??:(?:\\?\/){2}/.test(source)) return 'address';
  return /^(?:\\?\/|\\\?|\[\?&\]|\[&\?\])/.test(source) ? 'path' : 'loose';
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** "forum.example", "*.example.org" or "localhost:8080". A host without a port counts on every port, as its permission does. */
function hostPattern(host: string): string {
  const [, any, name = '', port] = /^(\*\.)?(\[[^\]]*\]|[^:]*)(:\d+)?$/.exec(host) ?? [];
  return `${any ? String.raw`([^/]+\.)?` : ''}${literal(name)}${port ?? String.raw`(:\d+)?`}`;
}

/**
 * Where `$` stands the address may also go on with a fragment: it never reaches the server, so `/posts#x` is `/posts`.
 * Inside brackets and after a backslash it is a plain character.
 */
export function withFragment(source: string): string {
  return source.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]|\$/g, (part) => (part === '$' ? '(#|$)' : part));
}

function bind(source: string, host: string, before: string): string {
  const beginning = beginningOf(source);
  if (beginning === 'address') return withFragment(source);
  const place = `^https?://${hostPattern(host)}`;
  return withFragment(beginning === 'any-host' ? source.replace(ANY_HOST, () => place) : `${place}${before}${source}`);
}

/** The pattern for one host. A pattern with an address of its own stays as it is. */
export const boundTo = (source: string, host: string): string => bind(source, host, '(/.*)?');

/** The same for an exception: it counts in the path alone, so that no query or fragment can carry it onto a publish call. */
export const exceptionFor = (source: string, host: string): string => bind(source, host, '(/[^?#]*)?');

/** Name for `requestDomains`, or null where the browser takes none (IPv6 literals). */
export function domainOf(host: string): string | null {
  const name = host.replace(/^\*\./, '').replace(/:\d+$/, '');
  return name.startsWith('[') ? null : name;
}
