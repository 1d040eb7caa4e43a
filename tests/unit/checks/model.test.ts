import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { features } from '../../../checks/model/features';
import { evidence, head, place, readModel, score, type HeadName } from '../../../checks/model/heads';
import { scan } from '../../../checks/text/scan';
import { findProfaneWords } from '../../../checks/tone/profane-words';
import { embed } from '../../../scripts/train/embed';

const NAMES: HeadName[] = ['anger', 'negative', 'offensive', 'positive'];
const read = (text: string) => {
  const scanned = scan(text);
  return features(scanned, findProfaneWords(scanned), place);
};

describe('the linear heads', () => {
  const binary = readFileSync(new URL('../../../checks/model/heads.bin', import.meta.url));

  it('are the same in the module as in the committed binary', () => {
    expect(readFileSync(new URL('../../../checks/model/embedded.ts', import.meta.url), 'utf8')).toBe(embed(binary));
  });

  it('refuse a file of another version', () => {
    expect(() => readModel(new Uint8Array([1, 2, 3, 4, 5, 6]))).toThrow('does not fit');
  });

  it.each(NAMES)('%s scores whole numbers, so every machine agrees', (name) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(Number.isSafeInteger(score(head(name), read(text).slots))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('points at the words that speak for it', () => {
    const text = 'Dear all, you are a complete idiot, said nobody.';
    const spans = evidence(head('offensive'), read(text));
    expect(spans.map((span) => text.slice(span.start, span.end)).join(' ')).toContain('idiot');
  });

  it('reads a disguised word as the word it stands for', () => {
    expect(score(head('offensive'), read('what a piece of sh1t this is').slots)).toBe(score(head('offensive'), read('what a piece of shit this is').slots));
  });
});
