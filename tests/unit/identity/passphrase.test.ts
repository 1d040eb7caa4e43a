import { describe, expect, test } from 'vitest';
import { judgePassphrase } from '../../../identity/passphrase';

describe('judging a passphrase', () => {
  test.each(['', 'password', 'qwertyuiop', '12345678', 'Summer2026!', 'aaaaaaaaaaaaaaaa'])('%j is not good enough, and the person is told why', async (text) => {
    const verdict = await judgePassphrase(text, []);
    expect(verdict.good).toBe(false);
    expect(verdict.words).toMatch(/^[A-Z].+\.$/);
  });

  test.each(['quiet lantern ferry moss', 'x9#kV2!qLz7@'])('%j is good', async (text) => {
    expect(await judgePassphrase(text, [])).toMatchObject({ good: true });
  });

  test('a person\'s own name does not make it stronger', async () => {
    const alone = await judgePassphrase('marienthalberg', []);
    const own = await judgePassphrase('marienthalberg', ['Anna Marienthalberg']);
    expect(own.score).toBeLessThan(alone.score);
  });

  test('a very long text is judged without making anybody wait', async () => {
    const started = performance.now();
    expect((await judgePassphrase('quiet lantern ferry moss '.repeat(4_000), [])).good).toBe(true);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
