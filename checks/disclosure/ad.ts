import { finding, quote, type Check } from '../check';

const TIE = /\b(?:gifted|pr (?:sample|package|haul|gift)|sent (?:me|us) (?:this|these|a free|their|some)|sponsor(?:ed|ing|s)? (?:by|me|us|this)|paid (?:by|for by)|in collab(?:oration)? with|partner(?:ed|ing|ship)? with|teamed up with|ambassador (?:for|of)|brand ambassador|affiliate|my (?:discount )?code|use (?:my |our |the )?code|with (?:my )?code \w+|commission|free (?:stay|trip|product) (?:from|by|at)|invited by|hosted by|thanks? (?:to |you )?@\w+[^.!?]{0,30}\b(?:for (?:the|this|these|sending|having|gifting)|sending)|kindly (?:sent|provided) by|courtesy of)\b/giu;
const AFFILIATE_HOST = /(?:^|\.)(?:amzn\.to|rstyle\.me|shopstyle\.it|liketk\.it|ltk\.app|shop-links\.co|howl\.me|mavely\.app\.link|go\.magik\.ly|awin1\.com|shareasale\.com|sjv\.io|pxf\.io|prf\.hn|tidd\.ly)$/iu;
const AFFILIATE_PARAM = /^(?:tag|aff|affid|aff_id|affiliate|affiliate_id|ref|refid|ref_id|referral|partner|partner_id|awc|irclickid|clickref|coupon|promo)$/iu;
const CLEAR = /(?:^|[\s([{#])(?:ad|ads|advert|advertisement|advertising|anzeige|werbung|publicité|publicidad|reklame|sponsored|paidad|paid (?:ad|partnership|promotion|collaboration)|paidpartnership|advertorial|promotion)(?=$|[\s.,:!?)\]}|·–-])/giu;
const VAGUE = /#(?:sp|spon|sponsor|partner|partners|collab|collaboration|ambassador|gifted|gift|thanks|thankyou|affiliate|aff|prsample|invite|bts)\b/giu;
/** Where feeds cut a post: later than this, readers press “more” first (FTC, 2017 letters: within the first three lines). */
const FOLD = 125;

export const ad: Check = {
  id: 'disclosure.ad',
  about: 'Advertising, gifts and affiliate links without a clear disclosure where readers see it.',
  source: 'FTC Endorsement Guides, 16 CFR 255.5; CAP Code 2.1; UCPD Annex I no. 11',
  languages: ['en'],
  run({ scan }) {
    const { text } = scan;
    const tie = [...text.matchAll(TIE)][0];
    const link = scan.links.find(({ url }) => url && (AFFILIATE_HOST.test(url.hostname) || ([...url.searchParams.keys()].some((name) => AFFILIATE_PARAM.test(name)) && !url.hostname.endsWith('github.com'))));
    const vague = [...text.matchAll(VAGUE)][0];
    const span = tie ? { start: tie.index, end: tie.index + tie[0].length } : link ? { start: link.start, end: link.end } : vague ? { start: vague.index, end: vague.index + vague[0].length } : null;
    if (!span) return [];
    const clear = [...text.matchAll(CLEAR)][0];
    if (!clear) {
      return [finding(ad, 'hold', [span], tie || link ? `${quote(text, span)} points to a business tie, and nothing says clearly that this is advertising.` : `${quote(text, span)} is too vague as a disclosure.`, 'Begin with “Ad:” or #ad.')];
    }
    const at = clear.index + clear[0].length;
    const tagsBefore = scan.hashtags.filter((tag) => tag.start < clear.index).length;
    const lines = text.slice(0, clear.index).split('\n').length;
    if (at > FOLD + 20 || lines > 3 || tagsBefore >= 3) {
      const where = { start: clear.index + (clear[0].length - clear[0].trimStart().length), end: at };
      return [finding(ad, 'hold', [where], tagsBefore >= 3 ? `${quote(text, where)} is lost among hashtags.` : `${quote(text, where)} comes after the point where feeds cut the post.`, 'Put the disclosure first.')];
    }
    return [];
  },
  flags: [{ text: 'Obsessed with this serum! Thanks @glowlab for sending it. #partner' }, { text: 'Get 10% off with my code LENA10' }, { text: 'My favourite pan: https://amzn.to/3xYz' }],
  passes: [{ text: 'Ad: obsessed with this serum from @glowlab.' }, { text: '#ad Get 10% off with my code LENA10' }, { text: 'Thank you all for the questions, we read every one.' }, { text: 'Werbung: Schaut euch das an 💄' }],
};
