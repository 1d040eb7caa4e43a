import { finding, quote, type Check } from '../check';
import { firstMatch, pattern } from '../text/pattern';

const PRIZE = pattern(/\b(?:giveaways?|give[- ]away|sweepstakes?|raffle|prize draws?|lucky draw|competition time|contest|(?:we(?:['’]re| are)|i(?:['’]m| am)) giving away (?!nothing|our secrets)|(?:win|wins|winning) (?:a|an|one|two|three|five|\d+|this|these|our|free|your|the|it|them|tickets|dinner|lunch|\w+ tickets)\b(?! (?:argument|bet|fight|war|battle|game|match|league|seat|vote|race|title|cup|derby|award|case|goal|back|over|heart|against))|chance (?:to win|at winning|of winning|at (?:a|an|the|two))|(?:could|can|might|will) be yours|(?:is|are) yours\b|into the (?:hat|draw)\b|you(?:['’]re| are) in(?: the draw)?\.|up for grabs|(?:funniest|best|first|closest|fastest|right answer|one|answer|drawing|photo|comment)(?: \w+){0,3} wins?\b|(?:one of you|somebody|someone|one (?:lucky )?(?:follower|reader|winner)|(?:two|three|five|ten) lucky (?:\w+ )?)(?: will (?:get|win|receive)| gets?| wins?)(?= (?:a|an|the|this|two|our|it|one)\b)|who wants (?:free |to win )|caption this|treasure hunt|(?:gets|get) (?:a free|an iphone|a ps5|an? voucher))/iu);
const ENTRY = /\b(?:follow|like|tag|comment|retweet|rt|repost|share|enter|sign up|subscribe|reply|dm us|answer|guess|pick a number|vote|caption|riddle|post (?:a|your)|use #\w+|to enter|to win|giving away|review|show us|send (?:it|us|them) in|leave a|turn on|just say|tell us|draw our|clues|(?:in|on) our story)\b/iu;
const TERMS = /\b(?:t&?cs?|terms|rules|conditions|no purchase necessary|npn|details (?:at|in|on))\b/iu;
const END = /\b(?:ends?|ending|closes?|closing|until|till|by|deadline|before|draw(?:n)? on|winner (?:announced|picked|drawn) (?:on|next)|through|entries close)\b[^.!?\n]{0,40}(?:\d|midnight|mon|tue|wed|thu|fri|sat|sun|tomorrow|tonight|noon|week)/iu;
const WHERE = /\b(?:(?:uk|us|usa|eu|ca|canada|germany|ireland|australia|worldwide|international|residents?|region|open to|over[- ]?18s?|18\+)\b[^.!?]{0,20}(?:only|residents?|entrants?|entries)?)/iu;

/** Reports on a contest that has ended, and contests that are none of ours. */
const OVER = /\b(?:congratulations|congrats|raised|(?:is|are) closed|has ended|won the|winners? (?:of|has|have|read|is)|who won|prize-winning|debate|how to win|no purchase necessary)\b/iu;

export const giveaway: Check = {
  id: 'disclosure.giveaway',
  about: 'A contest without terms, end date or who may enter.',
  source: 'CAP Code section 8; platform promotion rules',
  languages: ['en'],
  run({ scan }) {
    const prize = firstMatch(scan, PRIZE);
    if (!prize || !ENTRY.test(scan.text) || OVER.test(scan.text)) return [];
    const missing = [TERMS.test(scan.text) ? '' : 'the terms', END.test(scan.text) ? '' : 'when it ends', WHERE.test(scan.text) || TERMS.test(scan.text) ? '' : 'who may enter'].filter(Boolean);
    if (missing.length === 0) return [];
    const span = { start: prize.start, end: prize.end };
    return [finding(giveaway, 'warn', [span], `${quote(scan.text, span)} is a contest; ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing.`)];
  },
  flags: [{ text: 'GIVEAWAY! Follow us and tag a friend to win a hamper.' }, { text: 'Like and share for a chance to win tickets' }],
  passes: [{ text: 'Giveaway: follow and comment by 30 November. UK only, terms: example.org/terms' }, { text: 'Congratulations to the winner of the chess contest in our town!' }, { text: 'Wir verlosen nichts 🎁' }],
};
