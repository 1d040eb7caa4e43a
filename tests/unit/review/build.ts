/** Small honest records for the tests of this room. Digests are real; signatures are taken as verified unless a test says otherwise. */
import { buildManifest, digestManifest } from '../../../review/manifest';
import { DEFAULT_RULES } from '../../../review/model';
import type { Tally, TallyInput } from '../../../review/decisions';
import { tally } from '../../../review/decisions';
import type { Decision, DecisionBody, Hold, Member, Requirement, Revision, RuleSet, Snapshot } from '../../../review/model';
import type { KnownSnapshot } from '../../../review/manifest';

export const NOW = 1_800_000_000_000;
export const HEX = (char: string) => char.repeat(64);

export const member = (id: string, more: Partial<Member> = {}): Member => ({
  id, name: id.charAt(0).toUpperCase() + id.slice(1), roles: ['author', 'approver'], publicKey: `key-${id}`, deviceKeyId: `device-${id}`, createdAt: 1, removedAt: null, ...more,
});

export const ana = member('ana');
export const ben = member('ben');
export const chi = member('chi');
export const team = [ana, ben, chi];

export const snapshot = (more: Partial<KnownSnapshot> = {}): KnownSnapshot => ({
  platform: 'x', origin: 'https://x.com', url: 'https://x.com/home', surfaceId: 'post', surface: 'post',
  account: { id: '12', handle: '@northmoor' }, target: null, audience: 'everyone', text: 'Doors open at nine.', title: '', warning: '', media: [], ...more,
});

export async function revision(number = 1, more: Partial<Snapshot> = {}, extra: Partial<Revision> = {}): Promise<Revision> {
  const manifest = buildManifest(snapshot(more as Partial<KnownSnapshot>), {
    workspaceId: 'w', holdId: 'h', revision: number, policyVersion: 1, checksDigest: HEX('c'), author: { memberId: 'ana', deviceKeyId: 'device-ana' }, createdAt: NOW + number, nonce: String(number).padStart(32, '0'),
  });
  return { holdId: 'h', number, manifest, digest: await digestManifest(manifest), contributors: ['ana'], findings: [], answers: {}, acceptedSuggestion: null, createdAt: NOW, ...extra };
}

export const requirement = (more: Partial<Requirement> = {}): Requirement => ({ policyVersion: 1, strength: 'hold', approvers: ['ben', 'chi'], quorum: 1, anyApprover: false, ...more });

export const rules = (more: Partial<RuleSet> = {}): RuleSet => ({ ...DEFAULT_RULES, ...more });

export function hold(newest: Revision, more: Partial<Hold> = {}): Hold {
  return {
    id: 'h', workspaceId: 'w', workflow: 'pending', publication: 'unsent', revision: newest.number, digest: newest.digest, authorId: 'ana',
    platform: 'x', accountKey: '12', targetKey: '', surface: 'post', excerpt: '', worstSeverity: null, requirement: requirement(), deadlock: null, note: '',
    urgency: 'normal', claim: null, openedBy: [], grantId: null, roundSeq: 0, binding: null, previous: null, supersededBy: null, receipt: null,
    createdAt: NOW, updatedAt: NOW, expiresAt: NOW + DEFAULT_RULES.pendingMs, releaseDeadline: null, version: 1, ...more,
  };
}

let made = 0;

export function body(about: Revision, approver: string, more: Partial<DecisionBody> = {}): DecisionBody {
  made += 1;
  return {
    type: 'countersign/decision/v1', id: `d${made}`, workspaceId: 'w', holdId: 'h', revision: about.number, digest: about.digest, kind: 'approve', approver,
    deviceKeyId: `device-${approver}`, reasons: [], text: '', suggestion: null, approveIfTaken: false, acknowledged: [],
    seen: { text: true, media: about.manifest.media.map((item) => item.sha256), dwellMs: 4_000 }, withdraws: null, policyVersion: 1,
    identity: 'passphrase', sameDevice: true, issuedAt: NOW, nonce: `n${made}`, ...more,
  };
}

export const decision = (about: Revision, approver: string, seq: number, more: Partial<DecisionBody> = {}): Decision => ({ body: body(about, approver, more), signature: 'sig', seq, void: null });

/** Counts with every signature verified, unless `verified` is given. */
export function count(newest: Revision, decisions: Decision[], more: Partial<TallyInput> = {}): Tally {
  const held = more.hold ?? hold(newest);
  return tally({ hold: held, revision: newest, decisions, members: team, requirement: held.requirement, verified: new Set(decisions.map((item) => item.body.id)), rules: rules(), ...more });
}
