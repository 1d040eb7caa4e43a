import { finding, quote, type Check } from '../check';
import type { Finding } from '../finding';
import { matches, pattern } from '../text/pattern';
import { findHate } from './hate/judge';

/** Who threatens, what, and whom. Sport, games, recipes and idiom use the same verbs for other things. */
const THREAT = pattern(/\b(?:i(?:'ll| will| am going to|'m going to|'m gonna| shall| want to| would love to)|we(?:'ll| will| are going to|'re going to)|someone should|somebody should|you(?:'re| are) going to|you will|you(?:'d| had)? (?:deserve|better)(?: to)?|hope you|go)\s+(?:\w+\s+){0,3}?(kill|murder|shoot|stab|strangle|rape|hurt|beat|punch|slap|burn|hunt|find|break|smash|hang|die|suffer|bleed|drown|choke)\s+(?:\w+\s+){0,2}?(you|him|her|them|your\w*|himself|herself|yourself|yourselves|all of you|everyone|that \w+|your (?:\w+ )?(?:face|neck|legs|family|house|kids))\b/giu);
const WISH = pattern(/\b(?:kill yourself|kys|go die|drop dead|hope you (?:die|get (?:cancer|hit|hurt|raped|shot))|you deserve to (?:die|suffer|be (?:shot|killed|hanged|raped))|should be (?:shot|hanged|lynched|killed|executed))\b/giu);
const IDIOM = /\b(?:find (?:you|your|him|her|them)|beat (?:you|them|him|her)|kill (?:him|her|them) with kindness|killing it|shoot (?:you|him|her|them) (?:a|an) (?:message|email|mail|note|dm|text)|(?:kill|hurt|break|smash|burn) (?:your|their|his|her) (?:excuses|boredom|cravings|calories|records?|goals?|feelings|chances|ranking|wallet))\b/iu;

export const threat: Check = {
  id: 'tone.threat',
  about: 'Threats of violence and wishes of harm.',
  source: 'Perspective THREAT; HateCheck functions threat_dir_h, threat_norm_h',
  languages: ['en'],
  run({ scan }) {
    const out: Finding[] = findHate(scan)
      .filter((found) => found.kind === 'threat')
      .map(({ span, sure }) => finding(threat, sure ? 'block' : 'hold', [span], sure ? `${quote(scan.text, span)} reads as a threat against people for the group they belong to.` : `${quote(scan.text, span)} stands close to the name of a group and may read as a threat.`));
    for (const words of [THREAT, WISH]) {
      for (const { start, end } of matches(scan, words)) {
        const span = { start, end };
        if (IDIOM.test(scan.text.slice(start, end)) || IDIOM.test(scan.text.slice(start, end + 12)) || out.some((other) => other.spans.some((taken) => span.start < taken.end && taken.start < span.end))) continue;
        out.push(finding(threat, 'block', [span], `${quote(scan.text, span)} reads as a threat or a wish of harm.`));
      }
    }
    return out;
  },
  flags: [{ text: 'I will kill you if you post this again' }, { text: 'Someone should shoot him.' }, { text: 'just kill yourself' }, { text: 'We should get rid of immigrants once and for all.' }],
  passes: [{ text: 'Our team will beat them in the final!'  }, { text: 'I will shoot you a message tomorrow.' }, { text: 'Heart disease kills more women than men.' }, { text: 'Our women’s eleven killed it tonight, 5-0.' }, { text: 'This workout will kill your excuses.' }, { text: 'Wir schießen morgen Fotos 📷' }],
};
