/**
 * Bad adapters cannot brick a site: a publish pattern that would block more than its own call is refused, at build
 * for our own adapters and at import for everybody's. Found out by trying example addresses. Pure.
 */
import { beginningOf, boundTo, exceptionFor } from './lock-pattern';
import type { Beginning } from './lock-pattern';
import { parsePattern } from './pattern-parse';
import { samplesFrom } from './pattern-samples';
import type { Adapter, PublishSpec } from './schema';

export interface OverBlock {
  /** Index in `adapter.publish`. */
  at: number;
  spec: string;
  /** A reason a person can act on. */
  message: string;
}

/** Stands in for the covered host while trying out self-hosted adapters. */
const SOME_HOST = 'some-host.example';
/** Addresses that every site has and that only read. */
const READS = ['', 'index.html', 'a', 'a/b', '?page=2', 'a?b=c', 'favicon.ico', 'api', 'search?q=a', 'a/1/b/2?c=d&e=f'];
const CLASSES_OF_THEIR_OWN = /\\u|\\x\{|\[\]|\[\^\]|\\c[A-Za-z]/;

/** Only these become network rules: the body decides about the others (guard.md §3.6). */
export const isLockable = (spec: PublishSpec): boolean => (spec.transport === 'socket' ? spec.dedicated === true : spec.operation === undefined);

/** A socket opens with a request: its pattern as one for http, which is what is tried out. Others stay as they are. */
export const asRequest = (spec: PublishSpec): PublishSpec => (spec.transport === 'socket' ? { ...spec, url: spec.url.replace(/^\^ws(s\??|\(s\)\?|\(\?:s\)\?)?:/, '^https?:') } : spec);

/** Hosts of an adapter as it names them; a stand-in when the person names the host. */
export const hostsOf = (adapter: Adapter, host: string | null): string[] =>
  host === null ? adapter.hosts.map((pattern) => pattern.replace(/^[^:]+:\/\//, '').replace(/\/\*$/, '')) : [host];

const matches = (source: string, url: string): boolean => new RegExp(source, 'i').test(url);

function isOwn(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { host, hostname } = new URL(url);
  return hosts.some((own) => {
    if (own.startsWith('*.')) return hostname === own.slice(2) || hostname.endsWith(own.slice(1));
    return own.includes(':') ? host === own : hostname === own;
  });
}

/** Whole addresses a pattern accepts on a host. */
function addresses(source: string, host: string): readonly string[] {
  const home = `https://${host.replace(/^\*\./, 'a.')}`;
  const beginning: Beginning = beginningOf(source);
  if (beginning === 'address') return samplesFrom(source);
  if (beginning === 'any-host') return samplesFrom(source).map((sample) => sample.replace(/^https?:\/\/[^/]*/, home));
  return samplesFrom(source).map((sample) => (sample.startsWith('/') ? home + sample : `${home}/${sample}`));
}

function shapeProblem(spec: PublishSpec): string | null {
  const { url } = spec;
  if (/[^\x20-\x7e]/.test(url)) return 'use plain ASCII: addresses reach the network percent-encoded';
  if (CLASSES_OF_THEIR_OWN.test(url)) return 'the network lock does not know this escape or empty class; write the characters themselves';
  if (beginningOf(url) === 'loose') return 'begin with ^https:// or with /, else it matches in the middle of any address';
  if (parsePattern(url).kind === 'choice') return 'put alternatives in ( ), else only the first one is tied to the beginning of the address';
  if (spec.transport === 'socket' && spec.method !== 'GET') return 'a socket opens with GET; say so as its method';
  if (spec.method === 'GET' && spec.transport === 'navigation') return 'a page opened by GET cannot be told from reading, so blocking it would close the page';
  return null;
}

function hostProblem(spec: PublishSpec, adapter: Adapter): string | null {
  if (beginningOf(spec.url) !== 'address') return null;
  const foreign = samplesFrom(spec.url).find((sample) => adapter.hosts.length > 0 && !isOwn(sample, hostsOf(adapter, null)));
  if (foreign === undefined) return null;
  return `this also matches ${URL.canParse(foreign) ? new URL(foreign).host : `"${foreign.slice(0, 60)}"`}, which is none of the adapter's hosts`;
}

function reachProblem(spec: PublishSpec, host: string): string | null {
  const bound = boundTo(spec.url, host);
  const samples = addresses(spec.url, host);
  if (samples.length === 0) return 'no address fits this pattern';
  const origins = [...new Set([`https://${host.replace(/^\*\./, 'a.')}`, ...samples.filter((sample) => URL.canParse(sample)).map((sample) => new URL(sample).origin)])];
  const read = origins.flatMap((origin) => READS.map((path) => `${origin}/${path}`)).find((url) => matches(bound, url));
  if (read !== undefined) return `this would also block ${read}, an ordinary page; name the call's own path`;
  const longer = samples.filter((sample) => !sample.includes('?')).map((sample) => `${sample}/0/like`).find((url) => matches(bound, url));
  if (longer !== undefined) return 'say where the address ends, with $ or (\\?|$); else longer addresses are blocked too (a like, a read)';
  if (spec.method === 'GET' && spec.transport !== 'socket' && samples.some((sample) => !sample.includes('?'))) return 'a GET that publishes must be told from reading by its query; put the query into the pattern';
  return null;
}

/** An exception that the call itself, with whatever a page hangs on it, can never be taken for. */
function isSafeException(pass: string, own: readonly string[], host: string): boolean {
  const exception = exceptionFor(pass, host);
  const tails = addresses(pass, host).flatMap((url) => [url, url.replace(/^https?:\/\/[^/]+/, '')]);
  const dressed = own.flatMap((url) => tails.flatMap((tail) => [`${url}${url.includes('?') ? '&' : '?'}a=${tail}`, `${url}#${tail}`]));
  return beginningOf(pass) !== 'loose' && ![...own, ...dressed].some((url) => matches(exception, url));
}

/** The exceptions that overlap with this call and need a rule of their own. Most adapters need none. */
export function exceptionsOf(spec: PublishSpec, adapter: Adapter, host: string): { at: number; pass: string; safe: boolean }[] {
  const bound = boundTo(spec.url, host);
  const own = addresses(spec.url, host);
  return (adapter.passThrough ?? []).flatMap((pass, at) => (addresses(pass, host).some((url) => matches(bound, url)) ? [{ at, pass, safe: isSafeException(pass, own, host) }] : []));
}

/** Calls that must pass and would be blocked, or the other way round: one pattern inside the other. */
function passProblem(spec: PublishSpec, adapter: Adapter, host: string): string | null {
  const own = addresses(spec.url, host);
  const swallowed = (adapter.passThrough ?? []).findIndex((pass) => own.some((url) => matches(pass, url)));
  if (swallowed >= 0) return `passThrough[${swallowed}] lets this call pass; narrow one of the two`;
  const unsafe = exceptionsOf(spec, adapter, host).find(({ safe }) => !safe);
  return unsafe ? `this also blocks what passThrough[${unsafe.at}] lets pass; narrow one of the two` : null;
}

/** Why this call must not become a network rule, or null. `host` binds a self-hosted adapter. Assumes a parsed adapter. */
export function overBlockOf(declared: PublishSpec, adapter: Adapter, host: string | null = null): string | null {
  const spec = asRequest(declared);
  const place = host ?? hostsOf(adapter, null)[0] ?? SOME_HOST;
  return shapeProblem(spec) ?? hostProblem(spec, adapter) ?? reachProblem(spec, place) ?? passProblem(spec, adapter, place);
}

/** Every call of an adapter that would block too much, with the reason in words. */
export function overBlocks(adapter: Adapter): OverBlock[] {
  return adapter.publish.flatMap((spec, at): OverBlock[] => {
    const message = isLockable(spec) ? overBlockOf(spec, adapter) : null;
    return message === null ? [] : [{ at, spec: spec.id, message }];
  });
}
