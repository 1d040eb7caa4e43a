/** From a request to the covered site and the publish calls it can be. Asked for every request of a covered host. */
import type { Adapter, PublishSpec } from '../../../platforms/schema';
import { patternCovers } from '../match-pattern';
import type { CoveredSite } from '../coverage';

export interface Request {
  method: string;
  url: string;
  /** Origin or address of the document or worker that asked; Chrome says `initiator`, Firefox `documentUrl`. */
  initiator?: string | undefined;
  documentUrl?: string | undefined;
  originUrl?: string | undefined;
}

export interface Hit {
  platform: string;
  adapter: Adapter;
  site: CoveredSite;
  /** Publish calls whose address this is; empty when the adapter declares none and any form may be the post. */
  specs: PublishSpec[];
}

interface Entry {
  site: CoveredSite;
  specs: { spec: PublishSpec; url: RegExp }[];
  pass: RegExp[];
}

export interface Matcher {
  find: (request: Request) => Hit[];
}

/** A stored pattern that is broken matches nothing; imports refuse such patterns long before. */
function regex(source: string): RegExp[] {
  try {
    return [new RegExp(source)];
  } catch {
    return [];
  }
}

const originOf = ({ initiator, documentUrl, originUrl }: Request): string | undefined => initiator ?? documentUrl ?? originUrl;

/**
 * Sites with publish calls are matched by method, address, and place: the page that asked or the server that is asked
 * is covered. A GET is looked at only where an adapter publishes by GET, so most requests end at the first comparison.
 */
export function makeMatcher(sites: readonly CoveredSite[]): Matcher {
  const entries: Entry[] = sites.map((site) => ({
    site,
    specs: site.adapter.publish.filter(({ transport }) => transport !== 'socket').flatMap((spec) => regex(spec.url).map((url) => ({ spec, url }))),
    pass: (site.adapter.passThrough ?? []).flatMap(regex),
  }));
  const methods = new Set(entries.flatMap(({ site, specs }) => (site.adapter.publish.length === 0 ? ['POST'] : specs.map(({ spec }) => spec.method))));
  const covers = (site: CoveredSite, place: string | undefined): boolean => place !== undefined && site.patterns.some((pattern) => patternCovers(pattern, place));
  return {
    find(request) {
      if (!methods.has(request.method as PublishSpec['method'])) return [];
      const hits: Hit[] = [];
      for (const { site, specs, pass } of entries) {
        const fitting = specs.filter(({ spec, url }) => spec.method === request.method && url.test(request.url)).map(({ spec }) => spec);
        const undeclared = site.adapter.publish.length === 0 && request.method === 'POST';
        if (fitting.length === 0 && !undeclared) continue;
        if (pass.some((each) => each.test(request.url))) continue;
        if (!covers(site, request.url) && !covers(site, originOf(request))) continue;
        hits.push({ platform: site.platform, adapter: site.adapter, site, specs: fitting });
      }
      return hits;
    },
  };
}
