import type { Check } from '../check';
import { phrases, runPhrases } from '../phrases';

const ILLNESS = String.raw`(?:eczema|psoriasis|acne|rosacea|cancer|tumou?rs?|covid(?:-19)?|coronavirus|diabetes|arthritis|anxiety|depression|adhd|autism|asthma|allerg(?:y|ies)|migraines?|headaches?|insomnia|alzheimer['’]?s|dementia|parkinson['’]?s|flu|influenza|colds?|infections?|viruses?|inflammation|hypertension|high blood pressure|cholesterol|heart (?:disease|attacks?)|strokes?|obesity|hair loss|baldness|infertility|menopause|osteoporosis|ibs|acid reflux|ulcers?|gout|lupus|epilepsy|ptsd|burn[- ]?out|chronic (?:pain|fatigue|illness)|back pain|joint pain|toxins|disease|diseases|illness(?:es)?|wrinkles)`;
const PHRASES = phrases([
  { pattern: new RegExp(String.raw`\b(?:cur(?:e|es|ed|ing)|heal(?:s|ed|ing)?|treat(?:s|ed|ing)?|prevent(?:s|ed|ing)?|revers(?:e|es|ed|ing)|eliminat(?:e|es|ed|ing)|eradicat(?:e|es|ed|ing)|fight(?:s|ing)?|kill(?:s|ing)?|gets? rid of|end(?:s)?|banish(?:es)?|protects? (?:you |your family )?(?:from|against)|stops?|beats?|melts? away|erases?|relieves?|reduces? the risk of|lowers?)\s+(?:\w+['’]?\w*\s+){0,3}${ILLNESS}\b`, 'giu'), severity: 'hold', reason: 'is a medicine claim.', unless: /\b(?:not intended to (?:diagnose|treat)|prescription[- ]only|licensed|licence number|pl \d{5}|approved by (?:the )?(?:fda|ema|mhra)|charity|fundrais\w+|research(?:ers)? (?:hope|are)|donat\w+|awareness)\b/iu },
  { pattern: new RegExp(String.raw`\b(?:cure|remedy|miracle (?:cure|drug|product)|natural alternative)\s+(?:for|to)\s+(?:\w+\s+){0,2}${ILLNESS}\b|\b${ILLNESS}\s+(?:cure|treatment that works)\b|\bmiracle (?:cure|pill|drug)\b|\b${ILLNESS}[- ]free in \d+`, 'giu'), severity: 'block', reason: 'is a medicine claim.' },
  { pattern: /\bno (?:known )?side[- ]effects?\b|\bside[- ]effect[- ]free\b|\b(?:100 ?%|completely|totally|perfectly) (?:safe|natural and safe)\b(?=[^.!?]{0,60}\b(?:supplement|pill|drug|treatment|cream|serum|medicine|vaccine|formula)\b)/giu, severity: 'hold', reason: 'denies side effects.' },
  { pattern: /\b(?:lose|drop|shed|burn)\s+(?:up to\s+)?\d+\s?(?:kg|kilos?|lbs?|pounds|stone)\b[^.!?]{0,30}\b(?:in|within|every|per|a)\s+(?:just\s+)?(?:\d+|one|two|a)\s?(?:days?|weeks?|months?)?/giu, severity: 'hold', reason: 'promises weight loss.' },
  { pattern: /\b(?:boosts?|strengthens?|supercharges?|supports?) (?:your )?(?:immune system|immunity)\b|\bdetox(?:es|ify|ifies)? your (?:body|liver|system)\b|\banti[- ]?ag(?:e)?ing miracle\b|\bdoctors? (?:hate|don['’]t want)\b/giu, severity: 'hold', reason: 'is a health claim that needs an authorised wording.' },
  { pattern: /\b(?:clinically|medically|scientifically) (?:proven|tested|shown)\b/giu, severity: 'hold', reason: 'needs a named study.', needs: /\b(?:skin|hair|sleep|health\w*|pain|weight|energy|cream|serum|balm|supplement|vitamin|pill|tablet|formula|relief|immun\w+|gut|joints?)\b/iu, unless: /\b(?:study|trial|doi|published|n ?= ?\d+|journal|source:)\b/iu },
  { pattern: /\b(?:within|in) (?:just )?(?:two|three|four|\d+) (?:days|weeks)\b/giu, severity: 'hold', reason: 'is a timed result and needs a source.', needs: /\b(?:skin|eczema|wrinkles?|hair|balm|cream|serum|acne|scars?|weight|pain)\b/iu, unless: /\b(?:deliver\w*|ship\w*|study|trial|launch\w*|open\w*|back in stock|arriv\w*|source)\b/iu },
  { pattern: /\b(?:had|having|got|getting|suffered|experienced?|gave me|caused)\s+(?:an? |some |severe |bad )*(?:rash|hives|nausea|vomiting|dizziness|seizures?|allergic reaction|side[- ]effects?|swelling|palpitations|migraine)\b[^.!?]{0,40}\b(?:after|from|since)\b/giu, severity: 'hold', reason: 'mentions an adverse event, which has to be reported.' },
]);

export const health: Check = {
  id: 'claim.health',
  about: 'Medicine claims, denied side effects, promised results, adverse events.',
  source: 'FTC Health Products Compliance Guidance (2022); EU Regulation 1924/2006; EU Regulation 655/2013',
  languages: ['en'],
  run: (input) => runPhrases(health, PHRASES, input),
  flags: [{ text: 'Our balm cures eczema in two weeks.', marks: ['cures eczema'] }, { text: 'A natural remedy for diabetes with no side effects' }, { text: 'Lose 10 kg in 3 weeks' }, { text: 'Boosts your immune system!' }],
  passes: [{ text: 'Our balm does not cure eczema. It softens dry skin.' }, { text: 'Help us fight cancer: donate today.' }, { text: 'Cured ham, healed by time, treats for dogs.' }, { text: '健康が一番です 🍵' }],
};
