/** Mentions, hashtags and cashtags as X reads them (twitter-text 3 conformance). */
import type { Span } from '../finding';

export interface Tag extends Span {
  /** Without the sign. */
  name: string;
}

const MENTION = /(?<=^|[^A-Za-z0-9_!#$%&*@＠]|(?:^|[^A-Za-z0-9_+~.-])rt:?)[@＠]([A-Za-z0-9_]{1,20})(\/[A-Za-z][A-Za-z0-9_-]{0,24})?/iuy;
const AFTER_MENTION = /^(?:[@＠\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF]|:\/\/)/u;
// oxlint-disable-next-line no-misleading-character-class -- marks and joiners are listed one by one on purpose
const HASHTAG = /(?:(?<=^|\uFE0E|\uFE0F|$)|(?<=[^&\p{L}\p{M}\p{Nd}_\u200C\u200D·＃#]))[#＃](?!\uFE0F|\u20E3)([\p{L}\p{M}\p{Nd}_\u200C\u200D\u0F0B\u0F0C\u00B7\u30A0\u30FB\u3003\uFF5E\u05BE\u05F3\u05F4\uA67E\u301C\u309B\u309C]*[\p{L}\p{M}][\p{L}\p{M}\p{Nd}_\u200C\u200D\u0F0B\u0F0C\u00B7\u30A0\u30FB\u3003\uFF5E\u05BE\u05F3\u05F4\uA67E\u301C\u309B\u309C]*)/uy;
const AFTER_HASHTAG = /^(?:[#＃]|:\/\/)/u;
const CASHTAG = /(?<=^|[\s\u202A-\u202E\u2066-\u2069])\$([A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?)(?=$|[\s!'#%&"()*+,\\./:;<=>?@[\]^_{|}~$-])/gu;

const inside = (spans: readonly Span[], at: number) => spans.some((span) => at >= span.start && at < span.end);

/** Tries a pattern only where one of its two opening signs stands; they are rare, and the patterns look backwards. */
function tagsAt(text: string, signs: readonly [string, string], pattern: RegExp, after: RegExp, links: readonly Span[]): Tag[] {
  const out: Tag[] = [];
  let free = 0;
  for (let at = nextOf(text, signs, 0); at >= 0; at = nextOf(text, signs, at + 1)) {
    if (at < free) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    const end = at + match[0].length;
    free = end;
    if (after.test(text.slice(end, end + 3)) || inside(links, at)) continue;
    out.push({ name: match[1] ?? '', start: at, end });
  }
  return out;
}

function nextOf(text: string, [plain, wide]: readonly [string, string], from: number): number {
  const a = text.indexOf(plain, from);
  const b = text.indexOf(wide, from);
  return a < 0 ? b : b < 0 ? a : Math.min(a, b);
}

export const findMentions = (text: string, links: readonly Span[] = []): Tag[] => tagsAt(text, ['@', '＠'], MENTION, AFTER_MENTION, links);

export const findHashtags = (text: string, links: readonly Span[] = []): Tag[] => tagsAt(text, ['#', '＃'], HASHTAG, AFTER_HASHTAG, links);

export function findCashtags(text: string): Tag[] {
  return [...text.matchAll(CASHTAG)].map((match) => ({ name: match[1] ?? '', start: match.index, end: match.index + match[0].length }));
}
