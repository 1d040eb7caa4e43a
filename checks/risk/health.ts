import type { Check } from '../check';
import { phrases, runPhrases } from '../phrases';

const CONDITION = String.raw`(?:diagnos\w+|cancer|tumou?r|hiv|aids|pregnan\w+|miscarriage|depression|anxiety|bipolar|schizophreni\w+|addiction|overdose|rehab|surgery|chemo\w*|biopsy|blood test|test results?|lab results?|medication|prescription|therapy|treatment|dementia|diabetes|epilepsy|stroke|heart attack|std|sti|abortion|ivf|allerg\w+|x-?ray|mri|ct scan|medical (?:records?|history|condition)|mental health)`;
const PHRASES = phrases([
  { pattern: new RegExp(String.raw`\b(?:our|my|a|the|this) patients?,? (?:mr|mrs|ms|dr|[A-Z][a-z]+)\b[^.!?\n]{0,80}\b${CONDITION}\b`, 'gu'), severity: 'block', reason: 'links a named patient with a condition.' },
  { pattern: new RegExp(String.raw`\b(?:mr|mrs|ms|miss)\.? [A-Z][a-z]+\b[^.!?\n]{0,60}\b(?:was|is|has|had|came in|admitted|suffers|recovering|discharged)\b[^.!?\n]{0,40}\b${CONDITION}\b`, 'giu'), severity: 'block', reason: 'links a named person with a condition.' },
  { pattern: new RegExp(String.raw`\b(?:your|about your|regarding your) (?:recent |last |upcoming )?(?:diagnosis|test results?|lab results?|biopsy|prescription|medication|treatment|surgery|scan|therapy|condition|appointment (?:with dr|for your))\b`, 'giu'), severity: 'block', reason: 'speaks of somebody’s care in public; even confirming that a person is a patient is too much.' },
  { pattern: /\b(?:thank you for (?:visiting|being a patient at) our (?:clinic|practice|hospital|ward|surgery)|we (?:treated|saw|operated on) you|when you (?:were|came) (?:in|to) (?:our|the) (?:clinic|practice|hospital|ward|er|a&e))\b/giu, severity: 'hold', reason: 'confirms that somebody is a patient.' },
  { pattern: new RegExp(String.raw`\b(?:our|my) (?:colleague|co-?worker|employee|boss|client|student|customer),? [A-Z][a-z]+\b[^.!?\n]{0,60}\b${CONDITION}\b`, 'gu'), severity: 'hold', reason: 'links a named person with a condition.' },
]);

export const healthData: Check = {
  id: 'risk.health',
  about: 'Somebody’s health together with who they are.',
  source: 'HIPAA Privacy Rule, 45 CFR 164.502; GDPR Art. 9',
  languages: ['en'],
  run: (input) => runPhrases(healthData, PHRASES, input),
  flags: [{ text: 'So proud of our patient Maria, who beat cancer this week!' }, { text: 'Hi Tom, your test results are ready, please call us.' }],
  passes: [{ text: 'One in eight women is diagnosed with breast cancer. Book a screening.' }, { text: 'Our clinic opens at nine.' }, { text: 'Your order is ready for pick-up.' }, { text: 'お大事に 🌼' }],
};
