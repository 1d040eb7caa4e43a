import { finding, type Check } from '../check';

const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'azertyuiop'];

/** Letters that lie side by side on a keyboard, in either direction. */
function onKeyboard(word: string): boolean {
  if (word.length < 5) return false;
  const back = [...word].reverse().join('');
  return KEYBOARD.some((row) => row.includes(word) || row.includes(back)) || /^(?:[asdfjkl;]+)$/u.test(word);
}

function unpronounceable(word: string): boolean {
  return /^[a-z]{6,}$/u.test(word) && (/[bcdfghjklmnpqrstvwxz]{6,}/u.test(word) || !/[aeiouy]/u.test(word)) && !/^(?:https?|html|mmm+|brr+|shh+|psst|grr+|zzz+|hmm+|tsk|xxx+|www)/u.test(word);
}

/** A cat, a child or a pocket on the keyboard: US STRATCOM, 28 March 2021 (reference/decisions.md §6, row 13). */
export const gibberish: Check = {
  id: 'format.gibberish',
  about: 'Keys pressed by accident.',
  source: 'US Strategic Command, “;l;;gmlxzssaw”, 28 March 2021',
  run({ scan }) {
    const spans = scan.words.filter((word) => !scan.inLink(word.start) && !scan.hashtags.some((tag) => word.start > tag.start && word.start < tag.end) && !scan.mentions.some((one) => word.start >= one.start && word.start < one.end) && (onKeyboard(word.form) || unpronounceable(word.form)) && !/^[A-Z]+$/u.test(scan.text.slice(word.start, word.end)));
    const only = /^(?=[^\p{L}]*[;,.'[\]\\/]{2})[\w;,.'[\]\\/=-]{4,40}$/u.test(scan.text.trim()) && !/^https?:|\.(?:com|org|net|io)\b|^[\d.,]+$|^\.{2,}$/u.test(scan.text.trim());
    if (only && spans.length === 0) return [finding(gibberish, 'hold', [{ start: 0, end: scan.text.length }], 'This looks like keys pressed by accident.')];
    return spans.map(({ start, end }) => finding(gibberish, 'hold', [{ start, end }], 'This looks like keys pressed by accident.'));
  },
  flags: [{ text: ';l;;gmlxzssaw' }, { text: 'Our new asdfghjkl is out', marks: ['asdfghjkl'] }, { text: 'xkcdwqrtz hello' }],
  passes: [{ text: 'Rhythm and strengths at the HTML meetup, hmmmm' }, { text: 'NASDAQ: MSFT, AAPL' }, { text: 'Angstschweiß wegen der Prüfung 😅' }, { text: '...' }],
};
