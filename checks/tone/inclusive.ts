import { finding, quote, type Check } from '../check';
import { matches, pattern } from '../text/pattern';

type Instead = (words: string) => string;
/** The same word in the place of a part of the term, so that endings and what stands around it stay. */
const swap = (part: RegExp, word: string): Instead => (words) => words.replace(part, word);
/** One person or several: English tells them apart by the vowel. */
const people = (one: string, many: string): Instead => (words) => (/m[ae]n$/iu.exec(words)?.[0].toLowerCase() === 'men' ? many : one);

/**
 * Term, and words that fit exactly in its place, or advice where no words do. From the style guides named below; short
 * on purpose, because long lists teach people to ignore them.
 */
const TERMS = ([
  [/\bblack ?list(?:ed|s|ing)?\b/giu, swap(/black ?list/iu, 'blocklist')], [/\bwhite ?list(?:ed|s|ing)?\b/giu, swap(/white ?list/iu, 'allowlist')],
  [/\bmaster[/ -]slave\b/giu, () => 'primary/replica'], [/\bmanpower\b/giu, () => 'workforce'], [/\bman[- ]?made\b/giu, () => 'artificial'], [/\bmankind\b/giu, () => 'humanity'],
  [/\bchairman\b/giu, () => 'chair'], [/\bspokesman\b/giu, () => 'spokesperson'], [/\bsalesm[ae]n\b/giu, people('salesperson', 'salespeople')],
  [/\bfirem[ae]n\b/giu, people('firefighter', 'firefighters')], [/\bpolicem[ae]n\b/giu, people('police officer', 'police officers')],
  [/\bstewardess(?:es)?\b/giu, (words: string) => (/es$/iu.test(words.slice(10)) ? 'flight attendants' : 'flight attendant')],
  [/\b(?:hey|hi|hello|thanks|thank you|ok|okay|morning|welcome),? (?:you )?guys\b/giu, swap(/(?:you )?guys$/iu, 'everyone')], [/\bladies and gentlemen\b/giu, () => 'everyone'],
  [/\bthe (?:disabled|handicapped|blind|deaf|elderly|homeless|mentally ill)\b(?! (?:spots?|date|taste|man|person|people|community|list|button|state|version|access))/giu, 'Name the people first: “people who are …”.'],
  [/\bwheelchair[- ]bound\b/giu, 'Say “uses a wheelchair”.'], [/\bsuffers? from (?:autism|dyslexia|down syndrome|deafness|blindness|adhd)\b/giu, (words: string) => words.replace(/suffers from/iu, 'has').replace(/suffer from/iu, 'have')],
  [/\b(?:crazy|insane|lame|dumb|psycho|schizo|bipolar|ocd) (?:deals?|prices?|idea|weather|busy|weekend|question|week|day)\b/giu, 'Choose a word that is not a diagnosis.'],
  [/\bgrandfathered\b/giu, 'Say “exempt” or “kept under the old rules”.'], [/\bsanity check\b/giu, () => 'quick check'], [/\bgyp(?:ped|sy)? (?:us|me|curse)?\b/giu, 'Say “cheated”.'],
  [/\bspirit animal\b/giu, () => 'favourite'], [/\bpow ?wow\b/giu, () => 'meeting'],
  [/\billegal (?:aliens?|immigrants?)\b/giu, (words: string) => (/s$/iu.test(words) ? 'undocumented people' : 'undocumented person')], [/\bthird[- ]world\b/giu, 'Name the countries, or say “lower-income countries”.'],
  [/\bexotic (?:people|women|looks|beauty)\b/giu, 'Say precisely what is meant.'],
] as [RegExp, Instead | string][]).map(([words, help]) => ({ words: pattern(words), help }));

export const inclusive: Check = {
  id: 'tone.inclusive',
  about: 'Terms that leave people out, with what to write instead.',
  source: 'APA Inclusive Language Guide (2023); Google developer style guide; retext-equality categories',
  languages: ['en'],
  run({ scan }) {
    return TERMS.flatMap(({ words, help }) =>
      matches(scan, words).map(({ start, end }) => {
        const span = { start, end };
        return finding(inclusive, 'info', [span], `${quote(scan.text, span)} leaves some people out.`, typeof help === 'string' ? { suggestion: help } : { replacement: help(scan.text.slice(start, end)) });
      }),
    );
  },
  flags: [{ text: 'Hey guys, we need more manpower!', marks: ['Hey guys', 'manpower'] }, { text: 'Add the host to the whitelist', marks: ['whitelist'] }],
  passes: [{ text: 'Hello everyone, the blind spot is gone.' }, { text: 'These prices are wild.' }, { text: 'Menschen mit Behinderung willkommen ♿' }],
};
