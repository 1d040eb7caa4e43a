/** The matcher of this worker's life. Made from the covered sites, and made again when a commit changed them. */
import type { Desk } from '../../../storage/desk';
import { coveredList } from '../coverage';
import { readyDesk } from '../ready';
import { makeMatcher } from './matcher';
import type { Matcher } from './matcher';

interface Cached {
  desk: Desk;
  /** The desk replaces this object whenever sites or adapters change. */
  of: Desk['mirrored'];
  matcher: Matcher;
}

let cached: Cached | null = null;

/** At once, or null in a worker that has just woken or after sites changed: then `matcherSoon` makes one. */
export function matcherNow(): Matcher | null {
  return cached && cached.of === cached.desk.mirrored ? cached.matcher : null;
}

export async function matcherSoon(): Promise<Matcher> {
  const now = matcherNow();
  if (now) return now;
  const desk = await readyDesk();
  const of = desk.mirrored;
  const matcher = makeMatcher(await coveredList(desk));
  cached = { desk, of, matcher };
  return matcher;
}
