import { describe, expect, test } from 'vitest';
import { compareToRevision, destinationChanged } from '../../../review/compare';
import type { Difference } from '../../../review/compare';
import type { Snapshot } from '../../../review/model';
import { HEX, revision, snapshot } from './build';

const media = [{ sha256: HEX('a'), bytes: 12, mime: 'image/png', name: 'map.png', alt: 'A map' }];
const approved = { text: 'Doors open  at nine.\n\nCome early.', media, target: { id: '/status/1' } };

const CHANGES: [Difference, Partial<Snapshot>, boolean][] = [
  ['text', { text: 'Doors open at ten.' }, false],
  ['title', { title: 'News' }, false],
  ['warning', { warning: 'Loud' }, false],
  ['media', { media: [{ ...media[0]!, sha256: HEX('b') }] }, false],
  ['alt', { media: [{ ...media[0]!, alt: 'A plan' }] }, false],
  ['account', { account: { id: '13', handle: '@private' } }, true],
  ['audience', { audience: 'followers' }, true],
  ['target', { target: { id: '/status/2' } }, true],
  ['surface', { surface: 'message' }, true],
  ['surface', { surfaceId: 'message' }, true],
  ['platform', { platform: 'mastodon' }, true],
  ['origin', { origin: 'https://x.com.example' }, true],
];

describe('comparing a composer with an approved revision', () => {
  test('the same composer is exact, whatever its account key is spelled like', async () => {
    const { manifest } = await revision(1, approved);
    expect(compareToRevision(manifest, snapshot(approved))).toEqual({ same: 'exact', differences: [] });
    expect(compareToRevision(manifest, snapshot({ ...approved, account: { id: '12', handle: '@NorthMoor' }, url: 'https://x.com/compose' }))).toEqual({ same: 'exact', differences: [] });
  });

  test.each(CHANGES)('BI2: another %s is a difference (%j)', async (name, change, elsewhere) => {
    const { manifest } = await revision(1, approved);
    const live = snapshot({ ...approved, ...change } as Parameters<typeof snapshot>[0]);
    expect(compareToRevision(manifest, live)).toEqual({ same: 'different', differences: [name] });
    expect(destinationChanged(manifest, live)).toBe(elsewhere);
  });

  test('BI3: whitespace the site normalised is trivial and no destination change', async () => {
    const { manifest } = await revision(1, approved);
    const live = snapshot({ ...approved, text: 'Doors open at nine.\nCome early. ' });
    expect(compareToRevision(manifest, live)).toEqual({ same: 'trivial', differences: [] });
    expect(destinationChanged(manifest, live)).toBe(false);
  });

  test('several differences are all named, in one order', async () => {
    const { manifest } = await revision(1, approved);
    expect(compareToRevision(manifest, snapshot({ text: 'x', account: { id: '9', handle: '@z' }, media: [] })).differences).toEqual(['text', 'media', 'account', 'target']);
  });

  test('a page that shows no account differs in its account', async () => {
    const { manifest } = await revision(1, approved);
    expect(compareToRevision(manifest, { ...snapshot(approved), account: null }).differences).toEqual(['account']);
  });

  test('a picture nobody could read never matches, not even itself', async () => {
    const unread = [{ ...media[0]!, sha256: 'unreadable' }];
    const { manifest } = await revision(1, { media: unread });
    expect(compareToRevision(manifest, snapshot({ media: unread })).differences).toEqual(['media']);
  });

  test('the same picture twice is not the same picture once', async () => {
    const { manifest } = await revision(1, { media });
    expect(compareToRevision(manifest, snapshot({ media: [...media, ...media] })).differences).toEqual(['media']);
  });
});
