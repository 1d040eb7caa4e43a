/**
 * Reads a sentence through misspelling: digits for letters, letters apart, words run together, one letter
 * swapped, missing or doubled. Only words the hate rules care about are ever restored.
 */
import { GROUPS, NAMES } from './words';
import { letterPairs } from '../../text/letter-pairs';
import { remembering } from '../../text/remember';
import * as WORDS from './words';

const MERGE = 'female|women|woman|gay|gays|black|muslim|muslims|trans|immigrant|immigrants|disabled|people|these|those|all|any|you|them|the|to|are|is|like|just|absolute|i|of|for|with|so|me|my|out|should|no|such|that|be|a|their|behaviour|other|every';

const plainWords = (pattern: string): string[] => pattern.replace(/\(\?:[^)]*\)|\\\w[+*]?|[?*+]/gu, ' ').split(/[| ]+/u).filter((word) => /^[a-z]{4,}$/u.test(word));

export const KEY_WORDS: ReadonlySet<string> = new Set([
  ...[...GROUPS].filter((word) => /^[a-z]+$/u.test(word)),
  ...[WORDS.FEELING, WORDS.ATTRIBUTE, WORDS.DEHUMAN, WORDS.VIOLENCE, WORDS.EXCLUDE].flatMap(plainWords),
  ...NAMES,
  ...'fuck fucked fucking bitch bitches faggot faggots nigger niggers cunt cunts retard retards tranny trannies bastard bastards bullshit shitty people society lives'.split(' '),
]);
const JOINABLE = new Set([...KEY_WORDS, ...MERGE.split('|'), 'hate', 'kill', 'die', 'scum', 'stab', 'gays', 'gay', 'fuck', 'rats']);

/** Dictionary words one slip away from a key word, or that two of them happen to make; never restored. */
const COMMON: ReadonlySet<string> = new Set(
  `
abut allover anymore anyplace avid backless backs backstop bared beats bedevils bests betaking bight bind blackout blameless brunt bunt burnout
careless classless coke cray cure cures curs cuts deadbeat deadlocked deathless deathlike demos depot ding downbeat downed droned duped everyplace
exiting fagot fagots faultless garage hangout hangover hared harmless hats hind hinds hungover inane insets lairs lathe lathes lies liras loath loses
metal moons moreover morns nevermore noting outback outclass outlives outrage overall overburden overhang overhung overkill overshoot overshooting
overshot oversleep overtaking pace pets pols psychosis psychs refuge refuges reset reuse roman runs sand sash scummy seep shoo shooing shootout
shutdown shutout sleepless slim snapshot soot standout stopover strange suchlike tans testis therapists tied transferal treat tried violet whit whits
withstand womanlike wroth
`
    .trim()
    .split(/\s+/u),
);

const LEET: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '@': 'a', $: 's', '!': 'i' };

/** Every key word with one letter left out or two neighbours swapped, so that one look-up finds it. */
const NEAR: ReadonlyMap<string, string> = (() => {
  const near = new Map<string, string>();
  for (const word of KEY_WORDS) {
    if (word.length < 5) {
      // Short words are too close to innocent ones; only these are worth it.
      if (!/^(?:hate|scum|kill|sick|fuck|rats|gays)$/u.test(word)) continue;
    }
    for (let i = 1; i < word.length; i += 1) {
      const swapped = word.slice(0, i) + (word.charAt(i + 1) || '') + word.charAt(i) + word.slice(i + 2);
      if (i < word.length - 1 && !KEY_WORDS.has(swapped) && !near.has(swapped)) near.set(swapped, word);
      const shorter = word.slice(0, i) + word.slice(i + 1);
      if (word.length > 4 && i < word.length - (word.endsWith('s') || word.endsWith('ed') || word.endsWith('y') ? 1 : 0) && !KEY_WORDS.has(shorter) && !near.has(shorter)) near.set(shorter, word);
    }
  }
  return near;
})();

export interface Restored {
  form: string;
  start: number;
  end: number;
}

/** Every word that is ever joined is of plain letters, or the one letter "i". */
const opensOne = letterPairs([...JOINABLE].map((word) => word.slice(0, 2)));
const closesOne = letterPairs([...JOINABLE].map((word) => word.slice(-2)));

function splitJoined(form: string): [string, string] | null {
  // A quick look first: one half begins and the other ends like a word that is ever joined ("i" alone counts as one).
  if (form.length < 5 || !closesOne(form, form.length - 2) || (!form.startsWith('i') && !opensOne(form, 0))) return null;
  for (let cut = 1; cut < form.length; cut += 1) {
    const left = form.slice(0, cut);
    const right = form.slice(cut);
    if ((left.length === 1 && left !== 'i') || right.length < 2) continue;
    if ((KEY_WORDS.has(left) && JOINABLE.has(right)) || (JOINABLE.has(left) && KEY_WORDS.has(right))) return [left, right];
  }
  return null;
}

const SIGN = /[\d@$!]/;
const SIGNS = /[\d@$!]/g;
const SMALL = /[a-z]/;
const LETTER = /\p{L}/u;
const isLetter = (form: string): boolean => form.length === 1 && LETTER.test(form);

/** What a word was meant to be: itself, a key word, or two words run together. */
function readForm(written: string): string | [string, string] {
  let form = written === 'h8' || written === 'h8s' ? 'hate' : written;
  if (KEY_WORDS.has(form)) return form;
  if (SIGN.test(form) && SMALL.test(form)) form = form.replace(SIGNS, (char) => LEET[char] ?? char);
  if (KEY_WORDS.has(form) || COMMON.has(form)) return form;
  return splitJoined(form) ?? NEAR.get(form) ?? form;
}

const reading = remembering(readForm);

/** @param words folded words of one sentence, in order */
export function restore(words: readonly Restored[]): Restored[] {
  const out: Restored[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as Restored;
    // "w o m e n": a run of single letters is one word.
    let run = i;
    while (run < words.length && isLetter((words[run] as Restored).form)) run += 1;
    if (run - i >= 3) {
      let from = i;
      let to = run;
      // A pronoun may stand before or "a" before the spelled word ("I h a t e", "a b i t c h").
      for (const [a, b] of [[i, run], [i + 1, run], [i, run - 1], [i + 1, run - 1]] as const) {
        const joined = words.slice(a, b).map((one) => one.form).join('');
        if (KEY_WORDS.has(joined) || NEAR.has(joined)) {
          from = a;
          to = b;
          break;
        }
      }
      for (const single of words.slice(i, from)) out.push(single);
      out.push({ form: words.slice(from, to).map((one) => one.form).join(''), start: word.start, end: (words[to - 1] as Restored).end });
      for (const single of words.slice(to, run)) out.push(single);
      i = run - 1;
      continue;
    }
    const read = reading(word.form);
    if (read === word.form) out.push(word);
    else if (typeof read === 'string') out.push({ ...word, form: read });
    else out.push({ ...word, form: read[0] }, { ...word, form: read[1] });
  }
  return out;
}
