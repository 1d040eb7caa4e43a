import { finding, quote, type Check } from '../check';
import type { Finding } from '../finding';
import { INNOCENT, SHORT, SLURS, STRONG } from '../tone/words/profanity';

const BAD = new Set([...STRONG, ...SHORT, ...SLURS, 'anal', 'sex', 'rape', 'cum', 'nude', 'porn', 'penis', 'pen15', 'suck', 'sucks', 'hell', 'die', 'kill', 'nazi', 'bum', 'poo'].filter((word) => word.length >= 3));
/** Common short words that a tag is made of; enough to see a second reading of a tag. */
const COMMON = new Set('a an and the of to in on at for is it its we us our you your my me all now new big hot top fun day party album bum susan who present presents represents i o therapist expert exchange experts pen island speed art arts kids mid land blue red green love life live best win team club men women man her his he she they them say no yes go get up out off over under night week year time world home work food drink tea coffee shop store sale free friday monday sunday thatcher dead powergen italia choose spain wales lake tahoe les bocages odds extract ferreth and'.split(' '));
const MOST = 5;

/** A reading of the tag as words in which a bad word ends where another word begins. */
function badReading(tag: string): string | null {
  for (const bad of BAD) {
    for (let at = tag.indexOf(bad); at >= 0; at = tag.indexOf(bad, at + 1)) {
      if (splits(tag.slice(0, at)) && splits(tag.slice(at + bad.length)) && tag.length > bad.length) return bad;
    }
  }
  return null;
}

function splits(text: string): boolean {
  if (text === '') return true;
  for (let cut = Math.min(text.length, 12); cut >= 1; cut -= 1) {
    if (COMMON.has(text.slice(0, cut)) && splits(text.slice(cut))) return true;
  }
  return false;
}

export const hashtagRisk: Check = {
  id: 'hashtag.risk',
  about: 'Tags that read as something else, long tags without capitals, and too many tags.',
  source: 'Incidents such as #susanalbumparty (2012); WCAG understanding 1.3.1 (capitals in tags)',
  run({ scan }) {
    const out: Finding[] = [];
    for (const tag of scan.hashtags) {
      const span = { start: tag.start, end: tag.end };
      const raw = scan.text.slice(tag.start + 1, tag.end);
      const bad = INNOCENT.includes(tag.form) || /[a-z][A-Z]/u.test(raw) ? null : badReading(tag.form);
      if (bad) out.push(finding(hashtagRisk, 'hold', [span], `${quote(scan.text, span)} can be read with “${bad}” in it.`, { suggestion: 'Write each word with a capital.' }));
      else if (/^[a-z]{15,}$/u.test(raw)) out.push(finding(hashtagRisk, 'info', [span], `${quote(scan.text, span)} is hard to read and to hear; capitals show the words.`));
    }
    if (scan.hashtags.length > MOST) out.push(finding(hashtagRisk, 'info', scan.hashtags.slice(MOST).map(({ start, end }) => ({ start, end })), `${scan.hashtags.length} hashtags are more than readers take in.`));
    return out;
  },
  flags: [{ text: 'So excited! #susanalbumparty', marks: ['#susanalbumparty'] }, { text: '#ourverylongcampaigntag' }, { text: '#a1 #b2 #c3 #d4 #e5 #f6' }],
  passes: [{ text: '#SusanAlbumParty' }, { text: '#Grassroots #class' }, { text: '#東京 #大阪 🍣' }],
};
