/** Match patterns, as the manifest and the scripting API write them. Pure. */
import { isLoopback } from '../../platforms/hosts';

/** `host` as a person may have typed it (with scheme, path, upper case) to a bare host with optional port; null when it is none. */
export function bareHost(typed: string): string | null {
  const trimmed = typed.trim().toLowerCase();
  try {
    const url = new URL(/^[a-z]+:\/\//.test(trimmed) ? trimmed : `https://${trimmed}`);
    return /^https?:$/.test(url.protocol) && url.hostname !== '' ? url.host : null;
  } catch {
    return null;
  }
}

/**
 * Patterns of a host that a person named, one per scheme, because permission is given per scheme; on this
 * computer only http is ever asked for.
 * `ports` false drops the port: Firefox knows none in a pattern, so there the host counts on every port.
 */
export function hostPatterns(host: string, ports: boolean): string[] {
  const place = ports ? host : host.replace(/:\d+$/, '');
  return [...(isLoopback(host) ? [] : [`https://${place}/*`]), `http://${place}/*`];
}

/** Splits `*://` so that each part can be asked for on its own. */
export function splitSchemes(pattern: string): string[] {
  return pattern.startsWith('*://') ? [pattern.replace('*://', 'https://'), pattern.replace('*://', 'http://')] : [pattern];
}

/** Whether an origin ("https://www.x.com", "http://localhost:8080") falls under a pattern. */
export function patternCovers(pattern: string, origin: string): boolean {
  const parts = /^(\*|https?):\/\/([^/]+)\/\*$/.exec(pattern);
  if (!parts) return false;
  const [, scheme = '', host = ''] = parts;
  let url: URL;
  try {
    url = new URL(origin);
  } catch {
    return false;
  }
  if (scheme === '*' ? !/^https?:$/.test(url.protocol) : url.protocol !== `${scheme}:`) return false;
  if (host === '*') return true;
  if (host.startsWith('*.')) return url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1));
  return host.includes(':') ? url.host === host : url.hostname === host;
}

/** A sub-domain that stands for all of them. */
const ANY = 'any-name-at-all';

/** Whether everything under `inner` falls under `outer`. */
export function patternWithin(inner: string, outer: string): boolean {
  if (!/^(\*|https?):\/\/[^/]+\/\*$/.test(inner)) return false;
  if (outer === '<all_urls>') return true;
  return splitSchemes(inner).every((one) => patternCovers(outer, one.replace('://*', `://${ANY}`).replace(/\*$/, '')));
}
