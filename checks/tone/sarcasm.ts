import type { Check } from '../check';
import { phrases, runPhrases } from '../phrases';

/** Irony is mostly in what both sides know, not in the words, so only set phrases and plain contrasts are named, as notes. */
const PHRASES = phrases([
  { pattern: /(?:^|[\s(])\/s(?=$|[\s.!)])|\b(?:yeah,? right|thanks for nothing|slow clap|good luck with that|what could (?:possibly )?go wrong|because that always (?:works|helps)|said no ?(?:one|body) ever|as if that (?:would|will|ever)|color me (?:shocked|surprised)|colour me (?:shocked|surprised)|cry me a river|oh,? the irony)\b/giu, severity: 'info', reason: 'can be read as irony, and some readers take it at its word.' },
  { pattern: /\b(?:oh|wow|well|ah),? (?:great|wonderful|fantastic|brilliant|lovely|perfect|joy|super|how (?:nice|lovely|kind|generous)),? (?:another|more|yet another|one more|now (?:it|the|my|our)|just what)\b/giu, severity: 'info', reason: 'can be read as irony.' },
  { pattern: /\bjust what (?:i|we|the world|everyone|everybody) (?:needed|need|needs|wanted)\b[^.!?]{0,40}\b(?:another|more|again|one more)\b|\b(?:another|yet another|one more)\b[^.!?]{0,40}\bjust what (?:i|we|the world|everyone|everybody) (?:needed|need|needs|wanted)\b/giu, severity: 'info', reason: 'can be read as irony.' },
  // Praise beside a nuisance: Riloff et al. 2013.
  { pattern: /\b(?:love|loving|enjoy|enjoying|adore|can['’]t get enough of|so (?:happy|glad|excited)(?: about| to be)?|nothing better than|my favou?rite thing is) (?:it when (?:my|our|the|your|you|they|people) )?(?:being (?:ignored|stuck|on hold|left|charged|lied|told)|waiting (?:for|in|on|hours|forever)|sitting in traffic|getting (?:stuck|ignored|charged|hung)|paying (?:extra|more|twice)|standing in line|(?:flight|train|order|parcel|app|website|site|bus) (?:is|gets|was|got|never|crashes|breaks)|(?:never )?(?:answer|reply|show up) (?:late|never)|working (?:weekends|for free)|repeating myself)\b/giu, severity: 'info', reason: 'sets praise beside a nuisance and reads as irony.' },
  { pattern: /\b(?:great|good|nice|brilliant|fantastic|excellent|stellar|wonderful) (?:job|work|going|service|timing),? (?:(?:at|on|in) )?(?:breaking|ruining|losing|ignoring|missing|messing|failing|wasting|destroying|forgetting)\b/giu, severity: 'info', reason: 'sets praise beside a failure and reads as irony.' },
]);

export const sarcasm: Check = {
  id: 'tone.sarcasm',
  about: 'Wording that may be irony, which part of the readers will miss.',
  source: 'SemEval-2018 task 3; Riloff et al. 2013 (positive words beside negative situations)',
  languages: ['en'],
  run: (input) => runPhrases(sarcasm, PHRASES, input),
  flags: [
    { text: 'Oh great, another update that nobody asked for', marks: ['Oh great, another'] }, { text: 'Love waiting for a bus in the rain', marks: ['Love waiting for'] },
    { text: 'Nice job breaking the archive again', marks: ['Nice job breaking'] }, { text: 'Delivered on time, yeah right', marks: ['yeah right'] }, { text: 'Another meeting, just what we needed' }, { text: 'So helpful /s' },
  ],
  passes: [
    { text: 'Great job, everyone! Another record week.' }, { text: 'We love waiting tables and it shows.' }, { text: 'Oh great news: the bakery opens on Saturday.' }, { text: 'Just what we needed: a sunny day.' },
    { text: 'Drive at 60 km/s, not m/s' }, { text: 'Wunderbar, bis morgen 🙂' },
  ],
};
