/** Finds links as X does: with a scheme in any script, without one on a known top-level domain. */
import type { Span } from '../finding';
import { hostEnd } from './url-host';

const SCHEME = /https?:\/\//iy;
const LETTER = /[0-9A-Za-z\u00C0-\u024F]/;
/** Characters directly before a link that make it part of a handle, a tag, a price or an address. */
const BAD_BEFORE = /[0-9A-Za-z@＠$#＃\u00C0-\u024F\uFFFE\uFEFF\uFFFF]/;
const BAD_BEFORE_BARE = /[-_./]/;
const PATH = /[0-9A-Za-z\u0400-\u04FF!*';:=+,.$/%#[\]\u2013_~@|&\u00C0-\u024F-]/;
const PATH_END = /[+\-0-9A-Za-z\u0400-\u04FF=_#/\u00C0-\u024F]/;
const QUERY = /[0-9A-Za-z!?*'@();:&=+$/%#[\]_.,~|-]/;
const QUERY_END = /[0-9A-Za-z\-_&=#/]/;
const TCO = /^https?:\/\/t\.co$/i;

/** "(…)" with path characters inside, at most two deep. Returns the end or -1. */
function bracketEnd(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (char === '(') depth += 1;
    else if (char === ')') {
      depth -= 1;
      if (depth === 0) return i > at + 1 ? i + 1 : -1;
    } else if (!PATH.test(char)) return -1;
    if (depth > 2) return -1;
  }
  return -1;
}

function pathEnd(text: string, at: number): number {
  if (text.charAt(at) !== '/') return at;
  let end = at + 1;
  let good = end;
  while (end < text.length) {
    const char = text.charAt(end);
    if (char === '(') {
      const close = bracketEnd(text, end);
      if (close < 0) break;
      end = close;
      good = end;
    } else if (PATH.test(char)) {
      end += 1;
      if (PATH_END.test(char)) good = end;
    } else break;
  }
  return good;
}

function queryEnd(text: string, at: number): number {
  if (text.charAt(at) !== '?') return at;
  let good = at;
  for (let i = at + 1; i < text.length && QUERY.test(text.charAt(i)); i += 1) if (QUERY_END.test(text.charAt(i))) good = i + 1;
  return good;
}

function portEnd(text: string, at: number): number {
  const match = /^:\d+/.exec(text.slice(at, at + 7));
  return match ? at + match[0].length : at;
}

/** X's own shortener takes at most 40 letters and digits; anything longer is no link at all. */
function shortLinkEnd(text: string, host: number): number {
  const slug = /^\/[0-9A-Za-z]*/.exec(text.slice(host))?.[0] ?? '';
  if (slug.length > 41) return -1;
  return slug.length > 1 ? queryEnd(text, host + slug.length) : host;
}

export interface FoundUrl extends Span {
  explicit: boolean;
}

/** The last text and its links: scanning and counting look at the same draft one after the other. */
let last: { text: string; found: readonly FoundUrl[] } = { text: '', found: [] };

/** Every link in reading order; spans never overlap. Linear in the length of the text. */
export function findUrls(text: string): readonly FoundUrl[] {
  if (last.text !== text) last = { text, found: search(text) };
  return last.found;
}

function search(text: string): FoundUrl[] {
  const found: FoundUrl[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code < 128 && PLAIN[code] !== 1) {
      at += 1;
      continue;
    }
    const before = at > 0 ? text.charAt(at - 1) : '';
    if (BAD_BEFORE.test(before) || !LETTER.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const wordEnd = plainEnd(text, at);
    const next = text.charCodeAt(wordEnd);
    // Most words are followed by neither a dot nor a colon nor anything that could go on with a host.
    if (next !== 46 && next !== 58 && next !== 45 && next !== 95 && !(next > 127)) {
      at = wordEnd;
      continue;
    }
    SCHEME.lastIndex = at;
    const scheme = SCHEME.exec(text)?.[0] ?? '';
    const start = at;
    const host = scheme === '' && BAD_BEFORE_BARE.test(before) ? -1 : hostEnd(text, at + scheme.length, scheme !== '');
    if (host < 0) {
      at = scheme === '' ? skip(text, at) : at + scheme.length;
      continue;
    }
    const end = TCO.test(text.slice(start, host)) ? shortLinkEnd(text, host) : queryEnd(text, pathEnd(text, portEnd(text, host)));
    if (end > 0) found.push({ start, end, explicit: scheme !== '' });
    at = Math.max(end, host);
  }
  return found;
}

const PLAIN = Uint8Array.from({ length: 128 }, (_, code) => (/[0-9A-Za-z]/.test(String.fromCharCode(code)) ? 1 : 0));

/** End of the ASCII letters and digits from here on. */
function plainEnd(text: string, at: number): number {
  let end = at + 1;
  while (PLAIN[text.charCodeAt(end)] === 1) end += 1;
  return end;
}

/** No host starts inside the rest of this word either. */
function skip(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && LETTER.test(text.charAt(end))) end += 1;
  return end;
}
