import { finding, quote, type Check } from '../check';
import { firstMatch, pattern } from '../text/pattern';

const TIE = pattern(/\b(?:gifted|pr (?:sample|package|haul|gift)|sent (?:me|us) (?:this|these|a free|their|some)|sponsor(?:ed|ing|s)? (?:by|me|us|this)|paid (?:by|for by)|in collab(?:oration)? with|partner(?:ed|ing|ship)? with|teamed up with|ambassador (?:for|of)|brand ambassador|affiliate|my (?:discount )?code|use (?:my |our |the )?code|with (?:my )?code \w+|commission|free (?:stay|trip|product) (?:from|by|at)|invited by|hosted by|thanks? (?:to |you )?@\w+[^.!?]{0,30}\b(?:for (?:the|this|these|sending|having|gifting)|sending)|kindly (?:sent|provided) by|courtesy of)\b/giu);
const AFFILIATE_HOST = /(?:^|\.)(?:amzn\.to|rstyle\.me|shopstyle\.it|liketk\.it|ltk\.app|shop-links\.co|howl\.me|mavely\.app\.link|go\.magik\.ly|awin1\.com|shareasale\.com|sjv\.io|pxf\.io|prf\.hn|tidd\.ly)$/iu;
const AFFILIATE_PARAM = /^(?:tag|aff|affid|aff_id|affiliate|affiliate_id|ref|refid|ref_id|referral|partner|partner_id|awc|irclickid|clickref|coupon|promo)$/iu;
const CLEAR = pattern(/(?:^|[\s([{#])(?:ad|ads|advert|advertisement|advertising|anzeige|werbung|publicité|publicidad|reklame|sponsored|paidad|paid (?:ad|partnership|promotion|collaboration)|paidpartnership|advertorial|promotion)(?=$|[\s.,:!?)\]}|·–-])/giu);
const VAGUE = pattern(/#(?:sp|spon|sponsor|partner|partners|collab|collaboration|ambassador|gifted|gift|thanks|thankyou|affiliate|aff|prsample|invite|bts)\b/giu);
/** Where feeds cut a post: later than this, readers press “more” first (FTC, 2017 letters: within the first three lines). */
const FOLD = 125;

export const ad: Check = {
  id: 'disclosure.ad',
  about: 'Advertising, gifts and affiliate links without a clear disclosure where readers see it.',
  source: 'FTC Endorsement Guides, 16 CFR 255.5; CAP Code 2.1; UCPD Annex I no. 11',
  languages: ['en'],
  run({ scan }) {
    const { text } = scan;
    const tie = firstMatch(scan, TIE);
    const link = scan.links.find(({ url }) => url && (AFFILIATE_HOST.test(url.hostname) || ([...url.searchParams.keys()].some((name) => AFFILIATE_PARAM.test(name)) && !url.hostname.endsWith('github.com'))));
    const vague = firstMatch(scan, VAGUE);
    const span = tie ? { start: tie.start, end: tie.end } : link ? { start: link.start, end: link.end } : vague ? { start: vague.start, end: vague.end } : null;
    if (!span) return [];
    const clear = firstMatch(scan, CLEAR);
    if (!clear) {
      return [finding(ad, 'hold', [span], tie || link ? `${quote(text, span)} points to a business tie, and nothing says clearly that this is advertising.` : `${quote(text, span)} is too vague as a disclosure.`, 'Begin with “Ad:” or #ad.')];
    }
    const { start, end: at } = clear;
    const tagsBefore = scan.hashtags.filter((tag) => tag.start < start).length;
    const lines = text.slice(0, start).split('\n').length;
    if (at > FOLD + 20 || lines > 3 || tagsBefore >= 3) {
      const where = { start: at - text.slice(start, at).trimStart().length, end: at };
      return [finding(ad, 'hold', [where], tagsBefore >= 3 ? `${quote(text, where)} is lost among hashtags.` : `${quote(text, where)} comes after the point where feeds cut the post.`, 'Put the disclosure first.')];
    }
    return [];
  },
  flags: [{ text: 'Obsessed with this serum! Thanks @glowlab for sending it. #partner' }, { text: 'Get 10% off with my code LENA10' }, { text: 'My favourite pan: https://amzn.to/3xYz' }],
  passes: [{ text: 'Ad: obsessed with this serum from @glowlab.' }, { text: '#ad Get 10% off with my code LENA10' }, { text: 'Thank you all for the questions, we read every one.' }, { text: 'Werbung: Schaut euch das an 💄' }],
};
