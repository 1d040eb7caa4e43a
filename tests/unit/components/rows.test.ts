import { describe, expect, it } from 'vitest';
import { coverageWords } from '../../../components/queue/coverage';
import { matches } from '../../../components/queue/filter';
import { mineStatus } from '../../../components/queue/mine';
import { listNames, shortNames, spanWords, surfaceWords, urgencyOf } from '../../../components/queue/words';
import type { Hold, Member } from '../../../review/model';
import type { CoverageRow, StoredHold } from '../../../storage/rows';

const MINUTE = 60_000;
const NOW = 1_000_000 * MINUTE;
const nameOf = (id: string) => ({ mara: 'Mara', tim: 'Tim', lena: 'Lena' })[id] ?? id;
const summary = { handle: '@northmoor', targetLabel: '', mediaCount: 0, worstReason: 'Timed result', approvals: 0, stoppedBy: null };
const hold = {
  id: 'h', authorId: 'lena', platform: 'x', accountKey: 'northmoor', surface: 'reply', excerpt: 'Café crème for Dana', workflow: 'pending', publication: 'unsent', urgency: 'normal', createdAt: NOW, expiresAt: NOW,
  requirement: { policyVersion: 1, strength: 'hold', approvers: ['lena', 'mara', 'tim'], quorum: 1 }, claim: null, binding: { tabId: 1, frameId: 0, composerId: 'c', url: '' }, receipt: null, deadlock: null, summary,
} as unknown as StoredHold;
const status = (patch: Partial<StoredHold>) => mineStatus({ ...hold, ...patch }, { now: NOW, nameOf });

describe('an author’s row ends in the one action that helps', () => {
  it.each<[string, Partial<StoredHold>, string, string | null]>([
    ['waiting with its tab open', {}, 'Held', 'take-back'],
    ['waiting without a tab', { binding: null }, 'Held', 'restore'],
    ['cleared', { workflow: 'approved' }, 'Cleared to post', 'open'],
    ['returned', { workflow: 'changes_requested' }, 'Changes asked', 'see-changes'],
    ['rejected', { workflow: 'rejected' }, 'Rejected', 'see-reason'],
    ['expired (TI1)', { workflow: 'expired' }, 'Expired', 'ask-again'],
    ['unknown (RL2)', { workflow: 'approved', publication: 'unknown' }, 'Outcome unknown', 'resolve'],
    ['going out', { workflow: 'approved', publication: 'releasing' }, 'Going out now', null],
    ['failed', { publication: 'failed' }, 'Did not go out', 'take-back'],
    ['taken back', { workflow: 'recalled' }, 'Taken back', 'restore'],
    ['posted without an address', { publication: 'sent', workflow: 'approved' }, 'Posted', null],
  ])('%s', (_name, patch, words, action) => expect(status(patch)).toMatchObject({ words, action }));

  it('names who is awaited, and who reads it now (RT5)', () => {
    expect(status({}).detail).toBe('Waiting for Mara or Tim');
    expect(status({ claim: { memberId: 'mara', at: NOW - MINUTE } }).detail).toBe('Mara is reading it');
    expect(status({ claim: { memberId: 'mara', at: NOW - 6 * MINUTE } }).detail).toBe('Waiting for Mara or Tim');
    expect(status({ deadlock: 'x' }).detail).toBe('Nobody can approve this yet');
  });
  it('never says posted as approved without having seen it', () => {
    expect(status({ publication: 'verified', workflow: 'approved', receipt: { status: 'verified', at: NOW, permalink: 'https://x.com/1', detail: '', saidBy: null, witness: null } })).toMatchObject({ words: 'Posted as approved', action: 'permalink' });
  });
});

describe('urgency is a shape and words', () => {
  const due = (ago: number, urgency: Hold['urgency'] = 'normal') => urgencyOf({ urgency, createdAt: NOW - ago * MINUTE, workflow: 'pending', expiresAt: NOW }, NOW);
  it('runs from calm over due soon to over its target', () => {
    expect(due(31)).toEqual({ kind: 'calm', words: '31 min ago' });
    expect(due(51)).toEqual({ kind: 'soon', words: 'Due in 9 min' });
    expect(due(66)).toEqual({ kind: 'over', words: '6 min over' });
    expect(due(66, 'urgent')).toEqual({ kind: 'over', words: '51 min over' });
  });
  it('grows from minutes to days', () => {
    expect([0, 59, 60, 47 * 60, 48 * 60].map((minutes) => spanWords(minutes * MINUTE))).toEqual(['0 min', '59 min', '1 h', '47 h', '2 days']);
  });
});

describe('what is not covered comes before what is (HOUSE promise 9)', () => {
  const site = (platform: string, host: string | null = null) => ({ key: `${platform}|${host ?? ''}`, platform, host, coveredAt: 1 });
  const row = (platform: string, host: string, state: CoverageRow['state'], ago = 1): CoverageRow => ({ key: `${platform}|${host}`, platform, host, state, detail: 'as @northmoor', at: NOW - ago * MINUTE });
  const tab = { tabId: 1, host: 'x.com', platform: 'x' };
  it('says first that this page’s composer was not recognised, and offers to teach it', () => {
    expect(coverageWords([site('x')], [row('x', 'x.com', 'unrecognised')], tab, NOW)).toMatchObject({ level: 'block', action: { kind: 'teach', label: 'Teach this site' } });
  });
  it('names another site that is down, with the count of those that are not', () => {
    expect(coverageWords([site('x'), site('tiktok')], [row('x', 'x.com', 'live'), row('tiktok', 'tiktok.com', 'unrecognised')], tab, NOW)).toMatchObject({ level: 'block', strong: 'TikTok is not covered.', rest: '1 of 2 sites is' });
  });
  it('offers to cover the site in front', () => {
    expect(coverageWords([site('linkedin')], [], tab, NOW)).toMatchObject({ strong: 'X is not covered.', action: { label: 'Cover this site' } });
  });
  it('an old report says nothing about now', () => {
    expect(coverageWords([site('x')], [row('x', 'x.com', 'unrecognised', 25 * 60)], null, NOW)).toMatchObject({ level: 'none', strong: '1 site covered.', rest: '' });
  });
  it('no site at all is red, not green', () => {
    expect(coverageWords([], [], null, NOW)).toMatchObject({ level: 'block', strong: 'No site is covered yet.' });
  });
});

describe('words', () => {
  it('finds a row by every word, in any order, without accents', () => {
    expect(matches(hold, 'dana cafe', nameOf)).toBe(true);
    expect(matches(hold, 'lena x', nameOf)).toBe(true);
    expect(matches(hold, 'dana tea', nameOf)).toBe(false);
    expect(matches(hold, '  ', nameOf)).toBe(true);
  });
  it('uses given names until two people share one', () => {
    const people = [{ id: '1', name: 'Mara Okafor' }, { id: '2', name: 'Mara Lind' }, { id: '3', name: 'Tim Brandt' }] as Member[];
    expect(['1', '3', '9'].map(shortNames(people))).toEqual(['Mara Okafor', 'Tim', 'somebody who left']);
  });
  it('joins names the way people do', () => {
    expect([listNames([], 'or'), listNames(['A'], 'or'), listNames(['A', 'B'], 'or'), listNames(['A', 'B', 'C'], 'and')]).toEqual(['', 'A', 'A or B', 'A, B and C']);
  });
  it('says what is answered and what is attached', () => {
    expect(surfaceWords('reply', '@danareyes', 0)).toBe('reply to @danareyes');
    expect(surfaceWords('post', '', 1)).toBe('post, 1 attachment');
  });
});
