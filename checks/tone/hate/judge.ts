/**
 * Protected group × hostile predicate × negation, minus quotation and counter-speech (HateCheck's functions).
 * Each sentence becomes one line of folded words in which every group is written GRP; patterns read that line.
 */
import type { Span } from '../../finding';
import { perScan } from '../../text/per-scan';
import type { Scan } from '../../text/scan';
import { findProfaneWords } from '../profane-words';
import { restore, type Restored } from './correct';
import { deniedThem, linked, type Hostile } from './linked';
import * as W from './words';

export interface Hate {
  span: Span;
  kind: 'threat' | 'attack';
  /** False: the word stands close to the name of a group, and a person has to see whether it is said of it. */
  sure: boolean;
}

/** Where in a line. */
type Place = { from: number; to: number } & Omit<Hate, 'span'>;

const any = (pattern: string) => new RegExp(String.raw`(?<![a-z])(?:${pattern})(?![a-z])`, 'gu');
const FEELING = any(W.FEELING);
const ATTRIBUTE = any(W.ATTRIBUTE);
const DEHUMAN = any(W.DEHUMAN);
const VIOLENCE = any(W.VIOLENCE);
const EXCLUDE = any(W.EXCLUDE);
const PROFANE = any(String.raw`PRF|fuck (?:all |those |these |the |you |every |each |single |one |of |goddamn |damn )*GRP|fuck(?:ed)? (?:off|themselves|themself|yourself|up|in the head)|go fuck|the fuck (?:up|out)|shitty|assholes?|dickheads?|bastards?|motherfuckers?|pricks?|dumbass(?:es)?|scumbags?|bullshit|bitch(?:es)?|whores?|cunts?|sluts?`);
const NEGATED_GOOD = any(String.raw`(?:not|never|no|nothing|nobody|without|hardly|neither|cannot)(?: \w+){0,5}? (?:${W.POSITIVE})`);
const NEGATOR = /(?:^| )(?:not|never|no|nobody|nothing|none|without|cannot|nor|neither|hardly|stop|end|against|prevent|opposite of|wrong to|refuse to)(?: \w+){0,4} $/u;
/** These begin with a negator and are hostile all the same. */
const KEEPS = /(?:nothing but|no better than|not (?:help|stop)|can not (?:stand|help|stop)|could not (?:stand|care)|nothing (?:\w+ ){0,4}(?:worse|less|more)|not anything against \w+ but|never (?:going to )?change|no doubt|without (?:a )?doubt|were not such|not such|better (?:off|place) without|understand that|worth(?: \w+)? nothing|did not know any better|not forget|will not|i will not|why (?:do|does|did|has) not|why not|not we just|not even|not forget|why not|no one else|not understand|not surprised|not worth|not deserve|not realise|not recognise|without exception|without mercy|better off without|better without|not (?:really )?realise|not just|no longer|never be able)/u;
const COUNTER = any(W.COUNTER);
const REPORTING = any(W.REPORTING);
const FORBID = any(String.raw`(?:must|should|will|can|do|does|would|could|ought|shall) (?:not|never) (?:\w+ ){0,2}(?:tolerate|condone|allow|let|support|accept(?! that GRP)|stand for|permit|excuse|call|say|treat|judge|attack|hate|kill|harm|hurt)|never (?:tolerate|condone|allow|support)|no (?:GRP|one|human|person) (?:\w+ ){0,2}(?:ought to|should|deserves? to|must) (?:be )?(?:${W.VIOLENCE})|there is no (?:hatred|hate)|nobody (?:\w+ ){0,2}(?:should|must|may|ought to) (?:\w+ ){0,2}(?:say|claim|think|call|believe|treat|hurt|harm)|(?:a|an old|just a|another) (?:lie|myth|slander|prejudice|stereotype) that|(?:not|never) true that|(?:is|it is|that is) (?:false|nonsense|untrue)|(?:rude|mean|cruel|unkind|unfair|nasty|horrible|violent|hostile|disrespectful|prejudiced) (?:to|towards?|against) (?:\w+ ){0,2}GRP|violence against GRP|(?:sick|tired|fed up|bored) (?:and tired )?of (?:hearing|being told|reading|people (?:saying|claiming|who))|(?:if|whoever) you (?:still |really )?(?:hate|despise|dislike|are against)|(?:when|if|whenever|every time) (?:someone|somebody|anyone|people|they|he|she) (?:says?|claims?|writes?|tells? \w+) (?:that )?|whoever|(?:were|was) not allowed to (?:\w+ ){1,6}(?:until|before) \d`);
/** Anger at how a group is treated is no anger at the group. */
const ON_THEIR_SIDE = any(String.raw`(?:hate|hates|hated|despise|sick of|tired of|angry|furious|sad|sickened|sickening|disgusted|disgusting|appalled|appalling)(?: \w+){0,2} (?:how|the way|that|when|seeing|to see)(?: \w+){0,2} GRP(?: \w+)? (?:are|were|is|was|get|gets|got|being|(?:have|has) been|keep getting)(?: \w+){0,2} (?:portrayed|treated|depicted|shown|paid|attacked|ignored|excluded|blamed|targeted|abused|harassed|silenced|erased|discriminated|mocked|bullied|stereotyped|underpaid)`);
/** News of what was done to people, with no word that wishes it. */
const NEWS = /^(?!.*(?<![a-z])(?:should|ought|deserves?|deserved|hope|wish|good|glad|finally|must|needs?|let|happy|love|enough|better|only|if|more)(?![a-z])).*GRP (?:\w+ ){0,3}?(?:was|were|got|(?:have|has) been|(?:are|is) being) (?:\w+ )?(?:attacked|killed|murdered|shot|stabbed|assaulted|beaten|burned|bombed|harmed|hurt|raped|tortured|hanged|lynched|executed|deported|evicted|persecuted|enslaved|expelled|silenced)(?![a-z])/u;
const LOVE = any(W.LOVE);
const NOT = /^(?:don't|doesn't|didn't|isn't|aren't|wasn't|weren't|won't|wouldn't|shouldn't|can't|couldn't|ain't|mustn't|haven't|hasn't|dont|cant|isnt|arent)$/u;

function isGroup(words: readonly Restored[], i: number): boolean {
  let { form } = words[i] as Restored;
  if (form.endsWith("'s")) form = form.slice(0, -2);
  else if (form.endsWith("'")) form = form.slice(0, -1);
  if (W.DEMONYMS.has(form)) return W.SWEEPING.has(words[i - 1]?.form ?? '') || words[i + 1]?.form === 'all';
  if (W.OF_PEOPLE.has(form)) return W.PEOPLE.has(words[i + 1]?.form ?? '');
  if (!W.GROUPS.has(form)) return false;
  return !W.NEEDS_NOUN.has(form) || W.PEOPLE.has(words[i + 1]?.form ?? '');
}

interface Line {
  text: string;
  /** The same, with GRX where the group owns something: "women's". */
  view: string;
  words: readonly Restored[];
  /** Offset in `text` at which each word starts. */
  at: number[];
}

function lineOf(words: readonly Restored[], profane: ReadonlySet<number>): Line {
  let text = '';
  let view = '';
  const at: number[] = [];
  words.forEach((word, i) => {
    at.push(text.length);
    let form = word.form.replace(/^(?:ca|could)n't$/u, (match) => (match.startsWith('ca') ? 'can not' : 'could not'));
    if (NOT.test(form)) form = `${form.replace(/n'?t$/u, '').replace(/^wo$/u, 'will').replace(/^ca$/u, 'can').replace(/^ai$/u, 'is')} not`;
    if (isGroup(words, i)) form = 'GRP';
    else if (profane.has(word.start) && !/^(?:fuck|fucking|damn|shit|hell|crap)$/u.test(form)) form = `${form} PRF`;
    text += `${form} `;
    view += form === 'GRP' && /(?:'s|s')$/u.test(word.form) ? 'GRX ' : `${form} `;
  });
  return { text, view, words, at };
}

function spanOf(line: Line, from: number, to: number): Span {
  let first = 0;
  line.at.forEach((offset, i) => {
    if (offset <= from) first = i;
  });
  let last = first;
  line.at.forEach((offset, i) => {
    if (offset < to) last = Math.max(last, i);
  });
  return { start: line.words[first]?.start ?? 0, end: line.words[last]?.end ?? 0 };
}

function negated(line: string, index: number): boolean {
  const before = line.slice(Math.max(0, index - 48), index);
  return NEGATOR.test(before) && !KEEPS.test(line.slice(Math.max(0, index - 48), index + 32));
}

/** Not to belong there is no insult. */
const UNWANTED_PLACE = /^ (?:in|on|at|to|behind) (?:the |a |an )?(?:kitchen|cage|prison|jail|zoo|street|back|margins?|past|sink)/u;

/** What each vocabulary is a sign of, and how its words are tied to the group (linked.ts); null: they need no tie. */
const HOSTILE: readonly (readonly [RegExp, Hate['kind'], Hostile | null])[] = [
  [VIOLENCE, 'threat', 'violence'], [DEHUMAN, 'attack', 'dehuman'], [ATTRIBUTE, 'attack', 'attribute'], [FEELING, 'attack', 'feeling'], [EXCLUDE, 'attack', 'exclude'], [PROFANE, 'attack', null],
];
/** Nobody says these beside a group by chance. */
const CLEAR = /^(?:scum|filth|vermin|cockroach(?:es)?|roaches|maggots?|leech(?:es)?|sub ?humans?|lesser .*|sub ?species|abominations?|slime|dirtbags?|worth .*nothing|not worth .*|waste of .*|no better than|not .*(?:human|people)|belong in .*|human garbage|smarter than any)$/u;

/** First hostile thing said in this line that is not taken back. */
function hostile(line: Line): Place | null {
  const { text } = line;
  let close: Place | null = null;
  if (text.match(FORBID)) return null;
  // They take back the anger or the violence they tell of, and nothing else that is said beside it.
  const told: readonly RegExp[] = text.match(ON_THEIR_SIDE) ? [FEELING, VIOLENCE] : NEWS.test(text) ? [VIOLENCE] : [];
  for (const match of text.matchAll(NEGATED_GOOD)) if (!/not (?:only|just)|no doubt|belong$/u.test(match[0]) || (match[0].endsWith('belong') && !UNWANTED_PLACE.test(text.slice(match.index + match[0].length)))) if (deniedThem(line.view, match.index, match.index + match[0].length)) return { from: match.index, to: match.index + match[0].length, kind: 'attack', sure: true };
  for (const [pattern, kind, said] of HOSTILE) {
    if (told.includes(pattern)) continue;
    for (const match of text.matchAll(pattern)) {
      if (negated(text, match.index) || (match[0].endsWith('not belong') && UNWANTED_PLACE.test(text.slice(match.index + match[0].length)))) continue;
      // "belong in the kitchen" after "not" is the insult taken back.
      if (match[0].startsWith('belong in') && text.slice(0, match.index).endsWith('not ')) continue;
      const place = { from: match.index, to: match.index + match[0].length, kind };
      const link = said === null || CLEAR.test(match[0]) ? 'tied' : linked(line.view, place.from, place.to, said);
      if (link === 'tied') return { ...place, sure: true };
      if (link === 'close') close ??= { ...place, sure: false };
    }
  }
  return close;
}

const QUOTED = /["“”„«»]([^"“”„«»]{3,})["“”„«»]/gu;

const LINE_FEED = 10;
const BREAK = /[.!?…]["”’)]*\s|\n/u;

function sentencesOf(scan: Scan): Restored[][] {
  const { words, text } = scan;
  const sentences: Restored[][] = [];
  let begin = 0;
  let lastEnd = 0;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as Restored;
    const gap = word.start - lastEnd;
    // One space between two words, which is nearly always what stands there, ends no sentence.
    if (lastEnd > 0 && (gap === 1 ? text.charCodeAt(lastEnd) === LINE_FEED : gap > 1 && BREAK.test(text.slice(lastEnd, word.start)))) {
      sentences.push(words.slice(begin, i));
      begin = i;
    }
    lastEnd = word.end;
  }
  sentences.push(words.slice(begin));
  return sentences;
}

/** How many sentences before and after may quote, report or condemn what one says. */
const AROUND = 5;
const REFERS_BACK = /(?:^what an? |(?:^| )(?:they|them|their|these|those|all|everything|such|it|you|she|he)(?: |$))/u;
const REFERS_ON = /(?:^| )(?:they|them|their|it|of course|such|typical|surprised)(?: |$)/u;

const NAME = String.raw`(?:${[...W.NAMES].join('|')}|camel fuckers?)(?: PRF)?`;
/** "typical … behaviour", "a bunch of …", "… like you": the name is thrown at somebody. */
const AIMED = any(String.raw`(?:typical|bunch of|too many|all these|all those|those|you) (?:\w+ )?${NAME}(?= |$)|(?:for|such|just|like|what|another) an? (?:\w+ )?${NAME} like (?:you|her|him|them)|${NAME} like (?:you|her|him|them|that)|${NAME} behaviou?r|typical (?:\w+ )?GRP behaviou?r`);
const hasName = (words: readonly Restored[]): boolean => words.some(({ form }, i) => W.NAMES.has(form) || (form === 'camel' && /^fuckers?$/.test(words[i + 1]?.form ?? '')));

/** A hurtful name aimed at somebody, in a sentence without the name of a group. */
function aimed(line: Line): Place | null {
  for (const match of line.text.matchAll(AIMED)) if (!negated(line.text, match.index)) return { from: match.index, to: match.index + match[0].length, kind: 'attack', sure: true };
  return null;
}

function find(scan: Scan): Hate[] {
  const sentences = sentencesOf(scan).map(restore);
  const groups = sentences.map((words) => words.some((_, i) => isGroup(words, i)));
  const out: Hate[] = [];
  const named = sentences.map(hasName);
  if (!groups.includes(true) && !named.includes(true)) return out;
  const profane = new Set(findProfaneWords(scan).map((word) => word.start));
  const quotes = [...scan.text.matchAll(QUOTED)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const known: (Line | undefined)[] = [];
  const lineAt = (i: number): Line => (known[i] ??= lineOf(sentences[i] ?? [], profane));
  for (let i = 0; i < sentences.length; i += 1) {
    const near = groups[i] || (groups[i - 1] && REFERS_BACK.test(lineAt(i).text)) || (groups[i + 1] && REFERS_ON.test(lineAt(i).text));
    if (!near && !named[i]) continue;
    const line = lineAt(i);
    const found = (near ? hostile(line) : null) ?? aimed(line);
    if (!found) continue;
    const span = spanOf(line, found.from, found.to);
    if (quotes.some((quoted) => span.start >= quoted.start && span.end <= quoted.end)) continue;
    let whole = '';
    for (let j = Math.max(0, i - AROUND); j <= Math.min(sentences.length - 1, i + AROUND); j += 1) whole += `${lineAt(j).text}. `;
    const reported = line.text.match(REPORTING) && (whole.match(COUNTER) || /(?:^| )(?:calling|stop|saying|writing|telling|threatening|opposite|treats|treating|seriously believe)(?: |$)/u.test(line.text));
    if (reported || (whole.match(COUNTER) && found.kind === 'attack' && !line.text.match(DEHUMAN) && !/(?:^| )(?:all|those|these|you) GRP/u.test(line.text))) continue;
    if (line.text.match(LOVE) && found.kind !== 'threat' && !line.text.match(/(?:^| )(?:but|however|not|no|never|love to see)(?: |$)/u)) continue;
    out.push({ span, kind: found.kind, sure: found.sure });
  }
  return out;
}

/** Attacks on a protected group, in reading order; one per sentence. */
export const findHate = perScan(find);
