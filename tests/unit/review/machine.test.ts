import { describe, expect, test } from 'vitest';
import { PUBLICATIONS, WORKFLOWS } from '../../../review/model';
import { issueGrant } from '../../../review/grant';
import { claimHolder, excerptOf, transition } from '../../../review/machine';
import type { HoldEvent } from '../../../review/machine';
import type { Grant, Hold, Publication, Revision, Workflow } from '../../../review/model';
import { HEX, NOW, decision, hold, requirement, revision, rules } from './build';

const DAY = 24 * 3_600_000;
const met = { met: true, asked: null, rejected: null };
const unmet = { met: false, asked: null, rejected: null };

function grantFor(held: Hold, newest: Revision, more: Partial<Grant> = {}): Grant {
  return { ...issueGrant({ hold: held, revision: newest, approvals: [{ memberId: 'ben', decisionId: 'd', seq: 2 }], rules: rules(), now: NOW, id: 'g' }), ...more };
}
function next(held: Hold, event: HoldEvent, now = NOW): Hold {
  const result = transition(held, event, { now });
  if (!result.ok) throw new Error(`${event.type}: ${result.code} ${result.detail}`);
  return result.hold;
}
const refusal = (held: Hold, event: HoldEvent, now = NOW) => {
  const result = transition(held, event, { now });
  return result.ok ? 'ok' : result.code;
};
async function cleared(more: Partial<Hold> = {}) {
  const newest = await revision();
  const held = next(hold(newest, more), { type: 'decided', tally: met });
  const grant = grantFor(held, newest);
  return { newest, grant, held: next(held, { type: 'granted', grant }) };
}
const READY = NOW + 10_000;
async function releasing() {
  const { held, grant, newest } = await cleared();
  return { newest, grant, held: next(held, { type: 'releaseStarted', grant, deadline: READY + 120_000 }, READY) };
}

describe('a hold', () => {
  test('grows its version by one on every change and leaves its input alone', async () => {
    const before = hold(await revision());
    const after = next(before, { type: 'noted', note: 'For the fair.' }, NOW + 5);
    expect(after).toEqual({ ...before, note: 'For the fair.', version: 2, updatedAt: NOW + 5 });
    expect(before.note).toBe('');
  });

  test('walks the whole way: held, approved, cleared, let through, sent, verified', async () => {
    const { held } = await releasing();
    expect(held).toMatchObject({ workflow: 'approved', publication: 'releasing', releaseDeadline: READY + 120_000 });
    const sent = next(held, { type: 'outcome', status: 'sent', permalink: null, detail: '', seq: 9 }, READY + 50);
    expect(sent).toMatchObject({ workflow: 'approved', publication: 'sent', releaseDeadline: null, receipt: { status: 'sent', at: READY + 50, saidBy: null } });
    const verified = next(sent, { type: 'outcome', status: 'verified', permalink: 'https://x.com/1', detail: '', seq: 10 });
    expect(verified).toMatchObject({ publication: 'verified', receipt: { permalink: 'https://x.com/1' } });
  });

  test('TI2: no amount of time approves anything', async () => {
    const held = hold(await revision());
    const events: HoldEvent[] = [{ type: 'expired' }, { type: 'renewed' }, { type: 'answered' }, { type: 'opened', memberId: 'ben' }, { type: 'claimed', memberId: 'ben' }, { type: 'noted', note: '' }, { type: 'resumed' }];
    const after = events.map((event) => transition(held, event, { now: NOW + 365 * DAY }));
    expect(after.filter((result) => result.ok && result.hold.workflow === 'approved')).toEqual([]);
    expect(after.filter((result) => result.ok).length).toBeGreaterThan(3);
  });
});

describe('decisions', () => {
  test('QU2 to QU4: stop outranks ask, ask outranks approve, and both take the grant', async () => {
    const { held, newest } = await cleared();
    const word = decision(newest, 'chi', 3);
    expect(next(held, { type: 'decided', tally: { met: true, asked: word, rejected: word } })).toMatchObject({ workflow: 'rejected', grantId: null });
    expect(next(held, { type: 'decided', tally: { met: true, asked: word, rejected: null } })).toMatchObject({ workflow: 'changes_requested', grantId: null });
  });

  test('QU5: a withdrawn approval takes the grant and goes back to pending', async () => {
    expect(next((await cleared()).held, { type: 'decided', tally: unmet })).toMatchObject({ workflow: 'pending', grantId: null });
  });

  test('QU3: nothing opens a rejected hold again', async () => {
    const { held, newest, grant } = await cleared({});
    const rejected = { ...held, workflow: 'rejected' as const, grantId: null };
    expect(refusal(rejected, { type: 'decided', tally: met })).toBe('already-decided');
    expect(refusal(rejected, { type: 'revised', revision: await revision(2), requirement: requirement(), deadlock: null })).toBe('already-decided');
    expect(refusal(rejected, { type: 'recalled', by: 'ana' })).toBe('already-decided');
    expect(refusal(rejected, { type: 'renewed' })).toBe('stale');
    expect(refusal(rejected, { type: 'releaseStarted', grant, deadline: NOW }, READY)).toBe('no-grant');
    expect(newest.number).toBe(1);
  });

  test('QU5: the author takes back until it is let through, and nobody else can', async () => {
    const { held } = await cleared();
    expect(next(held, { type: 'recalled', by: 'ana' })).toMatchObject({ workflow: 'recalled', grantId: null });
    expect(refusal(held, { type: 'recalled', by: 'ben' })).toBe('not-allowed');
    expect(refusal((await releasing()).held, { type: 'recalled', by: 'ana' })).toBe('already-released');
  });
});

describe('a new version', () => {
  test('BI2: goes back to pending without its grant and starts the waiting time again', async () => {
    const { held } = await cleared();
    const second = await revision(2, { text: 'Doors open at ten.' });
    const after = next(held, { type: 'revised', revision: second, requirement: requirement({ quorum: 2 }), deadlock: 'd' }, NOW + DAY / 2);
    expect(after).toMatchObject({ workflow: 'pending', grantId: null, revision: 2, digest: second.digest, excerpt: 'Doors open at ten.', deadlock: 'd', openedBy: [], expiresAt: NOW + DAY * 1.5 });
    expect(after.requirement.quorum).toBe(2);
  });

  test('must follow the version it was made from', async () => {
    expect(refusal(hold(await revision()), { type: 'revised', revision: await revision(3), requirement: requirement(), deadlock: null })).toBe('stale');
    expect(refusal(hold(await revision()), { type: 'revised', revision: await revision(1), requirement: requirement(), deadlock: null })).toBe('stale');
  });

  test.each([{ account: { id: '13', handle: '@b' } }, { target: { id: 't' } }, { surface: 'reply' }, { platform: 'mastodon' }] as const)('BI8: another destination is another hold (%j)', async (change) => {
    expect(refusal(hold(await revision()), { type: 'revised', revision: await revision(2, change), requirement: requirement(), deadlock: null })).toBe('content-differs');
  });

  test('is refused once the post was let through, and wakes an expired hold', async () => {
    const second = await revision(2);
    expect(refusal((await releasing()).held, { type: 'revised', revision: second, requirement: requirement(), deadlock: null })).toBe('already-released');
    expect(next(hold(await revision(), { workflow: 'expired' }), { type: 'revised', revision: second, requirement: requirement(), deadlock: null }).workflow).toBe('pending');
  });
});

describe('time', () => {
  test('TI1: a pending hold expires at its time, not before, keeps everything, and is asked for again', async () => {
    const held = hold(await revision(), { note: 'n' });
    expect(refusal(held, { type: 'expired' }, held.expiresAt - 1)).toBe('too-early');
    const expired = next(held, { type: 'expired' }, held.expiresAt);
    expect(expired).toMatchObject({ workflow: 'expired', note: 'n', digest: held.digest, roundSeq: 0 });
    expect(next(expired, { type: 'renewed' }, NOW + 3 * DAY)).toMatchObject({ workflow: 'pending', expiresAt: NOW + 4 * DAY });
    expect(refusal((await cleared()).held, { type: 'expired' }, NOW + 9 * DAY)).toBe('stale');
  });

  test('TI1: no hold waits longer than seven days', async () => {
    const result = transition(hold(await revision(), { workflow: 'expired' }), { type: 'renewed' }, { now: NOW, pendingMs: 30 * DAY });
    expect(result.ok && result.hold.expiresAt).toBe(NOW + 7 * DAY);
  });

  test('TI3: an unused grant ends the round: the same people sign again, nothing is retried', async () => {
    const { held } = await cleared();
    expect(next(held, { type: 'grantExpired', grantId: 'g', seq: 12 }, NOW + DAY)).toMatchObject({ workflow: 'pending', publication: 'unsent', grantId: null, roundSeq: 12, expiresAt: NOW + 2 * DAY });
    expect(refusal(held, { type: 'grantExpired', grantId: 'old', seq: 12 })).toBe('stale');
    expect(refusal((await releasing()).held, { type: 'grantExpired', grantId: 'g', seq: 12 })).toBe('stale');
  });

  test('TI6: stopping and resuming leave the approval standing, and need a countdown', async () => {
    const { held } = await cleared();
    expect(next(held, { type: 'stopped' })).toMatchObject({ workflow: 'approved', grantId: 'g' });
    expect(next(held, { type: 'resumed' })).toMatchObject({ workflow: 'approved', grantId: 'g' });
    expect(refusal(hold(await revision()), { type: 'stopped' })).toBe('no-grant');
    expect(refusal((await releasing()).held, { type: 'stopped' })).toBe('already-released');
  });

  test('RT5: a claim lapses after five idle minutes and stops nobody from deciding', async () => {
    const held = next(hold(await revision()), { type: 'claimed', memberId: 'ben' });
    expect(claimHolder(held, NOW + 299_999)).toBe('ben');
    expect(claimHolder(held, NOW + 300_000)).toBeNull();
    expect(next(held, { type: 'decided', tally: met }).workflow).toBe('approved');
    expect(next(held, { type: 'claimed', memberId: null }).claim).toBeNull();
  });

  test('the first look of each approver is kept, once', async () => {
    const once = next(hold(await revision()), { type: 'opened', memberId: 'ben' });
    expect(next(once, { type: 'opened', memberId: 'ben' }, NOW + 9).openedBy).toEqual([{ memberId: 'ben', at: NOW }]);
  });
});

describe('release (RL2)', () => {
  test('starts only with the grant in force, for this version, open and in its window', async () => {
    const { held, grant } = await cleared();
    const start = (more: Partial<Grant>, at = READY, over: Partial<Hold> = {}) => refusal({ ...held, ...over }, { type: 'releaseStarted', grant: { ...grant, ...more }, deadline: at }, at);
    expect(start({})).toBe('ok');
    expect(start({}, READY - 1)).toBe('too-early');
    expect(start({}, grant.notAfter)).toBe('grant-expired');
    for (const more of [{ id: 'other' }, { digest: HEX('0') }, { revision: 2 }, { holdId: 'other' }, { state: 'consumed' }, { state: 'revoked' }, { state: 'suspended' }] as Partial<Grant>[]) expect(start(more)).toBe('no-grant');
    expect(start({ state: 'expired' })).toBe('grant-expired');
    expect(start({}, READY, { workflow: 'pending' })).toBe('no-grant');
    expect(refusal(held, { type: 'releaseStarted', grant, deadline: READY, clock: 'back' }, READY)).toBe('grant-expired');
  });

  test('starts once, whatever asks again', async () => {
    const { held, grant } = await releasing();
    expect(refusal(held, { type: 'releaseStarted', grant, deadline: READY }, READY)).toBe('already-released');
  });

  test('that failed asks the same people again and never retries by itself', async () => {
    const { held, grant, newest } = await releasing();
    const failed = next(held, { type: 'outcome', status: 'failed', permalink: null, detail: 'No request left.', seq: 20 }, READY);
    expect(failed).toMatchObject({ workflow: 'pending', publication: 'failed', grantId: null, roundSeq: 20, receipt: { detail: 'No request left.' } });
    expect(refusal(failed, { type: 'releaseStarted', grant, deadline: READY }, READY)).toBe('no-grant');
    const again = next(failed, { type: 'decided', tally: met });
    expect(next(again, { type: 'granted', grant: grantFor(again, newest, { id: 'g2' }) })).toMatchObject({ grantId: 'g2', publication: 'unsent' });
  });

  test('that went silent becomes unknown, waits for a person, and late evidence may settle it', async () => {
    const { held } = await releasing();
    expect(refusal(held, { type: 'releaseStale' }, READY + 119_999)).toBe('too-early');
    expect(next(held, { type: 'releaseStale' }, READY - DAY).publication).toBe('unknown');
    const unknown = next(held, { type: 'releaseStale' }, READY + 120_000);
    expect(unknown).toMatchObject({ publication: 'unknown', workflow: 'approved' });
    for (const event of [{ type: 'recalled', by: 'ana' }, { type: 'decided', tally: unmet }, { type: 'superseded', by: 'h2' }, { type: 'outcome', status: 'failed', permalink: null, detail: '', seq: 3 }] as HoldEvent[]) {
      expect(refusal(unknown, event)).toBe('release-unknown');
    }
    expect(next(unknown, { type: 'outcome', status: 'verified', permalink: 'p', detail: '', seq: 3 }).publication).toBe('verified');
  });

  test('that is unknown is settled by a person: there, or not there and asked again', async () => {
    const unknown = next((await releasing()).held, { type: 'releaseStale' }, READY + 120_000);
    expect(next(unknown, { type: 'resolved', there: true, permalink: null, by: 'ana', seq: 30 })).toMatchObject({ publication: 'sent', receipt: { saidBy: 'ana' }, roundSeq: 0 });
    expect(next(unknown, { type: 'resolved', there: true, permalink: 'p', by: 'ana', seq: 30 })).toMatchObject({ publication: 'verified' });
    expect(next(unknown, { type: 'resolved', there: false, permalink: null, by: 'ana', seq: 30 })).toMatchObject({ publication: 'failed', workflow: 'pending', roundSeq: 30, grantId: null, receipt: { saidBy: 'ana' } });
    expect(refusal((await releasing()).held, { type: 'resolved', there: false, permalink: null, by: 'ana', seq: 30 })).toBe('stale');
  });

  test('RL3: evidence never gets worse', async () => {
    const sent = next((await releasing()).held, { type: 'outcome', status: 'verified', permalink: 'p', detail: '', seq: 9 });
    for (const status of ['sent', 'failed', 'unknown'] as const) expect(refusal(sent, { type: 'outcome', status, permalink: null, detail: '', seq: 9 })).toBe('stale');
  });

  test('SD3, PO1: a quorum that no longer stands at the click goes back to pending, decisions kept', async () => {
    expect(next((await cleared()).held, { type: 'grantRefused', grantId: 'g' })).toMatchObject({ workflow: 'pending', grantId: null, roundSeq: 0 });
  });
});

describe('every state and every event', () => {
  test('QU7: one hold takes the place of another only while nothing was let through', async () => {
    const { held } = await cleared();
    expect(next(held, { type: 'superseded', by: 'h2' })).toMatchObject({ workflow: 'superseded', supersededBy: 'h2', grantId: null });
    expect(refusal(held, { type: 'superseded', by: 'h' })).toBe('bad-message');
    expect(refusal((await releasing()).held, { type: 'superseded', by: 'h2' })).toBe('already-released');
  });

  test('a post that was let through is never undecided, and an ended hold never gets a grant', async () => {
    const { newest, grant } = await cleared();
    const events: HoldEvent[] = [
      { type: 'decided', tally: met }, { type: 'decided', tally: unmet }, { type: 'revised', revision: await revision(2), requirement: requirement(), deadlock: null }, { type: 'recalled', by: 'ana' },
      { type: 'expired' }, { type: 'renewed' }, { type: 'superseded', by: 'h2' }, { type: 'granted', grant }, { type: 'grantExpired', grantId: 'g', seq: 5 }, { type: 'grantRefused', grantId: 'g' },
      { type: 'releaseStarted', grant, deadline: READY }, { type: 'outcome', status: 'sent', permalink: null, detail: '', seq: 5 }, { type: 'releaseStale' }, { type: 'stopped' }, { type: 'resumed' }, { type: 'answered' },
    ];
    const ended: Workflow[] = ['rejected', 'recalled', 'superseded'];
    const through: Publication[] = ['releasing', 'sent', 'verified', 'unknown'];
    const wrong: string[] = [];
    for (const workflow of WORKFLOWS) for (const publication of PUBLICATIONS) for (const event of events) {
      const before = hold(newest, { workflow, publication, grantId: workflow === 'approved' ? 'g' : null, releaseDeadline: publication === 'releasing' ? NOW : null });
      const result = transition(before, event, { now: READY });
      if (!result.ok) continue;
      const { hold: after } = result;
      const name = `${workflow}, ${publication}: ${event.type}`;
      if (ended.includes(workflow) && (after.workflow !== workflow || after.grantId !== null)) wrong.push(`${name} revives it`);
      if (through.includes(publication) && !through.includes(after.publication)) wrong.push(`${name} undoes the release`);
      if (after.publication === 'releasing' && publication !== 'releasing' && (workflow !== 'approved' || event.type !== 'releaseStarted')) wrong.push(`${name} releases`);
      if (after.workflow === 'approved' && workflow !== 'approved' && (event.type !== 'decided' || !event.tally.met)) wrong.push(`${name} approves`);
    }
    expect(wrong).toEqual([]);
  });

  test('excerpts are one line and never cut a character in half', () => {
    expect(excerptOf('  Doors\n\nopen ')).toBe('Doors open');
    const long = excerptOf('\u{1f600}'.repeat(300));
    expect([...long]).toHaveLength(140);
    expect(long.isWellFormed()).toBe(true);
  });
});
