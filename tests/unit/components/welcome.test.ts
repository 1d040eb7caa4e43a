import { describe, expect, test } from 'vitest';
import { routeFromHash } from '../../../components/options/routes';
import { explain } from '../../../components/workspace/explain';
import { secondsLeft, stageOf, tasksAt } from '../../../components/welcome/practice-stage';
import { missingPart, rolesFor } from '../../../components/welcome/roles';
import { hashOf, placeFrom, STEPS } from '../../../components/welcome/steps';
import { ERRORS } from '../../../review/contract';
import type { HoldView } from '../../../review/contract';

const view = (part: Partial<HoldView>): HoldView => ({
  id: 'h', version: 1, revision: 1, digest: '', workflow: 'pending', publication: 'unsent', author: { id: 'a', name: 'Ana' }, surface: 'post', accountHandle: '@practice', createdAt: 0, text: '', title: '', warning: '', note: '',
  media: [], findings: [], lines: [], quorum: 1, deadlock: null, returned: null, rejected: null, grant: null, permalink: null, outcomeDetail: '', expiresAt: 9, ...part,
});

describe('the first run resumes where it stopped', () => {
  const nothing = { workspace: false, sites: 0, people: 0 };
  test('a fresh browser starts at the beginning', () => {
    expect(placeFrom('', nothing).step).toBe('purpose');
  });
  test('an address further on leads back to the step that is missing', () => {
    expect(placeFrom('#practice', nothing).step).toBe('identity');
  });
  test('without an address it goes on with what is not done', () => {
    expect(placeFrom('', { workspace: true, sites: 0, people: 1 }).step).toBe('sites');
    expect(placeFrom('', { workspace: true, sites: 2, people: 1 }).step).toBe('second');
    expect(placeFrom('', { workspace: true, sites: 2, people: 2 }).step).toBe('practice');
  });
  test('the held practice post is in the address, so a reload finds it again', () => {
    expect(placeFrom(hashOf({ step: 'practice', holdId: 'h-7' }), { workspace: true, sites: 0, people: 2 })).toEqual({ step: 'practice', holdId: 'h-7' });
    for (const step of STEPS) expect(placeFrom(hashOf({ step, holdId: null }), { workspace: true, sites: 1, people: 2 }).step).toBe(step);
  });
});

describe('people', () => {
  test('the first person always owns the rules', () => {
    expect(rolesFor('writes', true)).toEqual(['author', 'ruleOwner']);
    expect(rolesFor('both', false)).toEqual(['author', 'approver']);
  });
  test('a pair in which a post could never be released is named', () => {
    expect(missingPart([{ name: 'Ana', roles: ['author'] }, { name: 'Tim', roles: ['author'] }])).toContain('Nobody here approves');
    expect(missingPart([{ name: 'Ana', roles: ['author', 'approver'] }, { name: 'Tim', roles: ['author'] }])).toContain('Nobody but Ana approves');
    expect(missingPart([{ name: 'Ana', roles: ['author', 'approver'] }, { name: 'Tim', roles: ['author', 'approver'] }])).toBeNull();
  });
});

describe('the practice loop shows what the hold says', () => {
  const grant = { id: 'g', notBefore: 10_000, notAfter: 900_000 };
  test.each([
    ['nothing yet', null, 'write'], ['waiting', view({}), 'held'], ['asked for changes', view({ workflow: 'changes_requested' }), 'returned'],
    ['approved', view({ workflow: 'approved', grant }), 'countdown'], ['approved and stopped', view({ workflow: 'approved' }), 'held'],
    ['going out', view({ workflow: 'approved', publication: 'releasing' }), 'releasing'], ['out', view({ workflow: 'approved', publication: 'sent' }), 'posted'],
    ['nobody knows', view({ workflow: 'approved', publication: 'unknown' }), 'unknown'], ['rejected', view({ workflow: 'rejected' }), 'over'], ['expired', view({ workflow: 'expired' }), 'over'],
  ] as const)('%s', (_words, shown, stage) => {
    expect(stageOf(shown, 1_000)).toBe(stage);
  });
  test('an expired clearance is held again, never sent', () => {
    expect(stageOf(view({ workflow: 'approved', grant }), 900_000)).toBe('held');
  });
  test('the checklist always has one thing to do until all is done', () => {
    for (const stage of ['write', 'held', 'countdown', 'over'] as const) expect(tasksAt(stage).filter((task) => task.state === 'now')).toHaveLength(1);
    expect(tasksAt('posted').every((task) => task.state === 'done')).toBe(true);
  });
  test('the countdown never goes below zero', () => {
    expect([secondsLeft(10_000, 0), secondsLeft(10_000, 9_001), secondsLeft(10_000, 11_000)]).toEqual([10, 1, 0]);
  });
});

describe('addresses and refusals', () => {
  test('an unknown address shows Sites & coverage', () => {
    expect(routeFromHash('#nowhere')).toEqual({ id: 'sites', rest: '' });
    expect(routeFromHash('#people/x%3Abrand')).toEqual({ id: 'people', rest: 'x%3Abrand' });
  });
  test('every refusal becomes a sentence, never a bare code', () => {
    for (const code of ERRORS) expect(explain({ code, detail: '' })).toMatch(/^[A-Z].*\.$/);
  });
});
