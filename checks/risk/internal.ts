import type { Check } from '../check';
import { phrases, runPhrases } from '../phrases';

const PHRASES = phrases([
  { pattern: /\b(?:internal (?:use )?only|for internal (?:use|eyes|distribution)|company confidential|strictly confidential|confidential(?:ly)?:|(?:not|don['’]t) (?:for|yet) (?:public(?:ation)?|external|distribution|release|announced?)|do not (?:share|distribute|forward|post|publish|circulate)|don['’]t (?:share|forward|post|publish|tell anyone)|eyes only|under nda|nda (?:only|applies)|attorney[- ]client|privileged (?:and|&) confidential|off the record|not (?:yet )?public|keep (?:this|it) (?:between us|quiet|internal|under wraps))\b/giu, severity: 'block', reason: 'says that this was not meant to be public.' },
  { pattern: /\b(?:under |strict(?:ly)? )?embargo(?:ed)?\b[^.!?\n]{0,40}/giu, severity: 'block', reason: 'names an embargo.', unless: /\b(?:arms|trade|oil|export|import|cuba|russia|iran|lifted|sanctions?)\b/iu },
  { pattern: /\b(?:code[- ]?name(?:d)?|project codename|internal name)\b[ :]*["“]?\w+/giu, severity: 'hold', reason: 'gives away an internal name.' },
  { pattern: /\b(?:our |the )?(?:q[1-4]|quarterly|annual|full[- ]year|half[- ]year|h[12])(?: \d{2,4})? (?:revenue|earnings|results?|profits?|numbers|figures|sales|guidance|forecast)\b[^.!?\n]{0,60}\b(?:will|should|is going to|are going to|look(?:s|ing)?|expect(?:ed)?|ahead of|below|miss|beat|up|down)\b/giu, severity: 'block', reason: 'speaks of results before they are published.' },
  { pattern: /\b(?:unreleased|unannounced|not (?:yet )?announced|before (?:we|it(?:['’]s| is)) announced?|sneak(?:ed)? (?:this )?out (?:early|before)|leaked?(?: (?:internal|screenshot|roadmap|memo|slide|deck|email))?)\b/giu, severity: 'hold', reason: 'points to something not announced yet.', needs: /\b(?:our|we|us|internal|roadmap|product|feature|launch|version|model|memo|deck|slide|screenshot)\b/iu, unless: /\b(?:leak(?:s|ed|ing)? (?:water|oil|gas|roof|pipe|tap)|leaked by the press)\b/iu },
  { pattern: /\b(?:we(?:['’]re| are) (?:acquiring|buying|being acquired|merging|in talks|about to (?:buy|acquire|announce|fire|lay off)))\b[^.!?\n]{0,40}/giu, severity: 'hold', reason: 'speaks of a deal or decision that may not be public.' },
]);

export const internal: Check = {
  id: 'risk.internal',
  about: 'Internal names, embargoes, unpublished results and “do not share”.',
  source: 'SEC Regulation FD, 17 CFR 243; EU Market Abuse Regulation Art. 17',
  languages: ['en'],
  run: (input) => runPhrases(internal, PHRASES, input),
  flags: [{ text: 'INTERNAL ONLY: roadmap for spring' }, { text: 'Embargoed until Tuesday 9:00 — our new phone' }, { text: 'Q3 earnings will beat guidance by a mile' }],
  passes: [{ text: 'We keep your data confidential.' }, { text: 'Our Q3 results are published: example.org/q3' }, { text: 'The trade embargo was lifted.' }, { text: '社内の様子をご紹介 🏢' }],
};
