import type { Check } from '../check';
import { phrases, runPhrases } from '../phrases';

const MONEY = String.raw`(?:returns?|profits?|gains?|yields?|income|interest|earnings|growth|roi|apy|dividends?|payouts?|investments?|wealth|money|capital|portfolio|savings)`;
const INVEST = /\b(?:invest\w*|fund|funds|etf|stocks?|shares|crypto\w*|bitcoin|token|coin|trading|trade|trader|forex|portfolio|returns?|yield|apy|roi|savings|bond|bonds|wealth|dividend|interest|staking|hedge|broker\w*|pension|capital)\b/iu;

const PHRASES = phrases([
  { pattern: new RegExp(String.raw`\b(?:guaranteed?|assured|certain|risk[- ]free|no[- ]risk|zero[- ]risk|sure[- ]fire|foolproof|fail[- ]?safe)\s+(?:[\w%.,-]+\s+){0,3}${MONEY}\b`, 'giu'), severity: 'block', reason: 'promises an investment result.' },
  { pattern: new RegExp(String.raw`\b${MONEY}\s+(?:(?!not\b|never\b|no\b)\w+\s+){0,3}(?:guaranteed|risk[- ]free|without (?:any )?risk|with no risk|with zero risk)\b`, 'giu'), severity: 'block', reason: 'promises an investment result.' },
  { pattern: /\bwe guarantee\b[^.!?]{0,40}%/giu, severity: 'block', reason: 'promises an investment result.', needs: INVEST },
  { pattern: /\b(?:can['’]?t|cannot|never|impossible to) lose(?: money)?\b|\byou (?:won['’]?t|will not|will never|never) lose\b|\bnothing to lose\b|\bsure thing\b|\b(?:100 ?%|totally|completely|perfectly) safe\b|\bno downside\b/giu, severity: 'block', reason: 'denies that money can be lost.', needs: INVEST },
  { pattern: /\b(?:double|triple|quadruple|10x|[2-9]x|multiply)\s+(?:your|the)\s+(?:money|savings|investment|capital|portfolio|bitcoin|crypto)\b|\bget rich\b(?: quick)?|\bfinancial freedom in\b|\beasy money\b|\bpassive income (?:of|from day)\b/giu, severity: 'block', reason: 'promises an investment result.' },
  { pattern: /\b(?:will|is going to|is set to|are going to|bound to|certain to)\s+(?:outperform|beat the market|double|triple|moon|skyrocket|explode|soar|rise|go up|reach \$?\d)/giu, severity: 'hold', reason: 'predicts a result.', needs: INVEST },
  { pattern: /\b(?:earn|make|returns? of|yields? of|gains? of|pays?|get)\s+(?:up to\s+)?\d+(?:[.,]\d+)?\s?%\s*(?:returns?|profit|gains?|yield|interest)?\s*(?:a|per|every|each)?\s*(?:day|daily|week|weekly|month|monthly|year|annually|p\.?a\.?)\b/giu, severity: 'hold', reason: 'names a return without what it depends on.', unless: /\b(?:variable|not guaranteed|capital at risk|may (?:go|fall)|can go down|past performance|representative|aer|terms apply|illustrat\w+|fdic|fscs|fixed rate)\b/iu },
  { pattern: /\b(?:up|gained|returned|rose|grew|delivered|beat the (?:market|index) by)\s+(?:over |more than |by )?\d+(?:[.,]\d+)?\s?%[^.!?]{0,40}\b(?:last|past|this|in|since|over)\b/giu, severity: 'hold', reason: 'shows past performance without saying that it tells nothing about the future.', needs: /\b(?:invest\w*|fund|etf|portfolio|strategy|clients|our picks|stock|token|coin)\b/iu, unless: /past performance|not (?:a )?(?:reliable )?(?:indicat|guarantee|predict)|no guarantee|capital (?:is )?at risk/iu },
]);

export const finance: Check = {
  id: 'claim.finance',
  about: 'Promised, riskless or predicted investment results, and past performance without a caveat.',
  source: 'FINRA Rule 2210(d)(1)(B), (F); Regulatory Notice 17-18',
  languages: ['en'],
  run: (input) => runPhrases(finance, PHRASES, input),
  flags: [{ text: 'Guaranteed 12% returns with our new fund.' }, { text: 'You can’t lose with this ETF.' }, { text: 'Double your money by summer!' }, { text: 'Our fund gained 34% over the last year. Join now.' }],
  passes: [{ text: 'Returns are not guaranteed and capital is at risk.' }, { text: 'Our fund gained 34% over the last year. Past performance does not guarantee future results.' }, { text: 'Delivery within 3 days guaranteed.' }, { text: '保証された配送 📦' }],
};
