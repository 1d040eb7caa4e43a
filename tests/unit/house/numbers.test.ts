import { expect, test } from 'vitest';
import { percentile, seeded } from '../../support/numbers';

test('a percentile is a value that was measured, by nearest rank', () => {
  expect(percentile([5, 1, 4, 2, 3], 50)).toBe(3);
  expect(percentile([5, 1, 4, 2, 3], 95)).toBe(5);
  expect(percentile([7], 95)).toBe(7);
  expect(percentile([], 95)).toBeNaN();
});

test('the same seed tells the same story', () => {
  const [a, b, c] = [seeded(7), seeded(7), seeded(8)];
  const first = [a(), a(), a()];
  expect([b(), b(), b()]).toEqual(first);
  expect(c()).not.toBe(first[0]);
  expect(first.every((value) => value >= 0 && value < 1)).toBe(true);
});
