/**
 * Invariants of guard.md §4.3 over random schedules: releases at any step, edits, decisions, crashes, restarts,
 * time forwards and back, rules and members changing, rows tampered with. Then the same with one guard broken at a
 * time, which has to be noticed: a property that no mutant fails would prove nothing.
 */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { digestManifest } from '../../../review/manifest';
import { schedules } from './toy/commands';
import { REAL } from './toy/parts';
import { TEXTS, manifestOf } from './toy/records';
import { World } from './toy/releases';
import type { Command } from './toy/commands';
import type { Grant } from '../../../review/model';
import type { Parts } from './toy/parts';

const SCHEDULES = 12_000;
const seen = { schedules: 0, posts: 0, unknown: 0, refused: 0, again: 0 };

/** The first promise that does not hold, or null. Numbers are those of guard.md §4.3. */
function broken(world: World, used: Set<string>): string | null {
  if (world.faults.length > 0) return `2, 3, 5, 11, 13, 14: ${world.faults[0]}`;
  const posts = new Map<string, number>();
  for (const post of world.posts) {
    posts.set(post.grantId, (posts.get(post.grantId) ?? 0) + 1);
    if ((posts.get(post.grantId) ?? 0) > 1) return '1: two posts for one grant';
    const approved = world.revisions[(world.grants.get(post.grantId)?.revision ?? 0) - 1]?.manifest.text ?? '';
    if (approved.replace(/ +/g, ' ') !== post.text.replace(/ +/g, ' ')) return '2: a post that nobody approved';
    if (!used.has(post.grantId) && world.grants.get(post.grantId)?.state !== 'consumed') return '6: a post before its grant was used up';
  }
  for (const [id, grant] of world.grants) {
    if (grant.state === 'consumed') used.add(id);
    else if (used.has(id)) return '6: a used grant is open again';
  }
  const open = world.window && world.grants.get(world.window.grantId);
  if (open && (open.state !== 'consumed' || world.hold.publication !== 'releasing' || world.hold.grantId !== open.id)) return '7: a window without its release';
  if (world.hold.digest !== world.newest.digest || world.revisions.some((item, at) => item.number !== at + 1)) return '9: a version was lost';
  return null;
}

interface Schedule { steps: readonly Command[]; text: number; quorum: number }

function run({ steps, text, quorum }: Schedule, parts: Parts): { problem: string | null; world: World } {
  const world = new World(parts, TEXTS[text] ?? '', quorum);
  const used = new Set<string>();
  for (const command of steps) {
    const version = world.rules.version;
    command.run(world);
    const problem = broken(world, used)
      ?? (world.rules.version < version ? '12: an older rule set' : null)
      ?? (command.name === 'the worker starts' && world.window !== null ? '8: a window survived a restart' : null);
    if (problem !== null) return { problem, world };
  }
  return { problem: null, world };
}

const schedule = fc.record({ steps: schedules, text: fc.nat(TEXTS.length - 1), quorum: fc.constantFrom(1, 1, 2) });

describe('promises 1, 2, 3, 4 and 7 over random schedules', () => {
  afterAll(() => console.info(`${seen.schedules} schedules: ${seen.posts} posts, ${seen.again} by a later grant than the first, ${seen.unknown} unknown, ${seen.refused} without a post`));

  test(`${SCHEDULES} schedules keep every invariant`, () => {
    const result = fc.check(fc.property(schedule, (drawn) => {
      const { problem, world } = run(drawn, REAL);
      seen.schedules += 1;
      seen.posts += world.posts.length;
      if (world.posts.some((post) => post.grantId !== 'g1')) seen.again += 1;
      if (world.hold.publication === 'unknown') seen.unknown += 1;
      if (world.posts.length === 0) seen.refused += 1;
      if (problem !== null) throw new Error(problem);
    }), { numRuns: SCHEDULES });
    expect(result.failed ? fc.defaultReportMessage(result) : '').toBe('');
  }, 180_000);

  test('and they were no empty promises: posts got out, releases went silent, posts were refused', () => {
    expect(seen.schedules).toBeGreaterThanOrEqual(10_000);
    expect(seen.posts).toBeGreaterThan(SCHEDULES / 20);
    expect(seen.again).toBeGreaterThan(SCHEDULES / 50);
    expect(seen.unknown).toBeGreaterThan(SCHEDULES / 200);
    expect(seen.refused).toBeGreaterThan(SCHEDULES / 20);
  });

  test('the toy\'s digests are the real ones', async () => {
    const { manifest, digest } = manifestOf(TEXTS[0], 1);
    expect(digest).toBe(await digestManifest(manifest));
  });
});

const { tally, judgeDecision, transition, judgeRelease, checkGrant, consumeGrant } = REAL;
/** Reads every grant with some of its fields replaced, wherever a guard looks at one; a used grant stays used. */
function timeless(change: Partial<Grant>): Partial<Parts> {
  const forget = (grant: Grant): Grant => (grant.state === 'open' || grant.state === 'suspended' ? { ...grant, ...change } : grant);
  return {
    checkGrant: (grant, now, clock) => checkGrant(forget(grant), now, clock),
    consumeGrant: (grant, now, carried, clock) => consumeGrant(forget(grant), now, carried, clock),
    judgeRelease: (input) => judgeRelease({ ...input, grant: input.grant && forget(input.grant) }),
    transition: (hold, event, ctx) => transition(hold, event.type === 'releaseStarted' ? { ...event, grant: forget(event.grant) } : event, ctx),
  };
}

/** Each with the promise it has to be caught by. */
const MUTANTS: [string, RegExp, Partial<Parts>][] = [
  ['recovery re-opens a claim', /^6: a used grant is open again/, { recovery: 'reopen' }],
  ['a release is recorded after the send', /^(1|6|7): /, { claimFirst: false }],
  ['nobody compares what is really sent', /^2: a post that nobody approved/, { compareAtSend: false }],
  ['a contributor counts', /although only \d approve/, {
    tally: (input) => tally({ ...input, revision: { ...input.revision, contributors: [] }, hold: { ...input.hold, authorId: '' } }),
    judgeDecision: (input) => judgeDecision({ ...input, revision: { ...input.revision, contributors: [] }, hold: { ...input.hold, authorId: '' } }),
  }],
  ['an approver who edits is no contributor', /although only \d approve/, { nextContributors: (base) => base.contributors }],
  ['a row counts without its signature', /although only \d approve/, { tally: (input) => tally({ ...input, verified: new Set(input.decisions.map((item) => item.body.id)) }) }],
  ['the release does not count again', /although only \d approve/, { judgeRelease: (input) => judgeRelease({ ...input, tally: { ...input.tally, met: true } }) }],
  ['approvals survive an edit', /although only \d approve/, {
    tally: (input) => tally({ ...input, decisions: input.decisions.map((item) => ({ ...item, body: { ...item.body, revision: input.revision.number, digest: input.revision.digest } })) }),
  }],
  ['approvals survive a failed round', /although only \d approve/, { tally: (input) => tally({ ...input, hold: { ...input.hold, roundSeq: 0 } }) }],
  ['a withdrawal is not heard', /although only \d approve/, { tally: (input) => tally({ ...input, decisions: input.decisions.filter((item) => item.body.kind !== 'withdraw') }) }],
  ['a request for changes is not heard', /although changes are asked for/, { tally: (input) => ({ ...tally(input), asked: null, met: tally(input).missing === 0 && tally(input).rejected === null }) }],
  ['the first approval wins over a rejection', /although rejected/, {
    tally: (input) => ({ ...tally(input), rejected: null, met: tally(input).missing === 0 }),
    transition: (hold, event, ctx) => transition(hold, event.type === 'decided' ? { type: 'decided', tally: { ...event.tally, rejected: null } } : event, ctx),
  }],
  ['loosened rules free what is held', /although only \d approve/, { effectiveRequirement: (hold, rules, members, account) => REAL.effectiveRequirement({ ...hold, requirement: { ...hold.requirement, quorum: 1, approvers: [], anyApprover: true } }, rules, members, account) }],
  ['people who left still count', /although only \d approve/, {
    effectiveRequirement: (hold, rules, members, account) => REAL.effectiveRequirement(hold, rules, members.map((item) => ({ ...item, removedAt: null })), account),
    tally: (input) => tally({ ...input, members: input.members.map((item) => ({ ...item, removedAt: null })) }),
  }],
  ['the clock is trusted when it goes back', /although the clock went back/, { judgeClock: () => 'fine' }],
  ['a used grant can be used again', /^(1|6|7): |although/, {
    consumeGrant: (grant, now, carried) => ({ ...grant, state: 'consumed', consumedAt: now, carried }),
    judgeRelease: (input) => judgeRelease({ ...input, hold: { ...input.hold, workflow: 'approved', publication: 'unsent' }, grant: input.grant && { ...input.grant, state: 'open', notBefore: 0, notAfter: Infinity } }),
    transition: (hold, event, ctx) => (event.type === 'releaseStarted' ? { ok: true, hold: { ...hold, publication: 'releasing', grantId: event.grant.id } } : transition(hold, event, ctx)),
  }],
  ['the undo window is skipped', /although the undo window is open/, { ...timeless({ notBefore: 0 }) }],
  ['a permission never runs out', /although the permission ran out/, { ...timeless({ notAfter: Infinity }) }],
  ['a stopped countdown runs on', /although the countdown is stopped/, { ...timeless({ state: 'open' }) }],
  ['locked people decide', /a locked person decided/, { judgeDecision: (input) => judgeDecision({ ...input, locked: false }) }],
];

describe('a broken guard is noticed', () => {
  test.each(MUTANTS)('%s', (_, symptom, mutant) => {
    const result = fc.check(fc.property(schedule, (drawn) => {
      const { problem } = run(drawn, { ...REAL, ...mutant });
      if (problem !== null) throw new Error(problem);
    }), { numRuns: 20_000, endOnFailure: true, seed: 4 });
    expect(result.failed).toBe(true);
    expect(result.errorInstance).toMatchObject({ message: expect.stringMatching(symptom) });
  }, 180_000);
});
