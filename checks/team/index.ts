import type { CheckInput } from '../check';
import { quote } from '../check';
import type { Finding, Severity, Span } from '../finding';
import { compiled } from './compile';
import type { TeamRule } from './rules';
import { runPattern } from './user-pattern';

const SOURCE = 'Rule of this team';
const KIND: Record<TeamRule['kind'], string> = { phrase: 'a phrase', substring: 'a string', pattern: 'a pattern', hashtag: 'a hashtag' };

/** "2026-12-01 09:00 UTC", without asking the machine where it stands. */
const date = (time: number) => `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const active = ({ from, until }: TeamRule, now: number) => (from === undefined || now >= from) && (until === undefined || now < until);

function finding(rule: TeamRule, severity: Severity, spans: Span[], reason: string): Finding {
  return { id: `team.${rule.id}`, severity, spans, reason, source: SOURCE, ...(rule.suggestion === undefined ? {} : { suggestion: rule.suggestion }) };
}

/** Findings of the team's own rules. Every finding's id is "team." and the rule's id. */
export function runTeam({ scan, context }: CheckInput): Finding[] {
  if (!context.team) return [];
  const team = compiled(context.team);
  const hits = new Map<TeamRule, Span[]>();
  const add = (rule: TeamRule | undefined, span: Span) => {
    if (!rule || !active(rule, context.now)) return;
    const spans = hits.get(rule);
    if (spans) spans.push(span);
    else hits.set(rule, [span]);
  };
  team.phrases.map.walk(scan.words, (index, first, last) => add(team.phrases.rules[index], { start: scan.words[first]?.start ?? 0, end: scan.words[last]?.end ?? 0 }));
  if (team.substrings.rules.length > 0) {
    team.substrings.automaton.walk(scan.folded, (index, end) => {
      const rule = team.substrings.rules[index];
      if (rule) add(rule, scan.span(end - (team.substrings.lengths[index] ?? 0), end));
    });
  }
  if (team.hashtags.size > 0) for (const tag of scan.hashtags) for (const rule of team.hashtags.get(tag.form) ?? []) add(rule, { start: tag.start, end: tag.end });
  const out: Finding[] = [];
  const lower = team.patterns.length > 0 ? scan.text.toLowerCase() : '';
  for (const { rule, pattern } of team.patterns) {
    if (!active(rule, context.now)) continue;
    if (!team.stopped.has(rule.id)) {
      const found = runPattern(pattern, scan.text, lower, context.clock ? { clock: context.clock } : {});
      for (const span of found.spans) add(rule, span);
      if (!found.overrun) continue;
      team.stopped.add(rule.id);
    }
    out.push(finding(rule, 'hold', [], `The team’s pattern “${rule.id}” takes too long and was switched off, so a person has to look.`));
  }
  for (const { rule, reason } of team.refused) out.push(finding(rule, 'hold', [], `The team’s rule “${rule.id}” cannot run. ${reason}`));
  for (const [rule, spans] of hits) {
    const words = quote(scan.text, spans[0] as Span);
    const until = rule.until === undefined ? '' : ` until ${date(rule.until)}`;
    out.push(finding(rule, rule.severity, spans, rule.reason ?? `${words} is ${KIND[rule.kind]} that this team holds${until}.`));
  }
  return out;
}
