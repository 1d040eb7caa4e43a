import { finding, quote, type Check } from '../check';
import { readTone } from './read-tone';

export const anger: Check = {
  id: 'tone.anger',
  about: 'Wording that sounds angry.',
  source: 'SemEval-2018 task 1 (affect); docs/checks-model.md',
  languages: ['en'],
  run({ scan }) {
    const { strength, spans } = readTone(scan, 'anger');
    if (strength === 'none' || spans.length === 0) return [];
    return [finding(anger, strength === 'strict' ? 'warn' : 'info', spans, `${spans.map((span) => quote(scan.text, span)).join(', ')} may sound angry.`)];
  },
  flags: [{ text: 'This is absolutely ridiculous, I hate how stupid and disgusting this is.' }],
  passes: [{ text: 'We hope to see you on Saturday.' }, { text: 'The storm closed two roads near the coast.' }, { text: '😀 Bis Samstag!' }],
};
