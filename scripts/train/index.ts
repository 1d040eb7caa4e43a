/**
 * Trains the linear heads: `npm run train -- <data folder>`. Deterministic: the same data give the same bytes.
 * Writes checks/model/heads.bin, checks/model/embedded.ts and docs/checks-model.md.
 */
import { writeFileSync } from 'node:fs';
import { placeIn, score } from '../../checks/model/heads';
import { features } from '../../checks/model/features';
import { scan } from '../../checks/text/scan';
import { findProfaneWords } from '../../checks/tone/profane-words';
import { brandPosts, davidson, emotions, toxicSentences } from './data';
import { hashOf, size } from './dictionary';
import { embed } from './embed';
import { HEADS, isFriendly, type Corpora } from './heads';
import { train, type Example } from './logistic';
import { TABLE_BITS, pack, tabulate } from './pack';
import { report, type Row } from './report';
import { SEEDS, split } from './split';

const folder = process.argv[2];
if (!folder) {
  console.error('Name the data folder: npm run train -- <folder>. docs/checks-model.md says what has to be in it.');
  process.exit(2);
}

const [davidsonTrain, davidsonHeld] = split(davidson(folder), SEEDS.davidson);
const [toxicTrain, toxicHeld] = split(toxicSentences(folder), SEEDS.toxic);
const training: Corpora = { davidson: davidsonTrain, toxic: toxicTrain, emotions: emotions(folder, 'train'), brand: brandPosts() };
const held: Corpora = { davidson: davidsonHeld, toxic: toxicHeld, emotions: emotions(folder, 'dev'), brand: [] };
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

/** Share of ordinary brand posts that may be above the loose threshold; more where that only gives a note. */
const QUIET = { anger: 0.02, negative: 0.03, offensive: 0.008, positive: 1 };

/** Mean of the F1 of both sides when everything from `threshold` on is called positive. */
function macroF1At(scored: readonly { value: number; label: number }[], threshold: number): number {
  const f1 = (side: number) => {
    const called = scored.filter(({ value }) => Number(value >= threshold) === side);
    const right = called.filter(({ label }) => label === side).length;
    return (2 * right) / (called.length + scored.filter(({ label }) => label === side).length);
  };
  return (f1(0) + f1(1)) / 2;
}

const NAMES = (Object.keys(HEADS) as (keyof typeof HEADS)[]).sort();
const sets = NAMES.map((name) => HEADS[name](training));
const table = tabulate(NAMES.map((name, index) => ({ name, ...train(sets[index] as Example[], size()) })));
const place = (hash: number) => placeIn({ bits: TABLE_BITS, checks: table.checks }, hash);
/** From the numbers of training to the slots that ship. */
const slotsOf = (numbers: Int32Array) => Int32Array.from(new Set(Array.from(numbers, (number) => place(hashOf(number))).filter((slot) => slot >= 0)));
const slotsIn = (text: string) => {
  const scanned = scan(text);
  return features(scanned, findProfaneWords(scanned), place).slots;
};
const friendly = held.emotions.filter(isFriendly).map(({ text }) => slotsIn(text));
const brand = training.brand.map(slotsIn);

const rows: Row[] = [];
table.heads.forEach((head, index) => {
  const name = NAMES[index] as keyof typeof HEADS;
  const tests = HEADS[name](held);
  const scored = tests.map(({ slots, label, weight }) => ({ value: score(head, slotsOf(slots)), label, weight }));
  const balanced = balance(scored);
  const above = (texts: readonly Int32Array[], share: number) => texts.map((slots) => score(head, slots)).sort((a, b) => b - a)[Math.floor(texts.length * share)] ?? 0;
  const quiet = name === 'positive' ? 0 : above(brand, QUIET[name]) + 1;
  head.even = balanced.threshold;
  head.loose = Math.max(balanced.threshold, name === 'positive' ? 0 : quiet);
  head.strict = Math.max(head.loose, above(friendly, 0.007) + 1);
  const caught = scored.filter(({ label }) => label === 1);
  rows.push({
    head: name, examples: (sets[index] as Example[]).length, held: tests.length, macroF1: macroF1At(scored, head.loose), recallAtStrict: caught.filter(({ value }) => value >= head.strict).length / caught.length,
    friendlyAboveLoose: friendly.filter((slots) => score(head, slots) >= head.loose).length / friendly.length,
  });
});
const bytes = pack(table);
writeFileSync(new URL('../../checks/model/heads.bin', import.meta.url), bytes);
writeFileSync(new URL('../../checks/model/embedded.ts', import.meta.url), embed(bytes));
writeFileSync(new URL('../../docs/checks-model.md', import.meta.url), report(rows, bytes.length));
console.table(rows);
