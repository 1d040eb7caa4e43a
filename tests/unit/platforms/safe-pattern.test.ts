import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternProblem } from '../../../platforms/safe-pattern';

const SAFE = [
  '^https://x\\.com/i/api/graphql/[\\w-]+/CreateTweet(\\?|$)', '(@\\w+)', '/status/(\\d+)', '^(.{1,60})', '(?:a|b)+c', '([^/]+)/([^/]+)',
  '\\?([^#]*&)?queryId=abc\\.', '"NAME":"([^"]{1,80})"', 'x{2,4}', '[a-z]+-[0-9]+', '',
];
const UNSAFE: [string, RegExp][] = [
  ['(a+)+$', /repeat inside a repeat/],
  ['(a*)*', /repeat inside a repeat/],
  ['([a-z]+){2,30}x', /repeat inside a repeat/],
  ['((a{1,9}){1,9}){1,9}', /repeat inside a repeat/],
  ['(a?)*', /may be empty/],
  ['(a|a)*b', /start differently/],
  ['(\\w|\\d)+x', /start differently/],
  ['(ab|ac)*d', /start differently/],
  ['.*.*=', /next to each other/],
  ['\\d+\\d+x', /next to each other/],
  ['\\w*-?\\w*!', /next to each other/],
  ['.*,.*,.*!', /next to each other/],
  ['(.*)(x|y)(.*)!', /next to each other/],
  ['(a)\\1', /back references/],
  ['(?<=a)b', /ahead or behind/],
  ['(?<!a)b', /ahead or behind/],
  ['a(?=b)', /ahead or behind/],
  ['(?<name>a)\\k<name>', /only plain groups/],
  ['a**', /repeated/],
  ['(a', /"\)" is missing/],
  ['[a', /"\]" is missing/],
  ['a)', /nothing is open/],
  ['x'.repeat(201), /200/],
];

describe('patterns in adapters from strangers', () => {
  it.each(SAFE)('a plain pattern is accepted: %s', (source) => {
    expect(patternProblem(source)).toBeNull();
  });

  it.each(UNSAFE)('a pattern that could hang a page is refused: %s', (source, reason) => {
    expect(patternProblem(source)).toMatch(reason);
  });

  it('a pattern whose part is kept must say which part', () => {
    expect(patternProblem('/status/\\d+', true)).toMatch(/\( \)/);
    expect(patternProblem('/status/(?:\\d+)', true)).toMatch(/\( \)/);
    expect(patternProblem('[(]a', true)).toMatch(/\( \)/);
    expect(patternProblem('/status/(\\d+)', true)).toBeNull();
  });

  it('no accepted pattern takes long on text made to hurt it', () => {
    const part = fc.constantFrom('a', 'b', '\\w', '.', '[ab]', '(a|b)', '(ab)', '(a|ab)', 'a+', 'b*', '.*', '\\w+', '(a+)', '(?:a|b)+', '(a*b)?', '{2,3}', '+', '*', '?', '|', '^', '$', '[^a]*');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const source = parts.join('');
        if (patternProblem(source) !== null) return;
        const pattern = new RegExp(source);
        for (const text of ['a'.repeat(2_000), 'ab'.repeat(1_000), `${'a'.repeat(2_000)}!`]) {
          // A busy machine may pause once; a pattern that hangs is slow every time.
          const times = [0, 1].map(() => {
            const started = performance.now();
            pattern.exec(text);
            return performance.now() - started;
          });
          expect(Math.min(...times), source).toBeLessThan(400);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('the gate itself never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.string({ maxLength: 220 }), (source) => {
      const problem = patternProblem(source);
      if (problem === null) expect(() => new RegExp(source)).not.toThrow();
    }), { numRuns: 3_000 });
  });
});
