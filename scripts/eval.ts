/**
 * `npm run eval [-- <data folder>]`: every figure that can be measured, beside packages measured in the same run.
 * Without a folder: the gold set, X's conformance suite, disguises, everyday posts kept back. With one (docs/checks-model.md names the files): also
 * HateCheck, secrets, personal data, friendly posts, mood, and the tenth of the training data that was kept back.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { measureData } from './eval-data';
import { DISGUISES, CORE } from './eval-disguises';
import { measureGold } from './eval-gold';
import { offensive } from './eval-ours';
import { profanityPeers } from './eval-peers';
import { round, share } from './eval-scores';
import { measureTone } from './eval-tone';
import { measureCounting } from './eval-twitter';

const folder = process.argv[2];
if (folder !== undefined && !existsSync(folder)) {
  console.error(`There is no folder ${folder}.`);
  process.exit(2);
}

function measureDisguises() {
  const flags = { Countersign: (text: string) => offensive(text).profane, ...profanityPeers() };
  return Object.fromEntries(Object.entries(DISGUISES).map(([name, dress]) => [name, Object.fromEntries(Object.entries(flags).map(([who, flag]) => [who, round(share(CORE.map((word) => flag(`well ${dress(word)} then`))))]))]));
}

const results: Record<string, unknown> = {};
function show(name: string, value: object): void {
  results[name] = value;
  console.log(`\n${name}`);
  console.table(value);
}

for (const half of ['tune', 'frozen'] as const) show(`gold set, ${half} half`, measureGold(half));
show('X: links, tags, counting (right of all cases)', measureCounting());
show('disguised swear words, recall', measureDisguises());
for (const [name, value] of Object.entries(measureTone())) show(name, value);
if (folder !== undefined) for (const [name, value] of Object.entries(measureData(folder))) show(name, value);
mkdirSync('.output', { recursive: true });
writeFileSync('.output/eval.json', `${JSON.stringify({ node: process.version, results }, null, 2)}\n`);
console.log('\nWritten to .output/eval.json');
