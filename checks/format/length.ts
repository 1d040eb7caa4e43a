import { finding, type Check } from '../check';
import type { CheckContext } from '../finding';
import type { Scan } from '../text/scan';
import { weightedLength } from '../text/weight';

type Limit = NonNullable<CheckContext['limit']>;

/** Mastodon counts a link as 23 and only the local part of a full handle (its own compose counter). */
function mastodonUnits(scan: Scan): number {
  let text = scan.text;
  for (const link of [...scan.links].reverse()) if (link.explicit) text = text.slice(0, link.start) + 'x'.repeat(23) + text.slice(link.end);
  text = text.replaceAll(/@(\w+)@[\w.-]+\w/gu, '@$1');
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length;
}

export function countUnits(scan: Scan, counter: Limit['counter']): number {
  switch (counter) {
    case 'twitter': return weightedLength(scan.text);
    case 'mastodon': return mastodonUnits(scan);
    case 'graphemes': return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(scan.text)].length;
    case 'codepoints': return [...scan.text].length;
    case 'utf16': return scan.text.length;
  }
}

export const length: Check = {
  id: 'format.length',
  about: 'Longer than the site accepts, in the site’s own counting.',
  source: 'twitter-text v3 configuration; AT Protocol lexicon (300 graphemes); Mastodon compose counter',
  run({ scan, context }) {
    if (!context.limit) return [];
    const count = countUnits(scan, context.limit.counter);
    if (count <= context.limit.max) return [];
    return [finding(length, 'warn', [], `${count} of ${context.limit.max} characters: the site may refuse or cut this.`)];
  },
  flags: [{ text: '字'.repeat(141), context: { limit: { counter: 'twitter', max: 280 } } }, { text: '👨‍👩‍👧'.repeat(301), context: { limit: { counter: 'graphemes', max: 300 } } }],
  passes: [{ text: '字'.repeat(140), context: { limit: { counter: 'twitter', max: 280 } } }, { text: `https://example.org/${'a'.repeat(400)}`, context: { limit: { counter: 'twitter', max: 280 } } }],
};
