import { finding, quote, type Check } from '../check';
import { readTone } from './read-tone';

export const negative: Check = {
  id: 'tone.negative',
  about: 'A negative mood, so that it is meant when a brand writes it.',
  source: 'SemEval-2017 task 4A; docs/checks-model.md',
  languages: ['en'],
  run({ scan }) {
    const { strength, spans } = readTone(scan, 'negative');
    if (strength === 'none' || spans.length === 0) return [];
    return [finding(negative, 'info', spans, `${spans.map((span) => quote(scan.text, span)).join(', ')} gives this a negative mood.`)];
  },
  flags: [{ text: 'Sadly this is awful, I hate it and I am disappointed.' }],
  passes: [{ text: 'Lovely weather today, see you at the market.' }, { text: 'Our office moves to Oslo in May.' }, { text: '良い一日を 🌞' }],
};
