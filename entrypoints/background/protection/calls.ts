/**
 * The publish calls of every covered site, ready to be compared with an address. In memory, because Chrome's blocking
 * listener has to answer at once; until they are read from the store, the calls of every built-in adapter count.
 */
import { ADAPTERS } from '../../../platforms';
import { boundTo, exceptionFor } from '../../../platforms/lock-pattern';
import { hostsOf } from '../../../platforms/over-block';
import type { Adapter, PublishSpec } from '../../../platforms/schema';

export interface KnownCall {
  platform: string;
  spec: PublishSpec;
  /** A server may not care about capitals, so neither does this. */
  url: RegExp;
  passes: RegExp[];
}

export interface Place {
  platform: string;
  host: string | null;
  adapter: Adapter;
}

/** A socket is not a request; its frames are held in the page. */
export function callsOf(places: readonly Place[]): KnownCall[] {
  return places.flatMap(({ platform, host, adapter }) => adapter.publish.filter(({ transport }) => transport !== 'socket').flatMap((spec) => {
    const hosts = adapter.hosts.length === 0 && host === null ? [] : hostsOf(adapter, host);
    const sources = [...new Set(hosts.map((one) => boundTo(spec.url, one)))];
    const passes = [...new Set(hosts.flatMap((one) => (adapter.passThrough ?? []).map((pass) => exceptionFor(pass, one))))];
    return sources.map((source) => ({ platform, spec, url: new RegExp(source, 'i'), passes: passes.map((pass) => new RegExp(pass)) }));
  }));
}

let known: KnownCall[] | null = null;
let builtIn: KnownCall[] | null = null;

/** Called whenever the covered sites change, and once when a worker starts. */
export function learnCalls(places: readonly Place[]): void {
  known = callsOf(places);
}

/** Whether the store was read in this worker's life. */
export const callsAreKnown = (): boolean => known !== null;

/** The publish calls this request could be. Before the store was read: of any built-in site. */
export function callsAt(method: string, url: string): KnownCall[] {
  const calls = known ?? (builtIn ??= callsOf(ADAPTERS.map((adapter) => ({ platform: adapter.id, host: null, adapter }))));
  return calls.filter((call) => call.spec.method === method.toUpperCase() && call.url.test(url) && !call.passes.some((pass) => pass.test(url)));
}
