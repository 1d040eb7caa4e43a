import { finding, quote, type Check } from '../check';

const RUN = /[!?！？](?:\s?[!?！？]){2,}/gu;
const UPPER = /\p{Lu}/u;
const CASED = /[\p{Lu}\p{Ll}]/u;

const isSmall = (code: number) => code >= 97 && code <= 122;

function isShouted(word: string): boolean {
  const letters = [...word].filter((point) => CASED.test(point));
  return letters.length >= 4 && letters.every((point) => UPPER.test(point));
}

export const shouting: Check = {
  id: 'tone.shouting',
  about: 'Sentences in capitals and rows of exclamation marks.',
  source: 'Plain-language guides; reference/checks.md §1 tone.shouting',
  run({ scan }) {
    const out = [];
    for (const match of scan.text.matchAll(RUN)) {
      const span = { start: match.index, end: match.index + match[0].length };
      out.push(finding(shouting, 'warn', [span], `${quote(scan.text, span)} may read as shouting.`, { replacement: match[0].charAt(0) }));
    }
    // Three shouted words in a row: one alone is usually an acronym, a ticker or a name.
    let run: { start: number; end: number; words: number } | null = null;
    const close = () => {
      if (run && run.words >= 3) out.push(finding(shouting, 'warn', [{ start: run.start, end: run.end }], `${quote(scan.text, run)} is all in capitals and may read as shouting.`));
      run = null;
    };
    for (const word of scan.words) {
      if (scan.inLink(word.start)) continue;
      // Nearly every word has a small letter among its first two, and then nothing has to be cut out.
      if (!run && (isSmall(scan.text.charCodeAt(word.start)) || (word.end - word.start > 1 && isSmall(scan.text.charCodeAt(word.start + 1))))) continue;
      const raw = scan.text.slice(word.start, word.end);
      if (!isSmall(raw.charCodeAt(0)) && !isSmall(raw.charCodeAt(1)) && isShouted(raw)) run = run ? { start: run.start, end: word.end, words: run.words + 1 } : { start: word.start, end: word.end, words: 1 };
      else if (!(run && raw.length <= 3 && raw === raw.toUpperCase() && CASED.test(raw))) close();
    }
    close();
    return out;
  },
  flags: [{ text: 'What were you thinking???', marks: ['???'] }, { text: 'STOP DOING THIS RIGHT NOW please' }, { text: 'ЭТО ОЧЕНЬ ВАЖНО СЕГОДНЯ' }],
  passes: [{ text: 'NASA and UNESCO met in Paris.' }, { text: 'Really?!' }, { text: '我们今天很高兴！' }],
};
