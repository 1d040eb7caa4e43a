import { finding, type Check } from '../check';
import { letterPairs } from '../text/letter-pairs';
import { within } from '../text/scan';

const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'azertyuiop'];

/** Every two neighbours on a keyboard, both ways. */
const isPair = letterPairs(KEYBOARD.flatMap((row) => [...row].slice(1).flatMap((letter, i) => [row.charAt(i) + letter, letter + row.charAt(i)])));

const HOME_ROW = /^[asdfjkl;]+$/u;

/** Letters that lie side by side on a keyboard, in either direction. */
function onKeyboard(word: string): boolean {
  if (word.length < 5) return false;
  if (HOME_ROW.test(word)) return true;
  if (!isPair(word, 0)) return false;
  const back = [...word].reverse().join('');
  return KEYBOARD.some((row) => row.includes(word) || row.includes(back));
}

/** 1: a vowel; by character code. */
const VOWELS = Uint8Array.from({ length: 128 }, (_, code) => Number('aeiouy'.includes(String.fromCharCode(code))));

function unpronounceable(word: string): boolean {
  // Nearly every word has a vowel among its first four letters and another within six; that settles it without a pattern.
  let since = 0;
  let vowels = 0;
  for (let i = 0; i < word.length; i += 1) {
    since = VOWELS[word.charCodeAt(i)] === 1 ? 0 : since + 1;
    if (since === 0) vowels += 1;
    else if (since >= 6) break;
  }
  if (vowels > 0 && since < 6) return false;
  return /^[a-z]{6,}$/u.test(word) && (/[bcdfghjklmnpqrstvwxz]{6,}/u.test(word) || !/[aeiouy]/u.test(word)) && !/^(?:https?|html|mmm+|brr+|shh+|psst|grr+|zzz+|hmm+|tsk|xxx+|www)/u.test(word);
}

/** A cat, a child or a pocket on the keyboard: US STRATCOM, 28 March 2021 (reference/decisions.md §6, row 13). */
export const gibberish: Check = {
  id: 'format.gibberish',
  about: 'Keys pressed by accident.',
  source: 'US Strategic Command, “;l;;gmlxzssaw”, 28 March 2021',
  run({ scan }) {
    const spans = scan.words.filter((word) => word.form.length >= 5 && (onKeyboard(word.form) || unpronounceable(word.form)) && !scan.inLink(word.start) && !within(scan.hashtags, word.start) && !within(scan.mentions, word.start) && !/^[A-Z]+$/u.test(scan.text.slice(word.start, word.end)));
    const only = /^(?=[^\p{L}]*[;,.'[\]\\/]{2})[\w;,.'[\]\\/=-]{4,40}$/u.test(scan.text.trim()) && !/^https?:|\.(?:com|org|net|io)\b|^[\d.,]+$|^\.{2,}$/u.test(scan.text.trim());
    if (only && spans.length === 0) return [finding(gibberish, 'hold', [{ start: 0, end: scan.text.length }], 'This looks like keys pressed by accident.')];
    return spans.map(({ start, end }) => finding(gibberish, 'hold', [{ start, end }], 'This looks like keys pressed by accident.'));
  },
  flags: [{ text: ';l;;gmlxzssaw' }, { text: 'Our new asdfghjkl is out', marks: ['asdfghjkl'] }, { text: 'xkcdwqrtz hello' }],
  passes: [{ text: 'Rhythm and strengths at the HTML meetup, hmmmm' }, { text: 'NASDAQ: MSFT, AAPL' }, { text: 'Angstschweiß wegen der Prüfung 😅' }, { text: '...' }],
};
