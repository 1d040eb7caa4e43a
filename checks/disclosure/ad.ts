import { finding, quote, type Check } from '../check';
import type { Finding, Span } from '../finding';
import { firstMatch, pattern, type Match, type Pattern } from '../text/pattern';
import type { Scan } from '../text/scan';

/** Words that show a tie between the author and what is praised. Generic thanks and gifts among friends are none. */
const TIES = [
  String.raw`(?:(?:^|[\s(*#])gifted(?= by|[.!)*]| @|$)|\b(?:was|were|been|got) gifted|gifted (?:me|us|item|stay|product|by)|a gift from @?\w+|(?:was|were) (?:a |all )?(?:gifts?|presents?) from|presents? from @\w+|prezzies from @\w+|for the (?:gift|present|freebie|goodies)s?\b|(?:pr|press|gift(?:ed|ing)?) (?:sample|package|parcel|haul|gift|box|mailer|drop|trip|stay))`,
  String.raw`\b(?<!\b(?:mother|mum|mom|dad|father|sister|brother|friends?|aunt|uncle|grandma|grandpa|court|bank|neighbours?|parents|council|school|teacher) )sent (?:me|us|over) (?:this|these|a|an|the|their|some|five|two|three)\b|\b(?:kindly|generously) (?:sent|provided|gifted|supplied|lent|given)|\bsent (?:me|us )?by (?:the (?:\w+ )?(?:team|people|folks|brand|makers)|@\w+)|\b(?:the )?brand sent\b|\bthe (?:\w+ )?(?:people|team|folks) at \w+ (?:sent|furnished|gave|gifted|treated|hooked)|\bcourtesy of\b`,
  String.raw`\b(?:sponsor(?:ed|ing)? (?:by|me|us|this|post|video)|my sponsors?|(?:our|this (?:\w+ )?['’]?s) sponsor @?\w+|paid for by|paid by @|in (?:paid )?(?:collab(?:oration)?|partnership|cooperation) with|(?:partner(?:ed|ing)|teamed up|teaming up|working|collab(?:bed|bing|orated|orating)) (?:again )?with (?:@|my friends at|the team at|the lovely)|collab with)`,
  String.raw`\b(?:as (?:an?|the) (?:\w+ )?ambassador|(?:brand|official|proud|global|new) ambassador|i am (?:an? |the )?(?:\w+ )?ambassador|ambassador for)\b|\bpart of the @?\w+ (?:family|team|squad|crew) for\b`,
  String.raw`\b(?:affiliate\b|commission (?:when|if|on|from|from this)|(?:earn|get|make) (?:a )?(?:small |tiny )?commission|my (?:\w+ )?(?:discount|promo|coupon|referral) (?:code|link)|my code|(?:use|enter|with|try) my code\b|discount (?:code|link) (?:is )?(?:below|in bio|in my bio)|link in (?:my )?bio (?:for|to) (?:\d+ ?%|a discount|money off))`,
  String.raw`\b(?:free (?:stay|trip|products?|flights?|tickets?|nights?|meal|dinner|session) (?:from|by|at|courtesy)|free (?:flights?|trip|stay|tickets?)\b(?=[^.!?]{0,30}@)|(?:were|was|got|been|am|are) (?:hosted|invited) by|hosted (?:me|us)\b|invited (?:me|us) (?:to (?:stay|try|visit|their|the)|over)|invited by (?:the |@)|(?:thank you|thanks)[^.!?]{0,30}\bfor having (?:me|us)\b(?=[^.!?]{0,40}(?:@|\b(?:hotel|resort|spa|lodge|villa|restaurant|brand)))|on the house (?:at|from|by|with) @|(?:asked|invited) me to (?:try|test|review))`,
  String.raw`\b(?:big |huge |so many |massive )?(?:thanks|thank you|thx|ty)(?: so much)?(?: to| you)? @\w+[^.!?]{0,30}\bfor (?:sending|gifting|having|hosting|inviting|treating|letting me|the (?:\w+ )?(?:gift|gifts|invite|invitation|free|kit|package|sample|samples|trip|stay|dinner|treat|set|goodies|watch|dress|flights?|box)|this (?:\w+ )?(?:gift|kit|package|beauty|set|dress|trip|stay))`,
].map((words) => pattern(new RegExp(words, 'giu')));
/** A name after “with”, known by its capital. */
const PARTNER = pattern(/\b(?:[Tt]eam(?:ed|ing) up|[Pp]artner(?:ed|ing)|[Cc]ollab(?:bed|bing|orated|orating)) (?:again )?with [A-Z]/gu);
/** A discount code, in words or as shops print it. */
const CODES = [pattern(/\b(?:use|enter|with|try) (?:our |the )?code\b/giu), pattern(/\bcode [A-Z]{2,}\w*\d*\b(?= (?:at|for|to|gets?))|\b(?:[Uu]se|[Ww]ith|[Ee]nter|[Qq]uote) [A-Z]{3,}\d{1,3}\b/gu)];
/** A shop that speaks of its own offer, and of nobody else’s: everybody sees whose it is. */
const OWN_OFFER = /\b(?:our|we|us|we['’](?:re|ve|ll)|everything|(?:store|site)[ -]?wide|new customers|(?:first|all|every|your) orders?|(?:valid|ends?) (?:until|till|through|on|at)|until (?:sunday|monday|midnight))\b/iu;
const SOMEBODY = /@\w|\b(?:i|i['’](?:m|ve|ll)|my|me|mine)\b/iu;

const isOwnOffer = ({ text }: Scan): boolean => OWN_OFFER.test(text) && !SOMEBODY.test(text);

function findTie(scan: Scan): Match | null {
  let first: Match | null = null;
  const look = (words: Pattern): void => {
    const match = firstMatch(scan, words);
    if (match && (!first || match.start < first.start) && (!CODES.includes(words) || !isOwnOffer(scan))) first = match;
  };
  for (const words of [...TIES, PARTNER, ...CODES]) look(words);
  return first;
}
const AFFILIATE_HOST = /(?:^|\.)(?:amzn\.to|rstyle\.me|shopstyle\.it|liketk\.it|ltk\.app|shop-links\.co|howl\.me|mavely\.app\.link|go\.magik\.ly|awin1\.com|shareasale\.com|sjv\.io|pxf\.io|prf\.hn|tidd\.ly)$/iu;
const AFFILIATE_PARAM = /^(?:tag|aff|affid|aff_id|affiliate|affiliate_id|ref|refid|ref_id|referral|partner|partner_id|awc|irclickid|clickref|coupon|promo)$/iu;
const CLEAR = pattern(/(?:^|[\s([{#])(?:ad|ads|advert|advertisement|advertising|anzeige|werbung|publicité|publicidad|reklame|sponsored|paidad|paid (?:ad|partnership|promotion|collaboration)|paidpartnership|advertorial|promotion)(?=$|[\s.,:!?)\]}|·–-])/giu);
const VAGUE = pattern(/#(?:sp|spon|sponsor|partner|partners|collab|collaboration|ambassador|gifted|gift|pr|thanks|thankyou|brandpartner|brandambassador|sponsoredby|affiliate|aff|prsample|invite|bts)\b/giu);
/** Where feeds cut a post: later than this, readers press “more” first (FTC, 2017 letters: within the first three lines). */
const FOLD = 125;

/** Labels that only ever mark advertising, so they are looked at even when nothing else shows a tie. */
const LABEL = pattern(/#(?:ad|ads|advert|sponsored|paidad|paidpartnership|werbung|anzeige)\b|\bpaid partnership\b/giu);

/** A clear label that readers meet too late, or in a pile of tags, is no clear disclosure. */
function buried({ text, hashtags }: Scan, clear: Span): Finding[] {
  const { start, end: at } = clear;
  const tagsBefore = hashtags.filter((tag) => tag.start < start).length;
  const lines = text.slice(0, start).split('\n').length;
  if (at <= FOLD + 20 && lines <= 3 && tagsBefore < 3) return [];
  const where = { start: at - text.slice(start, at).trimStart().length, end: at };
  return [finding(ad, 'hold', [where], tagsBefore >= 3 ? `${quote(text, where)} is lost among hashtags.` : `${quote(text, where)} comes after the point where feeds cut the post.`, { suggestion: 'Put the disclosure first.' })];
}

export const ad: Check = {
  id: 'disclosure.ad',
  about: 'Advertising, gifts and affiliate links without a clear disclosure where readers see it.',
  source: 'FTC Endorsement Guides, 16 CFR 255.5; CAP Code 2.1; UCPD Annex I no. 11',
  languages: ['en'],
  run({ scan }) {
    const { text } = scan;
    const tie = findTie(scan);
    const link = scan.links.find(({ url }) => url && (AFFILIATE_HOST.test(url.hostname) || ([...url.searchParams.keys()].some((name) => AFFILIATE_PARAM.test(name)) && !url.hostname.endsWith('github.com'))));
    const vague = firstMatch(scan, VAGUE);
    const late = tie || link || vague ? null : firstMatch(scan, LABEL);
    if (late) return buried(scan, late);
    const span = tie ? { start: tie.start, end: tie.end } : link ? { start: link.start, end: link.end } : vague ? { start: vague.start, end: vague.end } : null;
    if (!span) return [];
    const clear = firstMatch(scan, CLEAR);
    if (!clear) {
      return [finding(ad, 'hold', [span], tie || link ? `${quote(text, span)} points to a business tie, and nothing says clearly that this is advertising.` : `${quote(text, span)} is too vague as a disclosure.`, { suggestion: 'Begin with “Ad:” or #ad.' })];
    }
    return buried(scan, clear);
  },
  flags: [{ text: 'Obsessed with this serum! Thanks @glowlab for sending it. #partner' }, { text: 'Get 10% off with my code LENA10' }, { text: 'My favourite pan: https://amzn.to/3xYz' }],
  passes: [{ text: 'Thanks for having us, Leeds. You were loud.' }, { text: 'We are not affiliated with @exampleperson.' }, { text: 'Ad: obsessed with this serum from @glowlab.' }, { text: '#ad Get 10% off with my code LENA10' }, { text: 'Thank you all for the questions, we read every one.' }, { text: 'Everything in our shop is 25% off until Sunday with code BDAY25.' }, { text: 'Werbung: Schaut euch das an 💄' }],
};
