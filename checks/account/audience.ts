import { finding, quote, type Check } from '../check';
import type { Finding } from '../finding';
import { matches, pattern } from '../text/pattern';

const PRIVATE_WORDS = [
  /\b(?:don['’]t (?:share|forward|tell anyone)|keep (?:this|it) (?:between us|confidential|quiet|private)|strictly confidential|internal only|not for (?:distribution|publication|release)|embargoed until|off the record|under nda)\b/giu,
  /\b(?:i (?:still )?think we should (?:buy|acquire|fire|sue)|he is on your schedule|call me when you(?:['’]re| are) (?:free|out of))\b/giu,
  /\b(?:see you at (?:home|mine|yours)|love you babe|miss you babe)\b/giu,
].map(pattern);

/** A private sentence in a public place: Twitter's CFO, Nov 2014 (reference/decisions.md §6, row 10). */
export const audience: Check = {
  id: 'account.audience',
  about: 'Wording of a private or internal message in a public post.',
  source: 'Incident of Nov 2014; SEC Regulation FD, 17 CFR 243',
  languages: ['en'],
  run({ scan, context }) {
    if (context.surface === 'message') return [];
    const out: Finding[] = [];
    for (const words of PRIVATE_WORDS) {
      for (const { start, end } of matches(scan, words)) {
        const span = { start, end };
        out.push(finding(audience, 'hold', [span], `${quote(scan.text, span)} reads like a private message, and this is public.`));
      }
    }
    return out;
  },
  flags: [{ text: 'I still think we should buy them. He is on your schedule for Dec 15 or 16.' }, { text: 'Strictly confidential: launch is on Monday' }],
  passes: [{ text: 'We keep your data private.' }, { text: 'Please keep this between us', context: { surface: 'message' } }, { text: 'Vertraulich bleibt vertraulich 🤫' }],
};
