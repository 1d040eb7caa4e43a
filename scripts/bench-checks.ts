/**
 * `npm run bench:checks`: time of the whole suite, of a team's rules and of the worst pattern a user could write, and
 * sizes after gzip, beside packages in the same run. Figures depend on the machine; the table says how busy it was.
 */
import { loadavg, cpus } from 'node:os';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { checkDraft } from '../checks/index';
import type { CheckContext, TeamRule, TeamRules } from '../checks/index';
import { compiled } from '../checks/team/compile';
import { judgePattern, runPattern } from '../checks/team/user-pattern';
import { scan } from '../checks/text/scan';
import { profanityPeers, sentimentPeers } from './eval-peers';

const POST = 'Big news from our bakery on Mill Street: it’s open! The second oven starts on Saturday at 9, and the first fifty guests get a warm roll. Come early, bring a friend, tell us what you think @millbakery #bread https://example.org/oven Thank you for five years with us, it has been a joy 🎉';
const WORDS = POST.replaceAll(/\S*(?:https|@|#)\S*/g, '').split(' ').filter(Boolean);

/** A small seeded generator, so that every run times the same texts. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647) / 2_147_483_647;
}

const next = random(7);
const pick = () => WORDS[Math.floor(next() * WORDS.length)] ?? 'bread';
function longText(length: number): string {
  let text = '';
  for (let i = 1; text.length < length; i += 1) text += `${pick()}${i % 17 === 0 ? '.' : ''}${i % 41 === 0 ? ' https://example.org/a?b=1' : ''}${i % 53 === 0 ? ' #spring @anna' : ''} `;
  return text.slice(0, length);
}
/** Different posts of the same size, because nobody checks one text a thousand times. */
const posts = Array.from({ length: 200 }, () => `${Array.from({ length: 60 }, pick).join(' ')} https://example.org/${Math.floor(next() * 1e6)} @anna #bread`.slice(0, 280));
const LONG = longText(40_000);

const phrases = (count: number): TeamRules => ({ rules: Array.from({ length: count }, (_, i): TeamRule => ({ id: `r${i}`, kind: 'phrase', severity: 'hold', text: `${pick()} ${i % 5 === 0 ? pick() : `term${i}`}${i % 3 === 0 ? ` ${pick()}` : ''}` })) });

interface Timing {
  median: number;
  p99: number;
  /** Mean processor time; unlike the others it does not grow when the machine is busy. */
  cpu: number;
}

function time(run: (i: number) => void, rounds: number, warm: number): Timing {
  for (let i = 0; i < warm; i += 1) run(i);
  const took: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i < rounds; i += 1) {
    const start = performance.now();
    run(i);
    took.push(performance.now() - start);
  }
  const used = process.cpuUsage(before);
  took.sort((a, b) => a - b);
  const at = (share: number) => Math.round((took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0) * 1000) / 1000;
  return { median: at(0.5), p99: at(0.99), cpu: Math.round((used.user + used.system) / rounds) / 1000 };
}

const context = (team: TeamRules): CheckContext => ({ platform: 'x', surface: 'post', account: null, media: [], now: 0, team, clock: () => performance.now(), limit: { counter: 'twitter', max: 280 } });
const thousand = context(phrases(1_000));
const rows: Record<string, Timing> = {};
rows['whole suite, 280 characters, 1,000 team rules'] = time((i) => checkDraft({ text: posts[i % posts.length] ?? POST }, thousand), 1_500, 600);
rows['whole suite, 40,000 characters, 1,000 team rules'] = time(() => checkDraft({ text: LONG }, thousand), 30, 8);
const builds = Array.from({ length: 12 }, () => phrases(10_000));
rows['10,000 phrases, build'] = time((i) => compiled(builds[i + 3] as TeamRules), 9, 0);
const ten = compiled(phrases(10_000));
const [short, long] = [scan(posts[0] ?? POST), scan(LONG)];
rows['10,000 phrases, 280 characters'] = time(() => ten.phrases.map.walk(short.words, () => undefined), 500, 200);
rows['10,000 phrases, 40,000 characters'] = time(() => ten.phrases.map.walk(long.words, () => undefined), 50, 10);
for (const source of ['(a+)+$', '(a|aa)+$', '(.*a){9}b']) {
  const judged = judgePattern(source);
  if (!judged.ok) throw new Error(`${source} was refused: ${judged.reason}`);
  const text = `${'a'.repeat(39_999)}!`;
  rows[`user pattern ${source} on 40,000 characters, until it is switched off`] = time(() => runPattern(judged.pattern, text, text, { clock: () => performance.now() }), 20, 5);
}
for (const [who, flag] of Object.entries(profanityPeers())) {
  rows[`${who}, 280 characters`] = time((i) => flag(posts[i % posts.length] ?? POST), 300, 100);
  rows[`${who}, 40,000 characters`] = time(() => flag(LONG), 5, 1);
}
for (const [who, mood] of Object.entries(sentimentPeers())) rows[`${who}, 280 characters`] = time((i) => mood(posts[i % posts.length] ?? POST), 300, 100);
console.log(`Node ${process.version}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)} (milliseconds)`);
console.table(rows);

async function bundled(entry: string): Promise<number> {
  const result = await build({ stdin: { contents: entry, resolveDir: process.cwd() }, bundle: true, minify: true, format: 'esm', platform: 'browser', target: 'es2022', write: false, logLevel: 'silent', define: { 'process.env.NODE_ENV': '"production"' } });
  return gzipSync(result.outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).byteLength;
}

const ENTRIES: Record<string, string> = {
  'checks, whole': "export * from './checks/index';",
  'links, tags and counting': "export * from './checks/text/url-scan'; export * from './checks/text/tags'; export * from './checks/text/weight';",
  'obscenity 0.4.6': "export * from 'obscenity';",
  'bad-words-next 3.2.0': "export { default } from 'bad-words-next'; export { default as en } from 'bad-words-next/lib/en';",
  '@2toad/profanity 3.3.0': "export * from '@2toad/profanity';",
  'leo-profanity 1.9.0': "export { default } from 'leo-profanity';",
  'wink-sentiment 5.0.2': "export { default } from 'wink-sentiment';",
  'sentiment 5.0.2': "export { default } from 'sentiment';",
  'twitter-text 3.1.0': "export { default } from 'twitter-text';",
};
const sizes: Record<string, { 'KB gzip': number | string }> = {};
for (const [name, entry] of Object.entries(ENTRIES)) {
  try {
    sizes[name] = { 'KB gzip': Math.round((await bundled(entry)) / 102.4) / 10 };
  } catch {
    sizes[name] = { 'KB gzip': 'does not bundle' };
  }
}
console.table(sizes);
