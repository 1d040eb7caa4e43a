/**
 * Swear words and slurs that are something else beside certain words: birds, tools, names, places
 * (HateCheck function slur_homonym). Written out only: whoever disguises a word means it.
 */
import { fold } from '../text/fold';
import type { Span } from '../finding';

/** The word, and what stands in its sentence when it means something else. */
const OTHER_MEANING: readonly (readonly [RegExp, RegExp])[] = [
  [/^fags?$/u, /\b(?:smok\w*|cigar\w*|pack(?:et)?s?|tobacco|lighter|butts?|ash\w*|roll\w*|buy|bought)\b/u],
  [/^fagg?ots?$/u, /\b(?:butcher\w*|bundles?|sticks?|fuel|firewood|gravy|meatballs?|peas|wood|oven)\b/u],
  [/^dykes?$/u, /\b(?:buil[dt]\w*|beach|flood\w*|river|seas?|embankments?|water|dams?|ditch\w*|coast\w*|walls?|hadrian|offa\w*)\b/u],
  [/^bitch(?:es)?$/u, /\b(?:pupp(?:y|ies)|labrador|dogs?|breed\w*|litter|kennel|spaniel|terrier|retriever|poodle|canine|vet|whelp\w*|pregnant)\b/u],
  [/^hoes?$/u, /\b(?:garden\w*|shovels?|soil|rakes?|weeds?|weeding|bindweed|rows?|roots?|compost|beds?|farm\w*|plants?|potatoes|spades?|tools?|shed)\b/u],
  [/^coons?$/u, /\b(?:raccoons?|maine|cat|tree|trash can|wildlife|hunting|tail)\b/u],
  [/^chinks?$/u, /\b(?:armou?r|light|wall|curtain|glasses)\b/u],
  [/^spastics?$/u, /\b(?:colon|paralysis|diplegia|muscles?|cerebral|clinical|palsy)\b/u],
  [/^retard(?:ed|s)?$/u, /\b(?:flame|fire|growth|ignition|spark|motion)\b/u],
  [/^(?:mongs?|mongoloids?)$/u, /\b(?:historic\w*|term|skull|classification)\b/u],
  [/^cripples?$/u, /\b(?:economy|industry|trade|sanctions?|debt|costs?|network|system|business(?:es)?)\b/u],
  [/^pricks?$/u, /\b(?:finger|needles?|pins?|blood|test(?:s|ed|ing)?|skin|thorns?|conscience|ears|glucose|allergy|fork|dough|pastry|potato(?:es)?|sausages?)\b/u],
  [/^tits?$/u, /\b(?:blue|great|coal|marsh|willow|crested|long[- ]tailed|bearded|birds?|birding|nest\w*|feeders?|tat)\b/u],
  [/^cocks?$/u, /\b(?:inn|tavern|pub|arms|hens?|crow(?:s|ed|ing)?|farm\w*|birds?|pheasants?|grouse|gun|pistol|hammer|valve|tap|shuttle|weather|au vin|leekie|bull)\b/u],
  [/^pussy$/u, /\b(?:riot|willows?|cats?|galore|cat)\b/u],
  [/^dicks?$/u, /\b(?:moby|turpin|van dyke|whittington|cheney|philip k|and jane|tracy|dick francis|spotted|deadeye|dick and harry|dick clark|grayson|nixon)\b/u],
  [/^bastards?$/u, /\b(?:out of carolina|sword|file|operation|wing|toadflax|inglourious|heartless|son of the king|jon snow|william the)\b/u],
  [/^bitch$/u, /\b(?:magazine|resting)\b/u],
  [/^ass(?:es)?$/u, /\b(?:donkeys?|mules?|jack ass|wild ass|sanctuary|bottom|penguins?|somali|african wild)\b/u],
  [/^wank$/u, /\b(?:mountain|garmisch|wankbahn|cable car)\b/u],
  [/^spic$/u, /\b(?:and span|n span)\b/u],
  [/^mongs?$/u, /\b(?:kok|hmong|market)\b/u],
  [/^wetbacks?$/u, /\b(?:boilers?|stoves?|heat(?:er|ing)|wood ?burner|fire|operation)\b/u],
  [/^paki$/u, /\bpaki[- ]stan/u],
  [/^squaws?$/u, /\b(?:valley|peak|renamed|renaming|creek|mountain)\b/u],
  [/^gooks?$/u, /\bgook (?:wax|grease)\b/u],
  [/^gimps?$/u, /\b(?:photoshop|image editor|editor|software|layers?|inkscape|krita|open[- ]source)\b/u],
  [/^cum$/u, /\b(?:laude|magna|summa|kitchen|bedroom|lounge|library|shop|dividend)\b/u],
  [/^sambo$/u, /\b(?:wrestl\w*|martial|judo|mma|grappl\w*|championships?|gold medal|combat)\b/u],
  [/^shite?$/u, /\bshite[- ]?hawks?\b/u],
];

/** The sentence around a word, without its neighbours. */
export function sentenceAround(text: string, { start, end }: Span): string {
  const from = Math.max(text.lastIndexOf('. ', start) + 1, text.lastIndexOf('\n', start) + 1, 0);
  const stops = [text.indexOf('. ', end), text.indexOf('\n', end)].filter((at) => at >= 0);
  return fold(text.slice(from, stops.length > 0 ? Math.min(...stops) : text.length)).text;
}

/** @param form folded word as it stands there */
export const hasOtherMeaning = (form: string, text: string, span: Span): boolean => OTHER_MEANING.some(([word, meaning]) => word.test(form) && meaning.test(sentenceAround(text, span)));
