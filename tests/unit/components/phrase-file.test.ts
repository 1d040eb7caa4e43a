import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, EMPTY, problemOf, timeOf } from '../../../components/options/phrases/phrase-edit';
import type { Draft } from '../../../components/options/phrases/phrase-edit';
import { readPhrases, writePhrases } from '../../../components/options/phrases/phrase-file';
import type { Reading } from '../../../components/options/phrases/phrase-file';
import { phraseKey } from '../../../review/phrases';

const reading: Reading = { usual: { kind: 'phrase', severity: 'warn' }, known: new Set(), sites: new Set(['x', 'linkedin']) };
const draft = (text: string, more: Partial<Draft> = {}): Draft => ({ ...EMPTY, severity: 'warn', text, ...more });

describe('a list of phrases from a file', () => {
  test('is one phrase a line, with the kind and severity chosen for all', () => {
    expect(readPhrases('Project Falcon\n\n  blue, whale \r\nтест\n', reading)).toEqual({ phrases: [draft('Project Falcon'), draft('blue, whale'), draft('тест')], problems: [], twice: 0, rest: '' });
  });

  test('or a table whose header names the columns, in any order and with any of the usual separators', () => {
    const want = [draft('falcon', { severity: 'block', words: 'Not yet, please.', platforms: ['x', 'linkedin'], until: Date.UTC(2026, 11, 1) })];
    expect(readPhrases('severity,text,words,sites,until\nblock,falcon,"Not yet, please.",x linkedin,2026-12-01\n', reading).phrases).toEqual(want);
    expect(readPhrases('\uFEFFSeverity;Text;Words;Sites;Until\r\nBlock;falcon;Not yet, please.;X|LinkedIn;2026-12-01T00:00:00Z\r\n', reading).phrases).toEqual(want);
    expect(readPhrases('severity\ttext\twords\tsites\tuntil\nblock\tfalcon\tNot yet, please.\tx,linkedin\t2026-12-01', reading).phrases).toEqual(want);
  });

  test('says of each bad line what is wrong, by the number an editor shows, and keeps the good ones', () => {
    const file = 'text,kind,severity,sites,until\nok,,,,\n"two\nlines",phrase,hold,,\nfalcon,wrods,,,\nfalcon,,hard,,\nfalcon,,,myspace,\nfalcon,,,,tomorrow\n(?=a)b,pattern,,,\n!!!,phrase,,,\ntwo words,hashtag,,,\nfalcon,,,,2026-02-31x\n';
    const read = readPhrases(file, reading);
    expect(read.phrases.map(({ text }) => text)).toEqual(['ok', 'two\nlines']);
    expect(read.problems.map(({ line }) => line)).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
    expect(read.problems.map(({ problem }) => problem)).toEqual([
      expect.stringContaining('“wrods” is no kind'), expect.stringContaining('“hard” is no severity'), expect.stringContaining('no site “myspace”'), expect.stringContaining('“tomorrow” is no date'),
      expect.stringContaining('cannot be read'), expect.stringContaining('no letter or digit'), expect.stringContaining('one word without spaces'), expect.stringContaining('is no date'),
    ]);
    expect(read.rest.split('\n')).toHaveLength(9);
    expect(readPhrases(read.rest.replaceAll('wrods', 'phrase'), reading).phrases.map(({ text }) => text)).toEqual(['falcon']);
  });

  test('names a column nobody knows and a quotation that never ends', () => {
    expect(readPhrases('text,colour\nfalcon,red\n', reading)).toMatchObject({ phrases: [{ text: 'falcon' }], problems: [{ line: 1, problem: expect.stringContaining('“colour” is no column') }] });
    expect(readPhrases('text,words\nfalcon,"open\nand on\n', reading).problems).toEqual([{ line: 2, problem: 'A quotation mark begins here and never ends.' }]);
  });

  test('what is in the list already, or twice in the file, is counted and left out', () => {
    const known = new Set([phraseKey(draft('Falcon'))]);
    expect(readPhrases('falcon\ngannet\nGANNET \n', { ...reading, known })).toMatchObject({ phrases: [{ text: 'gannet' }], twice: 2, problems: [] });
  });

  test('ten thousand lines are read at once', () => {
    const start = performance.now();
    expect(readPhrases(Array.from({ length: 10_000 }, (_, n) => `name ${n} of many`).join('\n'), reading).phrases).toHaveLength(10_000);
    expect(performance.now() - start).toBeLessThan(1_500);
  });

  test('an exported list is read back exactly as it was', () => {
    const word = fc.string({ minLength: 1, maxLength: 20 }).map((text) => `a${text}z`.trim()).filter((text) => !/\r(?!\n)/.test(text));
    const one = fc.record({
      kind: fc.constantFrom('phrase' as const, 'substring' as const), text: word, severity: fc.constantFrom('info' as const, 'warn' as const, 'hold' as const, 'block' as const),
      words: fc.oneof(fc.constant(''), word), replacement: fc.oneof(fc.constant(''), word), platforms: fc.subarray(['x', 'linkedin']),
      from: fc.constantFrom(null, 0, 1_795_424_400_000), until: fc.constantFrom(null, 1_795_424_400_001),
    });
    fc.assert(fc.property(fc.uniqueArray(one, { selector: phraseKey, maxLength: 12 }), (list) => {
      expect(readPhrases(writePhrases(list), reading)).toEqual({ phrases: list, problems: [], twice: 0, rest: '' });
    }));
  });
});

describe('a phrase being written', () => {
  test.each([
    [draft('falcon'), null], [draft(' '), 'It is empty.'], [draft('a'.repeat(501)), 'At most 500 characters.'], [draft('FALCON ', { kind: 'substring' }), null],
    [draft('taken'), 'This is in the list already.'], [draft('taken', { platforms: ['x'] }), null], [draft('極秘'), null], [draft('🦅'), expect.stringContaining('no letter')], [draft('🦅', { kind: 'substring' }), null],
    [draft('falcon', { from: 5, until: 5 }), 'It would end before it begins.'], [draft('[a-z', { kind: 'pattern' }), expect.stringContaining('cannot be read')],
  ])('%j: %s', (phrase, problem) => {
    expect(problemOf(phrase, new Set([phraseKey(draft('taken'))]))).toEqual(problem);
  });

  test('an end counts to the end of its day, here', () => {
    expect(dayOf(timeOf('2026-12-31', true), true)).toBe('2026-12-31');
    expect(timeOf('2026-12-31', true)).toBe(new Date(2027, 0, 1).getTime());
    expect(dayOf(timeOf('2026-03-29', false), false)).toBe('2026-03-29');
    expect([timeOf('', true), dayOf(null, true)]).toEqual([null, '']);
  });
});
