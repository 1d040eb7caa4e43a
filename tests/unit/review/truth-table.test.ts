/** decisions.md §8.3, row by row, where pure logic decides. The freeze and team rows wait for the rooms that have them. */
import { describe, expect, test } from 'vitest';
import { compareToRevision, destinationChanged } from '../../../review/compare';
import { judgeDecision, nextContributors } from '../../../review/decisions';
import { checkGrant, consumeGrant, issueGrant } from '../../../review/grant';
import { lossWarning } from '../../../review/loss';
import { transition } from '../../../review/machine';
import { judgeRelease } from '../../../review/release';
import { deadlockReason, effectiveRequirement, readRules, requirementFor } from '../../../review/rules';
import { holdView } from '../../../review/view';
import type { Decision, Hold, Member, Revision, RuleSet, Snapshot } from '../../../review/model';
import type { HoldEvent } from '../../../review/machine';
import { HEX, NOW, ana, ben, body, chi, count, decision, hold, member, requirement, revision, rules, snapshot, team } from './build';

const account = { id: '12', handle: '@northmoor' };
const LATER = NOW + 20_000;

function next(held: Hold, event: HoldEvent, now = NOW): Hold {
  const result = transition(held, event, { now });
  if (!result.ok) throw new Error(`${event.type}: ${result.detail}`);
  return result.hold;
}
/** Approved by Ben and cleared to post. */
async function approved(text = 'Doors open at nine.') {
  const newest = await revision(1, { text });
  const decisions = [decision(newest, 'ben', 2)];
  const counted = count(newest, decisions);
  const decided = next(hold(newest), { type: 'decided', tally: counted });
  const grant = issueGrant({ hold: decided, revision: newest, approvals: counted.approvals, rules: rules(), now: NOW, id: 'g' });
  return { newest, decisions, grant, held: next(decided, { type: 'granted', grant }) };
}
type World = Awaited<ReturnType<typeof approved>>;
function click(world: World, more: { rules?: RuleSet; members?: Member[]; live?: Snapshot; now?: number } = {}) {
  const members = more.members ?? team;
  const wanted = effectiveRequirement(world.held, more.rules ?? rules(), members, account);
  const counted = count(world.newest, world.decisions, { hold: world.held, members, requirement: wanted });
  return judgeRelease({ hold: world.held, revision: world.newest, grant: world.grant, tally: counted, requirement: wanted, members, snapshot: more.live ?? snapshot(), now: more.now ?? LATER, clock: 'fine' });
}
const judge = (held: Hold, newest: Revision, who: string, decisions: Decision[] = [], more: Partial<Decision['body']> = {}) =>
  judgeDecision({ hold: held, revision: newest, decisions, members: team, body: body(newest, who, more), locked: false, requirement: held.requirement, rules: rules() });

describe('truth table of decisions.md §8.3', () => {
  test('author edits one letter after 1 of 2 approvals: approval outdated, meter 0 of 2, author warned beforehand', async () => {
    const two = requirement({ quorum: 2 });
    const [first, second] = [await revision(1), await revision(2, { text: 'Doors open at ninE.' })];
    const rows = [decision(first, 'ben', 2)];
    const input = { hold: hold(first, { requirement: two }), revision: first, decisions: rows, members: team, requirement: two, verified: new Set([rows[0]!.body.id]), grant: null, now: NOW };
    expect(lossWarning(holdView(input).lines)).toContain('Ben');
    const after = next(input.hold, { type: 'revised', revision: second, requirement: two, deadlock: null });
    expect(count(second, rows, { hold: after })).toMatchObject({ approvals: [], outdated: rows, missing: 2, met: false });
  });

  test('approver accepts, then edits: now a contributor, own approval void', async () => {
    const first = await revision(1);
    const second = await revision(2, { text: 'b' }, { contributors: nextContributors(first, ['ben'], null) });
    expect(second.contributors).toEqual(['ana', 'ben']);
    expect(count(second, [decision(first, 'ben', 2), decision(second, 'ben', 3)]).approvals).toEqual([]);
    expect(judge(hold(second), second, 'ben')).toMatchObject({ code: 'contributor' });
  });

  test('author accepts a suggestion with "approve if taken as is": approved for that digest only', async () => {
    const base = await revision(1);
    const suggestion = decision(base, 'ben', 2, { kind: 'request_changes', suggestion: 'Doors open at ten.', approveIfTaken: true });
    const taken = await revision(2, { text: 'Doors open at ten.' }, { acceptedSuggestion: suggestion.body.id });
    const other = await revision(2, { text: 'Doors open at ten!' }, { acceptedSuggestion: suggestion.body.id });
    expect([taken, other].map((item) => count(item, [suggestion], { base }).met)).toEqual([true, false]);
  });

  test('second admin pastes text into the author\'s composer, then approves: refused, contributor', async () => {
    const pasted = await revision(1, {}, { contributors: ['ana', 'chi'] });
    expect(judge(hold(pasted), pasted, 'chi')).toMatchObject({ ok: false, code: 'contributor' });
    expect(count(pasted, [decision(pasted, 'chi', 2)]).met).toBe(false);
  });

  test('approver removed from the group between decision and click: release refused, back to pending', async () => {
    const world = await approved();
    const verdict = click(world, { members: [ana, member('ben', { removedAt: NOW }), chi] });
    expect(verdict).toMatchObject({ ok: false, code: 'quorum-missing', backToPending: true });
    expect(next(world.held, { type: 'grantRefused', grantId: 'g' })).toMatchObject({ workflow: 'pending', grantId: null });
  });

  test('rule deleted while pending: still pending, still the same requirement', async () => {
    const held = hold(await revision(), { requirement: requirement({ quorum: 2 }) });
    const gone = rules({ version: 2, accounts: [{ platform: 'x', account: '12', handle: '', covered: false, strength: 'hold', approvers: [], quorum: 1 }] });
    expect(requirementFor(gone, team, 'x', account)).toEqual({ free: true });
    expect(effectiveRequirement(held, gone, team, account).quorum).toBe(2);
    expect(held.workflow).toBe('pending');
  });

  test('rule tightened while approved: release refused, new requirement shown', async () => {
    const verdict = click(await approved(), { rules: rules({ version: 2, defaults: { strength: 'hold', approvers: [], quorum: 2 } }) });
    expect(verdict).toMatchObject({ ok: false, code: 'quorum-missing', detail: '1 more approval is needed as the rules stand now (PO1).', backToPending: true });
    expect(click(await approved(), { rules: rules({ version: 2, defaults: { strength: 'block', approvers: [], quorum: 1 } }) })).toMatchObject({ code: 'blocked-by-rule' });
  });

  test('one approves and one rejects within a second, not yet consumed: the hold stops and both are told', async () => {
    const world = await approved();
    expect(judge(world.held, world.newest, 'chi', world.decisions, { kind: 'reject', text: 'Wrong day.' })).toEqual({ ok: true });
    const rejection = decision(world.newest, 'chi', 3, { kind: 'reject', text: 'Wrong day.' });
    const stopped = next(world.held, { type: 'decided', tally: count(world.newest, [...world.decisions, rejection], { hold: world.held }) });
    expect(stopped).toMatchObject({ workflow: 'rejected', grantId: null });
    expect(judge(stopped, world.newest, 'ben', [...world.decisions, rejection], { kind: 'withdraw', withdraws: world.decisions[0]!.body.id })).toMatchObject({ code: 'already-decided', detail: 'Already decided by Chi.', record: true });
  });

  test('one approves and one rejects, already consumed: the rejection is recorded as too late', async () => {
    const world = await approved();
    const releasing = next(world.held, { type: 'releaseStarted', grant: world.grant, deadline: LATER + 1 }, LATER);
    const verdict = judge(releasing, world.newest, 'chi', world.decisions, { kind: 'reject', text: 'Wrong day.' });
    expect(verdict).toMatchObject({ ok: false, code: 'already-released', record: true, detail: expect.stringMatching(/^Too late/) });
  });

  test('browser asleep past notAfter: late, needs confirmation', async () => {
    const world = await approved();
    const morning = NOW + 9 * 3_600_000;
    expect(checkGrant(world.grant, morning)).toBe('grant-expired');
    expect(click(world, { now: morning })).toMatchObject({ ok: false, code: 'grant-expired' });
    const asked = next(world.held, { type: 'grantExpired', grantId: 'g', seq: 9 }, morning);
    expect(count(world.newest, world.decisions, { hold: asked }).met).toBe(false);
    expect(count(world.newest, [...world.decisions, decision(world.newest, 'ben', 10)], { hold: asked }).met).toBe(true);
  });

  test('rules cannot be loaded: hold', () => {
    const read = readRules({ version: 'two' });
    expect(read.ok).toBe(false);
    expect(requirementFor(read.rules, team, 'x', account)).toMatchObject({ strength: 'hold', quorum: 1 });
  });

  test('same media, different account: new hold', async () => {
    const media = [{ sha256: HEX('a'), bytes: 1, mime: 'image/png', name: 'a', alt: '' }];
    const newest = await revision(1, { media });
    expect(destinationChanged(newest.manifest, snapshot({ media, account: { id: '13', handle: '@other' } }))).toBe(true);
    const moved = transition(hold(newest), { type: 'revised', revision: await revision(2, { media, account: { id: '13', handle: '@other' } }), requirement: requirement(), deadlock: null }, { now: NOW });
    expect(moved).toMatchObject({ ok: false, code: 'content-differs' });
  });

  test('whitespace normalised by the site between approval and click: passes, recorded as carried', async () => {
    const world = await approved('Doors  open\n\nat nine. ');
    const live = snapshot({ text: 'Doors open\nat nine.' });
    expect(compareToRevision(world.newest.manifest, live).same).toBe('trivial');
    expect(click(world, { live })).toEqual({ ok: true, carried: true });
    expect(consumeGrant(world.grant, LATER, true)).toMatchObject({ state: 'consumed', carried: true });
  });

  test('author is the only approver: deadlock notice, stays held', async () => {
    const alone = requirementFor(rules(), [ana, member('eva', { roles: ['author'] })], 'x', account);
    if ('free' in alone) throw new Error('covered');
    expect(deadlockReason(alone, [ana], ['ana'])).toMatch(/Nobody can approve this post yet\. Ana/);
    const newest = await revision();
    expect(count(newest, [decision(newest, 'ana', 2)], { members: [ana], requirement: alone }).met).toBe(false);
  });

  test('approval arrives, tab closed: approved and ready to post until the grant runs out', async () => {
    const { held, grant } = await approved();
    expect(held).toMatchObject({ workflow: 'approved', publication: 'unsent', grantId: 'g' });
    expect([grant.notBefore, grant.notAfter - 1, grant.notAfter].map((at) => checkGrant(grant, at))).toEqual(['usable', 'usable', 'grant-expired']);
  });

  test('click let through, site shows an error: unknown, the author confirms, no automatic second grant', async () => {
    const world = await approved();
    const releasing = next(world.held, { type: 'releaseStarted', grant: world.grant, deadline: LATER + 1 }, LATER);
    const unknown = next(releasing, { type: 'outcome', status: 'unknown', permalink: null, detail: 'The site showed an error.', seq: 5 }, LATER);
    expect(transition(unknown, { type: 'granted', grant: { ...world.grant, id: 'g2' } }, { now: LATER })).toMatchObject({ ok: false, code: 'release-unknown' });
    const notThere = next(unknown, { type: 'resolved', there: false, permalink: null, by: 'ana', seq: 6 }, LATER);
    expect(notThere).toMatchObject({ workflow: 'pending', grantId: null, roundSeq: 6 });
    expect(count(world.newest, world.decisions, { hold: notThere }).met).toBe(false);
  });
});

describe('RL1: the last look', () => {
  test('lets exactly the approved post through', async () => {
    expect(click(await approved())).toEqual({ ok: true, carried: false });
  });

  test.each([
    [{ text: 'Doors open at ten.' }, 'content-differs', 'Not what was approved: the text changed.'], [{ account: { id: '13', handle: '@z' }, title: 'T' }, 'account-differs', 'Not what was approved: the title and the account changed.'],
  ])('names what differs: %j', async (change, code, detail) => {
    expect(click(await approved(), { live: snapshot(change) })).toMatchObject({ ok: false, code, detail, backToPending: false });
  });

  test('refuses an unknown account, an early click, a second click, and a row that only says approved', async () => {
    const world = await approved();
    expect(click(world, { live: { ...snapshot(), account: null } })).toMatchObject({ code: 'account-unknown' });
    expect(click(world, { now: NOW + 9_999 })).toMatchObject({ code: 'too-early' });
    expect(click({ ...world, grant: { ...world.grant, state: 'consumed' } })).toMatchObject({ code: 'no-grant' });
    expect(click({ ...world, grant: { ...world.grant, state: 'suspended' } })).toMatchObject({ code: 'no-grant', detail: 'The countdown was stopped (TI6).' });
    expect(click({ ...world, held: { ...world.held, publication: 'releasing' } })).toMatchObject({ code: 'already-released' });
    expect(click({ ...world, held: { ...world.held, publication: 'unknown' } })).toMatchObject({ code: 'release-unknown' });
    expect(click({ ...world, decisions: [] })).toMatchObject({ code: 'quorum-missing', backToPending: true });
    expect(click({ ...world, held: { ...world.held, workflow: 'pending' } })).toMatchObject({ code: 'quorum-missing' });
    expect(click({ ...world, grant: { ...world.grant, digest: HEX('0') } })).toMatchObject({ code: 'no-grant' });
    expect(ben.name).toBe('Ben');
  });
});
