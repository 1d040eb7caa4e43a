import { finding, quote, type Check } from '../check';
import { has, matches, mayMatch, pattern } from '../text/pattern';

const EVENT = pattern(/\b(?:(?:mass |school |active )?shootings?|shooter|gunman|armed (?:man|woman|person)|terror(?:ist|ism)? ?(?:attack)?|attack(?:ed)? (?:on|in) (?:the )?[\p{L}]+|stabbing|bomb(?:ing|ings|s)? (?:are|is|threat|attack|falling|fell|exploded|went)|bombings?|bomb threat|explosions?|earthquakes?|tsunamis?|hurricanes?|typhoons?|cyclones?|tornado(?:es)?|wildfires?|bushfires?|flash floods?|(?:the |devastating |severe )floods?\b|flooding|landslides?|mudslides?|avalanches?|volcan(?:o|ic eruption)|plane crash|train crash|(?:killed|died|lost|injured) in (?:the|a) (?:\w+ )?(?:crash|fire|accident|attack)|collapsed|derail(?:ed|ment)|evacuat(?:e|ed|ion)|hostages?|massacre|genocide|death toll|casualties|killed (?:in|by)|murder(?:ed)?|deadly|fatal(?:ly)?|(?:worker|colleague|man|woman|people|person|child|children|driver|passengers?|member|employee|\d+)s? (?:has |have |had )?(?:died|was killed|were killed|lost their li(?:fe|ves))|passed away|victims?|tragedy|tragic (?:news|events?|loss|accident|death)|our (?:thoughts|hearts?|prayers) (?:and (?:thoughts|hearts?|prayers) )?(?:are|go|break|breaks)|thoughts and prayers|condolences|we mourn|mourning|rest in peace|\brip\b|never forget|9\/11|(?:sorry|deeply|saddened|shocked|apologi[sz]e)\b[^.!?]{0,50}\b(?:accident|death|loss of|incident|injur(?:y|ies))|data breach|security breach|breach of (?:4|our|customer)|(?:was|were|been|got) hacked|ransomware|cyber ?attack|(?:product )?recall(?:ed|ing)? (?:of )?(?:our|all|the|these)|product recall|stop using (?:the|our|this|these|all)|listeria|salmonella|e\. ?coli|contaminat(?:ed|ion)|lawsuit|boycott|outages?|(?:service|systems?|site|app) (?:is|are) (?:still )?down|strike (?:action|starts|begins)|on strike|layoffs?|lay(?:ing)? off|redundanc(?:y|ies)|war in|invasion of|ceasefire|air ?strikes?|riots?|protests? (?:turned|and|in)|looting|pandemic|outbreak|epidemic|missing (?:child|girl|boy|person|woman|man|teenager)|amber alert|state of emergency|lock(?: the| your)? doors|lockdown)\b/giu);
const SELLING = pattern(/\b(?:% off|sale|discount|shop|buy|order|deal|promo|code|offer|launch|new collection|giveaway|win|limited|free shipping|book now|subscribe|get yours|save)\b/iu);
const JEST = /[😂🤣😜😎🎉🔥]|\b(?:lol|haha+|joke|funny|party|killing it|bomb(?:shell)?|blowing up|on fire)\b/iu;
/** Everyday idioms made of the same words; only what they cover is excused. */
const OTHER = pattern(/\b(?:photo ?shoot(?:ing|s)?|shooting (?:stars?|hoops|range|club|a (?:video|film|movie|scene)|guard|percentage|with)|(?:target|clay|trap|rifle|clay pigeon|sport|penalty|free[- ]throw) shooting|(?:sales? |flavou?r )?explosions? of (?!gas)\w+|sales? explosion|victims? of (?:our|its|their) own success|fashion victims?|strike a pose|(?:tornado(?:es)?|avalanches?|floods?|flash floods?|tsunamis?|hurricanes?|storms?|invasion|epidemic|outbreak|explosions?|earthquakes?|landslide) of (?!water|mud|snow|fire|rock|violence|measles|ukraine|flu|covid|cholera)[\p{L}]+|landslide (?:victory|win)|hurricane lamps?|hostages? to fortune|bath bombs?|dirt bombs?|murder (?:mystery|on the dancefloor)|dead(?:ly| on) (?:serious|cute|good)|(?:chocolate|lava) volcano|volcano (?:cake|hike|tour)|outage is over|(?:pre|post)[- ]pandemic|before the pandemic|(?:train|crash) course|never forget (?:your|the|a|to) (?:keys|umbrella|first|face|birthday|password)|dishes? collapsed|collapsed (?:on|into) (?:the |my )?(?:sofa|bed|laughing)|in mourning for)/giu);
/** The event is a subject of art, history or training. */
const ABOUT = /\b(?:drill|museum|exhibition|history|novel|thriller|film|movie|play|comedy|musical|lecture|documentary|podcast about|board game|escape room|quiz|1[0-8]\d\d|re-?enactment)\b/iu;

export const active: Check = {
  id: 'crisis.active',
  about: 'A post about a disaster, a death or a crisis of the company, above all beside an offer or a joke.',
  source: 'NRA, 20 July 2012; Epicurious, 2013; reference/decisions.md §6',
  languages: ['en'],
  run({ scan }) {
    const idioms = mayMatch(scan, EVENT) ? matches(scan, OTHER) : [];
    const match = matches(scan, EVENT).find(({ start, end }) => !idioms.some((idiom) => start < idiom.end && idiom.start < end));
    if (!match || (ABOUT.test(scan.text) && !/\b(?:thoughts|prayers|condolences|victims)\b/iu.test(scan.text))) return [];
    const span = { start: match.start, end: match.end };
    const careless = has(scan, SELLING) || JEST.test(scan.text);
    return [finding(active, careless ? 'block' : 'hold', [span], careless ? `${quote(scan.text, span)} stands beside an offer or a joke.` : `${quote(scan.text, span)}: a post about a crisis needs a second look at timing and facts.`)];
  },
  flags: [{ text: 'Our thoughts are with the victims of the earthquake. 20% off today!' }, { text: 'We are aware of the outage and working on it.' }],
  passes: [{ text: 'Behind the scenes at our photo shooting in Rome' }, { text: 'Target shooting at the county range, Sundays at ten.' }, { text: 'Bookings are back above pre-pandemic numbers.' }, { text: 'An explosion of flavour in every bite' }, { text: 'Strike a pose with our new scarves' }, { text: '花火大会 🎆' }],
};
