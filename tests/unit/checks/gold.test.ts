import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../checks/registry';
import { CHECK_OF, measureGold } from '../../../scripts/eval-gold';
import { goldLines, halfOf, readGold } from '../../../scripts/gold';

/** Changes only together with a new version of the set and a word about it in the datasheet. */
const FROZEN = '9114465d99a88c1c5d271711bde56f4d339b8ddf0a39004aa6d854d53becc66d';

describe('the gold set', () => {
  const posts = readGold();

  it('has at least 1,200 posts, none twice, each with the fields of the datasheet', () => {
    expect(posts.length).toBeGreaterThanOrEqual(1_200);
    expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length);
    expect(new Set(posts.map(({ text, context }) => text + JSON.stringify(context ?? null))).size).toBe(posts.length);
    const ids = new Set(CHECKS.map(({ id }) => id));
    for (const post of posts) {
      expect(Object.keys(post).every((key) => ['id', 'text', 'context', 'labels', 'family', 'half', 'note'].includes(key)), post.id).toBe(true);
      expect(post.id.startsWith(`${post.family}-`), post.id).toBe(true);
      expect(post.text.trim().length, post.id).toBeGreaterThan(3);
      expect(post.labels.every((label) => ids.has(label)), post.id).toBe(true);
    }
  });

  it('splits by a hash of the id, into two halves of about the same size', () => {
    for (const { id, half } of posts) expect(half, id).toBe(halfOf(id));
    const frozen = posts.filter(({ half }) => half === 'frozen').length;
    expect(Math.abs(frozen / posts.length - 0.5)).toBeLessThan(0.05);
  });

  it.each(Object.entries(CHECK_OF))('%s: at least half are near misses, and only its own check is asked for', (family, check) => {
    const own = posts.filter((post) => post.family === family);
    expect(own.filter(({ labels }) => labels.length === 0).length).toBeGreaterThanOrEqual(own.length / 2);
    expect(new Set(own.flatMap(({ labels }) => labels))).toEqual(new Set([check]));
  });

  it('keeps its frozen half as it was', () => {
    const digest = createHash('sha256');
    for (const line of goldLines()) if ((JSON.parse(line) as { half: string }).half === 'frozen') digest.update(`${line}\n`);
    expect(digest.digest('hex')).toBe(FROZEN);
  });

  it('is met by the checks, half by half: precision at least .90 and recall at least .85 in every family', () => {
    for (const half of ['tune', 'frozen'] as const) {
      const { 'clean, any flag': clean, ...families } = measureGold(half);
      for (const [family, { precision, recall }] of Object.entries(families)) {
        expect(precision, `${half} ${family} precision`).toBeGreaterThanOrEqual(0.9);
        expect(recall, `${half} ${family} recall`).toBeGreaterThanOrEqual(0.85);
      }
      expect((clean?.flagged ?? 0) / (clean?.posts ?? 1), `${half} clean posts flagged`).toBeLessThanOrEqual(0.08);
    }
  });
});
