import { finding, quote, type Check } from '../check';
import { findProfaneWords } from './profane-words';
import { MILD } from './words/profanity';

export const profanity: Check = {
  id: 'tone.profanity',
  about: 'Swearing, also when disguised with signs, stars, gaps or stretched letters.',
  source: 'Brand-safety word lists (Surge AI profanity, LDNOOBW); reference/checks.md §3a',
  languages: ['en'],
  run({ scan }) {
    return findProfaneWords(scan)
      .filter((word) => !word.slur)
      .map((word) => finding(profanity, MILD.has(word.word) && !word.disguised ? 'info' : 'hold', [{ start: word.start, end: word.end }], word.disguised ? `${quote(scan.text, word)} reads as a disguised swear word.` : MILD.has(word.word) ? `${quote(scan.text, word)} is a mild swear word.` : `${quote(scan.text, word)} is a swear word.`));
  },
  flags: [
    { text: 'what the f*ck is this', marks: ['f*ck'] },
    { text: 'this is s.h.i.t', marks: ['s.h.i.t'] },
    { text: 'Absolute bullsh1t!', marks: ['bullsh1t'] },
    { text: 'fuuuuck yes', marks: ['fuuuuck'] },
    { text: '𝒻𝓊𝒸𝓀 off' },
    { text: 'so glad #fuckyeah' },
  ],
  passes: [
    { text: 'Scunthorpe United beat Arsenal in class' },
    { text: 'Shiitake and cockles, assorted spices, and a shuttlecock' },
    { text: 'We shut it down. As hole punches go, it is fine.' },
    { text: 'Finger prick test van at six, blue tits at the feeder, and Moby Dick at eight.' },
    { text: 'Hoe between the rows, then water.' },
    { text: 'Is it a cook? Is it a duck?' },
    { text: 'Yamashita and Koons at the gallery; she graduated magna cum laude.' },
    { text: 'Das Schiff 🚢 heißt Fuchs' },
  ],
};
