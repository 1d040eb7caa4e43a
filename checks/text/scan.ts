/**
 * One pass over a draft, shared by every check: folded text with offsets, words, links, mentions, hashtags.
 * Checks read this and never tokenise again.
 */
import { fold } from './fold';
import type { Span } from '../finding';
import { findHashtags, findMentions, type Tag } from './tags';
import { findUrls } from './url-scan';

export interface Word extends Span {
  /** Folded form: lower case, look-alikes read, accents removed. */
  form: string;
}

export interface Link extends Span {
  /** As written. */
  raw: string;
  /** Parsed; null when it looks like a link and is not one. */
  url: URL | null;
  /** Written with http:// or https://. */
  explicit: boolean;
}

export interface Scan {
  text: string;
  folded: string;
  words: Word[];
  links: Link[];
  mentions: Word[];
  hashtags: Word[];
  /** Span in the original of folded[start, end). */
  span(start: number, end: number): Span;
  /** Whether an original offset lies in a link. */
  inLink(offset: number): boolean;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’\u2019](?=\p{L}))*/uy;
/** 1 letter, 2 digit; of ASCII. */
const KIND = Uint8Array.from({ length: 128 }, (_, code) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) ? 1 : code >= 48 && code <= 57 ? 2 : 0);
const kindAt = (text: string, at: number): number => KIND[text.charCodeAt(at)] ?? 0;

/** Start and end of every word, one after the other. Words of ASCII alone, which are most, need no Unicode look-up. */
export function wordEdges(text: string): Int32Array {
  const edges = new Int32Array(text.length + 1);
  let size = 0;
  let at = 0;
  while (at < text.length) {
    let end = at;
    if (text.charCodeAt(at) < 128) {
      if (kindAt(text, at) === 0) {
        at += 1;
        continue;
      }
      while (kindAt(text, end) > 0 || (text.charCodeAt(end) === 39 && kindAt(text, end + 1) === 1)) end += 1;
    }
    const next = text.charCodeAt(end);
    if (next > 127 || (next === 39 && text.charCodeAt(end + 1) > 127)) {
      WORD.lastIndex = at;
      end = at + (WORD.exec(text)?.[0].length ?? 0);
    }
    if (end > at) {
      edges[size] = at;
      edges[size + 1] = end;
      size += 2;
    }
    at = Math.max(end, at + 1);
  }
  return edges.subarray(0, size);
}
/** Schemes that X does not link and other sites do; a draft that holds one is worth a look. */
const OTHER_SCHEME = /(?<![\p{L}\p{N}])(?:ftp|javascript|data|file|https?):(?:\/\/)?[^\s<>"“”]+/giu;

function parse(raw: string, explicit: boolean): URL | null {
  try {
    return new URL(explicit ? raw : `https://${raw}`);
  } catch {
    return null;
  }
}

function findLinks(text: string): Link[] {
  if (!text.includes('.') && !text.includes(':')) return [];
  const links: Link[] = findUrls(text).map(({ start, end, explicit }) => {
    const raw = text.slice(start, end);
    return { start, end, raw, explicit, url: parse(raw, explicit) };
  });
  if (!text.includes(':')) return links;
  for (const match of text.matchAll(OTHER_SCHEME)) {
    const raw = match[0].replace(/[.,;:!?)\]}'"’”»…]+$/u, '');
    const end = match.index + raw.length;
    if (links.some((link) => match.index < link.end && link.start < end)) continue;
    const url = parse(raw, true);
    if (url) links.push({ start: match.index, end, raw, explicit: true, url });
  }
  return links.sort((a, b) => a.start - b.start);
}

/** Whether an offset lies in one of the spans, which are in reading order and do not overlap. */
export function within(spans: readonly Span[], offset: number): boolean {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const one = spans[middle] as Span;
    if (offset < one.start) high = middle - 1;
    else if (offset >= one.end) low = middle + 1;
    else return true;
  }
  return false;
}

/** `within` for questions that come in reading order, as nearly all do: the stretch of the last answer is remembered. */
export function seeker(spans: readonly Span[]): (offset: number) => boolean {
  if (spans.length === 0) return () => false;
  let from = 0;
  let to = 0;
  let inside = false;
  return (offset) => {
    if (offset >= from && offset < to) return inside;
    let low = 0;
    let high = spans.length - 1;
    from = 0;
    to = Number.POSITIVE_INFINITY;
    inside = false;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const one = spans[middle] as Span;
      if (offset < one.start) {
        high = middle - 1;
        to = one.start;
      } else if (offset >= one.end) {
        low = middle + 1;
        from = one.end;
      } else {
        from = one.start;
        to = one.end;
        inside = true;
        break;
      }
    }
    return inside;
  };
}

const asWords = (tags: Tag[]): Word[] => tags.map(({ name, start, end }) => ({ form: fold(name).text, start, end }));

export function scan(text: string): Scan {
  const folded = fold(text);
  const links = findLinks(text);
  const inLink = seeker(links);
  const span = (start: number, end: number): Span => ({
    start: folded.from[start] ?? text.length,
    end: end > start ? (folded.to[end - 1] ?? text.length) : (folded.from[start] ?? text.length),
  });
  const words: Word[] = [];
  const curly = text.includes('’');
  const edges = wordEdges(folded.text);
  for (let i = 0; i < edges.length; i += 2) {
    const from = edges[i] as number;
    const to = edges[i + 1] as number;
    const form = folded.text.slice(from, to);
    words.push({ form: curly && form.includes('’') ? form.replaceAll('’', "'") : form, start: folded.from[from] as number, end: folded.to[to - 1] as number });
  }
  return {
    text, folded: folded.text, words, links,
    mentions: text.includes('@') || text.includes('＠') ? asWords(findMentions(text, links)) : [],
    hashtags: text.includes('#') || text.includes('＃') ? asWords(findHashtags(text, links)) : [],
    span, inLink,
  };
}
