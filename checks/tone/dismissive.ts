import type { Check } from '../check';
import { phrases, runPhrases } from '../phrases';

const PHRASES = phrases([
  { pattern: /\b(?:calm down|relax, it['’]?s|get over it|deal with it|chill out|cry more|cope(?: harder)?|grow up|get a life|not our problem|that['’]s (?:a )?you problem|sucks to be you|whatever\.|boo hoo|nobody (?:cares|asked)|who (?:cares|asked)|so what\?|if you say so|suit yourself|better luck next time, )/giu, severity: 'warn', reason: 'may read as dismissive.' },
  { pattern: /\b(?:as (?:we|i)(?:['’]ve| have)? (?:already|previously|clearly) (?:said|stated|explained|mentioned|told you)|per (?:my|our) last (?:email|message|post|reply)|like (?:we|i) (?:already )?said|as (?:stated|mentioned) (?:above|before|earlier)|read (?:the (?:manual|faq|instructions|docs?)|before you (?:ask|comment))|did you even|you (?:clearly|obviously|should have) (?:did not|didn['’]t|read|known|misunderstood)|you (?:failed|neglected|forgot) to|you people|with all due respect|no offen[cs]e,? but|i['’]m sorry you feel|sorry (?:that )?you feel|sorry if (?:you|anyone|anybody)|you['’]re (?:overreacting|too sensitive|wrong|mistaken|confused))\b/giu, severity: 'warn', reason: 'may read as dismissive to the person addressed.' },
  { pattern: /\b(?:obviously|clearly|of course|actually|simply|just)\b(?=[^.!?]{0,40}\b(?:you|your)\b)/giu, severity: 'info', reason: 'may sound as if the answer were plain.', needs: /\b(?:you (?:need|should|have|must|can|could|did|do)|your)\b/iu, unless: /\b(?:love|thank|glad|happy|for you|just for|let us know|sorry|made|launched|opened)\b/iu },
]);

export const dismissive: Check = {
  id: 'tone.dismissive',
  about: 'Wording that brushes somebody off.',
  source: 'Danescu-Niculescu-Mizil et al. 2013 (politeness strategies); reference/checks.md §1',
  languages: ['en'],
  run: (input) => runPhrases(dismissive, PHRASES, input),
  flags: [{ text: 'Calm down, it is only a phone.' }, { text: 'As we already said, the store is closed.' }, { text: 'I’m sorry you feel that way.' }],
  passes: [{ text: 'Sorry about that. We have sent you a new one.' }, { text: 'Thank you for your patience, it is simply lovely.' }, { text: 'Alles klar, wir melden uns 🙂' }],
};
