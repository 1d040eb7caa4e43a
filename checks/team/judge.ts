/** Whether a rule can ever do its work: asked while it is written, when it is saved, and when it is loaded. */
import { fold } from '../text/fold';
import { phraseWords } from './phrase-map';
import type { TeamRule } from './rules';
import { judgePattern } from './user-pattern';

/** Scripts that put no space between words: a phrase there can begin anywhere. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Why the rule cannot run, as a sentence for its owner, or null. */
export function judgeRule({ kind, text }: Pick<TeamRule, 'kind' | 'text'>): string | null {
  if (!/\S/u.test(text)) return 'It is empty.';
  if (kind === 'pattern') {
    const judged = judgePattern(text);
    return judged.ok ? null : judged.reason;
  }
  if (kind === 'hashtag') return /^\s*[#＃]?[\p{L}\p{M}\p{N}_]+\s*$/u.test(text) ? null : 'A hashtag is one word without spaces or signs.';
  if (kind === 'phrase' && !UNSPACED.test(text) && phraseWords(text).length === 0) return 'There is no letter or digit in it, so as whole words it would never be found.';
  return fold(text).text === '' ? 'It has only invisible characters.' : null;
}
