/** Friendly turns of phrase made of rude words: "dead simple", "shoot us a message". A doubtful score that rests on one of them is no finding. */
import type { Span } from '../finding';

const IDIOMS = new RegExp(
  String.raw`\b(?:` + [
    String.raw`(?:shoot|fire) (?:us|me|over|them) (?:over )?(?:an? )?(?:quick )?(?:message|dm|e-?mail|mail|line|text|question)s?`,
    String.raw`dead (?:simple|easy|good|cute|quick|handy|sea|lift|pixels?|line|heat|ringer)|drop[- ]dead gorgeous|deadpan|dead sea`,
    String.raw`killer (?:features?|apps?|deals?|views?|playlists?|line-?ups?|heels|hook|instinct|whales?|combo)|kill(?:ed|ing|s)? (?:it|time|two birds|the lights|the engine)|dressed to kill`,
    String.raw`crush(?:ed|ing|es)? (?:it|the|our|her|his|their) ?(?:goals?|targets?|record)?|smash(?:ed|ing)? (?:it|the|our)`,
    String.raw`(?:crazy|insane|insanely|stupid|stupidly|ridiculous|ridiculously|sick|wicked|wickedly|filthy|damn|mad|mighty) (?:good|great|simple|easy|cheap|fast|value|deals?|prices?|weekend|week|ideas?|about|beats?|tracks?|tunes?|tricks?|views?|smart|rich|tasty|delicious|fun|skills|props|respect)`,
    String.raw`nuts about|mad about|hell of an?|what the heck|no[- ]nonsense|holy (?:cow|moly|guacamole|smokes)|bloody (?:mary|brilliant|marvellous|lovely)|bad ?ass|no[- ]brainer|mind[- ]?blow(?:n|ing)|blows? (?:your|my|our) mind|blind tasting|dumb ?bells?|fat[- ]free|fat quarters?|cheeky (?:pint|nando['’]?s|weekend)|guilty pleasures?|sucker for|suck(?:s)? you in|screw ?(?:drivers?|caps?|tops?)`,
  ].join('|') + String.raw`)\b`,
  'giu',
);

/** Whether every one of these words stands inside such a phrase. */
export function onlyIdioms(text: string, spans: readonly Span[]): boolean {
  if (spans.length === 0) return false;
  const found = [...text.matchAll(IDIOMS)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return found.length > 0 && spans.every((span) => found.some((idiom) => span.start < idiom.end && idiom.start < span.end));
}
