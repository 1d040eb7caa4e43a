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

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’\u2019](?=\p{L}))*/gu;
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
  for (const match of text.matchAll(OTHER_SCHEME)) {
    const raw = match[0].replace(/[.,;:!?)\]}'"’”»…]+$/u, '');
    const end = match.index + raw.length;
    if (links.some((link) => match.index < link.end && link.start < end)) continue;
    const url = parse(raw, true);
    if (url) links.push({ start: match.index, end, raw, explicit: true, url });
  }
  return links.sort((a, b) => a.start - b.start);
}

const asWords = (tags: Tag[]): Word[] => tags.map(({ name, start, end }) => ({ form: fold(name).text, start, end }));

export function scan(text: string): Scan {
  const folded = fold(text);
  const links = findLinks(text);
  const inLink = (offset: number) => links.some((link) => offset >= link.start && offset < link.end);
  const span = (start: number, end: number): Span => ({
    start: folded.from[start] ?? text.length,
    end: end > start ? (folded.to[end - 1] ?? text.length) : (folded.from[start] ?? text.length),
  });
  const words: Word[] = [];
  for (const match of folded.text.matchAll(WORD)) {
    const at = span(match.index, match.index + match[0].length);
    words.push({ form: match[0].replaceAll('’', "'"), ...at });
  }
  return {
    text, folded: folded.text, words, links,
    mentions: text.includes('@') || text.includes('＠') ? asWords(findMentions(text, links)) : [],
    hashtags: text.includes('#') || text.includes('＃') ? asWords(findHashtags(text, links)) : [],
    span, inLink,
  };
}
