/** One phrase while it is being written. Pure; the background judges it again. */
import { judgeRule } from '../../../checks/team/judge';
import { MOST_CHARACTERS, phraseKey } from '../../../review/phrases';
import type { TeamPhrase } from '../../../review/phrases';

export type Draft = Omit<TeamPhrase, 'id'>;
export type Kind = TeamPhrase['kind'];
export type Severity = TeamPhrase['severity'];

export const KINDS: readonly { id: Kind; words: string; meaning: string }[] = [
  { id: 'phrase', words: 'Whole words', meaning: 'In this order; a word may end in *' },
  { id: 'substring', words: 'Anywhere', meaning: 'Inside words too' },
  { id: 'pattern', words: 'Pattern', meaning: 'A regular expression (RE2)' },
  { id: 'hashtag', words: 'Hashtag', meaning: 'This one tag, with or without capitals' },
];
export const WEIGHTS: readonly { id: Severity; words: string; meaning: string }[] = [
  { id: 'info', words: 'Note', meaning: 'Shown to the author, asks nothing' },
  { id: 'warn', words: 'Asks why', meaning: 'Shown to the author and the approver' },
  { id: 'hold', words: 'Hold', meaning: 'The author answers, the approver takes it on' },
  { id: 'block', words: 'Block', meaning: 'The heaviest: what should never go out' },
];
export const kindWords = (kind: Kind): string => KINDS.find(({ id }) => id === kind)?.words ?? kind;
export const weightWords = (severity: Severity): string => WEIGHTS.find(({ id }) => id === severity)?.words ?? severity;

export const EMPTY: Draft = { kind: 'phrase', text: '', severity: 'hold', words: '', replacement: '', platforms: [], from: null, until: null };

/** What is wrong with a phrase, as a sentence, or null. `others` are the keys of the rest of the list. */
export function problemOf(draft: Draft, others: ReadonlySet<string>): string | null {
  for (const part of [draft.text, draft.words, draft.replacement]) if (part.length > MOST_CHARACTERS) return `At most ${MOST_CHARACTERS} characters.`;
  const why = judgeRule(draft);
  if (why !== null) return why;
  if (draft.from !== null && draft.until !== null && draft.from >= draft.until) return 'It would end before it begins.';
  return others.has(phraseKey(draft)) ? 'This is in the list already.' : null;
}

const pad = (value: number) => String(value).padStart(2, '0');

/** "2026-12-01" in the machine's own time, for a date field; '' for null. An end is shown as its last day. */
export function dayOf(time: number | null, end: boolean): string {
  if (time === null) return '';
  const date = new Date(end ? time - 1 : time);
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** The first moment of that day here, or of the day after it when it is an end. */
export function timeOf(day: string, end: boolean): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  if (!parts) return null;
  return new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + (end ? 1 : 0)).getTime();
}
