import { finding, quote, type Check } from '../check';
import { firstMatch, has, pattern } from '../text/pattern';

const OFFER = pattern(/\b(?:invest (?:with us|from £|today|now|in (?:our|the|this) (?:\w+ ){0,2}(?:fund|bond|etf|trust|token|shares|portfolio|scheme))|start investing|open (?:an?|your) (?:\w+ ){0,2}(?:isa|sipp|account|pension)(?! of\b)|trade (?:cfds?|crypto|forex|shares|stocks)|buy (?:bitcoin|crypto|ethereum)|spread bet\w*|apply for (?:a |your |our )?(?:\w+ ){0,2}(?:loan|credit card|mortgage|overdraft)|get (?:a|your) (?:\w+ )?(?:loan|mortgage)|stocks (?:and|&) shares isa|earn (?:up to )?\d+(?:\.\d+)?% (?:aer|apy|interest)|buy now,? pay later|pay in (?:3|three|30 days)|release equity|equity release|consolidate your debts?)\b/iu);
const WARNING = pattern(/\b(?:capital (?:is )?at risk|at risk|may get back less|could lose|can lose|lose (?:all|some|money)|value (?:of (?:your )?investments? )?(?:can|may) (?:go down|fall)|go down as well as up|don['’]t invest unless|repossess\w*|representative (?:example|apr)|\d+(?:\.\d+)?% apr|late fees?|debt(?:s)? may|protected by (?:the )?fscs|fscs protected|not regulated|regulated by the fca|seek (?:independent )?advice|think carefully|tax treatment depends|missed payments)\b/iu);
const ELSEWHERE = /\b(?:click|tap|see|read|link|bio|thread|website|below)\b[^.!?]{0,24}\brisks?\b|\brisks?\b[^.!?]{0,24}\b(?:in (?:bio|thread|comments)|on our (?:site|website)|below|via the link)\b/iu;

export const finpromUk: Check = {
  id: 'claim.finprom-uk',
  about: 'An offer of a financial product without the risk warning inside the same post.',
  source: 'FCA FG24/1 (26 March 2024): every post has to comply on its own',
  languages: ['en'],
  run({ scan }) {
    const offer = firstMatch(scan, OFFER);
    if (!offer) return [];
    const span = { start: offer.start, end: offer.end };
    const elsewhere = ELSEWHERE.exec(scan.text);
    if (elsewhere) return [finding(finpromUk, 'hold', [{ start: elsewhere.index, end: elsewhere.index + elsewhere[0].length }], `${quote(scan.text, { start: elsewhere.index, end: elsewhere.index + elsewhere[0].length })} sends readers elsewhere for the risk warning; it has to be in the post.`)];
    if (has(scan, WARNING)) return [];
    return [finding(finpromUk, 'hold', [span], `${quote(scan.text, span)} offers a financial product and no risk warning is in the post.`)];
  },
  flags: [{ text: 'Open a Stocks & Shares ISA today and start investing from £1.' }, { text: 'Trade crypto in seconds. Click for risks.' }, { text: 'Apply for a loan in minutes, money tomorrow.' }],
  passes: [{ text: 'Start investing from £1. Capital at risk.' }, { text: 'Invest in your team: our new training starts in May.' }, { text: 'We opened an account of our history in the museum.' }, { text: '投資は自己責任で 📈' }],
};
