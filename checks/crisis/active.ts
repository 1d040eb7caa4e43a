import { finding, quote, type Check } from '../check';
import { firstMatch, has, pattern } from '../text/pattern';

const EVENT = pattern(/\b(?:(?:mass |school |active )?shooting|shooter|terror(?:ist)? attack|bombing|explosion|earthquake|tsunami|hurricane|tornado|wildfires?|flash floods?|plane crash|train crash|derail(?:ed|ment)|evacuat(?:e|ed|ion)|hostages?|massacre|death toll|casualties|killed (?:in|by)|victims?|tragedy|tragic (?:news|events?|loss|accident)|our thoughts (?:and prayers )?(?:are|go)|thoughts and prayers|rest in peace|\brip\b|data breach|recall(?:ed|ing)? (?:of )?(?:our|all|the|these)|product recall|lawsuit|boycott|outage|strike action|layoffs?|redundanc(?:y|ies)|war in|invasion of|pandemic|outbreak)\b/giu);
const SELLING = pattern(/\b(?:% off|sale|discount|shop|buy|order|deal|promo|code|offer|launch|new collection|giveaway|win|limited|free shipping|book now|subscribe|get yours|save)\b/iu);
const JEST = /[😂🤣😜😎🎉🔥]|\b(?:lol|haha+|joke|funny|party|killing it|bomb(?:shell)?|blowing up|on fire)\b/iu;
const OTHER = pattern(/\b(?:photo ?shoot(?:ing)?|shooting (?:star|hoops|range|a (?:video|film|movie|scene)|guard|percentage)|flower|sales? explosion|explosion of (?:flavou?r|colou?r)|victims? of (?:our|its) own success|fashion victim|strike a pose|lawsuit settlement show)\b/iu);

export const active: Check = {
  id: 'crisis.active',
  about: 'A post about a disaster, a death or a crisis of the company, above all beside an offer or a joke.',
  source: 'NRA, 20 July 2012; Epicurious, 2013; reference/decisions.md §6',
  languages: ['en'],
  run({ scan }) {
    const match = firstMatch(scan, EVENT);
    if (!match || has(scan, OTHER)) return [];
    const span = { start: match.start, end: match.end };
    const careless = has(scan, SELLING) || JEST.test(scan.text);
    return [finding(active, careless ? 'block' : 'hold', [span], careless ? `${quote(scan.text, span)} stands beside an offer or a joke.` : `${quote(scan.text, span)}: a post about a crisis needs a second look at timing and facts.`)];
  },
  flags: [{ text: 'Our thoughts are with the victims of the earthquake. 20% off today!' }, { text: 'We are aware of the outage and working on it.' }],
  passes: [{ text: 'Behind the scenes at our photo shooting in Rome' }, { text: 'An explosion of flavour in every bite' }, { text: 'Strike a pose with our new scarves' }, { text: '花火大会 🎆' }],
};
