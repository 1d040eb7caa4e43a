import { expect, test } from 'vitest';
import type { Finding } from '../../../checks/finding';
import { reasonAfterWords } from '../../../review/findings';

const TEXT = 'It cures eczema and everything else that anybody ever had on any skin.';
const about = (words: string, reason: string): Finding => ({ id: 'a', severity: 'hold', source: '', reason, spans: [{ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length }] });

test('words that are shown already are not quoted a second time', () => {
  expect(reasonAfterWords(about('cures eczema', '“cures eczema” is a medicine claim.'), TEXT)).toBe('is a medicine claim.');
  const long = 'everything else that anybody ever had on any skin';
  expect(reasonAfterWords(about(long, `“${long.slice(0, 39)}…” promises too much.`), TEXT)).toBe('promises too much.');
});

test('a reason that quotes other words, or none, stays whole', () => {
  expect(reasonAfterWords(about('cures eczema', '“heals” is another word.'), TEXT)).toBe('“heals” is another word.');
  expect(reasonAfterWords(about('cures eczema', 'A medicine claim.'), TEXT)).toBe('A medicine claim.');
  expect(reasonAfterWords({ ...about('cures', '“cures” alone.'), spans: [] }, TEXT)).toBe('“cures” alone.');
});
