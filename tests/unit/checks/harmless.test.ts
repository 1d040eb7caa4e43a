import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../checks';
import { scan } from '../../../checks/text/scan';
import { findProfaneWords } from '../../../checks/tone/profane-words';

const TONE = fileURLToPath(new URL('../../../data/tone/', import.meta.url));
interface Post {
  id: string;
  text: string;
  offensive: number;
  angry: number;
  mood: string;
}
const read = (name: string): Post[] => readFileSync(`${TONE}${name}.jsonl`, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Post);
const files = readdirSync(TONE).filter((name) => name.endsWith('.jsonl')).map((name) => name.slice(0, -6));

const context = { platform: 'x', surface: 'post', account: null, media: [], now: 0 };
const tone = (text: string, severities: readonly string[]) => checkDraft({ text }, context).filter(({ id, severity }) => /^tone\.(?:hate|threat|slur|offensive|profanity)$/.test(id) && severities.includes(severity));

/** What is said of tone in data/tone is written by hand; a slip there would teach the heads nonsense. */
describe('the everyday posts of data/tone', () => {
  it.each(files)('%s: every line has its labels, and no text comes twice', (name) => {
    const posts = read(name);
    for (const { id, text, offensive, angry, mood } of posts) {
      expect(id).toMatch(new RegExp(`^${name}-\\d{3,4}$`));
      expect(text.length, id).toBeGreaterThan(2);
      expect([0, 1], id).toContain(offensive);
      expect([0, 1], id).toContain(angry);
      expect(['negative', 'neutral', 'positive'], id).toContain(mood);
    }
    expect(new Set(posts.map(({ text }) => text)).size).toBe(posts.length);
  });
});

/** A block is for attacks. These posts name groups beside cancers, dogs and killers, and attack nobody. */
describe('harmless posts', () => {
  it('that mention groups are hardly ever blocked', () => {
    const posts = read('groups');
    const blocked = posts.filter(({ text }) => tone(text, ['block']).length > 0);
    expect(blocked.length, blocked.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(posts.length * 0.03);
  });

  it('of organisations are hardly ever held', () => {
    const posts = read('calm');
    const held = posts.filter(({ text }) => tone(text, ['hold', 'block']).length > 0);
    expect(held.length, held.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(posts.length * 0.01);
  });
});

/** Innocent words that begin or end like a worse one (the "Scunthorpe problem"). */
describe('the commonest English words', () => {
  it('hide no swear word that is not there', () => {
    const words = readFileSync(fileURLToPath(new URL('../../../data/vectors/words.txt', import.meta.url)), 'utf8').trim().split('\n').slice(0, 60_000);
    // What is read through a disguise in a word of a dictionary is a false alarm; what is on the list by itself is not.
    const alarms = words.filter((word) => findProfaneWords(scan(`the ${word} is`)).some(({ disguised, word: swear }) => disguised || !word.startsWith(swear.slice(0, 3))));
    expect(alarms.length, alarms.join(' ')).toBeLessThanOrEqual(5);
  });
});
