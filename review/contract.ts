/**
 * The message contract: everything one context may say to the background, and what it answers.
 * `from` names who may call it; the background checks sender id, URL and this list before parsing.
 * Answers are `{ ok: true, value }` or `{ ok: false, code, detail }` with a code from ERRORS.
 * Commands carry an id made by the caller, so a retry after a dead worker is harmless.
 */
import * as z from 'zod/mini';
import { REASONS, SURFACES } from './model';
import { MOST_PHRASES, phraseSchema } from './phrases';
import type { Finding, Severity } from '../checks/finding';
import type { Adapter } from '../platforms/schema';
import type { CoverageLook } from './coverage/look';
import type { ManagedAnswer } from './managed';
import type { Protection } from './protection';
import type { Digest, HoldId, MemberId, Publication, Reason, Surface, WitnessVerdict, Workflow } from './model';

export const ERRORS = [
  'bad-message', 'not-allowed', 'not-set-up', 'not-covered', 'no-such-hold', 'no-such-member', 'stale', 'locked',
  'contributor', 'not-entitled', 'not-newest-revision', 'already-decided', 'reason-required', 'unanswered-findings',
  'not-seen', 'bad-signature', 'duplicate', 'blocked-by-rule', 'quorum-missing', 'no-grant', 'grant-expired', 'too-early',
  'content-differs', 'account-differs', 'account-unknown', 'already-released', 'release-unknown', 'frozen',
  'clock-back', 'storage-full', 'storage-failed', 'checks-failed', 'rules-failed', 'bad-adapter', 'no-permission', 'lock-failed', 'timeout', 'internal',
] as const;
export type ErrorCode = (typeof ERRORS)[number];
export type Answer<T> = { ok: true; value: T } | { ok: false; code: ErrorCode; detail: string };

const id = z.string().check(z.minLength(1), z.maxLength(80));
const text = z.string().check(z.maxLength(100_000));
const short = z.string().check(z.maxLength(500));
const note = z.string().check(z.maxLength(5_000));
const hex64 = z.string().check(z.regex(/^([0-9a-f]{64}|unreadable)$/));
const ms = z.number().check(z.nonnegative());

export const accountSchema = z.strictObject({ id: short, handle: short });
export const targetSchema = z.strictObject({ id: z.string().check(z.maxLength(2_000)), label: z.optional(short), url: z.optional(z.string().check(z.maxLength(2_000))) });
export const mediaSchema = z.strictObject({ sha256: hex64, bytes: ms, mime: short, name: short, alt: note });
export const snapshotSchema = z.strictObject({
  platform: id, origin: short, url: z.string().check(z.maxLength(4_000)), surfaceId: id, surface: z.enum(SURFACES),
  account: z.nullable(accountSchema), target: z.nullable(targetSchema), audience: short, text, title: z.string().check(z.maxLength(2_000)),
  warning: z.string().check(z.maxLength(2_000)), media: z.array(mediaSchema).check(z.maxLength(40)),
});
const thumbSchema = z.strictObject({ sha256: hex64, dataUrl: z.string().check(z.maxLength(400_000), z.regex(/^data:image\/(png|jpeg|webp);base64,/)) });

/** A signed decision as it travels; `seq` and `void` are the background's. */
export const decisionBodySchema = z.strictObject({
  type: z.literal('countersign/decision/v1'), id, workspaceId: id, holdId: id, revision: z.int(), digest: hex64,
  kind: z.enum(['approve', 'request_changes', 'reject', 'withdraw']), approver: id, deviceKeyId: id,
  reasons: z.array(z.enum(REASONS)), text: note, suggestion: z.nullable(text), approveIfTaken: z.boolean(),
  acknowledged: z.array(short).check(z.maxLength(500)),
  seen: z.strictObject({ text: z.boolean(), media: z.array(hex64), dwellMs: ms }),
  withdraws: z.nullable(id), policyVersion: z.int(), identity: z.enum(['passphrase', 'passkey']), sameDevice: z.boolean(), issuedAt: ms, nonce: id,
});
export const signedDecisionSchema = z.strictObject({ body: decisionBodySchema, signature: short });

export interface Person { id: MemberId; name: string }
export type SignatureState = 'wrote' | 'approved' | 'open' | 'reading' | 'outdated' | 'asked' | 'rejected';
export interface SignatureLine { person: Person; state: SignatureState; at: number | null; revision: number | null }

/** One hold as its author's page may see it. No other person's drafts, no keys. */
export interface HoldView {
  id: HoldId;
  version: number;
  revision: number;
  digest: Digest;
  workflow: Workflow;
  publication: Publication;
  author: Person;
  surface: Surface;
  accountHandle: string;
  createdAt: number;
  /** Text of the newest revision, so that the composer can be compared and restored. */
  text: string;
  title: string;
  warning: string;
  note: string;
  media: { sha256: Digest; name: string }[];
  findings: Finding[];
  lines: SignatureLine[];
  quorum: number;
  deadlock: string | null;
  returned: { decisionId: string; by: Person; at: number; reasons: Reason[]; text: string; suggestion: string | null; countsAsApproval: boolean } | null;
  rejected: { by: Person; at: number; text: string } | null;
  /** Open grant: countdown until notBefore, usable until notAfter. */
  grant: { id: string; notBefore: number; notAfter: number } | null;
  permalink: string | null;
  outcomeDetail: string;
  /** What the network saw of the release; absent when nothing was seen. */
  witness?: WitnessVerdict;
  expiresAt: number;
}

/** What the composer's status says before anything is pressed (AU0). */
export interface CoverView {
  /** held: this account is covered. free: left out by name. unset: no workspace yet. */
  mode: 'held' | 'free' | 'unset';
  approvers: Person[];
  quorum: number;
  deadlock: string | null;
  signedInAs: Person | null;
  otherHolds: { id: HoldId; by: Person }[];
  undoMs: number;
}

/** One check as a rule owner reads it. `severities`: what its own examples give, worst first. */
export interface CheckView {
  id: string;
  about: string;
  source: string;
  severities: Severity[];
}

export interface HelloView {
  covered: boolean;
  /** Custom adapters that apply to this host; built-in ones are already in the script. */
  adapters: Adapter[];
  /** Built-in adapter ids switched on for this host (self-hosted software is matched by host). */
  builtIn: string[];
  /** Accounts left out by name: `platform` and lower-case account key. Everything else is covered. */
  free: { platform: string; account: string }[];
  /** Set when a hold is to be restored into this tab. */
  restore: HoldView | null;
  /** Author's unfinished holds that were captured on this page's URL. */
  mine: HoldView[];
  teach: boolean;
}

export interface ProtectionView {
  protection: Protection;
  managed: ManagedAnswer;
}

/** Where the scanner looks for an account's own posts (platforms/schema.ts, ownPosts). */
export interface OwnPlace {
  platform: string;
  ownPosts: NonNullable<Adapter['ownPosts']>;
  identity: Adapter['identity'];
}

type Caller = 'gate' | 'page';
/** `output` exists for its type only. */
const m = <I extends z.ZodMiniType>(from: Caller[], input: I) => ({ as: <O>() => ({ from, input, output: null as unknown as O }) });
const none = z.strictObject({});
const snap = { commandId: id, composerId: id, snapshot: snapshotSchema, thumbs: z.array(thumbSchema).check(z.maxLength(12)) };

export const CONTRACT = {
  // ---- asked by the gate, from inside a site ----
  'gate.hello': m(['gate'], z.strictObject({ url: z.string().check(z.maxLength(4_000)), top: z.boolean() })).as<HelloView>(),
  'gate.cover': m(['gate'], z.strictObject({ platform: id, account: z.nullable(accountSchema), target: z.nullable(targetSchema) })).as<CoverView>(),
  /** Debounced while typing: findings for the status, and who is at the keyboard (SD1). */
  'gate.typed': m(['gate'], z.strictObject({ composerId: id, snapshot: snapshotSchema })).as<{ findings: Finding[] }>(),
  'gate.coverage': m(['gate'], z.strictObject({ platform: id, url: z.string().check(z.maxLength(4_000)), state: z.enum(['live', 'unrecognised', 'unknown-account']), detail: short })).as<null>(),
  // The welcome page's practice composer may use the next three too; the background then insists on platform "practice".
  'hold.create': m(['gate', 'page'], z.strictObject({ ...snap, urgency: z.enum(['normal', 'urgent']), voluntary: z.boolean() })).as<HoldView>(),
  'hold.revise': m(['gate'], z.strictObject({ ...snap, holdId: id, acceptedSuggestion: z.nullable(id) })).as<HoldView>(),
  'hold.bind': m(['gate'], z.strictObject({ holdId: id, composerId: id, url: z.string().check(z.maxLength(4_000)) })).as<HoldView>(),
  'hold.view': m(['gate', 'page'], z.strictObject({ holdId: id })).as<HoldView>(),
  'release.request': m(['gate', 'page'], z.strictObject({ holdId: id, composerId: id, snapshot: snapshotSchema })).as<{ grantId: string; deadline: number }>(),
  /** An account that is left out by name: lets one publish call of it through. The background judges by its own rules. */
  'free.open': m(['gate'], z.strictObject({ platform: id, publishId: id, account: z.nullable(accountSchema) })).as<{ deadline: number }>(),
  'release.outcome': m(['gate', 'page'], z.strictObject({ holdId: id, grantId: id, status: z.enum(['sent', 'verified', 'failed', 'unknown']), permalink: z.nullable(z.string().check(z.maxLength(2_000))), detail: short })).as<HoldView>(),
  /** Brings a part of the gate into the asking frame: the panel, or teaching. */
  'gate.load': m(['gate'], z.strictObject({ part: z.enum(['panel', 'teach']) })).as<null>(),
  /** The page world refused a publish call that nobody had released. The digest is of its body, null when unreadable. */
  'gate.blocked': m(['gate'], z.strictObject({ platform: id, publishId: id, way: short, digest: z.nullable(hex64) })).as<null>(),
  /** Posts of the signed-in account on its own pages, oldest facts first: the background compares them with receipts. */
  'posts.where': m(['gate'], none).as<OwnPlace[]>(),
  'posts.seen': m(['gate'], z.strictObject({
    platform: id, account: accountSchema,
    posts: z.array(z.strictObject({ permalink: z.string().check(z.minLength(1), z.maxLength(2_000)), text, at: ms })).check(z.maxLength(40)),
  })).as<null>(),
  'teach.done': m(['gate'], z.strictObject({ adapter: z.unknown() })).as<{ adapterId: string }>(),

  // ---- asked by the author, in the page panel or in the popup ----
  'hold.note': m(['gate', 'page'], z.strictObject({ holdId: id, note })).as<HoldView>(),
  'hold.answer': m(['gate', 'page'], z.strictObject({ holdId: id, findingKey: short, kind: z.enum(['justified', 'false_alarm']), text: note })).as<HoldView>(),
  /**
   * A flag is wrong: counted per check, it decides nothing (QU8 asks for `hold.answer`). While typing the composer names
   * the draft; once held, the hold does. Exactly one of the two is set.
   */
  'finding.wrong': m(['gate', 'page'], z.strictObject({ checkId: id, holdId: z.nullable(id), composerId: z.nullable(id) })).as<null>(),
  'hold.recall': m(['gate', 'page'], z.strictObject({ holdId: id })).as<HoldView>(),
  /** TI6: either side stops the countdown. The approvals stay; the grant is suspended until resumed. */
  'hold.stop': m(['gate', 'page'], z.strictObject({ holdId: id })).as<HoldView>(),
  'hold.resume': m(['gate', 'page'], z.strictObject({ holdId: id })).as<HoldView>(),
  /** After expiry: ask the same people again, same revision. */
  'hold.renew': m(['gate', 'page'], z.strictObject({ holdId: id })).as<HoldView>(),
  /** Opens the right page and restores the draft into its composer. */
  'hold.open': m(['page'], z.strictObject({ holdId: id })).as<{ tabId: number }>(),
  /** RL2: a person says what happened to an unknown release. */
  'hold.resolve': m(['gate', 'page'], z.strictObject({ holdId: id, there: z.boolean(), permalink: z.nullable(z.string().check(z.maxLength(2_000))) })).as<null>(),

  // ---- asked by extension pages only ----
  'review.open': m(['page'], z.strictObject({ holdId: id })).as<null>(),
  'review.close': m(['page'], z.strictObject({ holdId: id })).as<null>(),
  'review.decide': m(['page'], z.strictObject({ decision: signedDecisionSchema })).as<{ workflow: Workflow; void: string | null }>(),
  /** TI3: approver confirms an expired grant again, unchanged revision; carried by a fresh signed approve. */
  /** QU7: an approver who approved this one puts the other unfinished holds on the same target aside. */
  'review.supersede': m(['page'], z.strictObject({ holdId: id })).as<{ aside: HoldId[] }>(),
  'workspace.create': m(['page'], z.strictObject({ name: short, member: z.unknown(), vault: z.unknown() })).as<{ workspaceId: string }>(),
  'member.add': m(['page'], z.strictObject({ member: z.unknown(), vault: z.unknown() })).as<null>(),
  'member.update': m(['page'], z.strictObject({ memberId: id, name: short, roles: z.array(z.enum(['author', 'approver', 'ruleOwner', 'auditor'])) })).as<null>(),
  'member.remove': m(['page'], z.strictObject({ memberId: id })).as<null>(),
  'rules.set': m(['page'], z.strictObject({ rules: z.unknown(), base: z.int() })).as<{ version: number }>(),
  /** `base`: version of the list the person saw. */
  'phrases.change': m(['page'], z.strictObject({ put: z.array(phraseSchema).check(z.maxLength(MOST_PHRASES)), drop: z.array(id).check(z.maxLength(MOST_PHRASES)), base: z.int() })).as<{ version: number }>(),
  /** The permission itself is asked for in the page, inside the click. */
  'site.cover': m(['page'], z.strictObject({ platform: id, host: z.nullable(short) })).as<null>(),
  'site.uncover': m(['page'], z.strictObject({ platform: id, host: z.nullable(short) })).as<null>(),
  'adapter.import': m(['page'], z.strictObject({ adapter: z.unknown(), host: z.nullable(short) })).as<{ adapterId: string }>(),
  'adapter.remove': m(['page'], z.strictObject({ adapterId: id })).as<null>(),
  'teach.start': m(['page'], z.strictObject({ tabId: z.int() })).as<null>(),
  /** "Add the account shown on this page": asks the gate in that tab which account it sees. */
  'account.seen': m(['page'], z.strictObject({ tabId: z.int() })).as<{ platform: string; account: { id: string; handle: string } | null }>(),
  /** Every check with what it looks for, for the rules page. */
  'checks.list': m(['page'], none).as<CheckView[]>(),
  /** A person looked at an incident. "Posted elsewhere" says that the post was made knowingly in another place. */
  'incident.close': m(['page'], z.strictObject({ incidentId: id, state: z.enum(['dismissed', 'elsewhere']), reason: note })).as<null>(),
  /** Every covered site layer by layer, and the tab named. Asks the open tabs first. */
  'coverage.look': m(['page'], z.strictObject({ tab: z.nullable(z.strictObject({ id: z.int(), url: z.string().check(z.maxLength(4_000)) })) })).as<CoverageLook>(),
  'log.verify': m(['page'], none).as<{ ok: boolean; entries: number; problem: string | null }>(),
  'session.changed': m(['page'], none).as<null>(),
  /** The protection level that is really active, and what the organisation set. `again` repeats the check. */
  'protection.view': m(['page'], z.strictObject({ again: z.boolean() })).as<ProtectionView>(),
} as const;

export type MessageName = keyof typeof CONTRACT;
export type Input<N extends MessageName> = z.infer<(typeof CONTRACT)[N]['input']>;
export type Output<N extends MessageName> = (typeof CONTRACT)[N]['output'];

/** What the background pushes to the gate of one tab. Never a fact the gate acts on without asking back. */
export type Push =
  | { kind: 'hold'; view: HoldView }
  | { kind: 'rules' }
  | { kind: 'teach' }
  /** The person asked for a draft in this tab: ask for it. */
  | { kind: 'restore' }
  | { kind: 'account'; reply: true }
  /** Is the gate there? Answered with AliveReply. */
  | { kind: 'alive' };

/** What the gate of a tab says about itself when it is asked. A page cannot forge it: it has no way to answer us. */
export interface AliveReply {
  /** The page-world layer has shaken hands. */
  page: boolean;
  /** The page was loaded before the gate came. */
  late: boolean;
  /** Its composers as of now; '' before anybody wrote. */
  state: 'live' | 'unrecognised' | 'unknown-account' | '';
}
