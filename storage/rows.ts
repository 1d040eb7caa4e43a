/**
 * Rows as they are stored: the words of review/model plus what lists and indexes need.
 * Derived fields are written together with the row they come from and never read by a decision.
 */
import { trivialText } from '../review/canonical';
import type { Adapter } from '../platforms/schema';
import type { Digest, Hold, HoldId, Incident, MemberId } from '../review/model';

/** What a list shows of a hold without reading its revision. */
export interface HoldSummary {
  /** The acting account as the site writes it ("@northmoor"). */
  handle: string;
  targetLabel: string;
  mediaCount: number;
  /** Reason of the worst finding, '' without findings. */
  worstReason: string;
  /** How many signatures count at this moment. */
  approvals: number;
  /** Who asked for changes or rejected, and when; null while nobody did. */
  stoppedBy: { memberId: MemberId; at: number } | null;
}

export interface StoredHold extends Hold {
  summary: HoldSummary;
  /**
   * One key per person who can still act, most urgent first: see `queueKey`. Empty once nothing waits.
   * Multi-entry index, so a badge counts and a list pages without loading other people's holds.
   */
  queueKeys: string[];
  /** open: somebody still has to do something. done: history. */
  shelf: 'open' | 'done';
  /** `contentKey()` of the newest revision: finds the hold that already stands for the same words in the same place. */
  contentKey: string;
  /** Next moment at which time itself changes this hold (expiry, stale release); absent when none. */
  dueAt?: number;
}

/** Key of one queue place. `'*'` stands for "anybody". Urgent before normal, then oldest first. */
export function queueKey(memberId: MemberId | '*', urgency: Hold['urgency'], createdAt: number): string {
  return `${memberId}|${urgency === 'urgent' ? 0 : 1}|${String(Math.floor(createdAt)).padStart(15, '0')}`;
}

/** Rough on purpose: what it finds is compared properly afterwards. */
export function contentKey(platform: string, accountKey: string, targetKey: string, text: string): string {
  return `${platform}|${accountKey}|${targetKey}|${trivialText(text).slice(0, 80)}`;
}

export interface SiteRow {
  /** `siteKey(platform, host)` */
  key: string;
  platform: string;
  /** Host of self-hosted software or of a custom adapter; null when the adapter names its hosts. */
  host: string | null;
  coveredAt: number;
}

export function siteKey(platform: string, host: string | null): string {
  return `${platform}|${host ?? ''}`;
}

export interface AdapterRow {
  id: string;
  adapter: Adapter;
  host: string | null;
  addedAt: number;
}

export interface CoverageRow {
  /** `siteKey(platform, host)` with the host of the page that reported. */
  key: string;
  platform: string;
  host: string;
  state: 'live' | 'unrecognised' | 'unknown-account' | 'not-covered';
  detail: string;
  at: number;
}

export interface MediaRow {
  holdId: HoldId;
  sha256: Digest;
  dataUrl: string;
}

/** A command that was carried out, so that a retry gets the same answer (HOUSE: commands are idempotent). */
export interface CommandRow {
  id: string;
  holdId: HoldId;
  at: number;
}

/** Opaque here: identity/vault owns the shape and checks it at every use. */
export interface VaultRow {
  memberId: MemberId;
  vault: unknown;
}

/**
 * One check on one held post, or on a draft nobody has held yet: whether a person said that the flag is wrong.
 * Counted per check and nothing else; no person is kept (precision figures, issue of checks).
 */
export interface FlagRow {
  /** The hold, or `draftKey()` of the composer. */
  place: string;
  checkId: string;
  wrong: 0 | 1;
}

/** Place of a draft that is still being typed. */
export const draftKey = (composerId: string): string => `draft:${composerId}`;

export interface IncidentRow extends Incident {
  /** `sameKey()`: what counts as the same thing again. */
  sameKey: string;
}

export function sameKey({ kind, platform, host, digest, permalink }: Pick<Incident, 'kind' | 'platform' | 'host' | 'digest' | 'permalink'>): string {
  return [kind, platform, host, permalink ?? digest ?? ''].join('|');
}

/** A post on a covered account's own page that nobody has to be told about (again). */
export interface SeenPostRow {
  /** `postKey()` */
  key: string;
  at: number;
}

export function postKey(platform: string, permalink: string): string {
  return `${platform}|${permalink}`;
}

export interface LogHead {
  seq: number;
  hash: Digest;
}

/** The device's log key: the private half cannot be exported (guard.md §2). */
export interface LogKey {
  publicKey: string;
  privateKey: CryptoKey;
}

/** Everything kept under a name. */
export interface MetaValues {
  logHead: LogHead;
  logKey: LogKey;
  /** Random id of this store; a new one after a wipe. */
  epoch: string;
  /** Latest wall clock seen, Unix ms (guard.md §4.1). */
  highestSeen: number;
  /** Set when the store was found wiped or rolled back, until somebody sets the workspace up again. */
  reset: { at: number; lost: LogHead };
  /** Schema version whose rows were last checked one by one. */
  checkedVersion: number;
  /** Version of the team's own phrases; absent before the first. */
  phrases: { version: number };
  /** Rows that did not pass that check: `table:key`. */
  damaged: string[];
}
export type MetaName = keyof MetaValues;
export interface MetaRow {
  name: MetaName;
  value: MetaValues[MetaName];
}
