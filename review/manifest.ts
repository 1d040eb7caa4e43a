/** The canonical manifest of one revision and its digest (BI1, guard.md §5). */
import { z } from 'zod';
import { canonicalJson, canonicalText, wellFormed } from './canonical';
import { sha256Hex } from './digest';
import { SURFACES } from './model';
import { linksIn } from './names';
import type { Digest, Manifest, MemberId, Revision, Snapshot } from './model';

export { accountKey, linksIn, targetKey } from './names';

const text = (max: number) => z.string().max(max);
const int = z.int().nonnegative();
const digest = z.string().regex(/^([0-9a-f]{64}|unreadable)$/);

/** Strict: a manifest with one field more or less is refused, not read as something near it. */
export const manifestSchema = z.strictObject({
  v: z.literal(1), workspaceId: text(80), holdId: text(80), revision: z.int().positive(),
  platform: text(80), origin: text(500), surface: z.enum(SURFACES), surfaceId: text(80),
  account: z.strictObject({ id: text(500), handle: text(500) }),
  target: z.strictObject({ id: text(2_000), label: text(500).optional(), url: text(2_000).optional() }).nullable(),
  audience: text(500), text: text(100_000), title: text(2_000), warning: text(2_000), links: z.array(text(100_000)),
  media: z.array(z.strictObject({ sha256: digest, bytes: int, mime: text(500), name: text(500), alt: text(5_000) })).max(40),
  policyVersion: int, checksDigest: z.string().regex(/^[0-9a-f]{64}$/),
  author: z.strictObject({ memberId: text(80), deviceKeyId: text(80) }), createdAt: int, nonce: z.string().regex(/^[0-9a-f]{32}$/),
});

/** What the background knows about a revision and the page does not. */
export interface ManifestMeta {
  workspaceId: string;
  holdId: string;
  revision: number;
  policyVersion: number;
  checksDigest: Digest;
  author: { memberId: MemberId; deviceKeyId: string };
  createdAt: number;
  nonce: string;
}

/** A capture whose account was seen. Without an account there is nothing to hold for. */
export type KnownSnapshot = Snapshot & { account: NonNullable<Snapshot['account']> };

/** Builds the manifest of one capture. Never throws; text fields get their canonical form here and nowhere later. */
export function buildManifest(snapshot: KnownSnapshot, meta: ManifestMeta): Manifest {
  const body = canonicalText(snapshot.text);
  return wellFormed({
    v: 1,
    workspaceId: meta.workspaceId,
    holdId: meta.holdId,
    revision: meta.revision,
    platform: snapshot.platform,
    origin: snapshot.origin,
    surface: snapshot.surface,
    surfaceId: snapshot.surfaceId,
    account: { id: snapshot.account.id, handle: snapshot.account.handle },
    target: snapshot.target === null ? null : { ...snapshot.target },
    audience: canonicalText(snapshot.audience),
    text: body,
    title: canonicalText(snapshot.title),
    warning: canonicalText(snapshot.warning),
    links: linksIn(body),
    media: snapshot.media.map((item) => ({ sha256: item.sha256, bytes: item.bytes, mime: item.mime, name: item.name, alt: canonicalText(item.alt) })),
    policyVersion: meta.policyVersion,
    checksDigest: meta.checksDigest,
    author: { memberId: meta.author.memberId, deviceKeyId: meta.author.deviceKeyId },
    createdAt: meta.createdAt,
    nonce: meta.nonce,
  });
}

/** BI1: SHA-256 over "countersign/draft/v1", a zero byte and the canonical JSON of the manifest. */
export function digestManifest(manifest: Manifest): Promise<Digest> {
  return sha256Hex(`countersign/draft/v1\u0000${canonicalJson(manifest)}`);
}

/** True when a stored revision still is what its digest says, field by field (HOUSE.md promise 7). */
export async function verifyRevision(revision: Revision): Promise<boolean> {
  const { manifest } = revision;
  if (!manifestSchema.safeParse(manifest).success) return false;
  if (manifest.holdId !== revision.holdId || manifest.revision !== revision.number) return false;
  return (await digestManifest(manifest)) === revision.digest;
}
