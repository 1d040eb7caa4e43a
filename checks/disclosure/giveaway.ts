import { finding, quote, type Check } from '../check';
import { firstMatch, pattern } from '../text/pattern';

const PRIZE = pattern(/\b(?:giveaway|give[- ]away|sweepstakes?|raffle|prize draw|competition time|win (?:a|an|one|two|three|\d+|this|these|our|free|your|the)\b|chance to win|enter to win|contest|we(?:['’]re| are) giving away)/iu);
const ENTRY = /\b(?:follow|like|tag|comment|retweet|rt|repost|share|enter|sign up|subscribe|reply|dm us|answer|guess|post (?:a|your)|use #\w+|to enter|to win|giving away)\b/iu;
const TERMS = /\b(?:t&?cs?|terms|rules|conditions|no purchase necessary|npn|details (?:at|in|on))\b/iu;
const END = /\b(?:ends?|ending|closes?|closing|until|till|by|deadline|before|draw(?:n)? on|winner (?:announced|picked|drawn) (?:on|next)|through|entries close)\b[^.!?\n]{0,40}(?:\d|midnight|mon|tue|wed|thu|fri|sat|sun|tomorrow|tonight|noon|week)/iu;
const WHERE = /\b(?:(?:uk|us|usa|eu|ca|canada|germany|ireland|australia|worldwide|international|residents?|region|open to|over[- ]?18s?|18\+)\b[^.!?]{0,20}(?:only|residents?|entrants?|entries)?)/iu;

export const giveaway: Check = {
  id: 'disclosure.giveaway',
  about: 'A contest without terms, end date or who may enter.',
  source: 'CAP Code section 8; platform promotion rules',
  languages: ['en'],
  run({ scan }) {
    const prize = firstMatch(scan, PRIZE);
    if (!prize || !ENTRY.test(scan.text)) return [];
    const missing = [TERMS.test(scan.text) ? '' : 'the terms', END.test(scan.text) ? '' : 'when it ends', WHERE.test(scan.text) || TERMS.test(scan.text) ? '' : 'who may enter'].filter(Boolean);
    if (missing.length === 0) return [];
    const span = { start: prize.start, end: prize.end };
    return [finding(giveaway, 'warn', [span], `${quote(scan.text, span)} is a contest; ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing.`)];
  },
  flags: [{ text: 'GIVEAWAY! Follow us and tag a friend to win a hamper.' }, { text: 'Like and share for a chance to win tickets' }],
  passes: [{ text: 'Giveaway: follow and comment by 30 November. UK only, terms: example.org/terms' }, { text: 'Congratulations to the winner of the chess contest in our town!' }, { text: 'Wir verlosen nichts 🎁' }],
};
