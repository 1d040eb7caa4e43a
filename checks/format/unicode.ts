import { finding, type Check } from '../check';

const BIDI = /[\u202A-\u202E\u2066-\u2069]/gu;
/** Joiners do real work inside emoji and in scripts that join letters; anywhere else nobody can see them. */
const NEEDS_JOINERS = /[\p{Extended_Pictographic}\p{M}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}\p{Script=Malayalam}]$/u;
const EMOJI_NEXT = /^\p{Extended_Pictographic}/u;
const ZERO = /\u200B|\u2060|\u200C|\u200D|\u00AD/gu;
const STYLED = /[\u{1D400}-\u{1D7FF}\u{1F130}-\u{1F149}\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}\u24B6-\u24E9](?:[\s\u{1D400}-\u{1D7FF}\u{1F130}-\u{1F189}\u24B6-\u24E9]*[\u{1D400}-\u{1D7FF}\u{1F130}-\u{1F149}\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}\u24B6-\u24E9])?/gu;

export const unicode: Check = {
  id: 'format.unicode',
  about: 'Characters that hide, reorder or imitate text.',
  source: 'Unicode UTR #36 and UTS #39; WCAG 2.2 SC 1.3.1',
  run({ scan }) {
    const out = [];
    for (const match of scan.text.matchAll(BIDI)) {
      out.push(finding(unicode, 'hold', [{ start: match.index, end: match.index + 1 }], 'An invisible control here changes the order in which the text is read.'));
    }
    for (const match of scan.text.matchAll(ZERO)) {
      if (NEEDS_JOINERS.test(scan.text.slice(Math.max(0, match.index - 2), match.index)) || EMOJI_NEXT.test(scan.text.slice(match.index + 1, match.index + 3))) continue;
      out.push(finding(unicode, 'warn', [{ start: match.index, end: match.index + match[0].length }], 'There is an invisible character here.'));
    }
    for (const match of scan.text.matchAll(STYLED)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if ([...match[0].replaceAll(/\s/gu, '')].length < 2) continue;
      out.push(finding(unicode, 'warn', [span], 'Styled look-alike letters are skipped or spelled out by screen readers.', { replacement: match[0].normalize('NFKC') }));
    }
    return out;
  },
  flags: [
    { text: 'Pay to \u202Emoc.elpmaxe\u202C now' },
    { text: 'hid\u200Bden' },
    { text: 'This is 𝗯𝗼𝗹𝗱 news', marks: ['𝗯𝗼𝗹𝗱'] },
  ],
  passes: [
    { text: 'Family trip 👨‍👩‍👧‍👦 was great' },
    { text: 'می‌خواهم بروم' },
    { text: 'The set ℝ and the temperature 30 ℃' },
  ],
};
