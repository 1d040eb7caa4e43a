/**
 * A team's own phrases as the rule owner keeps them: shape and bounds. What a rule means when it runs is
 * checks/team; whether a pattern may become a rule is asked there too (`judgePattern`), at save and at every load.
 */
import * as z from 'zod/mini';
import type { TeamRule } from '../checks/team/rules';

export const PHRASE_KINDS = ['phrase', 'substring', 'pattern', 'hashtag'] as const satisfies readonly TeamRule['kind'][];
export const SEVERITIES = ['info', 'warn', 'hold', 'block'] as const satisfies readonly TeamRule['severity'][];

/** Ten thousand is what the speed goals are measured at (checks.md §6). */
export const MOST_PHRASES = 10_000;
/** Each pattern may take milliseconds of its own, so there are fewer of them. */
export const MOST_PATTERNS = 200;
export const MOST_CHARACTERS = 500;

export interface TeamPhrase {
  /** Also the finding's id, after "team.". */
  id: string;
  kind: (typeof PHRASE_KINDS)[number];
  text: string;
  severity: (typeof SEVERITIES)[number];
  /** What the author reads; '' for the usual sentence. */
  words: string;
  /** What may stand in its place; '' for nothing. */
  replacement: string;
  /** Platform ids; empty: every site. */
  platforms: string[];
  /** Unix ms, or null: counts from then on, and until then. */
  from: number | null;
  until: number | null;
}

/** As stored. `stoppedAt`: when the pattern ran out of time and was switched off; saving it again switches it on. */
export interface StoredPhrase extends TeamPhrase {
  addedAt: number;
  stoppedAt: number | null;
}

const time = z.nullable(z.int().check(z.nonnegative()));
const shape = {
  id: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  kind: z.enum(PHRASE_KINDS),
  text: z.string().check(z.regex(/\S/, 'is empty'), z.maxLength(MOST_CHARACTERS)),
  severity: z.enum(SEVERITIES),
  words: z.string().check(z.maxLength(MOST_CHARACTERS)),
  replacement: z.string().check(z.maxLength(MOST_CHARACTERS)),
  platforms: z.array(z.string().check(z.minLength(1), z.maxLength(80))).check(z.maxLength(50)),
  from: time,
  until: time,
};
export const phraseSchema = z.strictObject(shape);
export const storedPhraseSchema = z.object({ ...shape, addedAt: z.number(), stoppedAt: time });

/** Two phrases that would flag the same words on the same sites. */
export const phraseKey = ({ kind, text, platforms }: Pick<TeamPhrase, 'kind' | 'text' | 'platforms'>): string =>
  `${kind}\n${kind === 'pattern' ? text : text.trim().toLowerCase()}\n${[...platforms].sort().join()}`;

/** The rule that the checks run. */
export function ruleOf({ id, kind, text, severity, words, replacement, platforms, from, until, stoppedAt }: StoredPhrase): TeamRule {
  return {
    id, kind, text, severity, platforms,
    ...(words.trim() === '' ? {} : { reason: words }), ...(replacement === '' ? {} : { replacement }),
    ...(from === null ? {} : { from }), ...(until === null ? {} : { until }), ...(stoppedAt === null ? {} : { stopped: true }),
  };
}
