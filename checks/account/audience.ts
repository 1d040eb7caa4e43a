import { finding, quote, type Check } from '../check';
import type { Finding } from '../finding';

const PRIVATE_WORDS: readonly RegExp[] = [
  /\b(?:don['’]t (?:share|forward|tell anyone)|keep (?:this|it) (?:between us|confidential|quiet|private)|strictly confidential|internal only|not for (?:distribution|publication|release)|embargoed until|off the record|under nda)\b/giu,
  /\b(?:i (?:still )?think we should (?:buy|acquire|fire|sue)|he is on your schedule|call me when you(?:['’]re| are) (?:free|out of))\b/giu,
  /\b(?:see you at (?:home|mine|yours)|love you babe|miss you babe)\b/giu,
];

/** A private sentence in a public place: Twitter's CFO, Nov 2014 (reference/decisions.md §6, row 10). */
export const audience: Check = {
  id: 'account.audience',
  about: 'Wording of a private or internal message in a public post.',
  source: 'Incident of Nov 2014; SEC Regulation FD, 17 CFR 243',
  languages: ['en'],
  run({ scan, context }) {
    if (context.surface === 'message') return [];
    const out: Finding[] = [];
    for (const pattern of PRIVATE_WORDS) {
      for (const match of scan.text.matchAll(pattern)) {
        const span = { start: match.index, end: match.index + match[0].length };
        out.push(finding(audience, 'hold', [span], `${quote(scan.text, span)} reads like a private message, and this is public.`));
      }
    }
    return out;
  },
  flags: [{ text: 'I still think we should buy them. He is on your schedule for Dec 15 or 16.' }, { text: 'Strictly confidential: launch is on Monday' }],
  passes: [{ text: 'We keep your data private.' }, { text: 'Please keep this between us', context: { surface: 'message' } }, { text: 'Vertraulich bleibt vertraulich 🤫' }],
};
