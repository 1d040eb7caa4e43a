/** The level is what was proven, never what was asked for (HOUSE.md, Protection levels). */
import { expect, test } from 'vitest';
import { judgeProbe, judgeProtection, LEVEL_WORDS } from '../../../review/protection';

test.each([
  ['net::ERR_BLOCKED_BY_CLIENT', 'blocked'], ['NS_ERROR_ABORT', 'blocked'],
  ['net::ERR_NAME_NOT_RESOLVED', 'not-blocked'], ['NS_ERROR_UNKNOWN_HOST', 'not-blocked'], ['net::ERR_PROXY_CONNECTION_FAILED', 'not-blocked'], ['answered', 'not-blocked'],
] as const)('a probe that ended with %s was %s', (error, probe) => {
  expect(judgeProbe(true, error)).toBe(probe);
});

test('somebody else who stops the probe proves nothing about our listener', () => {
  expect(judgeProbe(false, 'net::ERR_BLOCKED_BY_CLIENT')).toBe('not-blocked');
  expect(judgeProbe(true, null)).toBe('silent');
});

test('only a probe that our listener stopped makes the level Enforced', () => {
  for (const expected of ['build', 'browser', 'organisation', null] as const) {
    expect(judgeProtection('blocked', expected, 5)).toEqual({ level: 'enforced', expected, trouble: null, at: 5 });
    for (const probe of ['untried', 'not-blocked', 'no-permission', 'silent'] as const) {
      const { level, trouble } = judgeProtection(probe, expected, 5);
      expect(level).toBe('guarded');
      if (expected === null) expect(trouble).toBeNull();
      else expect(trouble).toMatch(/^Expected Enforced, but the browser does not let us block\. \S/);
    }
  }
});

test('the two levels are never described by the same words', () => {
  expect(LEVEL_WORDS.guarded.does).toMatch(/carelessness/);
  expect(LEVEL_WORDS.enforced.does).toMatch(/before it leaves/);
});
