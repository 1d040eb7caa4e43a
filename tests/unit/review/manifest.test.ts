import { describe, expect, test } from 'vitest';
import { accountKey, buildManifest, digestManifest, linksIn, manifestSchema, targetKey, verifyRevision } from '../../../review/manifest';
import { sha256Hex } from '../../../review/digest';
import type { Manifest } from '../../../review/model';
import { HEX, revision, snapshot } from './build';

const media = { sha256: HEX('a'), bytes: 12, mime: 'image/png', name: 'map.png', alt: 'A map' };

async function example(): Promise<Manifest> {
  return (await revision(1, { media: [media], target: { id: '/status/1', label: 'A question', url: 'https://x.com/status/1' }, text: 'See https://northmoor.example', title: 'T', warning: 'W' })).manifest;
}

/** Every field, and one honest change of it. */
const CHANGES: { [F in keyof Required<Manifest>]: (manifest: Manifest) => Manifest[F] } = {
  v: () => 2 as unknown as 1, workspaceId: () => 'w2', holdId: () => 'h2', revision: (m) => m.revision + 1, platform: () => 'mastodon', origin: () => 'https://x.com.example',
  surface: () => 'reply', surfaceId: () => 'reply', account: (m) => ({ ...m.account, id: '13' }), target: () => null, audience: () => 'followers', text: (m) => `${m.text}.`,
  title: () => 't', warning: () => '', links: (m) => m.links.map((link) => `${link}/`), media: (m) => m.media.map((item) => ({ ...item, sha256: HEX('b') })),
  policyVersion: (m) => m.policyVersion + 1, checksDigest: () => HEX('d'), author: (m) => ({ ...m.author, memberId: 'ben' }), createdAt: (m) => m.createdAt + 1, nonce: () => 'f'.repeat(32),
};

describe('BI1: the digest of a manifest', () => {
  test.each(Object.keys(CHANGES) as (keyof Manifest)[])('changes when %s changes', async (field) => {
    const manifest = await example();
    const changed = { ...manifest, [field]: CHANGES[field](manifest) };
    expect(await digestManifest(changed)).not.toBe(await digestManifest(manifest));
  });

  test('covers every field the manifest has', async () => {
    expect(Object.keys(await example()).sort()).toEqual(Object.keys(CHANGES).sort());
  });

  test.each(['bytes', 'mime', 'name', 'alt'] as const)('changes when the %s of a picture changes', async (field) => {
    const manifest = await example();
    const changed = { ...manifest, media: manifest.media.map((item) => ({ ...item, [field]: field === 'bytes' ? 13 : 'other' })) };
    expect(await digestManifest(changed)).not.toBe(await digestManifest(manifest));
  });

  test('changes when two pictures change places', async () => {
    const manifest = await example();
    const two = [media, { ...media, sha256: HEX('b') }];
    expect(await digestManifest({ ...manifest, media: two })).not.toBe(await digestManifest({ ...manifest, media: [...two].reverse() }));
  });

  test('is SHA-256 over the domain, a zero byte and RFC 8785 JSON', async () => {
    const { manifest, digest } = await revision();
    const json = JSON.stringify(manifest, (_, value: unknown) =>
      value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value);
    expect(digest).toBe(await sha256Hex(`countersign/draft/v1\0${json}`));
  });

  test('agrees with the SHA-256 vector for "abc" (FIPS 180-4)', async () => {
    expect(await sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(await sha256Hex(new Uint8Array())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});

describe('the manifest', () => {
  test('is built from a capture with its texts in canonical form, and passes its own schema', async () => {
    const manifest = await example();
    expect(manifestSchema.safeParse(manifest).success).toBe(true);
    expect((await revision(1, { text: 'a\r\nb\u00a0c \ud800' })).manifest.text).toBe('a\nb c \ufffd');
    expect(manifest.links).toEqual(['https://northmoor.example']);
  });

  test('is refused with one field more or one field less', async () => {
    const manifest = await example();
    const { nonce: _nonce, ...less } = manifest;
    expect(manifestSchema.safeParse({ ...manifest, approved: true }).success).toBe(false);
    expect(manifestSchema.safeParse(less).success).toBe(false);
  });

  test('a stored revision that was touched is noticed', async () => {
    const stored = await revision();
    expect(await verifyRevision(stored)).toBe(true);
    expect(await verifyRevision({ ...stored, manifest: { ...stored.manifest, text: 'Doors open at ten.' } })).toBe(false);
    expect(await verifyRevision({ ...stored, number: 2 })).toBe(false);
    expect(await verifyRevision({ ...stored, digest: HEX('0') })).toBe(false);
  });

  test('does not keep the capture it was built from', () => {
    const captured = snapshot({ media: [{ ...media }] });
    const meta = { workspaceId: 'w', holdId: 'h', revision: 1, policyVersion: 1, checksDigest: HEX('c'), author: { memberId: 'ana', deviceKeyId: 'k' }, createdAt: 1, nonce: '0'.repeat(32) };
    const manifest = buildManifest(captured, meta);
    captured.account.id = '99';
    expect(manifest.account.id).toBe('12');
  });
});

describe('keys and links', () => {
  test.each([
    [{ id: 'NorthMoor', handle: '@x' }, 'northmoor'], [{ id: '@NorthMoor', handle: '' }, 'northmoor'], [{ id: 'u/NorthMoor', handle: '' }, 'northmoor'],
    [{ id: '/u/NorthMoor', handle: '' }, 'northmoor'], [{ id: '', handle: '@NorthMoor' }, 'northmoor'], [{ id: ' 12 ', handle: '@a' }, '12'], [{ id: 'user', handle: '' }, 'user'],
  ])('the account %j is compared as %s', (account, key) => {
    expect(accountKey(account)).toBe(key);
  });

  test('a target keeps its case, and none is an empty key', () => {
    expect(targetKey({ id: ' /AbC ' })).toBe('/AbC');
    expect(targetKey(null)).toBe('');
  });

  test('links are found without the punctuation around them', () => {
    expect(linksIn('Go to https://a.example/b?c=d, (see http://e.example/x_(y)) or www.f.example! Not ftp://g or https:// alone.'))
      .toEqual(['https://a.example/b?c=d', 'http://e.example/x_(y)', 'www.f.example']);
    expect(linksIn('https://one.example\u001ehttps://two.example "https://three.example"')).toEqual(['https://one.example', 'https://two.example', 'https://three.example']);
  });

  test('a link with a hundred thousand brackets does not hold anybody up', () => {
    const started = performance.now();
    expect(linksIn(`https://a.example/${')'.repeat(100_000)}`)).toEqual(['https://a.example/']);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
