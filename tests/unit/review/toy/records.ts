/** Revisions with real digests, made without awaiting, so that thousands of schedules run quickly. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../../review/canonical';
import { buildManifest } from '../../../../review/manifest';
import { DEFAULT_RULES } from '../../../../review/model';
import { HEX, NOW, member, snapshot } from '../build';
import type { Manifest, Member, Revision, RuleSet } from '../../../../review/model';

/** The second is the first as a site would normalise it (BI3). */
export const TEXTS = ['Doors  open', 'Doors open', 'Doors 0pen', 'Closed'] as const;

const known = new Map<string, { manifest: Manifest; digest: string }>();

export function manifestOf(text: string, number: number): { manifest: Manifest; digest: string } {
  const key = `${number} ${text}`;
  let found = known.get(key);
  if (found === undefined) {
    const manifest = buildManifest(snapshot({ text }), {
      workspaceId: 'w', holdId: 'h', revision: number, policyVersion: 1, checksDigest: HEX('c'), author: { memberId: 'ana', deviceKeyId: 'device-ana' }, createdAt: NOW, nonce: String(number).padStart(32, '0'),
    });
    found = { manifest, digest: createHash('sha256').update(`countersign/draft/v1\0${canonicalJson(manifest)}`).digest('hex') };
    known.set(key, found);
  }
  return found;
}

export function revisionOf(text: string, number: number, contributors: string[], acceptedSuggestion: string | null): Revision {
  return { holdId: 'h', number, ...manifestOf(text, number), contributors, findings: [], answers: {}, acceptedSuggestion, createdAt: NOW };
}

export const MEMBERS: Member[] = ['ana', 'ben', 'chi', 'dot'].map((id) => member(id));

export const rulesWith = (version: number, quorum: number, approvers: string[]): RuleSet => ({ ...DEFAULT_RULES, version, defaults: { strength: 'hold', approvers, quorum } });
