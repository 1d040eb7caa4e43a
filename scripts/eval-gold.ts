/** Precision and recall per family of the gold set. */
import { findings } from './eval-ours';
import { readGold, type Family } from './gold';
import { round } from './eval-scores';

export const CHECK_OF: Partial<Record<Family, string>> = {
  account: 'account.wrong', audience: 'account.audience', crisis: 'crisis.active', disclosure: 'disclosure.ad', finance: 'claim.finance', 'finprom-uk': 'claim.finprom-uk', giveaway: 'disclosure.giveaway',
  green: 'claim.green', health: 'claim.health', 'health-data': 'risk.health', internal: 'risk.internal', placeholder: 'format.placeholder', price: 'claim.price', superlative: 'claim.superlative',
};

/** A family is judged on its own posts and on the clean ones; findings that only inform do not count as flags. */
export function measureGold(half: 'tune' | 'frozen') {
  const posts = readGold().filter((post) => post.half === half).map((post) => ({ ...post, found: new Set(findings(post.text, post.context).filter(({ severity }) => severity !== 'info').map(({ id }) => id)) }));
  const rows: Record<string, { posts: number; flagged: number; precision: number; recall: number }> = {};
  for (const [family, check] of Object.entries(CHECK_OF)) {
    const own = posts.filter((post) => post.family === family || post.family === 'clean');
    const flagged = own.filter(({ found }) => found.has(check));
    const right = flagged.filter(({ labels }) => labels.includes(check)).length;
    const wanted = own.filter(({ labels }) => labels.includes(check)).length;
    rows[family] = { posts: own.length, flagged: flagged.length, precision: round(right / (flagged.length || 1)), recall: round(right / (wanted || 1)) };
  }
  const clean = posts.filter(({ family }) => family === 'clean');
  rows['clean, any flag'] = { posts: clean.length, flagged: clean.filter(({ found }) => found.size > 0).length, precision: Number.NaN, recall: Number.NaN };
  return rows;
}
