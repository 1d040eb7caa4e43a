import { expect, test } from 'vitest';
import { precisionWords } from '../../../components/options/rules/precision';

test('a check’s precision is said with its two counts', () => {
  expect(precisionWords({ fired: 38, wrong: 3 })).toBe('Precision 92 %, 3 of 38 marked wrong');
  expect(precisionWords({ fired: 5, wrong: 0 })).toBe('Precision 100 %, 0 of 5 marked wrong');
});

test('one wrong flag in a thousand is not rounded away', () => {
  expect(precisionWords({ fired: 1_000, wrong: 1 })).toBe('Precision 99 %, 1 of 1000 marked wrong');
});

test('too few posts give no share, and none give no figure', () => {
  expect(precisionWords({ fired: 4, wrong: 1 })).toBe('1 of 4 marked wrong');
  expect(precisionWords({ fired: 0, wrong: 0 })).toBe('Not seen yet');
  expect(precisionWords(undefined)).toBe('Not seen yet');
});
