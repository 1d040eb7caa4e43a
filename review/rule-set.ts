/** The one simple rule set: which rule an account has, and its bounds. Source: decisions.md §8.2. */
import { z } from 'zod';
import { accountKey, handleKey } from './names';
import { DEFAULT_RULES } from './model';
import type { Account, AccountRule, RuleSet } from './model';

const id = z.string().min(1).max(80);
/** For now an account is held, blocked, or left out by name; watch, warn and ask-why need rules of their own. */
const strength = z.enum(['hold', 'block'], 'choose "hold" or "block"');
const approvers = z.array(id).max(50).refine((list) => new Set(list).size === list.length, 'name each approver once');
const quorum = z.int().min(1, 'at least one approval').max(10, 'at most ten approvals');

const accountRule = z.strictObject({
  platform: id,
  account: z.string().min(1).max(500).refine((key) => key === key.toLowerCase(), 'use lower case'),
  handle: z.string().max(500),
  covered: z.boolean(),
  strength,
  approvers,
  quorum,
}).refine((rule) => rule.approvers.length === 0 || rule.quorum <= rule.approvers.length, 'more approvals are asked for than approvers are named');

/** No field lets a post through because time passed (TI2): a rule set with such a key is refused as unknown. */
export const ruleSetSchema = z.strictObject({
  version: z.int().positive(),
  defaults: z.strictObject({ strength, approvers, quorum })
    .refine((rule) => rule.approvers.length === 0 || rule.quorum <= rule.approvers.length, 'more approvals are asked for than approvers are named'),
  accounts: z.array(accountRule).max(500)
    .refine((rules) => new Set(rules.map((rule) => `${rule.platform} ${rule.account}`)).size === rules.length, 'one rule per account'),
  /** TI6 */
  undoMs: z.int().min(0).max(60_000),
  /** TI3: longer than the longest undo window, at most a day. */
  grantMs: z.int().min(2 * 60_000).max(24 * 3_600_000),
  /** TI1: hard cap seven days. */
  pendingMs: z.int().min(60_000).max(7 * 24 * 3_600_000),
  requireSeen: z.boolean(),
  approveIfTaken: z.boolean(),
});

/**
 * The rule of one account. A private account is left out only by its exact key; a covering rule also matches by
 * handle, so that a page that shows less about the account never gets the weaker rule. Nothing matched: SD7,
 * the defaults, covered.
 */
export function ruleFor(rules: RuleSet, platform: string, account: Account): AccountRule {
  const key = accountKey(account);
  const here = rules.accounts.filter((rule) => rule.platform === platform);
  return here.find((rule) => rule.account === key)
    ?? here.find((rule) => rule.covered && [rule.account, handleKey(rule.handle)].includes(handleKey(account.handle)))
    ?? here.find((rule) => rule.account === '*')
    ?? { platform, account: key, handle: account.handle, covered: true, ...rules.defaults };
}

/**
 * Reads a stored rule set. When it cannot be read, `rules` are the defaults, which hold every account (SD7): good
 * enough to stop a post, never enough to release one. `version` stays the highest one known.
 */
export function readRules(stored: unknown, highestVersion = 1): { ok: boolean; rules: RuleSet; detail: string } {
  const parsed = ruleSetSchema.safeParse(stored);
  if (parsed.success && parsed.data.version >= highestVersion) return { ok: true, rules: parsed.data, detail: '' };
  const detail = parsed.success
    ? `Version ${parsed.data.version} of the rules is older than version ${highestVersion}, which was in force here.`
    : parsed.error.issues.map((issue) => `${issue.path.join('.') || 'rules'}: ${issue.message}`).slice(0, 5).join('; ');
  return { ok: false, rules: { ...DEFAULT_RULES, version: highestVersion }, detail };
}
