/**
 * Trains the linear heads: `npm run train -- <data folder>`. Deterministic: the same data give the same bytes.
 * Writes checks/model/heads.bin, checks/model/embedded.ts and docs/checks-model.md.
 */
import { writeFileSync } from 'node:fs';
import { placeIn, score } from '../../checks/model/heads';
import { features } from '../../checks/model/features';
import { scan } from '../../checks/text/scan';
import { findProfaneWords } from '../../checks/tone/profane-words';
import { brandPosts, davidson, emotions, keptBack, tonePosts, toxicSentences } from './data';
import { size } from './dictionary';
import { embed } from './embed';
import { JUDGES } from './judges';
import { HEADS, isFriendly, type Corpora } from './heads';
import { train, type Example } from './logistic';
import { TABLE_BITS, pack, tabulate } from './pack';
import { report, type Row } from './report';
import { SEEDS, split } from './split';
import { bestThreshold, sidesAt } from './thresholds';

const folder = process.argv[2];
if (!folder) {
  console.error('Name the data folder: npm run train -- <folder>. docs/checks-model.md says what has to be in it.');
  process.exit(2);
}

const [davidsonTrain, davidsonHeld] = split(davidson(folder), SEEDS.davidson);
const [toxicTrain, toxicHeld] = split(toxicSentences(folder), SEEDS.toxic);
const training: Corpora = { davidson: davidsonTrain, toxic: toxicTrain, emotions: emotions(folder, 'train'), brand: brandPosts(), tone: tonePosts() };
const held: Corpora = { davidson: davidsonHeld, toxic: toxicHeld, emotions: emotions(folder, 'dev'), brand: [], tone: keptBack('mixed', 'odd') };
/** Share of ordinary posts of organisations (data/tone/calm) that may be above the loose threshold; more where that only gives a note. */
const QUIET = { anger: 0.08, negative: 0.05, offensive: 0.018, positive: 1 };

const NAMES = (Object.keys(HEADS) as (keyof typeof HEADS)[]).sort();
const sets = NAMES.map((name) => HEADS[name](training));
const table = tabulate(NAMES.map((name, index) => ({ name, ...train(sets[index] as Example[], size()) })));
const place = (hash: number) => placeIn({ bits: TABLE_BITS, checks: table.checks }, hash);
const slotsIn = (text: string) => {
  const scanned = scan(text);
  return features(scanned, findProfaneWords(scanned), place).slots;
};
const friendly = held.emotions.filter(isFriendly).map(({ text }) => slotsIn(text));
/** Bad news may well sound negative; for that head only the other posts have to stay quiet. */
const calm = (name: string) => keptBack('calm', 'odd').filter(({ mood }) => name !== 'negative' || mood !== 'negative').map(({ text }) => slotsIn(text));

const rows: Row[] = [];
table.heads.forEach((head, index) => {
  const name = NAMES[index] as keyof typeof HEADS;
  const { sources, share, measure } = JUDGES[name](held);
  const judged = Object.entries(sources).map(([source, posts]) => ({ source, posts: posts.map(({ text, label }) => ({ value: score(head, slotsIn(text)), label })) }));
  const above = (texts: readonly Int32Array[], part: number) => texts.map((slots) => score(head, slots)).sort((a, b) => b - a)[Math.floor(texts.length * part)] ?? 0;
  head.even = bestThreshold(judged.map(({ posts }) => posts), share, measure);
  head.loose = Math.max(head.even, name === 'positive' ? 0 : above(calm(name), QUIET[name]) + 1);
  head.strict = Math.max(head.loose, above(friendly, 0.007) + 1, name === 'positive' ? 0 : above(calm(name), 0.003) + 1);
  for (const { source, posts } of judged) {
    const caught = posts.filter(({ label }) => label === 1);
    const { yes, no } = sidesAt(posts, head.loose);
    rows.push({ head: name, examples: (sets[index] as Example[]).length, source, posts: posts.length, f1: yes, macroF1: (yes + no) / 2, recallAtStrict: caught.filter(({ value }) => value >= head.strict).length / caught.length });
  }
});
const bytes = pack(table);
writeFileSync(new URL('../../checks/model/heads.bin', import.meta.url), bytes);
writeFileSync(new URL('../../checks/model/embedded.ts', import.meta.url), embed(bytes));
writeFileSync(new URL('../../docs/checks-model.md', import.meta.url), report(rows, bytes.length));
console.table(rows);
