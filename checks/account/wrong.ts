import { finding, type Check } from '../check';
import type { CheckContext, Finding } from '../finding';
import { languageOf } from '../text/language';
import { scan as scanText, type Scan } from '../text/scan';

/** Posts of the account from which on its usual language and voice can be told. */
const LEAST_POSTS = 5;
/** A language counts as the account's own when this share of the posts that could be told is in it. */
const USUAL = 0.15;
const LEAST_WORDS = 5;

const plain = (name: string) => name.trim().replace(/^@|^\/?u\//u, '').toLowerCase();

const SLANG = /\b(?:lol|lmao|rofl|omg|haha+|hehe+|ngl|gonna|wanna|gotta|kinda|so{3,}|ugh+|pls|plz|thx|l8r|idk|tbh|bruh|yeah|nah|yay|dunno|btw|imo|af|smh|u|ur|i cannot|dude|damn)\b|[😂💀🤣😭]|!!|\?\?/giu;
const SELF = /\b(?:i|i['’]m|i['’]ve|i['’]ll|my|mine)\b/giu;
/** "says the artist", "we": somebody else's "I", or a house that speaks for itself. */
const QUOTED = /["“”„«»]|\b(?:says?|said|writes?|asks?)\b/iu;

/** How casual a text is: slang counts twice, a person's "I" and a small first letter once. */
function casual(text: string): number {
  const slang = new Set((text.match(SLANG) ?? []).map((word) => word.toLowerCase())).size;
  const self = QUOTED.test(text) ? 0 : Math.min(2, (text.match(SELF) ?? []).length);
  return slang * 2 + self + (/^\p{Ll}/u.test(text.trim()) ? 1 : 0);
}

const CASUAL = 3;
const SELDOM = 1;

function drift(scan: Scan, { recent = [] }: CheckContext): string | null {
  if (recent.length < LEAST_POSTS) return null;
  const usual = new Map<string, number>();
  for (const post of recent) {
    const { language } = languageOf(scanText(post));
    if (language !== '') usual.set(language, (usual.get(language) ?? 0) + 1);
  }
  const told = [...usual.values()].reduce((sum, count) => sum + count, 0);
  const mine = languageOf(scan);
  if (told >= LEAST_POSTS - 1 && mine.language !== '' && mine.words >= LEAST_WORDS && (usual.get(mine.language) ?? 0) / told < USUAL) {
    return 'This account usually writes in another language.';
  }
  const scores = recent.map(casual);
  if (casual(scan.text) >= CASUAL && scores.filter((score) => score > SELDOM).length / scores.length < USUAL) {
    return 'This sounds like a private account; the last posts here are written in another voice.';
  }
  return null;
}

/** A post that was meant for another account (reference/decisions.md §6, wrong-account incidents). */
export const wrongAccount: Check = {
  id: 'account.wrong',
  about: 'A post that does not fit the account: another account is expected, or language and voice differ from its last posts.',
  source: 'Wrong-account incidents; reference/checks.md §1 account.wrong',
  run({ scan, context }) {
    const out: Finding[] = [];
    const { account, expectedAccount, languages } = context;
    if (expectedAccount && account && ![account.handle, account.id].some((name) => plain(name) === plain(expectedAccount))) {
      out.push(finding(wrongAccount, 'block', [], `This would go out as ${account.handle}, and it was written for ${expectedAccount}.`));
    }
    const mine = languageOf(scan);
    if (languages && languages.length > 0 && mine.language !== '' && mine.words >= LEAST_WORDS && !languages.some((tag) => tag.toLowerCase().split('-')[0] === mine.language)) {
      out.push(finding(wrongAccount, 'hold', [], 'This account does not write in this language.'));
    }
    const reason = out.length > 0 ? null : drift(scan, context);
    if (reason) out.push(finding(wrongAccount, 'hold', [], reason));
    return out;
  },
  flags: [
    { text: 'We open at nine.', context: { account: { id: '@anna', handle: '@anna' }, expectedAccount: 'millbakery' } },
    { text: 'Ich bin heute leider krank und komme nicht zur Arbeit.', context: { recent: ['We open at nine.', 'The hall is closed on Monday.', 'Thank you for the letters.', 'Our lift works again.', 'The talk begins at seven in the hall.'] } },
    { text: 'omg i am so tired lol', context: { recent: ['We open at nine.', 'The hall is closed on Monday.', 'Thank you for the letters.', 'Our lift works again.', 'The talk begins at seven in the hall.'] } },
  ],
  passes: [
    { text: 'We open at nine.', context: { account: { id: '@MillBakery', handle: '@MillBakery' }, expectedAccount: 'millbakery' } },
    { text: 'The hall is open again, thank you for waiting.', context: { recent: ['We open at nine.', 'The hall is closed on Monday.', 'Thank you for the letters.', 'Our lift works again.', 'The talk begins at seven in the hall.'] } },
    { text: 'omg i am so tired lol' },
    { text: '本日も営業中 🍜' },
  ],
};
