/** The page that says what the model was made of and how well it does on what was kept back. */
export interface Row {
  head: string;
  examples: number;
  held: number;
  macroF1: number;
  recallAtStrict: number;
  friendlyAboveLoose: number;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

export function report(rows: readonly Row[], bytes: number): string {
  return `# The linear heads

Written by \`npm run train\`; do not edit by hand.

One table of int8 weights per head for the 32,768 features that say most (${bytes.toLocaleString('en')} bytes in all), integer arithmetic, so every browser gives the same score.
Two thresholds: *loose* is the best macro-F1 on the kept-back tenth, raised until hardly an ordinary brand post is above it (0.8 % for offensive, 2 % for anger, 3 % for negative, which are notes), and gives a note; *strict* lets at most one in a hundred friendly posts through and gives a hold.
Each feature has a check byte, so a word that training never saw counts as nothing.

| head | trained on | kept back | macro-F1 at loose | recall at strict | friendly posts above loose |
|---|---|---|---|---|---|
${rows.map((row) => `| ${row.head} | ${row.examples} | ${row.held} | ${row.macroF1.toFixed(3)} | ${percent(row.recallAtStrict)} | ${percent(row.friendlyAboveLoose)} |`).join('\n')}

These figures are in-domain (same sources, other posts). Other people's posts will score lower; \`npm run eval\` measures that where data is at hand.

## Data and licences

| file in the data folder | used for | licence |
|---|---|---|
| davidson_hate_offensive.csv (Davidson et al. 2017) | offensive | MIT; known dialect bias, so its positives weigh little |
| toxic_spans_train.csv (SemEval-2021 task 5) | offensive, anger, negative: sentences with and without a marked span | CC0 |
| data/gold, tune half, posts without a label (ours) | offensive, anger, negative: what brands write on an ordinary day | CC0 |
| goemotions_train.tsv, goemotions_dev.tsv, goemotions_labels.txt (GoEmotions) | anger, negative, positive, and friendly posts as near misses | Apache-2.0 / CC BY 4.0 |

The weights hold no text. Words are hashed; the swear-word reading of checks/tone comes before hashing.
`;
}
