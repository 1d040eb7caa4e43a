/** Reads a request that may publish: which call it is, what it carries, and which release it belongs to. */
import { approvedParts, fitsOf, isSilentPart, lengthOf } from '../../../gate/witness/compare';
import { partsOf } from '../../../gate/witness/parts';
import { publishes } from '../../../gate/witness/publishing';
import { readWire } from '../../../gate/witness/wire';
import type { RequestBody, Wire } from '../../../gate/witness/wire';
import type { PublishSpec } from '../../../platforms/schema';
import type { Manifest } from '../../../review/model';
import { releaseAt } from '../../../storage/operations/release-at';
import { readRevision } from '../../../storage/read-rows';
import { readyDesk } from '../ready';
import { publishRequestSeen } from './lock-port';
import type { Passage } from './lock-port';
import type { Hit, Request } from './matcher';
import type { Sighted } from './sighted';

export interface StartedRequest extends Request {
  requestId: string;
  tabId: number;
  type: string;
  timeStamp: number;
  requestBody?: RequestBody | null | undefined;
}

interface Judged {
  hit: Hit;
  spec: PublishSpec | null;
  certain: boolean;
}

/** The call this request is. Where nobody can tell, the first that it may be; null when it is none. */
function judge(hits: readonly Hit[], url: string, wire: Wire): Judged | null {
  let perhaps: Judged | null = null;
  for (const hit of hits) {
    for (const spec of hit.specs) {
      const answer = publishes(spec, url, wire);
      if (answer) return { hit, spec, certain: true };
      if (answer === null) perhaps ??= { hit, spec, certain: false };
    }
    if (hit.specs.length === 0) perhaps ??= { hit, spec: null, certain: false };
  }
  return perhaps;
}

type Compared = Pick<NonNullable<Sighted['release']>, 'sighting' | 'of' | 'unread'>;

function compared({ spec, certain }: Judged, url: string, wire: Wire, manifest: Manifest): Compared {
  const read = spec ? partsOf(spec, url, wire) : ({ ok: false, reason: 'not-declared' } as const);
  const of = approvedParts(manifest).length;
  if (!read.ok) return { of, unread: read.reason, sighting: { read: null, certain } };
  if (isSilentPart(read.parts, manifest)) return { of, unread: 'no-text', sighting: { read: null, certain: false } };
  return { of, unread: null, sighting: { read: { parts: lengthOf(read.parts), fits: fitsOf(read.parts, manifest) }, certain } };
}

export const originOf = ({ initiator, documentUrl, originUrl }: Request): string | null => {
  const place = initiator ?? documentUrl ?? originUrl;
  return place !== undefined && URL.canParse(place) ? new URL(place).origin : null;
};

/** @param passage what the lock said when it was told of the address alone. Null: this request publishes nothing. */
export async function recognise(details: StartedRequest, hits: readonly Hit[], passage: Passage): Promise<Sighted | null> {
  const wire = await readWire(details.requestBody);
  const judged = judge(hits, details.url, wire);
  if (!judged) return null;
  const { hit, spec, certain } = judged;
  const through = passage ?? (certain && spec?.operation ? publishRequestSeen(details, spec.id) : null);
  const desk = await readyDesk();
  const platforms = hits.map(({ platform }) => platform);
  const hold = await releaseAt(desk, { tabId: details.tabId, origin: originOf(details), platforms, at: details.timeStamp });
  const manifest = hold && (await readRevision(desk.db, hold.id, hold.revision)).manifest;
  return {
    platform: hit.platform, publishId: spec?.id ?? '', host: new URL(details.url).host, way: details.type, digest: wire.digest, certain,
    release: hold?.grantId && manifest ? { holdId: hold.id, grantId: hold.grantId, ...compared(judged, details.url, wire, manifest) } : null,
    free: through?.window.why === 'free', at: details.timeStamp,
  };
}
