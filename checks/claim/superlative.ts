import type { Check } from '../check';
import { phrases, runPhrases } from '../phrases';

const PROOF = /\*|\[\d\]|¹|²|†|\b(?:source|according to|based on|survey|study|tested by|independent(?:ly)?|voted|award(?:ed)? by|ranked by|rated by|nielsen|gartner|which\?|jd power|g2|trustpilot|iri|kantar|see (?:the )?(?:study|details|notes))\b/iu;
const OURS = /\b(?:we|we['’]re|our|us|my shop|introducing|meet|new|get|try|buy|order|shop|now|this)\b/iu;
const PHRASES = phrases([
  { pattern: /(?:#1\b|(?:\b(?:number|no\.?) ?(?:one|1)\b))(?: (?:choice|brand|in|for|rated|selling|app|platform|provider|agency|trusted))?/giu, severity: 'warn', reason: 'is a ranking and needs a source.', unless: PROOF, needs: OURS },
  { pattern: /\b(?:the|our|is|are|as|world['’]s|europe['’]s|britain['’]s|america['’]s|uk['’]s) (?:absolute |very )?(?:best|leading|largest|biggest|fastest|cheapest|safest|strongest|finest|most (?:trusted|advanced|powerful|popular|effective|reliable|secure|affordable|loved|innovative))(?:[- ]selling)?\b(?! (?:friends?|wishes|regards|practices?|way to|part|thing|of luck|man|before|time|day|team|people|of 20|in me|to come|known))/giu, severity: 'warn', reason: 'is a comparison and needs a source.', unless: PROOF, needs: OURS },
  { pattern: /\b(?:the|world['’]s) (?:only|first(?: ever)?) (?:\w+ ){1,4}(?:that|to|with|in the|you)\b|\bone[- ]of[- ]a[- ]kind\b|\bunbeatable\b|\bunmatched\b|\bsecond to none\b|\bnothing (?:else )?(?:comes close|beats)\b|\bguaranteed results\b|\bnever fails\b|\bworks (?:every time|for everyone)\b/giu, severity: 'warn', reason: 'is an absolute claim and needs a source.', unless: PROOF, needs: OURS },
  { pattern: /\b(?:clinically|scientifically|lab|dermatologist|doctor|expert)[- ](?:proven|tested|approved|recommended)\b/giu, severity: 'warn', reason: 'needs a named source.', unless: PROOF },
  { pattern: /\bup to \d+(?:[.,]\d+)? ?(?:%|x|times)(?: (?:more|less|faster|longer|better|cheaper|brighter|stronger|whiter|softer|fewer))/giu, severity: 'warn', reason: 'needs the test behind it.', unless: PROOF },
  { pattern: /\b(?:\d+ (?:out of|in) (?:10|ten|5|five|4|four)|\d{2,3} ?%) (?:of )?(?:users|customers|people|dentists|doctors|experts|women|men|parents|owners|vets|clients|developers|testers)\b/giu, severity: 'warn', reason: 'is a statistic and needs a source.', unless: PROOF },
]);

export const superlative: Check = {
  id: 'claim.superlative',
  about: 'Best, first, only, “up to”, “9 out of 10”: comparisons without a source.',
  source: 'UCPD 2005/29/EC Art. 6; CAP Code section 3; FTC substantiation doctrine',
  languages: ['en'],
  run: (input) => runPhrases(superlative, PHRASES, input),
  flags: [{ text: 'We are the #1 choice for payroll.' }, { text: 'Meet the world’s fastest blender.' }, { text: '9 out of 10 users love our app.' }],
  passes: [{ text: '9 out of 10 users love our app (survey, n = 412, May 2026).' }, { text: 'Best wishes from all of us!' }, { text: 'The best part of our week was your feedback.' }, { text: '最高の一日でした 🎉' }],
};
