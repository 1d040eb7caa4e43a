/** What was written: the composer as the gate read it, and the exact version people sign. */
import type { Finding } from '../../checks/finding';
import type { DecisionId, Digest, HoldId, MemberId } from './ids';

/** What a composer is for. HOUSE.md, Words. */
export const SURFACES = ['post', 'reply', 'comment', 'message', 'thread', 'edit', 'schedule', 'repost'] as const;
export type Surface = (typeof SURFACES)[number];

/** The acting identity the page showed when the send control was pressed. */
export interface Account {
  /** Stable id where the site shows one, else the handle. Compared without case. */
  id: string;
  /** What a person would call it, with the site's own prefix ("@northmoor", "u/northmoor"). */
  handle: string;
}

/** What the post answers or where it goes, when that is not the account's own timeline. */
export interface Target {
  id: string;
  label?: string;
  url?: string;
}

export interface MediaRef {
  /** SHA-256 of the File the author attached, before any upload. 'unreadable' never matches anything. */
  sha256: Digest;
  bytes: number;
  mime: string;
  name: string;
  alt: string;
}

/** One capture of a composer, made by the gate. The page can lie here: it is a request, not a fact. */
export interface Snapshot {
  platform: string;
  origin: string;
  url: string;
  surfaceId: string;
  surface: Surface;
  account: Account | null;
  target: Target | null;
  audience: string;
  /** Exact text as the site would send it, LF line ends; thread parts joined by U+001E. */
  text: string;
  title: string;
  warning: string;
  media: MediaRef[];
}

/** Canonical manifest: exactly these fields are digested and signed (guard.md §5, BI1). */
export interface Manifest {
  v: 1;
  workspaceId: string;
  holdId: HoldId;
  revision: number;
  platform: string;
  origin: string;
  surface: Surface;
  surfaceId: string;
  account: Account;
  target: Target | null;
  audience: string;
  text: string;
  title: string;
  warning: string;
  links: string[];
  media: MediaRef[];
  policyVersion: number;
  checksDigest: Digest;
  author: { memberId: MemberId; deviceKeyId: string };
  createdAt: number;
  /** 128 bit, hex. */
  nonce: string;
}

export interface Revision {
  holdId: HoldId;
  number: number;
  manifest: Manifest;
  digest: Digest;
  /** SD1: everyone who changed any part of this revision, the author included. */
  contributors: MemberId[];
  findings: Finding[];
  /** Author's answers to findings, by finding key (QU8). */
  answers: Record<string, FindingAnswer>;
  /** BI6: the decision whose suggestion was accepted verbatim to make this revision. */
  acceptedSuggestion: DecisionId | null;
  createdAt: number;
}

export interface FindingAnswer {
  kind: 'justified' | 'false_alarm';
  text: string;
  by: MemberId;
  at: number;
}
