import { finding, type Check } from '../check';
import { fold } from '../text/fold';
import { findProfaneWords } from './profane-words';
import { sentenceAround } from './other-meaning';
import { slurUse } from './slur-context';

export const slur: Check = {
  id: 'tone.slur',
  about: 'Slurs against people and groups, also when disguised.',
  source: 'HateCheck functions slur_h, slur_reclaimed_nh; reference/checks.md §1 tone.slur',
  languages: ['en'],
  run({ scan }) {
    return findProfaneWords(scan).flatMap((word) => {
      if (!word.slur && !/^(?:bitch|hoe|hoes)$/u.test(word.word)) return [];
      const use = slurUse(fold(scan.text.slice(word.start, word.end)).text, sentenceAround(scan.text, word));
      if (use === 'unclear' && !word.slur) return [];
      const reason = use === 'slur' ? 'This word is a slur.' : 'This word is a slur in other mouths. Quoted or reclaimed use needs a person’s decision.';
      return [finding(slur, use === 'slur' ? 'block' : 'warn', [{ start: word.start, end: word.end }], reason)];
    });
  },
  flags: [{ text: 'you f4ggot', marks: ['f4ggot'] }, { text: 'such a r-e-t-a-r-d' }],
  passes: [{ text: 'Flame retardant foam and a spicy raccoon stew' }, { text: 'Spike the volleyball!' }, { text: 'Where are the keys? On the moon?' }, { text: 'The kitchen is spic and span.' }, { text: 'Die Fagott-Klasse spielt 🎶' }],
};
