/** Reads a team's rules once; the result is kept as long as the rules object lives. */
import { buildAutomaton, type Automaton } from '../text/automaton';
import { fold, isAscii } from '../text/fold';
import { judgeRule, UNSPACED } from './judge';
import { buildPhraseMap, type PhraseMap } from './phrase-map';
import type { TeamRule, TeamRules } from './rules';
import { judgePattern, type UserPattern } from './user-pattern';

export interface CompiledTeam {
  phrases: { rules: readonly TeamRule[]; map: PhraseMap };
  substrings: { rules: readonly TeamRule[]; lengths: readonly number[]; automaton: Automaton };
  patterns: readonly { rule: TeamRule; pattern: UserPattern }[];
  hashtags: ReadonlyMap<string, readonly TeamRule[]>;
  /** Rules that cannot run, and why. */
  refused: readonly { rule: TeamRule; reason: string }[];
  /** Rules that ran out of time; they stay off until the rules are loaded again. */
  stopped: Set<string>;
}

const asTag = (text: string) => fold(text.trim().replace(/^[#＃]/u, '')).text;

function compile({ rules }: TeamRules): CompiledTeam {
  const phrases: TeamRule[] = [];
  const substrings: TeamRule[] = [];
  const patterns: { rule: TeamRule; pattern: UserPattern }[] = [];
  const hashtags = new Map<string, TeamRule[]>();
  const refused: { rule: TeamRule; reason: string }[] = [];
  for (const rule of rules) {
    if (!/\S/u.test(rule.text)) refused.push({ rule, reason: 'The rule is empty.' });
    else if (rule.kind === 'substring' || (rule.kind === 'phrase' && !isAscii(rule.text) && UNSPACED.test(rule.text))) substrings.push(rule);
    else if (rule.kind === 'phrase') phrases.push(rule);
    else if (rule.kind === 'hashtag') hashtags.set(asTag(rule.text), [...(hashtags.get(asTag(rule.text)) ?? []), rule]);
    else {
      const judged = judgePattern(rule.text);
      if (judged.ok) patterns.push({ rule, pattern: judged.pattern });
      else refused.push({ rule, reason: judged.reason });
    }
  }
  const map = buildPhraseMap(phrases.map(({ text }) => text));
  for (const index of map.empty) {
    const rule = phrases[index];
    if (rule) refused.push({ rule, reason: judgeRule(rule) ?? 'It has no word.' });
  }
  const parts = substrings.map(({ text }) => fold(text).text);
  return {
    phrases: { rules: phrases, map },
    substrings: { rules: substrings, lengths: parts.map(({ length }) => length), automaton: buildAutomaton(parts) },
    patterns, hashtags, refused, stopped: new Set(rules.filter(({ stopped }) => stopped).map(({ id }) => id)),
  };
}

const known = new WeakMap<TeamRules, CompiledTeam>();

export function compiled(rules: TeamRules): CompiledTeam {
  let team = known.get(rules);
  if (!team) known.set(rules, (team = compile(rules)));
  return team;
}
