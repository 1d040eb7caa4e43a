import { finding, quote, type Check } from '../check';
import { matches, pattern } from '../text/pattern';

/** Term, what to write instead. From the style guides named below; short on purpose, because long lists teach people to ignore them. */
const TERMS = ([
  [/\bblack ?list(?:ed|s|ing)?\b/giu, 'blocklist'], [/\bwhite ?list(?:ed|s|ing)?\b/giu, 'allowlist'], [/\bmaster[/ -]slave\b/giu, 'primary/replica'],
  [/\bmanpower\b/giu, 'workforce'], [/\bman[- ]?made\b/giu, 'artificial'], [/\bmankind\b/giu, 'humanity'], [/\bchairman\b/giu, 'chair'], [/\bsalesm[ae]n\b/giu, 'salespeople'],
  [/\bfirem[ae]n\b/giu, 'firefighters'], [/\bpolicem[ae]n\b/giu, 'police officers'], [/\bstewardess(?:es)?\b/giu, 'flight attendant'], [/\bspokesman\b/giu, 'spokesperson'],
  [/\b(?:hey|hi|hello|thanks|thank you|ok|okay|morning|welcome),? (?:you )?guys\b/giu, 'everyone'], [/\bladies and gentlemen\b/giu, 'everyone'],
  [/\bthe (?:disabled|handicapped|blind|deaf|elderly|homeless|mentally ill)\b(?! (?:spots?|date|taste|man|person|people|community|list|button|state|version|access))/giu, 'people who are …'],
  [/\bwheelchair[- ]bound\b/giu, 'uses a wheelchair'], [/\bsuffers? from (?:autism|dyslexia|down syndrome|deafness|blindness|adhd)\b/giu, 'has …'],
  [/\b(?:crazy|insane|lame|dumb|psycho|schizo|bipolar|ocd) (?:deals?|prices?|idea|weather|busy|weekend|question|week|day)\b/giu, 'a word that is not a diagnosis'],
  [/\bgrandfathered\b/giu, 'exempted'], [/\bsanity check\b/giu, 'quick check'], [/\bgyp(?:ped|sy)? (?:us|me|curse)?\b/giu, 'cheated'], [/\bspirit animal\b/giu, 'favourite'], [/\bpow ?wow\b/giu, 'meeting'],
  [/\billegal (?:aliens?|immigrants?)\b/giu, 'undocumented people'], [/\bthird[- ]world\b/giu, 'lower-income countries'], [/\bexotic (?:people|women|looks|beauty)\b/giu, 'a precise word'],
] as const).map(([words, instead]) => ({ words: pattern(words), instead }));

export const inclusive: Check = {
  id: 'tone.inclusive',
  about: 'Terms that leave people out, with what to write instead.',
  source: 'APA Inclusive Language Guide (2023); Google developer style guide; retext-equality categories',
  languages: ['en'],
  run({ scan }) {
    return TERMS.flatMap(({ words, instead }) =>
      matches(scan, words).map(({ start, end }) => {
        const span = { start, end };
        return finding(inclusive, 'info', [span], `${quote(scan.text, span)} leaves some people out.`, instead);
      }),
    );
  },
  flags: [{ text: 'Hey guys, we need more manpower!', marks: ['Hey guys', 'manpower'] }, { text: 'Add the host to the whitelist', marks: ['whitelist'] }],
  passes: [{ text: 'Hello everyone, the blind spot is gone.' }, { text: 'These prices are wild.' }, { text: 'Menschen mit Behinderung willkommen ♿' }],
};
