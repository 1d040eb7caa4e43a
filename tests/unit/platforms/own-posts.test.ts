/** Where accounts' own posts are listed, and when they were made. */
import { describe, expect, it } from 'vitest';
import { ADAPTERS } from '../../../platforms';
import { ownPostsOf, postTime } from '../../../platforms/own-posts';
import { parseAdapter } from '../../../platforms/import';

const MASTODON = ADAPTERS.find(({ id }) => id === 'mastodon');

describe('pages with an account’s own posts', () => {
  it('are known for every built-in platform, or the gaps say so', () => {
    expect(ADAPTERS.filter((adapter) => ownPostsOf(adapter) === null).map(({ id, gaps }) => [id, gaps.some((gap) => gap.includes('Posts made elsewhere'))])).toEqual([['facebook', true]]);
  });

  it('are valid adapter data, as an import would have to be', () => {
    for (const adapter of ADAPTERS) {
      const ownPosts = ownPostsOf(adapter);
      if (ownPosts) expect(parseAdapter(JSON.stringify({ ...adapter, id: 'copy', ownPosts })), adapter.id).toMatchObject({ ok: true });
    }
    expect(parseAdapter(JSON.stringify({ ...MASTODON, id: 'copy', ownPosts: { ...(MASTODON && ownPostsOf(MASTODON)), text: 'p##' } }))).toMatchObject({ ok: false });
  });

  it('of a name nobody knows are none, whatever the name', () => {
    for (const id of ['forum', 'constructor', '__proto__']) expect(ownPostsOf({ id })).toBeNull();
  });
});

describe('the time of a post', () => {
  it.each<[string, Parameters<typeof postTime>[1], number | null]>([
    ['2026-11-23T09:00:00.000Z', { atForm: 'date' }, Date.UTC(2026, 10, 23, 9)],
    ['38 min', { atForm: 'date' }, null],
    // LinkedIn ids begin with 41 bits of Unix ms; X counts from its own epoch.
    [String(BigInt(Date.UTC(2026, 10, 23, 9)) << 22n), { atForm: 'snowflake' }, Date.UTC(2026, 10, 23, 9)],
    [String(BigInt(Date.UTC(2026, 10, 23, 9) - 1_288_834_974_657) << 22n), { atForm: 'snowflake', epoch: 1_288_834_974_657 }, Date.UTC(2026, 10, 23, 9)],
    ['not a number', { atForm: 'snowflake' }, null],
    // The atproto specification's own example of the smallest key.
    ['2222222222222', { atForm: 'tid' }, 0],
    ['3jzfcijpj2z2a', { atForm: 'tid' }, 1_688_137_381_887.007],
    ['3jzfcijpj2z2!', { atForm: 'tid' }, null],
    ['3jzf', { atForm: 'tid' }, null],
  ])('%s', (shown, how, at) => {
    expect(postTime(shown, how)).toBe(at);
  });
});
