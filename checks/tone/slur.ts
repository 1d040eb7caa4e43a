import { finding, type Check } from '../check';
import type { Span } from '../finding';
import { fold } from '../text/fold';
import { findProfaneWords } from './profane-words';
import { slurUse } from './slur-context';

/** The sentence around a word, without its neighbours. */
function sentenceAt(text: string, { start, end }: Span): string {
  const from = Math.max(text.lastIndexOf('. ', start) + 1, text.lastIndexOf('\n', start) + 1, 0);
  const stops = [text.indexOf('. ', end), text.indexOf('\n', end)].filter((at) => at >= 0);
  return text.slice(from, stops.length > 0 ? Math.min(...stops) : text.length);
}

export const slur: Check = {
  id: 'tone.slur',
  about: 'Slurs against people and groups, also when disguised.',
  source: 'HateCheck functions slur_h, slur_reclaimed_nh; reference/checks.md §1 tone.slur',
  languages: ['en'],
  run({ scan }) {
    return findProfaneWords(scan).flatMap((word) => {
      const around = sentenceAt(scan.text, word);
      const use = word.slur || /^(?:bitch|hoe|hoes)$/u.test(word.word) ? slurUse(fold(scan.text.slice(word.start, word.end)).text, fold(around).text) : 'other';
      if (use === 'other' || (use === 'unclear' && !word.slur)) return [];
      const reason = use === 'slur' ? 'This word is a slur.' : 'This word is a slur in other mouths. Quoted or reclaimed use needs a person’s decision.';
      return [finding(slur, use === 'slur' ? 'block' : 'warn', [{ start: word.start, end: word.end }], reason)];
    });
  },
  flags: [{ text: 'you f4ggot', marks: ['f4ggot'] }, { text: 'such a r-e-t-a-r-d' }],
  passes: [{ text: 'Flame retardant foam and a spicy raccoon stew' }, { text: 'Spike the volleyball!' }, { text: 'Die Fagott-Klasse spielt 🎶' }],
};
