/** The page that says what the model was made of and how well it does on what was kept back. */
export interface Row {
  head: string;
  examples: number;
  /** Where the posts come from that it is judged on, and how many there are. */
  source: string;
  posts: number;
  /** At the loose threshold. */
  f1: number;
  macroF1: number;
  recallAtStrict: number;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

export function report(rows: readonly Row[], bytes: number): string {
  return `# The linear heads

Written by \`npm run train\`; do not edit by hand.

One table of int8 weights per head for the 45,000 features that say most (${bytes.toLocaleString('en')} bytes in all), integer arithmetic, so every browser gives the same score.
Two thresholds: *loose* does best on what was kept back, with each source counted alike (macro-F1 with 30 % positives for offensive, F1 with 39 % for anger), raised until few ordinary posts of organisations (data/tone/calm, unseen) are above it: 1.8 % for offensive, 8 % for anger, 5 % for negative; the last two are notes. It gives a note; *strict* lets at most one in a hundred friendly posts through and gives a hold.
Each feature has a check byte, so a word that neither the examples nor the word vectors knew counts as nothing. A word's weight is its own plus what its vector says (GloVe), so words that stand in the same company get similar weights; the vectors themselves do not ship. Each head is the mean of five that saw the examples in different orders.

| head | learnt from | judged on | posts | F1 at loose | macro-F1 at loose | recall at strict |
|---|---|---|---|---|---|---|
${rows.map((row) => `| ${row.head} | ${row.examples.toLocaleString('en')} | ${row.source} | ${row.posts.toLocaleString('en')} | ${row.f1.toFixed(3)} | ${row.macroF1.toFixed(3)} | ${percent(row.recallAtStrict)} |`).join('\n')}

Judged on posts of the same sources that nobody learnt from; they choose the thresholds too. Other people's posts will score lower; \`npm run eval\` measures on posts that had no part in either.

## Data and licences

| file in the data folder | used for | licence |
|---|---|---|
| davidson_hate_offensive.csv (Davidson et al. 2017) | offensive | MIT; known dialect bias, so its positives weigh little |
| toxic_spans_train.csv (SemEval-2021 task 5) | offensive, anger, negative: sentences with and without a marked span | CC0 |
| data/gold, tune half, posts without a label (ours) | offensive, anger, negative: what brands write on an ordinary day | CC0 |
| data/tone (ours), without mixed, calm and groups | all four: everyday posts labelled for offence, anger and mood; see its datasheet | CC0 |
| data/vectors (GloVe 6B, 100 numbers a word, rounded) | all four: weights of rare and unseen words | PDDL 1.0 (public domain) |
| goemotions_train.tsv, goemotions_dev.tsv, goemotions_labels.txt (GoEmotions) | anger, negative, positive, and friendly posts as near misses | Apache-2.0 / CC BY 4.0 |

The weights hold no text. Words are hashed; the swear-word reading of checks/tone comes before hashing.
`;
}
