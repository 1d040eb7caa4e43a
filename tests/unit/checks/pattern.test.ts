import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../checks/registry';
import { buildAutomaton } from '../../../checks/text/automaton';
import { EDGE, requiredLiterals } from '../../../checks/text/literals';
import { PATTERNS, matches } from '../../../checks/text/pattern';
import { scan } from '../../../checks/text/scan';
import { readGold } from '../../../scripts/gold';

const all = (regex: RegExp, text: string) => Array.from(text.matchAll(regex), (match) => [match.index, match.index + match[0].length]);

describe('patterns that run only where they can match', () => {
  const texts = [...readGold().map(({ text }) => text), ...CHECKS.flatMap(({ flags, passes }) => [...flags, ...passes].map(({ text }) => text))];

  it('find in every post what they find without their gates', () => {
    expect(PATTERNS.length).toBeGreaterThan(100);
    for (const text of texts) {
      const scanned = scan(text);
      for (const pattern of PATTERNS) {
        const found = matches(scanned, pattern);
        const want = all(pattern.regex, text);
        if (found.length !== want.length || found.some(({ start, end }, i) => start !== want[i]?.[0] || end !== want[i]?.[1])) expect({ text, found, pattern: pattern.regex.source }).toEqual(want);
      }
    }
  });

  it('find in a long text what they find post by post', () => {
    const long = texts.slice(0, 400).join('\n\n');
    const scanned = scan(long);
    for (const pattern of PATTERNS) expect(matches(scanned, pattern).map(({ start, end }) => [start, end]), pattern.regex.source).toEqual(all(pattern.regex, long));
  });
});

describe('required literals', () => {
  it.each([
    [/\b(?:best|leading) price\b/iu, ['|best pri', '|leading ']], [/colou?r/u, ['color', 'colour']], [/a\d+b/u, null], [/(?:foo|b?)x/u, null], [/(?=secret)ab?c/u, ['abc', 'ac']], [/x{3,}/u, ['xxx']], [/\b(?:he|she)\b/u, ['|he|', '|she|']], [/[“"]quoted/u, ['“quoted', '"quoted']],
  ] as const)('of %s', (regex, want) => {
    expect(requiredLiterals(regex)?.map((one) => one.replaceAll(EDGE, '|')).toSorted() ?? null).toEqual(want === null ? null : [...want].sort());
  });
});

describe('the automaton', () => {
  it('finds what a plain search finds', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '字'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(short, { minLength: 1, maxLength: 12 }), fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '字', ' '), maxLength: 60 }), (strings, text) => {
        const found: string[] = [];
        buildAutomaton(strings).walk(text, (index, end) => found.push(`${index}@${end}`));
        const want = strings.flatMap((one, index) => Array.from({ length: text.length }, (_, at) => at).filter((at) => text.startsWith(one, at)).map((at) => `${index}@${at + one.length}`));
        expect(found.sort()).toEqual(want.sort());
      }),
    );
  });
});
