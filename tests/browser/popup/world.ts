/** People with real keys and posts with real digests and signatures, written straight into the page's own database. */
import type { Finding } from '../../../checks/finding';
import { signDecision } from '../../../identity/decide';
import { verifyDecisions } from '../../../identity/decide';
import { generateDeviceKey, importSigningKey } from '../../../identity/keys';
import { sealKey } from '../../../identity/vault';
import { excerptOf } from '../../../review/machine';
import { accountKey, buildManifest, digestManifest, targetKey } from '../../../review/manifest';
import { findingKey, worst } from '../../../review/findings';
import { tally } from '../../../review/tally';
import { DEFAULT_RULES } from '../../../review/model';
import type { Decision, DecisionBody, FindingAnswer, Hold, LogEntry, MediaRef, Member, Revision, Role, RuleSet, Snapshot, Workspace } from '../../../review/model';
import { database } from '../../../storage/db';
import { shelve } from '../../../storage/derive';
import { browser } from './fake-browser';

export const PASSPHRASE = 'correct horse battery';
export const MINUTE = 60_000;
const keys = new Map<string, CryptoKey>();

export const WORKSPACE: Workspace = { id: 'w1', name: 'Northmoor', createdAt: 0, rules: DEFAULT_RULES };

export async function emptyStore(): Promise<void> {
  const db = await database();
  await Promise.all(db.tables.map((table) => table.clear()));
}

/** A workspace with these people. Vaults cost a fifth of a second each, so they are made only when asked for. */
export async function createWorkspace(people: Record<string, Role[]>, options: { rules?: Partial<RuleSet>; vaults?: boolean } = {}): Promise<Record<string, Member>> {
  const db = await database();
  await db.workspace.put({ ...WORKSPACE, rules: { ...DEFAULT_RULES, ...options.rules } });
  const members: Record<string, Member> = {};
  let joined = 1;
  for (const [name, roles] of Object.entries(people)) {
    const { publicKey, deviceKeyId, pkcs8 } = await generateDeviceKey();
    const id = name.split(' ')[0]?.toLowerCase() ?? name;
    keys.set(id, await importSigningKey(pkcs8));
    const member: Member = { id, name, roles, publicKey, deviceKeyId, createdAt: joined++, removedAt: null };
    await db.members.put(member);
    if (options.vaults) await db.vaults.put({ memberId: id, vault: await sealKey(pkcs8, PASSPHRASE, id) });
    members[id] = member;
  }
  return members;
}

/** A session without the cost of a key derivation: enough to look, not to sign. */
export async function signIn(memberId: string): Promise<void> {
  const now = Date.now();
  await browser.storage.session.set({ session: { memberId, kek: 'A'.repeat(43), unlockedAt: now, idleUntil: now + 5 * MINUTE, absoluteUntil: now + 60 * MINUTE } });
  await browser.storage.local.set({ lastMember: memberId });
}

export interface Post {
  id?: string;
  author?: string;
  approvers?: string[];
  quorum?: number;
  platform?: string;
  handle?: string;
  surface?: Snapshot['surface'];
  target?: Snapshot['target'];
  audience?: string;
  text?: string;
  title?: string;
  media?: MediaRef[];
  findings?: Finding[];
  answers?: Record<string, FindingAnswer>;
  note?: string;
  ageMs?: number;
  urgency?: Hold['urgency'];
  bound?: boolean;
  /** Earlier texts, oldest first: versions before the newest. */
  earlier?: string[];
  contributors?: string[];
  patch?: Partial<Hold>;
  strength?: Hold['requirement']['strength'];
}

let counter = 0;
let seq = 0;

async function makeRevision(post: Post, holdId: string, number: number, text: string, at: number): Promise<Revision> {
  const author = post.author ?? 'lena';
  const snapshot = {
    platform: post.platform ?? 'x', origin: 'https://x.com', url: 'https://x.com/compose/post', surfaceId: 'composer', surface: post.surface ?? 'post',
    account: { id: (post.handle ?? '@northmoor').replace(/^@/, ''), handle: post.handle ?? '@northmoor' }, target: post.target ?? null, audience: post.audience ?? 'public',
    text, title: post.title ?? '', warning: '', media: post.media ?? [],
  };
  const manifest = buildManifest(snapshot, { workspaceId: 'w1', holdId, revision: number, policyVersion: 1, checksDigest: '0'.repeat(64), author: { memberId: author, deviceKeyId: 'd' }, createdAt: at, nonce: number.toString(16).padStart(32, '0') });
  return { holdId, number, manifest, digest: await digestManifest(manifest), contributors: post.contributors ?? [author], findings: post.findings ?? [], answers: post.answers ?? {}, acceptedSuggestion: null, createdAt: at };
}

/** Holds one post; the summary and index fields are made by the same code as in the product. */
export async function holdPost(post: Post = {}): Promise<Hold> {
  const db = await database();
  const id = post.id ?? `h${counter += 1}`;
  const at = Date.now() - (post.ageMs ?? 4 * MINUTE);
  const texts = [...(post.earlier ?? []), post.text ?? 'Small thing, big relief: the cap now clicks shut.'];
  const revisions = await Promise.all(texts.map((text, index) => makeRevision(post, id, index + 1, text, at + index * MINUTE)));
  const newest = revisions.at(-1);
  if (!newest) throw new Error('A post has a text.');
  const { manifest } = newest;
  const hold: Hold = {
    id, workspaceId: 'w1', workflow: 'pending', publication: 'unsent', revision: newest.number, digest: newest.digest, authorId: post.author ?? 'lena',
    platform: manifest.platform, accountKey: accountKey(manifest.account), targetKey: targetKey(manifest.target), surface: manifest.surface, excerpt: excerptOf(manifest.text), worstSeverity: worst(newest.findings),
    requirement: { policyVersion: 1, strength: post.strength ?? 'hold', approvers: post.approvers ?? ['mara'], quorum: post.quorum ?? 1 }, deadlock: null, note: post.note ?? '', urgency: post.urgency ?? 'normal',
    claim: null, openedBy: [], grantId: null, roundSeq: 0, binding: post.bound === false ? null : { tabId: 1, frameId: 0, composerId: 'c', url: 'https://x.com' }, previous: null, supersededBy: null, receipt: null,
    createdAt: at, updatedAt: at, expiresAt: at + 24 * 60 * MINUTE, releaseDeadline: null, version: 1, ...post.patch,
  };
  await db.revisions.bulkPut(revisions);
  await record(id, hold.authorId, 'hold.created', at, { revision: 1, platform: manifest.platform, handle: manifest.account.handle });
  for (const { number, createdAt } of revisions.slice(1)) await record(id, hold.authorId, 'hold.revised', createdAt, { revision: number });
  await store(hold);
  return hold;
}

/** Writes the hold with the fields that follow from everything else. */
export async function store(hold: Hold): Promise<void> {
  const db = await database();
  const [revision, decisions, members] = await Promise.all([db.revisions.get([hold.id, hold.revision]), db.decisions.where('[body.holdId+seq]').between([hold.id, 0], [hold.id, 9e9]).toArray(), db.members.toArray()]);
  if (!revision) throw new Error('A hold has a revision.');
  const counted = tally({ hold, revision, decisions, members, requirement: hold.requirement, verified: await verifyDecisions(decisions, members) });
  const grant = hold.grantId ? ((await db.grants.get(hold.grantId)) ?? null) : null;
  await db.holds.put(shelve(hold, { revision, grant, approvers: hold.requirement.approvers, counted }));
}

export async function record(holdId: string | null, actor: string, type: LogEntry['type'], at: number, body: Record<string, unknown>): Promise<void> {
  seq += 1;
  await (await database()).log.put({ seq, prev: '0'.repeat(64), at, type, actor, holdId, body, hash: '0'.repeat(64), sig: '' });
}

/** A decision signed with the person's real key. */
export async function decide(hold: Hold, approver: string, kind: DecisionBody['kind'], words: Partial<DecisionBody> = {}): Promise<Decision> {
  const db = await database();
  const key = keys.get(approver);
  const member = await db.members.get(approver);
  if (!key || !member) throw new Error(`No key for ${approver}.`);
  const revision = await db.revisions.get([hold.id, hold.revision]);
  const body: DecisionBody = {
    type: 'countersign/decision/v1', id: crypto.randomUUID(), workspaceId: 'w1', holdId: hold.id, revision: hold.revision, digest: hold.digest, kind, approver, deviceKeyId: member.deviceKeyId,
    reasons: [], text: '', suggestion: null, approveIfTaken: false, acknowledged: (revision?.findings ?? []).map(findingKey), seen: { text: true, media: [], dwellMs: 0 }, withdraws: null,
    policyVersion: 1, identity: 'passphrase', sameDevice: true, issuedAt: Date.now() - MINUTE, nonce: crypto.randomUUID(), ...words,
  };
  const signed = await signDecision(key, body);
  const decision: Decision = { ...signed, seq: seq + 1, void: null };
  await db.decisions.put(decision);
  await record(hold.id, approver, 'decision.recorded', body.issuedAt, { decisionId: body.id, kind, revision: hold.revision, identity: 'passphrase', sameDevice: true });
  await store(hold);
  return decision;
}

export function finding(text: string, words: string, more: Partial<Finding> = {}): Finding {
  const start = text.indexOf(words);
  return { id: 'claim.timed', severity: 'hold', spans: start < 0 ? [] : [{ start, end: start + words.length }], reason: 'Timed result, needs a source.', source: 'ASA CAP 12.1', ...more };
}

/** A small picture made here, so that no file has to be kept. */
export function picture(): string {
  const canvas = document.createElement('canvas');
  canvas.width = 320;
  canvas.height = 208;
  const paint = canvas.getContext('2d');
  if (!paint) throw new Error('No canvas.');
  paint.fillStyle = '#E4DACB';
  paint.fillRect(0, 0, 320, 208);
  paint.fillStyle = '#2E4A3F';
  paint.fillRect(84, 84, 152, 80);
  paint.fillStyle = '#F4EFE6';
  paint.beginPath();
  paint.ellipse(160, 84, 76, 20, 0, 0, 7);
  paint.fill();
  return canvas.toDataURL('image/png');
}
