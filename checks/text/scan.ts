/**
 * One pass over a draft, shared by every check: folded text with offsets, words, links, mentions, hashtags.
 * Checks read this and never tokenise again.
 */
import { fold } from './fold';
import type { Span } from '../finding';

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
const TAG = /(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*)/gu;
const MENTION = /(?<![\p{L}\p{N}_!#$%&*@＠/])[@＠]([A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?(?:@[A-Za-z0-9.-]+\.[A-Za-z]{2,})?)/gu;
const EXPLICIT = /\b(?:https?|ftp|javascript|data|file):[^\s<>"“”]+/giu;
const BARE = /(?<![\p{L}\p{N}@/_.-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,24}|xn--[a-z0-9-]{2,59})(?::\d{2,5})?(?:\/[^\s<>"“”]*)?/giu;
const TAIL = /[.,;:!?)\]}'"’”»…]+$/u;

/** Common top-level domains for links written without a scheme; a longer list would turn "end.Next" into links. */
const TLDS = new Set('com org net edu gov mil int info biz io co ai app dev me tv uk de fr nl es it pt pl se no dk fi at ch be ie eu us ca au nz in jp cn br mx ru ua tr za xyz online shop store site blog news social example test local internal'.split(' '));

function parse(raw: string, explicit: boolean): URL | null {
  try {
    return new URL(explicit ? raw : `https://${raw}`);
  } catch {
    return null;
  }
}

function trimTail(raw: string): string {
  let out = raw;
  for (;;) {
    const tail = TAIL.exec(out);
    if (!tail) return out;
    // A closing bracket that was opened inside the link belongs to it.
    if (tail[0].startsWith(')') && (out.match(/\(/g)?.length ?? 0) >= (out.match(/\)/g)?.length ?? 0)) return out;
    out = out.slice(0, tail.index);
    if (out === '') return raw;
  }
}

function findLinks(text: string): Link[] {
  const links: Link[] = [];
  const add = (index: number, match: string, explicit: boolean) => {
    const raw = trimTail(match);
    if (links.some((link) => index < link.end && index + raw.length > link.start)) return;
    links.push({ start: index, end: index + raw.length, raw, url: parse(raw, explicit), explicit });
  };
  for (const match of text.matchAll(EXPLICIT)) add(match.index, match[0], true);
  if (text.includes('.')) {
    for (const match of text.matchAll(BARE)) {
      const host = match[0].split(/[/:]/, 1)[0] ?? '';
      const tld = host.slice(host.lastIndexOf('.') + 1).toLowerCase();
      if (TLDS.has(tld) || tld.startsWith('xn--')) add(match.index, match[0], false);
    }
  }
  return links.sort((a, b) => a.start - b.start);
}

function collect(pattern: RegExp, text: string, inLink: (offset: number) => boolean): Word[] {
  const out: Word[] = [];
  for (const match of text.matchAll(pattern)) {
    if (inLink(match.index)) continue;
    out.push({ form: fold(match[1] ?? '').text, start: match.index, end: match.index + match[0].length });
  }
  return out;
}

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
    mentions: text.includes('@') || text.includes('＠') ? collect(MENTION, text, inLink) : [],
    hashtags: text.includes('#') || text.includes('＃') ? collect(TAG, text, inLink) : [],
    span, inLink,
  };
}
