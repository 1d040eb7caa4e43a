/** Finds profane words and slurs, plain or disguised, with their place in the author's text. */
import type { Span } from '../finding';
import { letterPairs } from '../text/letter-pairs';
import { perScan } from '../text/per-scan';
import type { Scan } from '../text/scan';
import { buildTrie, readThrough, type Match } from './disguise';
import { hasOtherMeaning } from './other-meaning';
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
const ANY_STEM = new RegExp(STEMS.join('|'));
const LETTER = /\p{L}/u;
const WORDISH = /[\p{L}\p{N}]/u;

/** Four letters and less are too close to innocent words ("spice", "titter") to take any ending but a plural. */
const endingFits = (stem: string, ending: string): boolean => (stem.length <= 4 && !STRONG.includes(stem) ? ending === '' || ending === 's' : ENDINGS.has(ending));

/** First two letters, and the two after the first, of every word here: ordinary words, which are nearly all words, stop at this look. */
const opensOne = letterPairs([...WHOLE].map((word) => word.slice(0, 2)));
const goesOnAsOne = letterPairs([...WHOLE].map((word) => word.slice(1, 3)));

/** One word is misspelled in more ways than a list can hold: "fck", "phuk", "fvcking", "muthafukka". */
const MISSPELLED = /^(?:m[ou]?[td]?h?[eau]?r?)?(?:ph|f)(?:[uvx](?:ck|kk|cc|q|k)|c?k)[kc]?(?:a|ah|as|ed|er|ers|erz|rs|in|ing|ings|n|ng|s|z|up|head|heads|wit|tard|face|off|boy|y|t|ery)?$/;
const misspelled = (form: string): boolean => form.length > 2 && (form.startsWith('f') || form.startsWith('ph') || form.startsWith('m')) && MISSPELLED.test(form) && form.length <= 16;

const stemOf = (form: string): string | null => {
  if (misspelled(form)) return 'fuck';
  if (!opensOne(form, 0) || !goesOnAsOne(form, 1)) return null;
  for (let cut = form.length; cut >= 3; cut -= 1) {
    const stem = form.slice(0, cut);
    if (WHOLE.has(stem) && endingFits(stem, form.slice(cut))) return stem;
    // "shitting": the last letter is doubled before the ending.
    if (cut > 3 && form.charAt(cut - 1) === form.charAt(cut - 2) && WHOLE.has(form.slice(0, cut - 1)) && /^(?:ing|ed|er|ers|y|in)$/u.test(form.slice(cut))) return form.slice(0, cut - 1);
  }
  return null;
};

/** Whether a folded word is a profane one by its letters, whatever it means where it stands. */
export const soundsProfane = (form: string): boolean => !INNOCENT_SET.has(form) && stemOf(form) !== null;

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
  // "the moon?" ends a question and hides no letter.
  if (match.masks === 1 && STOP.test(text.charAt(match.end - 1)) && !SOLID.test(text.charAt(match.end))) return false;
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
  // "Shiite" and "Koons" can be read as something worse, and are what they are.
  if (INNOCENT_SET.has(restOfWord(text, at))) return null;
  const rest = restOfWord(text, match.end);
  if (!endingFits(match.word, rest)) return null;
  return { match, end: match.end + rest.length };
}

const ASCII_LETTER = 1;
const ASCII_DIGIT = 2;
const ASCII_SIGN = 4;
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return /[A-Za-z]/.test(char) ? ASCII_LETTER : /\d/.test(char) ? ASCII_DIGIT : /[@$!|+(&^]/.test(char) ? ASCII_SIGN : 0;
});

/** Whether a word, or a sign that may stand for a letter, begins here. */
function opens(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128 ? KINDS[code] === 0 : !/[\p{L}\p{N}€£¢§]/u.test(text.charAt(at))) return false;
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return before < 128 ? ((KINDS[before] as number) & (ASCII_LETTER | ASCII_DIGIT)) === 0 : !WORDISH.test(text.charAt(at - 1));
}

const isSpace = (char: string) => char === ' ' || (char !== '' && SPACE.test(char));
const SPACE = /\s/u;
const AFTER_WORD = /[,;:)"”]/u;
const STOP = /[.!?]/u;
const SOLID = /\S/u;

/** A quick look: ordinary words, which are nearly all words, need no trie walk. */
function mayHide(text: string, at: number): boolean {
  let end = at;
  let last = 0;
  let hint = false;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code < 97 || code > 122) break;
    // A doubled letter, "ph", or one of v z x q k, which stand for other letters.
    hint ||= code === last || (last === 112 && code === 104) || code === 118 || code === 122 || code === 120 || code === 113 || code === 107;
    last = code;
  }
  if (hint || end - at < 2) return true;
  const after = text.charAt(end);
  return after !== '' && !isSpace(after) && !AFTER_WORD.test(after) && !(STOP.test(after) && !SOLID.test(text.charAt(end + 1)));
}

function find(scan: Scan): ProfaneWord[] {
  const out: ProfaneWord[] = [];
  const taken = (span: Span) => out.some((other) => span.start < other.end && other.start < span.end);
  const stems = ANY_STEM.test(scan.folded);
  for (const word of scan.words) {
    if (scan.inLink(word.start) || INNOCENT_SET.has(word.form)) continue;
    const form = word.form.endsWith("'s") ? word.form.slice(0, -2) : word.form;
    const stem = stemOf(form) ?? (stems ? (STEMS.find((part) => form.length > part.length && form.includes(part) && !INNOCENT.some((good) => form.includes(good))) ?? null) : null);
    if (stem && !hasOtherMeaning(form, scan.text, word)) out.push({ start: word.start, end: word.end, word: stem, slur: SLUR_SET.has(stem), disguised: false });
  }
  const { folded } = scan;
  for (let at = 0; at < folded.length; at += 1) {
    if (!opens(folded, at) || !mayHide(folded, at)) continue;
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
