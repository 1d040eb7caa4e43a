import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findCashtags, findHashtags, findMentions } from '../../../checks/text/tags';
import { findUrls } from '../../../checks/text/url-scan';
import { weightedLength } from '../../../checks/text/weight';

interface Case {
  description: string;
  text: string;
  expected: unknown;
}

const load = (name: string) => (parse(readFileSync(fileURLToPath(new URL(`../../fixtures/twitter-text/${name}.yml`, import.meta.url)), 'utf8')) as { tests: Record<string, Case[]> }).tests;
const extract = load('extract');
const validate = load('validate');
const urls = (text: string) => findUrls(text).map((url) => ({ url: text.slice(url.start, url.end), indices: [url.start, url.end] }));
const names = (tags: { name: string }[]) => tags.map((tag) => tag.name);

const RUNS: [string, (text: string) => unknown][] = [
  ['urls', (text) => urls(text).map((one) => one.url)],
  ['tco_urls_with_params', (text) => urls(text).map((one) => one.url)],
  ['urls_with_indices', urls],
  ['urls_with_directional_markers', urls],
  ['mentions', (text) => names(findMentions(text))],
  ['hashtags', (text) => names(findHashtags(text, findUrls(text)))],
  ['hashtags_from_astral', (text) => names(findHashtags(text, findUrls(text)))],
  ['cashtags', (text) => names(findCashtags(text))],
];

describe.each(RUNS)('twitter-text conformance, %s', (group, run) => {
  it.each((extract[group] ?? []).map((one) => [one.description, one] as const))('%s', (_description, one) => {
    expect(run(one.text)).toEqual(one.expected);
  });
});

describe('twitter-text conformance, weighted length', () => {
  const groups = Object.entries(validate).filter(([, cases]) => cases.some((one) => typeof one.expected === 'object' && one.expected !== null && 'weightedLength' in one.expected));
  it('finds the groups of the suite', () => {
    expect(groups.map(([group]) => group)).toContain('WeightedTweetsCounterTest');
  });
  it.each(groups.flatMap(([group, cases]) => cases.map((one) => [group, one.description, one] as const)))('%s: %s', (group, _description, one) => {
    // The suite's first group is written for the older configuration, which counts every code point of an emoji.
    const emojiAsOne = group !== 'WeightedTweetsCounterTest';
    expect(weightedLength(one.text, emojiAsOne)).toBe((one.expected as { weightedLength: number }).weightedLength);
  });
});
