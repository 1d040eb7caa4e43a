/**
 * Enforced: whether one request may leave, judged from what it carries. Pure; the two browsers differ only in how the
 * body is read before. A publish call passes when a release is open for it and it carries the approved words, or when
 * the account is left out by name. Everything that cannot be told apart from another post does not pass
 * (HOUSE: promises 1 and 5; guard.md §3.4).
 */
import { approvedParts, fitsOf, isSilentPart, lengthOf } from './compare';
import { partsOf } from './parts';
import { publishes } from './publishing';
import type { PublishSpec } from '../../platforms/schema';
import { THREAD_SEPARATOR } from '../../review/canonical';
import type { Unreadable, Wire } from './wire';

/** What may leave at this moment from one tab. */
export interface OpenRelease {
  /** The approved text; null for an account that is left out by name, whose posts are nobody's to read. */
  text: string | null;
  /** Calls that have left already, and how many approved parts with words they carried. */
  calls: number;
  parts: number;
}

export type WireVerdict =
  /** `parts`: approved parts this call carries; it counts once it is let through. */
  | { let: true; why: 'not-publishing' | 'undecidable' | 'free' }
  | { let: true; why: 'approved' | 'wordless' | 'not-comparable'; parts: number }
  | { let: false; why: 'no-release' | 'differs' | 'spent' }
  | { let: false; why: 'unreadable'; reason: Unreadable };

/** Thread parts leave as one call each at the most (platforms.md §8, gap 5). */
const callsOf = (text: string | null): number => (text === null ? 1 : text.split(THREAD_SEPARATOR).length);

/** Bodies that no adapter of this kind can read; the site's own calls look the same every time. */
const UNDECLARED: Unreadable = 'not-declared';

function released(spec: PublishSpec, url: string, wire: Wire, release: OpenRelease): WireVerdict {
  if (release.calls >= callsOf(release.text)) return { let: false, why: 'spent' };
  if (release.text === null) return { let: true, why: 'free' };
  const read = partsOf(spec, url, wire);
  // The adapter says that nobody can read this call. One goes out, and it is never called compared.
  if (!read.ok) return read.reason === UNDECLARED ? { let: true, why: 'not-comparable', parts: 0 } : { let: false, why: 'unreadable', reason: read.reason };
  const approved = { text: release.text };
  if (isSilentPart(read.parts, approved)) return { let: true, why: 'wordless', parts: 0 };
  if (release.parts >= approvedParts(approved).length) return { let: false, why: 'spent' };
  return fitsOf(read.parts, approved).includes(release.parts) ? { let: true, why: 'approved', parts: lengthOf(read.parts) } : { let: false, why: 'differs' };
}

/**
 * @param spec a publish call whose method and address this request has.
 * @param release what is open for this tab and call; null when nothing is.
 */
export function judgeWire(spec: PublishSpec, url: string, wire: Wire, release: OpenRelease | null): WireVerdict {
  const publishing = publishes(spec, url, wire);
  if (publishing === false) return { let: true, why: 'not-publishing' };
  if (publishing === null) {
    // A header tells these apart and this listener sees none; the page world does (coverage says so).
    if (spec.operation?.in === 'header' || spec.operation?.in === 'frame') return { let: true, why: 'undecidable' };
    return { let: false, why: 'unreadable', reason: wire.kind === 'blind' ? wire.reason : 'not-form' };
  }
  return release === null ? { let: false, why: 'no-release' } : released(spec, url, wire, release);
}

/** Several calls of one adapter can share an address; the one that would stop it decides. */
export function strictest(verdicts: readonly WireVerdict[]): WireVerdict {
  return verdicts.find((verdict) => !verdict.let) ?? verdicts.find(({ why }) => why !== 'not-publishing' && why !== 'undecidable') ?? verdicts[0] ?? { let: true, why: 'not-publishing' };
}
