/** Finds profane words and slurs, plain or disguised, with their place in the author's text. */
import type { Span } from '../finding';
import { perScan } from '../text/per-scan';
import type { Scan } from '../text/scan';
import { buildTrie, readThrough, type Match } from './disguise';
import { ENDINGS, INNOCENT, SHORT, SLURS, STRONG } from './words/profanity';

export interface ProfaneWord extends Span {
  word: string;
  slur: boolean;
  disguised: boolean;
}

const SLUR_SET = new Set(SLURS);
const WHOLE = new Set([...STRONG, ...SHORT, ...SLURS]);
const INNOCENT_SET = new Set(INNOCENT);
const TRIE = buildTrie([...STRONG, ...SLURS.filter((word) => word.length > 3)]);
/** Never inside an innocent English word, so they count inside compounds and hashtags as well. */
const STEMS = STRONG.filter((word) => /fuck|shit|cunt|bitch|whore|asshole|wanker|nigger|faggot/u.test(word)).concat(['nigger', 'faggot', 'nigga']);
const LETTER = /\p{L}/u;
const WORDISH = /[\p{L}\p{N}]/u;

/** Four letters and less are too close to innocent words ("spice", "titter") to take any ending but a plural. */
const endingFits = (stem: string, ending: string): boolean => (stem.length <= 4 && !STRONG.includes(stem) ? ending === '' || ending === 's' : ENDINGS.has(ending));

const stemOf = (form: string): string | null => {
  for (let cut = form.length; cut >= 3; cut -= 1) {
    const stem = form.slice(0, cut);
    if (WHOLE.has(stem) && endingFits(stem, form.slice(cut))) return stem;
    // "shitting": the last letter is doubled before the ending.
    if (cut > 3 && form.charAt(cut - 1) === form.charAt(cut - 2) && WHOLE.has(form.slice(0, cut - 1)) && /^(?:ing|ed|er|ers|y|in)$/u.test(form.slice(cut))) return form.slice(0, cut - 1);
  }
  return null;
};

/** A disguised reading counts when enough of it is really there and it stands as a word of its own. */
function convincing(match: Match, text: string, at: number): boolean {
  const letters = match.word.length;
  const there = match.plain + match.signs;
  const framed = match.masks === letters - 2 && LETTER.test(text.charAt(at)) && LETTER.test(text.charAt(match.end - 1));
  if ((match.masks > Math.ceil(letters / 2) && !framed) || there < 2 || match.plain === 0) return false;
  if (match.gaps > 0 && match.gaps < letters - 1) {
    // Gaps must run through the whole word, or stand alone inside one with letters kept together ("sh.it").
    if (/\s/u.test(text.slice(at, match.end))) return false;
  }
  if (match.gaps === 0 && match.masks === 0 && match.signs === 0 && !match.stretched) return false;
  if (match.gaps > 0 && /\s/u.test(text.slice(at, match.end)) && !/^\S(?:\s+\S+?){2,}$/u.test(text.slice(at, match.end))) return false;
  return true;
}

function restOfWord(text: string, end: number): string {
  let stop = end;
  while (stop < text.length && LETTER.test(text.charAt(stop))) stop += 1;
  return text.slice(end, stop);
}

function disguisedAt(text: string, at: number): { match: Match; end: number } | null {
  const match = readThrough(text, at, TRIE);
  if (!match || !convincing(match, text, at)) return null;
  const rest = restOfWord(text, match.end);
  if (!endingFits(match.word, rest)) return null;
  return { match, end: match.end + rest.length };
}

const PLAIN_WORD = /[a-z]+/y;
const HINT = /(.)\1|ph|[vzxqk]/u;

/** A quick look: ordinary words, which are nearly all words, need no trie walk. */
function mayHide(text: string, at: number): boolean {
  PLAIN_WORD.lastIndex = at;
  const word = PLAIN_WORD.exec(text)?.[0] ?? '';
  if (word.length < 2 || HINT.test(word)) return true;
  const after = text.charAt(at + word.length);
  return after !== '' && !/[\s,;:)"”]/u.test(after) && !(/[.!?]/u.test(after) && !/\S/u.test(text.charAt(at + word.length + 1)));
}

function find(scan: Scan): ProfaneWord[] {
  const out: ProfaneWord[] = [];
  const taken = (span: Span) => out.some((other) => span.start < other.end && other.start < span.end);
  for (const word of scan.words) {
    if (scan.inLink(word.start) || INNOCENT_SET.has(word.form)) continue;
    const form = word.form.replace(/'s$/u, '');
    const stem = stemOf(form) ?? STEMS.find((part) => form.length > part.length && form.includes(part) && !INNOCENT.some((good) => form.includes(good))) ?? null;
    if (stem) out.push({ start: word.start, end: word.end, word: stem, slur: SLUR_SET.has(stem), disguised: false });
  }
  const { folded } = scan;
  for (let at = 0; at < folded.length; at += 1) {
    if (!/[\p{L}\p{N}@$!|+(&€£¢§^]/u.test(folded.charAt(at)) || (at > 0 && WORDISH.test(folded.charAt(at - 1)))) continue;
    if (!mayHide(folded, at)) continue;
    const hit = disguisedAt(folded, at);
    if (!hit) continue;
    const span = scan.span(at, hit.end);
    if (taken(span) || scan.inLink(span.start)) continue;
    out.push({ ...span, word: hit.match.word, slur: SLUR_SET.has(hit.match.word), disguised: true });
    at = hit.end - 1;
  }
  return out.sort((a, b) => a.start - b.start);
}

/** Every profane word and slur of the draft, in reading order. */
export const findProfaneWords = perScan(find);
