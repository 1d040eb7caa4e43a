import { finding, quote, type Check } from '../check';
import { phrases, runPhrases } from '../phrases';
import { readTone } from './read-tone';

/** Anger named or shown in so many words. The head reads the whole draft; a single strong word in a calm sentence escapes it. */
const PHRASES = phrases([
  {
    pattern: /\b(?:furious(?:ly)?|fury|livid|enrag(?:ed|ing|es)|outrag(?:ed|es|eous|eously)|infuriat(?:ed|es|ing|ingly)|fuming|seething|irate|incensed|pissed(?: off)?|pisses (?:me|us) off|angry|angrier|angriest|angrily|anger(?:ed|s)?|irritat(?:ed|es|ing)|annoy(?:ed|s|ing|ingly)|aggravating|frustrat(?:ed|es|ing)|resent(?:s|ful|ment)?|rage|raging|wrath|disgusted|disgusting|disgraceful|appalled|appalling|despicable|offended|insulted|insulting|hostility|vengeful|revenge|grudges?|pet peeves?|rant over|wtf|ffs|smh|stfu|gtfo)\b/giu,
    severity: 'info', reason: 'may sound angry.',
    // Denied, about weather and books, or a name for something else.
    unless: /\b(?:(?:not|n['’]t|never|no|without|less|nobody (?:is|was)|anti|stop(?:ped)? being) (?:\w+ ){0,2}(?:furious|livid|outraged|angry|anger|annoy\w*|irritat\w*|frustrat\w*|offended|disgust\w*|hostility|resent\w*|rage|wrath)|angry birds|all the rage|revenge (?:of the|is a dish|body|dress)|raging (?:success|bull|river|sea|storm|fire|wildfire)s?|anger management|sound and (?:the )?fury|fast and furious|grapes of wrath|(?:storm|fire|wildfire|sea|wind)s?(?: \w+){0,2} (?:rage|raging|fury)|fury of the (?:storm|sea))\b/iu,
  },
  {
    pattern: /\b(?:sick (?:and tired )?of|fed up(?: with)?|had (?:it|enough) (?:with|of)|(?:the )?last straw|how dare (?:you|they|he|she)|(?:makes?|making|made) (?:my blood boil|me (?:so |really |very )?(?:mad|sick))|blood is boiling|boils? my blood|los(?:e|es|ing|t) (?:my|his|her|their) temper|(?:drives?|driving|drove) (?:me|us) (?:mad|nuts|crazy|insane|up the wall)|so mad (?:at|about|that|right now)|(?:i['’]m|i am|we['’]re|we are|getting) (?:so |really |very )?mad (?:at|about|that)|mad at (?:me|you|him|her|them|us|myself|everyone|the world)|piss(?:es|ing)? (?:me|us|you|him|her|them|people) off|(?:stay|be|feel|am|['’]m|so|still) bitter (?:about|that|towards?|over)|(?:i|we) (?:really |just |absolutely |fucking )?(?:hate|despise|loathe|can['’]t stand|cannot stand) (?:you|it when|this|that|these|those|how|when|people|him|them)|shut (?:the (?:hell|fuck) )?up|what (?:an absolute|a complete|a total|a) (?:joke|disgrace)|(?:a|an) (?:absolute|complete|total|utter) (?:joke|disgrace|shambles|farce)|worst (?:\w+ )?(?:service|experience|company|airline|support|bank) (?:ever|i['’]?ve|in)|ashamed of yoursel(?:f|ves)|go to hell|screw (?:you|this|them))\b/giu,
    severity: 'info', reason: 'may sound angry.',
    unless: /\b(?:not|n['’]t|never) (?:\w+ ){0,2}(?:fed up|sick of|mad)\b/iu,
  },
  { pattern: /(?<!\w)#(?:bitter|rant|mad|hate|annoyed|fail)\b/giu, severity: 'info', reason: 'may sound angry.' },
]);

export const anger: Check = {
  id: 'tone.anger',
  about: 'Wording that sounds angry.',
  source: 'SemEval-2018 task 1 (affect); docs/checks-model.md',
  languages: ['en'],
  run(input) {
    const { scan } = input;
    const named = runPhrases(anger, PHRASES, input).flatMap(({ spans }) => spans);
    const { strength, spans } = readTone(scan, 'anger');
    const felt = spans.filter(({ start, end }) => !named.some((span) => start < span.end && span.start < end));
    const all = [...named, ...felt].sort((one, other) => one.start - other.start);
    if (all.length === 0) return [];
    return [finding(anger, strength === 'strict' ? 'warn' : 'info', all, `${all.map((span) => quote(scan.text, span)).join(', ')} may sound angry.`)];
  },
  flags: [
    { text: 'This is absolutely ridiculous, I hate how stupid and disgusting this is.' },
    { text: 'Livid about the new timetable', marks: ['Livid'] }, { text: 'Fed up with these queues', marks: ['Fed up with'] }, { text: 'How dare they close the library', marks: ['How dare they'] },
    { text: 'Two hours on hold again #rant', marks: ['#rant'] },
  ],
  passes: [
    { text: 'We hope to see you on Saturday.' }, { text: 'The storm closed two roads near the coast.' }, { text: '😀 Bis Samstag!' },
    { text: 'Short films are all the rage this year.' }, { text: 'We are not angry, only sorry to see it go.' }, { text: 'A raging success: thank you all.' }, { text: 'Revenge is a dish best served cold, says the chef.' },
  ],
};
