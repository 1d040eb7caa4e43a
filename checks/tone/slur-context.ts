/**
 * Whether a word that can be a slur is meant as one here: reclaimed and quoted use (HateCheck functions
 * slur_reclaimed, counter_quote), and words that are slurs only when aimed at somebody.
 */
const RECLAIMED = /\b(?:my (?:\w+ )?(?:niggas?|bitch(?:es)?|queers?|hoes?)|call(?:ed|ing)? (?:myself|ourselves)|(?:we|us|our|i am|i'm|as a) (?:\w+ ){0,4}(?:queers?|dykes?|faggots?|fags?|niggas?|trann(?:y|ies)|cripples?|crips?|bitch(?:es)?|retards?)|reclaim\w*|proud to be|embrac\w+|pride)\b/u;
const QUOTING = /\b(?:word|term|slur|called (?:me|him|her|them|us)|calling (?:me|him|her|them|us|people)|say(?:s|ing)?|said|messages? like|stuff like|things like|shout(?:s|ed|ing)?|heard|use (?:of )?the)\b/u;
const CONDEMNING = /\b(?:hateful|slur|offensive|unacceptable|hurtful|blocked|racis[mt]|sexis[mt]|homophob\w*|transphob\w*|wrong|stop|never|not ok|don't|do not|shame|horrible|disgusting that|report(?:ed)?|banned|fired|court|prison|deserves? better|disheartening|small.minded|awful to)\b/u;
/** Words that hurt a group only when they are aimed at somebody. */
const AIMED = /\b(?:you(?:'re| are)?|they(?:'re| are)?|these|those|typical|bunch of|too many|such an?|like you|all|every|stupid|fucking|dirty|filthy|damn|ugly|what an?|another|just an?|nothing but|kill|hate|are just)\b/u;
const LOVING = /\b(?:love|talent\w*|genius|support|thanks|rip|shout ?out|winning|realest|beautiful|looking good|lookin|congrats|back)\b/u;

export type SlurUse = 'slur' | 'unclear';

/** @param form folded word @param sentence folded text around it */
export function slurUse(form: string, sentence: string): SlurUse {
  if (RECLAIMED.test(sentence) || (form.startsWith('nigga') && (LOVING.test(sentence) || !AIMED.test(sentence)))) return 'unclear';
  if (QUOTING.test(sentence) && CONDEMNING.test(sentence)) return 'unclear';
  if (/^(?:bitch(?:es)?|hoes?|cripples?|mongs?|dykes?|fags?|spastics?|retard\w*)$/u.test(form)) return AIMED.test(sentence) ? 'slur' : 'unclear';
  return 'slur';
}
