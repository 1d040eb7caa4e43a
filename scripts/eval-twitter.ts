/** X's own conformance suite, for our scanner and for X's own package in the same run. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import twitter from 'twitter-text';
import { parse } from 'yaml';
import { findCashtags, findHashtags, findMentions } from '../checks/text/tags';
import { findUrls } from '../checks/text/url-scan';
import { weightedLength } from '../checks/text/weight';

interface Case {
  text: string;
  expected: unknown;
}

const load = (name: string) => (parse(readFileSync(fileURLToPath(new URL(`../tests/fixtures/twitter-text/${name}.yml`, import.meta.url)), 'utf8')) as { tests: Record<string, Case[]> }).tests;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const urls = (text: string) => findUrls(text).map(({ start, end }) => text.slice(start, end));

export function measureCounting() {
  const extract = load('extract');
  const groups: Record<string, { cases: Case[]; ours: (text: string) => unknown; theirs: (text: string) => unknown }> = {
    links: { cases: [...(extract['urls'] ?? []), ...(extract['tco_urls_with_params'] ?? [])], ours: urls, theirs: (text) => twitter.extractUrls(text) },
    mentions: { cases: extract['mentions'] ?? [], ours: (text) => findMentions(text).map(({ name }) => name), theirs: (text) => twitter.extractMentions(text) },
    hashtags: { cases: [...(extract['hashtags'] ?? []), ...(extract['hashtags_from_astral'] ?? [])], ours: (text) => findHashtags(text, findUrls(text)).map(({ name }) => name), theirs: (text) => twitter.extractHashtags(text) },
    cashtags: { cases: extract['cashtags'] ?? [], ours: (text) => findCashtags(text).map(({ name }) => name), theirs: (text) => twitter.extractCashtags(text) },
  };
  const rows: Record<string, { cases: number; Countersign: number; 'twitter-text 3.1.0': number }> = {};
  for (const [name, { cases, ours, theirs }] of Object.entries(groups)) {
    rows[name] = { cases: cases.length, Countersign: cases.filter(({ text, expected }) => same(ours(text), expected)).length, 'twitter-text 3.1.0': cases.filter(({ text, expected }) => same(theirs(text), expected)).length };
  }
  const lengths = Object.entries(load('validate')).flatMap(([group, cases]) => cases.filter(({ expected }) => typeof expected === 'object' && expected !== null && 'weightedLength' in expected).map((one) => ({ group, text: one.text, want: (one.expected as { weightedLength: number }).weightedLength })));
  rows['weighted length'] = {
    cases: lengths.length,
    Countersign: lengths.filter(({ group, text, want }) => weightedLength(text, group !== 'WeightedTweetsCounterTest') === want).length,
    'twitter-text 3.1.0': lengths.filter(({ group, text, want }) => twitter.parseTweet(text, group === 'WeightedTweetsCounterTest' ? twitter.configs.version2 : twitter.configs.version3).weightedLength === want).length,
  };
  return rows;
}
