import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft, type CheckContext, type TeamRule, type TeamRules } from '../../../checks';
import { judgePattern, runPattern } from '../../../checks/team/user-pattern';

const rule = (id: string, kind: TeamRule['kind'], text: string, more: Partial<TeamRule> = {}): TeamRule => ({ id, kind, text, severity: 'hold', ...more });
const context = (rules: TeamRule[], more: Partial<CheckContext> = {}): CheckContext => ({ platform: 'x', surface: 'post', account: null, media: [], now: Date.UTC(2026, 10, 23), team: { rules }, ...more });
const hits = (text: string, rules: TeamRule[], more: Partial<CheckContext> = {}) =>
  checkDraft({ text }, context(rules, more)).filter(({ id }) => id.startsWith('team.')).map(({ id, spans }) => [id, ...spans.map(({ start, end }) => text.slice(start, end))]);

describe('a team’s phrases', () => {
  it('are found as whole words, whatever case, accents and punctuation stand between', () => {
    expect(hits('Ask PROJECT—Fálcon, now', [rule('r1', 'phrase', 'project falcon')])).toEqual([['team.r1', 'PROJECT—Fálcon']]);
    expect(hits('the projector falcons', [rule('r1', 'phrase', 'project falcon')])).toEqual([]);
  });
  it('may leave the end of a word open', () => {
    expect(hits('We re-invest and reinvested', [rule('a', 'phrase', 'reinvest*'), rule('b', 'phrase', 'we re* invest')])).toEqual([['team.b', 'We re-invest'], ['team.a', 'reinvested']]);
  });
  it('are all told when they overlap', () => {
    expect(hits('big red bus', [rule('a', 'phrase', 'big red'), rule('b', 'phrase', 'red bus'), rule('c', 'phrase', 'red')]).map(([id]) => id).sort()).toEqual(['team.a', 'team.b', 'team.c']);
  });
  it('work in scripts without spaces', () => {
    expect(hits('本日は極秘計画を発表', [rule('j', 'phrase', '極秘計画')])).toEqual([['team.j', '極秘計画']]);
  });
  it('end with their embargo', () => {
    const embargo = [rule('e', 'phrase', 'falcon', { until: Date.UTC(2026, 10, 24) })];
    expect(hits('falcon', embargo)).toHaveLength(1);
    expect(hits('falcon', embargo, { now: Date.UTC(2026, 10, 25) })).toEqual([]);
    expect(hits('falcon', [rule('e', 'phrase', 'falcon', { from: Date.UTC(2026, 10, 24) })])).toEqual([]);
  });
  it('are the same phrases whether their first word is taken as it stands or looked at closely', () => {
    const words = fc.array(fc.constantFrom('a', 'B', '1', ' ', "'", '’', '*', 'é', 'ﬁ', '-', '\u0301', '\u200B', 'ab ', 'Ab'), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), words, (phrases, text) => {
      const found = (lead: string) => hits(`${text} ${phrases.join(' ')}`, phrases.map((phrase, i) => rule(String(i), 'phrase', lead + phrase))).map((hit) => hit.join(' | '));
      expect(found('').sort()).toEqual(found(' ').sort());
    }), { numRuns: 2_000 });
  });
  it('find what a plain search finds, among ten thousand', () => {
    const words = Array.from({ length: 200 }, (_, i) => `w${(i * 7919) % 1000}`);
    const phrases = Array.from({ length: 10_000 }, (_, i) => rule(`p${i}`, 'phrase', `w${i % 1000} w${(i * 31) % 1000}`));
    const text = words.join(' ');
    const want = phrases.filter(({ text: phrase }) => ` ${text} `.includes(` ${phrase} `)).map(({ id }) => `team.${id}`).sort();
    expect(hits(text, phrases).map(([id]) => id).sort()).toEqual(want);
  });
});

describe('what a rule says', () => {
  const find = (text: string, more: Partial<TeamRule>, platform = 'x') => checkDraft({ text }, context([rule('r', 'phrase', 'falcon', more)], { platform })).filter(({ id }) => id === 'team.r');
  it('is the team’s own words, or a sentence that quotes the text', () => {
    expect(find('The Falcon', { reason: 'Say “the new boat”.' })[0]?.reason).toBe('Say “the new boat”.');
    expect(find('The Falcon', {})[0]?.reason).toBe('“Falcon” is a phrase on this team’s list.');
  });
  it('has a replacement for every place it was found in', () => {
    expect(find('falcon and falcon', { replacement: 'boat' }).map(({ spans, replacement }) => [spans, replacement])).toEqual([[[{ start: 0, end: 6 }], 'boat'], [[{ start: 11, end: 17 }], 'boat']]);
  });
  it('counts only on its sites', () => {
    expect(find('falcon', { platforms: ['x', 'linkedin'] })).toHaveLength(1);
    expect(find('falcon', { platforms: ['x', 'linkedin'] }, 'bluesky')).toEqual([]);
    expect(find('falcon', { platforms: [] }, 'bluesky')).toHaveLength(1);
  });
});

describe('a team’s strings and tags', () => {
  it('are found inside words', () => {
    expect(hits('TopSecretPlan', [rule('s', 'substring', 'secretp')])).toEqual([['team.s', 'SecretP']]);
  });
  it('hold a hashtag that was taken over', () => {
    expect(hits('We love #NotOkay today', [rule('h', 'hashtag', '#notokay')])).toEqual([['team.h', '#NotOkay']]);
  });
});

describe('a team’s patterns', () => {
  it('run on RE2', () => {
    expect(hits('case ABC-1234 is open', [rule('p', 'pattern', String.raw`\b[A-Z]{3}-\d{4}\b`)])).toEqual([['team.p', 'ABC-1234']]);
  });
  it.each([['(?=a)b'], [String.raw`(a)\1`], ['a*'], ['(a'], ['a{1000}'], ['x'.repeat(501)], ['((a{9}){99}){9}']])('are refused at the door: %s', (source) => {
    expect(judgePattern(source).ok).toBe(false);
    expect(checkDraft({ text: 'a' }, context([rule('p', 'pattern', source)])).some(({ id, severity }) => id === 'team.p' && severity === 'hold')).toBe(true);
  });
  it.each([['(a+)+$'], ['(a|aa)+$'], ['(.*a){9}b']])('cannot hold a keystroke: %s', (source) => {
    let now = 0;
    const team: TeamRules = { rules: [rule('p', 'pattern', source)] };
    const long: CheckContext = { ...context([]), team, clock: () => (now += 1) };
    const found = checkDraft({ text: `${'ax'.repeat(20_000)}b!` }, long).filter(({ id }) => id === 'team.p');
    expect(found.some(({ reason }) => reason.includes('switched off'))).toBe(true);
    now = 0;
    checkDraft({ text: 'short' }, long);
    expect(now).toBeLessThan(3);
  });
  it('stay off when they were switched off before, and say so instead of passing the text', () => {
    const found = checkDraft({ text: 'case ABC-1234' }, context([rule('p', 'pattern', '[A-Z]{3}-[0-9]{4}', { stopped: true })])).filter(({ id }) => id === 'team.p');
    expect(found.map(({ spans, severity }) => [spans, severity])).toEqual([[[], 'hold']]);
    expect(found[0]?.reason).toContain('“[A-Z]{3}-[0-9]{4}” takes too long and was switched off');
  });
  it('count steps where no clock is given, so every machine stops at the same place', () => {
    const judged = judgePattern('(.*a){9}b');
    expect(judged.ok && runPattern(judged.pattern, 'a'.repeat(40_000), 'a'.repeat(40_000), {}).overrun).toBe(true);
  });
});
