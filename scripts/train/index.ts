/**
 * Trains the linear heads: `npm run train -- <data folder>`. Deterministic: the same data give the same bytes.
 * Writes checks/model/heads.bin, checks/model/embedded.ts and docs/checks-model.md.
 */
import { writeFileSync } from 'node:fs';
import { score } from '../../checks/model/heads';
import { davidson, emotions, toxicSentences } from './data';
import { embed } from './embed';
import { HEADS, isFriendly, slotsOf, type Corpora } from './heads';
import { random, shuffle, train, type Example } from './logistic';
import { pack, quantise, type Packed } from './pack';
import { report, type Row } from './report';

const folder = process.argv[2];
if (!folder) {
  console.error('Name the data folder: npm run train -- <folder>. docs/checks-model.md says what has to be in it.');
  process.exit(2);
}

/** One tenth of every source is kept back for the report and the thresholds. */
function split<T>(items: T[], seed: number): [T[], T[]] {
  const mixed = shuffle([...items], random(seed));
  const cut = Math.floor(mixed.length / 10);
  return [mixed.slice(cut), mixed.slice(0, cut)];
}

const [davidsonTrain, davidsonHeld] = split(davidson(folder), 11);
const [toxicTrain, toxicHeld] = split(toxicSentences(folder), 12);
const training: Corpora = { davidson: davidsonTrain, toxic: toxicTrain, emotions: emotions(folder, 'train') };
const held: Corpora = { davidson: davidsonHeld, toxic: toxicHeld, emotions: emotions(folder, 'dev') };
const friendly = held.emotions.filter(isFriendly).map(({ text }) => slotsOf(text));

/** The threshold that balances precision and recall of both classes best. */
function balance(scored: readonly { value: number; label: number; weight: number }[]): { threshold: number; macroF1: number } {
  const sorted = [...scored].sort((a, b) => b.value - a.value);
  const positives = sorted.filter(({ label }) => label === 1).length;
  const negatives = sorted.length - positives;
  let best = { threshold: 0, macroF1: 0 };
  let hits = 0;
  let alarms = 0;
  sorted.forEach(({ value, label }, index) => {
    if (label === 1) hits += 1;
    else alarms += 1;
    if (sorted[index + 1]?.value === value) return;
    const yes = (2 * hits) / (hits + alarms + positives);
    const no = (2 * (negatives - alarms)) / (negatives - alarms + (positives - hits) + negatives);
    const macroF1 = (yes + no) / 2;
    if (macroF1 > best.macroF1) best = { threshold: value, macroF1 };
  });
  return best;
}

const rows: Row[] = [];
const packed = (Object.keys(HEADS) as (keyof typeof HEADS)[]).sort().map((name): Packed => {
  const model = quantise(train(HEADS[name](training)));
  const tests: Example[] = HEADS[name](held);
  const scored = tests.map(({ slots, label, weight }) => ({ value: score(model, slots), label, weight }));
  const { threshold, macroF1 } = balance(scored);
  const calm = friendly.map((slots) => score(model, slots)).sort((a, b) => b - a);
  const strict = Math.max(threshold, (calm[Math.floor(calm.length / 100)] ?? threshold) + 1);
  const caught = scored.filter(({ label }) => label === 1);
  rows.push({
    head: name, examples: HEADS[name](training).length, held: tests.length, macroF1, recallAtStrict: caught.filter(({ value }) => value >= strict).length / caught.length,
    friendlyAboveLoose: calm.filter((value) => value >= threshold).length / calm.length,
  });
  return { name, ...model, loose: threshold, strict };
});
const bytes = pack(packed);
writeFileSync(new URL('../../checks/model/heads.bin', import.meta.url), bytes);
writeFileSync(new URL('../../checks/model/embedded.ts', import.meta.url), embed(bytes));
writeFileSync(new URL('../../docs/checks-model.md', import.meta.url), report(rows, bytes.length));
console.table(rows);
