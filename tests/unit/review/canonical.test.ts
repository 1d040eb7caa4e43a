import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, canonicalText, trivialText, wellFormed } from '../../../review/canonical';

describe('canonical JSON (RFC 8785)', () => {
  test('sorts names by UTF-16 code units, as in RFC 8785 section 3.2.3', () => {
    const input = { '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', '1': 'One', '\ud83d\ude00': 'Emoji: Grinning Face', '\u0080': 'Control', '\u00f6': 'Latin Small Letter O With Diaeresis' };
    const values = Object.values(JSON.parse(canonicalJson(input)) as Record<string, string>);
    expect(canonicalJson(input)).toBe('{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}');
    expect(values).toHaveLength(7);
  });

  test('writes numbers, strings and literals as in RFC 8785 section 3.2.2', () => {
    const input = { numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001], string: '\u20ac$\u000f\nA\'B"\\\\"/', literals: [null, true, false] };
    expect(canonicalJson(input)).toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
  });

  test.each([
    [0, '0'], [-0, '0'], [5e-324, '5e-324'], [-5e-324, '-5e-324'], [1.7976931348623157e308, '1.7976931348623157e+308'],
    [9007199254740992, '9007199254740992'], [295147905179352830000, '295147905179352830000'], [9.999999999999997e22, '9.999999999999997e+22'],
    [1e23, '1e+23'], [1.0000000000000001e23, '1.0000000000000001e+23'], [999999999999999700000, '999999999999999700000'], [1e21, '1e+21'],
    [9.999999999999997e-7, '9.999999999999997e-7'], [0.000001, '0.000001'], [333333333.3333332, '333333333.3333332'], [0.001, '0.001'],
  ])('writes the number %s of RFC 8785 appendix B as %s', (number, text) => {
    expect(canonicalJson(number)).toBe(text);
  });

  test.each([['NaN', Number.NaN, 'NaN is not'], ['infinity', Infinity, 'Infinity is not'], ['a lone surrogate', '\ud800', 'surrogate'], ['nothing', undefined, 'no JSON form']])('refuses %s', (_, value, message) => {
    expect(() => canonicalJson(value)).toThrow(message);
  });

  test('gives one form to one value, whatever the order its fields were set in', () => {
    fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(wellFormed(value)).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(wellFormed(value)));
    }), { numRuns: 300 });
  });
});

describe('the canonical form of a text', () => {
  test('folds what editors add by themselves and nothing a reader sees', () => {
    expect(canonicalText('a\r\nb\rc\u00a0d\ufeff\u200b\n \n')).toBe('a\nb\nc d');
    expect(canonicalText('  two  spaces')).toBe('  two  spaces');
  });

  test('keeps joiners, bidi controls and unnormalised letters (guard.md §5)', () => {
    for (const text of ['\u{1f469}\u200d\u{1f4bb}', 'نمی\u200cخواهم', 'a\u202eb', 'e\u0301']) expect(canonicalText(text)).toBe(text);
    expect(canonicalText('e\u0301')).not.toBe(canonicalText('\u00e9'));
  });

  test('is a fixed point and is always well-formed, so it always has a digest', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const once = canonicalText(`${text}\ud800`);
      expect(canonicalText(once)).toBe(once);
      expect(() => canonicalJson(once)).not.toThrow();
    }), { numRuns: 500 });
  });

  test('is fast on a text that ends in a hundred thousand blanks', () => {
    const started = performance.now();
    expect(canonicalText(`x${' '.repeat(100_000)}y${'\n'.repeat(100_000)}`)).toHaveLength(100_002);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('BI3: the trivial form', () => {
  test.each([
    ['spaces folded', 'a  b', 'a b'], ['blank lines folded', 'a\n\n\nb', 'a\nb'], ['ends trimmed', '  a \n', 'a'], ['line ends trimmed', 'a \n b', 'a\nb'],
    ['unicode normalised', 'cafe\u0301', 'caf\u00e9'], ['zero-width space removed', 'a\u200bb', 'ab'], ['each thread part trimmed', 'a \u001e b', 'a\u001eb'],
  ])('carries over: %s', (_, before, after) => {
    expect(trivialText(before)).toBe(trivialText(after));
  });

  test.each([
    ['a line break is not a space', 'a\nb', 'a b'], ['a homoglyph', 'paypal', 'p\u0430ypal'], ['an emoji', 'ok', 'ok \u{1f600}'], ['punctuation', 'ok', 'ok.'],
    ['a capital', 'ok', 'Ok'], ['a joiner', '\u{1f469}\u200d\u{1f4bb}', '\u{1f469}\u{1f4bb}'], ['a bidi control', 'ab', 'a\u202eb'], ['a compatibility form', '\u2460', '1'], ['a thread break', 'a\u001eb', 'a\nb'],
  ])('does not carry over: %s', (_, before, after) => {
    expect(trivialText(before)).not.toBe(trivialText(after));
  });
});
