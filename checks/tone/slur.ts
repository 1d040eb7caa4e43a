import { finding, type Check } from '../check';
import { findProfaneWords } from './profane-words';

export const slur: Check = {
  id: 'tone.slur',
  about: 'Slurs against people and groups, also when disguised.',
  source: 'HateCheck functions slur_h, slur_reclaimed_nh; reference/checks.md §1 tone.slur',
  languages: ['en'],
  run({ scan }) {
    return findProfaneWords(scan)
      .filter((word) => word.slur)
      .map((word) => finding(slur, 'block', [{ start: word.start, end: word.end }], 'This word is a slur. Quoted or reclaimed use needs a person’s decision.'));
  },
  flags: [{ text: 'you f4ggot', marks: ['f4ggot'] }, { text: 'such a r-e-t-a-r-d' }],
  passes: [{ text: 'Flame retardant foam and a spicy raccoon stew' }, { text: 'Spike the volleyball!' }, { text: 'Die Fagott-Klasse spielt 🎶' }],
};
