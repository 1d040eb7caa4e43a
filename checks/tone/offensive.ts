import { finding, quote, type Check } from '../check';
import { readTone } from './read-tone';

export const offensive: Check = {
  id: 'tone.offensive',
  about: 'Insults and abusive wording, read by a small model, with the words that speak for it.',
  source: 'OLID / OffensEval level A; X’s reconsider prompt (arXiv 2112.00773); docs/checks-model.md',
  languages: ['en'],
  run({ scan }) {
    const { strength, spans } = readTone(scan, 'offensive');
    if (strength === 'none' || spans.length === 0) return [];
    const words = spans.map((span) => quote(scan.text, span)).join(', ');
    return [finding(offensive, strength === 'strict' ? 'hold' : 'warn', spans, strength === 'strict' ? `${words} reads as an insult.` : `${words} may read as offensive.`)];
  },
  flags: [{ text: 'You are a complete idiot and everybody knows it.' }, { text: 'shut up you moron' }, { text: 'These people are pathetic losers.' }],
  passes: [{ text: 'Thank you for telling us, we are glad it arrived.' }, { text: 'Our new soap is great for dogs.' }, { text: 'Closed while posting' }, { text: 'Muslims and Jews broke bread together at our Iftar.' }, { text: 'Shoot us a message if you want to try the beta.' }, { text: 'Dead simple invoicing for freelancers.' }, { text: 'Wir freuen uns auf euch 🎉' }],
};
