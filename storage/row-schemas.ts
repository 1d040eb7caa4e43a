/**
 * Shape of every stored row that a decision or a release relies on. Checked whenever the background
 * reads one, so a damaged or hand-edited row holds the post instead of steering it.
 */
import * as z from 'zod/mini';
import { decisionBodySchema } from '../review/contract';
import { manifestSchema } from '../review/manifest';
import { INCIDENT_KINDS, LOG_TYPES, PUBLICATIONS, SURFACES, WITNESS_VERDICTS, WORKFLOWS } from '../review/model';

const id = z.string().check(z.minLength(1));
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const ms = z.number().check(z.nonnegative());
const strength = z.enum(['observe', 'warn', 'justify', 'hold', 'block']);
const severity = z.enum(['info', 'warn', 'hold', 'block']);
const stamp = z.object({ memberId: id, at: ms });

const finding = z.object({
  id, severity, reason: z.string(), source: z.string(), suggestion: z.optional(z.string()), replacement: z.optional(z.string()),
  spans: z.array(z.object({ start: z.int(), end: z.int() })),
});

const requirement = z.object({ policyVersion: z.int(), strength, approvers: z.array(id), quorum: z.int().check(z.minimum(1)) });

export const holdRow = z.object({
  id, workspaceId: id, workflow: z.enum(WORKFLOWS), publication: z.enum(PUBLICATIONS), revision: z.int().check(z.minimum(1)), digest, authorId: id,
  platform: id, accountKey: z.string(), targetKey: z.string(), surface: z.enum(SURFACES), excerpt: z.string(), worstSeverity: z.nullable(severity),
  requirement, deadlock: z.nullable(z.string()), note: z.string(), urgency: z.enum(['normal', 'urgent']), claim: z.nullable(stamp), openedBy: z.array(stamp),
  grantId: z.nullable(id), roundSeq: z.int(), binding: z.nullable(z.object({ tabId: z.int(), frameId: z.int(), composerId: id, url: z.string(), documentId: z.optional(z.string()) })),
  previous: z.nullable(id), supersededBy: z.nullable(id),
  receipt: z.nullable(z.object({ status: z.enum(['sent', 'verified', 'failed', 'unknown']), at: ms, permalink: z.nullable(z.string()), detail: z.string(), saidBy: z.nullable(id), witness: z.nullable(z.enum(WITNESS_VERDICTS)) })),
  witnessed: z.optional(z.nullable(z.object({ grantId: id, of: z.int(), matched: z.int(), blind: z.int(), foreign: z.int(), doubtful: z.boolean() }))),
  createdAt: ms, updatedAt: ms, expiresAt: ms, releaseDeadline: z.nullable(ms), version: z.int(),
  summary: z.object({ handle: z.string(), targetLabel: z.string(), mediaCount: z.int(), worstReason: z.string(), approvals: z.int(), stoppedBy: z.nullable(stamp) }),
  queueKeys: z.array(z.string()), shelf: z.enum(['open', 'done']), contentKey: z.string(), dueAt: z.optional(ms),
});

export const revisionRow = z.object({
  holdId: id, number: z.int().check(z.minimum(1)), manifest: manifestSchema, digest, contributors: z.array(id).check(z.minLength(1)), findings: z.array(finding),
  answers: z.record(z.string(), z.object({ kind: z.enum(['justified', 'false_alarm']), text: z.string(), by: id, at: ms })),
  acceptedSuggestion: z.nullable(id), createdAt: ms,
});

export const decisionRow = z.object({ body: decisionBodySchema, signature: z.string(), seq: z.int(), void: z.nullable(z.string()) });

export const grantRow = z.object({
  id, holdId: id, revision: z.int(), digest, decisionIds: z.array(id).check(z.minLength(1)), notBefore: ms, notAfter: ms,
  state: z.enum(['open', 'suspended', 'revoked', 'consumed', 'expired']), consumedAt: z.nullable(ms), carried: z.boolean(),
});

export const memberRow = z.object({
  id, name: z.string().check(z.minLength(1)), roles: z.array(z.enum(['author', 'approver', 'ruleOwner', 'auditor'])),
  publicKey: id, deviceKeyId: id, createdAt: ms, removedAt: z.nullable(ms),
});

export const incidentRow = z.object({
  id, kind: z.enum(INCIDENT_KINDS), platform: id, host: z.string(), account: z.string(), way: z.string(), digest: z.nullable(z.string()), holdId: z.nullable(id),
  permalink: z.nullable(z.string()), count: z.int().check(z.minimum(1)), firstAt: ms, lastAt: ms, state: z.enum(['open', 'dismissed', 'elsewhere']),
  closed: z.nullable(z.object({ by: z.string(), at: ms, reason: z.string() })), sameKey: z.string(),
});

const ruleDefaults = z.object({ strength, approvers: z.array(id), quorum: z.int().check(z.minimum(1)) });
export const workspaceRow = z.object({
  id, name: z.string(), createdAt: ms,
  rules: z.object({
    version: z.int(), defaults: ruleDefaults,
    accounts: z.array(z.object({ platform: id, account: z.string(), handle: z.string(), covered: z.boolean(), strength, approvers: z.array(id), quorum: z.int() })),
    undoMs: ms, grantMs: ms, pendingMs: ms, requireSeen: z.boolean(), approveIfTaken: z.boolean(),
  }),
});

export const logRow = z.object({
  seq: z.int().check(z.minimum(1)), prev: digest, at: ms, type: z.enum(LOG_TYPES), actor: z.string(), holdId: z.nullable(id),
  body: z.record(z.string(), z.unknown()), hash: digest, sig: z.string(),
});
