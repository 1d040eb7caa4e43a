import { describe, expect, test } from 'vitest';
import { checkGrant, consumeGrant, expireGrant, issueGrant, resumeGrant, revokeGrant, suspendGrant } from '../../../review/grant';
import type { Grant } from '../../../review/model';
import { NOW, hold, requirement, revision, rules } from './build';

const approvals = [{ memberId: 'ben', decisionId: 'd1', seq: 2 }];

async function grant(more: Partial<Grant> = {}): Promise<Grant> {
  const newest = await revision();
  return { ...issueGrant({ hold: hold(newest), revision: newest, approvals, rules: rules(), now: NOW, id: 'g' }), ...more };
}

describe('a grant', () => {
  test('is for one digest, from the end of the undo window (TI6) to fifteen minutes after approval (TI3)', async () => {
    const { digest } = await revision();
    expect(await grant()).toEqual({ id: 'g', holdId: 'h', revision: 1, digest, decisionIds: ['d1'], notBefore: NOW + 10_000, notAfter: NOW + 900_000, state: 'open', consumedAt: null, carried: false });
  });

  test('is never issued for another version or below the quorum', async () => {
    const [first, second] = [await revision(1), await revision(2, { text: 'b' })];
    expect(() => issueGrant({ hold: hold(second), revision: first, approvals, rules: rules(), now: NOW, id: 'g' })).toThrow('newest');
    expect(() => issueGrant({ hold: hold(first), revision: first, approvals: [], rules: rules(), now: NOW, id: 'g' })).toThrow('quorum');
    const twice = [...approvals, { memberId: 'ben', decisionId: 'd2', seq: 3 }];
    expect(() => issueGrant({ hold: hold(first, { requirement: requirement({ quorum: 2 }) }), revision: first, approvals: twice, rules: rules(), now: NOW, id: 'g' })).toThrow('quorum');
  });

  test.each([
    [{}, 0, 'too-early'], [{}, 9_999, 'too-early'], [{}, 10_000, 'usable'], [{}, 899_999, 'usable'], [{}, 900_000, 'grant-expired'],
    [{ state: 'suspended' }, 10_000, 'suspended'], [{ state: 'suspended' }, 900_000, 'grant-expired'], [{ state: 'consumed' }, 10_000, 'gone'], [{ state: 'revoked' }, 10_000, 'gone'], [{ state: 'expired' }, 10_000, 'grant-expired'],
  ] as [Partial<Grant>, number, string][])('TI3, TI4: %j after %i ms is %s', async (more, after, verdict) => {
    expect(checkGrant(await grant(more), NOW + after)).toBe(verdict);
  });

  test('counts as expired when the clock went back', async () => {
    expect(checkGrant(await grant(), NOW + 20_000, 'back')).toBe('grant-expired');
    expect(consumeGrant(await grant(), NOW + 20_000, false, 'back')).toBeNull();
  });

  test('RL2: is consumed once', async () => {
    const used = consumeGrant(await grant(), NOW + 20_000, true);
    expect(used).toMatchObject({ state: 'consumed', consumedAt: NOW + 20_000, carried: true });
    expect(used && consumeGrant(used, NOW + 20_001, false)).toBeNull();
    expect(used && revokeGrant(used)).toBe(used);
    expect(used && expireGrant(used)).toBe(used);
    expect(used && suspendGrant(used)).toBeNull();
  });

  test('TI6: can be stopped, and resumed with a fresh undo window and no more time', async () => {
    const stopped = suspendGrant(await grant());
    const resumed = stopped && resumeGrant(stopped, rules(), NOW + 60_000);
    expect(resumed).toMatchObject({ state: 'open', notBefore: NOW + 70_000, notAfter: NOW + 900_000 });
    expect(stopped && resumeGrant(stopped, rules(), NOW + 900_000)).toBeNull();
    expect(resumeGrant(await grant(), rules(), NOW)).toBeNull();
  });

  test('QU5: is gone when it was revoked', async () => {
    expect(checkGrant(revokeGrant(await grant()), NOW + 20_000)).toBe('gone');
    expect(checkGrant(expireGrant(await grant()), NOW + 20_000)).toBe('grant-expired');
  });
});
