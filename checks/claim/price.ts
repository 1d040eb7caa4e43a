import type { Check } from '../check';
import { phrases, runPhrases } from '../phrases';

const TERMS = /\b(?:t&?cs?|terms|conditions|while (?:stocks?|supplies|supply) lasts?|until|ends?|ending|valid|expires?|through|before|min(?:imum)? (?:spend|order|purchase)|exclud\w+|selected|today only|this (?:weekend|week|friday|monday)|see (?:site|website|details|link)|details (?:at|in|on)|subject to|first \d+|new customers|code \w+ (?:until|by)|by (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|midnight|\d)|rrp|prior price|lowest price|previous(?:ly)?)\b/iu;
const PHRASES = phrases([
  { pattern: /\b(?:up to |extra |another |save |get )?\d{1,3} ?% (?:off|discount|cheaper|reduction)\b|\b(?:half|1\/2) price\b|\bbogo\b|\bbuy one,? get (?:one|two|\d)(?: free)?\b|\b(?:2|two|3|three) for (?:1|one|2|two|the price of)\b|\bsave (?:up to )?[$£€]\d+/giu, severity: 'warn', reason: 'is an offer without its terms or end.', unless: TERMS },
  { pattern: /\bfree (?:shipping|delivery|returns|trial|gift|sample|samples|month|upgrade|installation|coffee|tickets?|ebook|course)\b(?: on (?:everything|all orders))?/giu, severity: 'warn', reason: 'is free only under terms that are not given.', unless: new RegExp(`${TERMS.source}|\\bover [$£€]\\d|\\borders? (?:over|above|from)\\b|\\bcancel any ?time\\b|\\bno (?:card|strings)\\b|\\bopen[- ]source\\b|\\balways free\\b`, 'iu') },
  { pattern: /\bwas [$£€] ?\d[\d.,]*,? (?:now|only)(?: just)? [$£€] ?\d[\d.,]*/giu, severity: 'warn', reason: 'compares with an earlier price; the lowest of the last 30 days has to be named.', unless: /\b(?:lowest|30 days|prior price|rrp|recommended)\b/iu },
  { pattern: /\b(?:lowest|cheapest|best) prices?(?: (?:ever|guaranteed|anywhere|in town|online))?\b|\bprice match\b|\bwon['’]t find (?:it |this )?cheaper\b/giu, severity: 'warn', reason: 'is a price comparison and needs proof or terms.', unless: TERMS },
]);

export const price: Check = {
  id: 'claim.price',
  about: 'Offers without terms, “free” with conditions, earlier prices.',
  source: 'Directive 98/6/EC Art. 6a; FTC 16 CFR 251 (“free”)',
  languages: ['en'],
  run: (input) => runPhrases(price, PHRASES, input),
  flags: [{ text: '50% off everything!' }, { text: 'Back in stock. Free shipping on everything' }, { text: 'Was £80, now £40' }],
  passes: [{ text: '50% off selected items until 30 November, terms at example.org' }, { text: 'Free delivery on orders over £40' }, { text: 'Feel free to write to us, half the team is here.' }, { text: '送料無料 📦' }],
};
