import { describe, expect, it } from 'vitest';
import { coverageWords } from '../../../components/queue/coverage';
import type { ActiveTab } from '../../../components/queue/coverage';
import { matches } from '../../../components/queue/filter';
import { mineStatus } from '../../../components/queue/mine';
import { listNames, shortNames, spanWords, surfaceWords, urgencyOf } from '../../../components/queue/words';
import type { SiteFacts, TabFacts } from '../../../review/coverage/facts';
import { coverOf } from '../../../review/coverage/look';
import type { SiteCover, TabCover } from '../../../review/coverage/look';
import type { Hold, Member } from '../../../review/model';
import type { StoredHold } from '../../../storage/rows';

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
  const facts = (title: string, change: Partial<SiteFacts> = {}): SiteFacts => ({
    title, given: ['x.com'], missing: [], registered: true, witness: true, enforced: false, seen: [], tabs: [],
    calls: { requests: 1, sockets: 0, forms: 0, unreadable: [], readBack: 'address' }, lock: { set: true, locked: ['create'], unlocked: [], trouble: null }, ...change,
  });
  const gate = (change: Partial<TabFacts> = {}): TabFacts => ({ tabId: 1, host: 'x.com', gate: 'live', page: true, late: false, composer: 'live', ...change });
  const site = (title: string, change: Partial<SiteFacts> = {}): SiteCover => ({ ...coverOf(title.toLowerCase(), facts(title, change)), host: null, missing: change.missing ?? [], tabs: 0, at: NOW - 2 * MINUTE });
  const here = (change: Partial<SiteFacts> = {}): TabCover => ({ ...coverOf('x', facts('X', { tabs: [gate()], ...change })), tabId: 1, host: 'x.com', missing: change.missing ?? [] });
  const tab = { tabId: 1, url: 'https://x.com/home', host: 'x.com', platform: 'x' };
  const say = (sites: SiteCover[], inFront: TabCover | null, at: ActiveTab | null = tab) => coverageWords({ sites, tab: inFront }, at, NOW);

  it.each([
    ['a composer nobody knows is offered to be taught', { tabs: [gate({ composer: 'unrecognised' })] }, 'block', 'X: the composer was not recognised.', 'Teach this site'],
    ['a withdrawn permission can be given back in one click', { given: [], missing: ['https://x.com/*'] }, 'block', 'X: access was withdrawn.', 'Give access back'],
    ['a lost script asks for a reload', { tabs: [gate({ gate: 'silent', page: false })] }, 'block', 'X: the gate is not running in a tab.', 'Reload this tab'],
    ['what only an administrator can change has no button that pretends', { tabs: [gate({ gate: 'blocked', page: false })] }, 'block', 'X: an administrator keeps Countersign out.', 'Details'],
    ['a tab from before is covered in part, and says how to be whole', { tabs: [gate({ late: true })] }, 'hold', 'Guarded in this tab, in part.', 'Reload this tab'],
    ['an unknown account is held, not lost', { tabs: [gate({ composer: 'unknown-account' })] }, 'hold', 'The account on x.com could not be read.', 'Details'],
    ['a tab nobody asked yet is not called covered', { tabs: [] }, 'unknown', 'Not checked in this tab yet.', 'Details'],
    ['a sound tab says what stands', {}, 'none', 'Guarded in this tab.', '1 of 1 sites'],
  ] as [string, Partial<SiteFacts>, string, string, string][])('%s', (_, change, level, strong, label) => {
    expect(say([site('X')], here(change))).toMatchObject({ level, strong, action: { label } });
  });
  it('says what a missing gate means for posts', () => {
    expect(say([site('X')], here({ given: [], missing: ['x.com'] })).rest).toMatch(/the lock still stops what is sent.*Give access back/);
  });
  it('names another site that is down, also on a tab where all is well', () => {
    expect(say([site('X'), site('TikTok', { given: [], missing: ['tiktok.com'] })], here())).toMatchObject({ level: 'block', strong: 'TikTok: access was withdrawn.', rest: '1 of 2 sites is covered', site: 'tiktok|' });
  });
  it('offers to cover the site in front', () => {
    expect(say([site('LinkedIn')], null)).toMatchObject({ strong: 'X is not covered.', action: { label: 'Cover this site' } });
  });
  it('elsewhere it counts the sites', () => {
    expect(say([site('X'), site('LinkedIn')], null, null)).toMatchObject({ level: 'none', strong: 'All 2 sites covered.', rest: 'Last seen 2 min ago' });
  });
  it('no site at all is red, not green', () => {
    expect(say([], null, null)).toMatchObject({ level: 'block', strong: 'No site is covered yet.' });
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
