import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, quotedWords } from '../../../components/review/segments';
import { wordChanges } from '../../../components/ui/word-changes';
import { excerptAround } from '../../../components/queue/excerpt';
import type { Finding, Severity } from '../../../checks/finding';

const finding = (severity: Severity, ...spans: [number, number][]): Finding => ({ id: 'a.b', severity, spans: spans.map(([start, end]) => ({ start, end })), reason: 'r', source: 's' });
const severity = fc.constantFrom<Severity>('info', 'warn', 'hold', 'block');
const anyFindings = fc.array(fc.tuple(severity, fc.nat(80), fc.nat(80)).map(([level, a, b]) => finding(level, [a, a + b])), { maxLength: 6 });

describe('the text an approver reads is the text that was held', () => {
  it('cuts into runs that give back the exact text, whatever the findings claim', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), anyFindings, (text, findings) => {
      expect(cutText(text, findings).map((run) => run.text).join('')).toBe(text);
    }));
  });
  it('draws the highest severity where findings overlap', () => {
    const runs = cutText('abcdef', [finding('info', [0, 4]), finding('block', [2, 3])]);
    expect(runs.map(({ text, severity: level }) => [text, level])).toEqual([['ab', 'info'], ['c', 'block'], ['d', 'info'], ['ef', null]]);
  });
  it('keeps a mark inside a finding apart, so that it is drawn and named', () => {
    const runs = cutText('a\u200bb', [finding('hold', [0, 3])]);
    expect(runs.map(({ mark }) => mark?.kind ?? null)).toEqual([null, 'invisible', null]);
    expect(runs.every((run) => run.severity === 'hold')).toBe(true);
  });
  it('quotes the words of a finding once each', () => {
    expect(quotedWords('buy now, buy', finding('hold', [0, 3], [9, 12]))).toBe('buy');
    expect(quotedWords('buy now', finding('hold', [0, 3], [4, 7]))).toBe('buy … now');
  });
});

describe('changes between two versions', () => {
  const join = (text: string, next: string, not: 'added' | 'removed') => wordChanges(text, next).filter(({ kind }) => kind !== not).map((part) => part.text).join('');
  it('always contain both versions in full', () => {
    const words = fc.array(fc.constantFrom('our ', 'balm ', 'cures', ' softens', '\n', ', ', 'æther', '東京', '🙂'), { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(fc.property(words, words, (before, after) => {
      expect(join(before, after, 'added')).toBe(before);
      expect(join(before, after, 'removed')).toBe(after);
    }));
  });
  it('are word by word, and a rewritten phrase stays whole', () => {
    expect(wordChanges('balm cures eczema in weeks', 'balm softens dry eczema-prone skin in weeks').filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind}:${text}`)).toEqual(['removed:cures eczema', 'added:softens dry eczema-prone skin']);
    expect(wordChanges('within two weeks', 'within four weeks')).toEqual([{ kind: 'same', text: 'within ' }, { kind: 'removed', text: 'two' }, { kind: 'added', text: 'four' }, { kind: 'same', text: ' weeks' }]);
  });
  it('find words in languages without spaces', () => {
    expect(wordChanges('私は東京に行く', '私は大阪に行く', 'ja').filter(({ kind }) => kind === 'same').map(({ text }) => text).join('')).toBe('私はに行く');
  });
});

describe('the line of a queue row', () => {
  const text = 'Thanks for asking. Our balm softens dry skin within two weeks of daily use.';
  const at = text.indexOf('within two weeks');
  it('shows the words of the worst finding with a little before them', () => {
    const line = excerptAround(text, [finding('info', [0, 6]), finding('hold', [at, at + 16])]);
    expect(line.words).toBe('within two weeks');
    expect(line.before).toMatch(/^…\S.*skin $/);
    expect(line.severity).toBe('hold');
  });
  it('shows the beginning when no finding points at words', () => {
    expect(excerptAround(text, [finding('hold')])).toMatchObject({ before: text, words: '', severity: 'hold' });
  });
  it('stays one line, and a direction control cannot reorder it', () => {
    expect(excerptAround('a\n\nb\u202ec', []).before).toBe('a b▯c');
  });
  it('never cuts a character in half', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('🙂', '😀'), { minLength: 40, maxLength: 60 }), (faces) => {
      const all = faces.join('');
      const { before, words, after } = excerptAround(all, [finding('hold', [all.length - 2, all.length])]);
      expect((before + words + after).isWellFormed()).toBe(true);
    }));
  });
});
