import type { CheckInput } from '../check';
import { quote } from '../check';
import type { CheckContext, Finding, Severity, Span } from '../finding';
import { compiled } from './compile';
import type { TeamRule, TeamRules } from './rules';
import { runPattern } from './user-pattern';

const SOURCE = 'Rule of this team';
const KIND: Record<TeamRule['kind'], string> = { phrase: 'a phrase', substring: 'a string', pattern: 'a pattern', hashtag: 'a hashtag' };

/** "2026-12-01 09:00 UTC", without asking the machine where it stands. */
const date = (time: number) => `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Whether the rule counts for this post at this time. */
const active = ({ from, until, platforms }: TeamRule, { now, platform }: CheckContext) =>
  (from === undefined || now >= from) && (until === undefined || now < until) && (!platforms?.length || platforms.includes(platform));

/** How a rule is named where it cannot name itself by what it found. */
const named = ({ text }: TeamRule) => quote(text, { start: 0, end: text.length });

function finding(rule: TeamRule, severity: Severity, spans: Span[], reason: string): Finding {
  return { id: `team.${rule.id}`, severity, spans, reason, source: SOURCE };
}

/** Ids of patterns that ran out of time since these rules were loaded, or before. */
export const stoppedPatterns = (rules: TeamRules): ReadonlySet<string> => compiled(rules).stopped;

/** Findings of the team's own rules. Every finding's id is "team." and the rule's id. */
export function runTeam({ scan, context }: CheckInput): Finding[] {
  if (!context.team) return [];
  const team = compiled(context.team);
  const hits = new Map<TeamRule, Span[]>();
  const add = (rule: TeamRule | undefined, span: Span) => {
    if (!rule || !active(rule, context)) return;
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
    if (!active(rule, context)) continue;
    if (!team.stopped.has(rule.id)) {
      const found = runPattern(pattern, scan.text, lower, context.clock ? { clock: context.clock } : {});
      for (const span of found.spans) add(rule, span);
      if (!found.overrun) continue;
      team.stopped.add(rule.id);
    }
    out.push(finding(rule, 'hold', [], `The team’s pattern ${named(rule)} takes too long and was switched off, so a person has to look.`));
  }
  for (const { rule, reason } of team.refused) if (active(rule, context)) out.push(finding(rule, 'hold', [], `The team’s rule ${named(rule)} cannot run. ${reason}`));
  for (const [rule, spans] of hits) {
    const until = rule.until === undefined ? '' : ` until ${date(rule.until)}`;
    const reason = rule.reason ?? `${quote(scan.text, spans[0] as Span)} is ${KIND[rule.kind]} on this team’s list${until}.`;
    if (rule.replacement === undefined) out.push(finding(rule, rule.severity, spans, reason));
    // A replacement fits in one place, so every place is a finding of its own.
    else for (const span of spans) out.push({ ...finding(rule, rule.severity, [span], reason), replacement: rule.replacement });
  }
  return out;
}
