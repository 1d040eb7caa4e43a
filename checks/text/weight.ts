/** X's own length: twitter-text 3 configuration, weights in hundredths (light ranges 1, everything else 2, link 23, emoji 2). */
import { remembering } from './remember';
import { findUrls } from './url-scan';

const LINK_UNITS = 23;
const EMOJI = /^(?:\p{RGI_Emoji}|\p{Emoji}\uFE0F|[0-9#*]\uFE0F?\u20E3)$/v;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const isLight = (code: number) => code <= 4351 || (code >= 8192 && code <= 8205) || (code >= 8208 && code <= 8223) || (code >= 8242 && code <= 8247);

/** What can be part of an emoji: everything beyond ASCII, and the signs that a keycap is built on. */
const RUN = /[0-9#*]?\P{ASCII}+/gu;
/** An apostrophe, a dash, an emoji: these come again and again. Longer runs are text, which is nothing to keep. */
const SHORT_RUN = 8;
/** Without one of these there is no emoji, and every code point counts for itself. */
const MAY_BE_EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;

/** Splitting into graphemes is slow, and only a run beyond ASCII can hold an emoji: most often the same few signs. */
function units(text: string, emojiAsOne: boolean): number {
  const known = emojiAsOne ? emojiAsTwo : pointByPoint;
  let total = text.length;
  for (const { 0: run } of text.matchAll(RUN)) total += (run.length <= SHORT_RUN ? known(run) : unitsOfRun(run, emojiAsOne)) - run.length;
  return total;
}

function unitsOfRun(text: string, emojiAsOne: boolean): number {
  let total = 0;
  if (!emojiAsOne || !MAY_BE_EMOJI.test(text)) {
    for (const point of text) total += isLight(point.codePointAt(0) ?? 0) ? 1 : 2;
    return total;
  }
  for (const { segment } of graphemes.segment(text)) {
    if (emojiAsOne && EMOJI.test(segment)) {
      total += 2;
      continue;
    }
    for (const point of segment) total += isLight(point.codePointAt(0) ?? 0) ? 1 : 2;
  }
  return total;
}

const emojiAsTwo = remembering((run) => unitsOfRun(run, true));
const pointByPoint = remembering((run) => unitsOfRun(run, false));

/**
 * Weighted length of a post on X, in units of its 280 limit.
 * @param emojiAsOne false gives the version 2 counting, in which every code point of an emoji counts.
 */
export function weightedLength(text: string, emojiAsOne = true): number {
  const normal = text.normalize('NFC');
  let total = 0;
  let at = 0;
  for (const url of findUrls(normal)) {
    total += units(normal.slice(at, url.start), emojiAsOne) + LINK_UNITS;
    at = url.end;
  }
  return total + units(normal.slice(at), emojiAsOne);
}
