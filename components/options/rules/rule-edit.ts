/** Edits of the one rule set, with its bounds. Pure: each returns a new set; the background sets the version. */
import type { AccountRule, MemberId, RuleSet, Strength } from '../../../review/model';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** TI6 */
export const UNDO = { min: 0, max: 60, unit: SECOND } as const;
/** TI3: longer than the longest undo window, at most 24 hours. */
export const GRANT = { min: 2, max: 24 * 60, unit: MINUTE } as const;
/** TI1: hard cap of 7 days. */
export const PENDING = { min: 1, max: 7 * 24, unit: HOUR } as const;
export type Bounds = typeof UNDO | typeof GRANT | typeof PENDING;

/** Reads a whole number inside the bounds, or says what is wrong with it. */
export function readNumber(text: string, bounds: Bounds, noun: string): { ok: true; ms: number } | { ok: false; problem: string } {
  const trimmed = text.trim();
  const value = Number(trimmed);
  if (!/^\d+$/.test(trimmed) || !Number.isSafeInteger(value)) return { ok: false, problem: `Use a whole number of ${noun}.` };
  if (value < bounds.min || value > bounds.max) return { ok: false, problem: `Between ${bounds.min} and ${bounds.max} ${noun}.` };
  return { ok: true, ms: value * bounds.unit };
}

export const STRENGTHS: readonly { id: Extract<Strength, 'hold' | 'block'>; words: string; meaning: string }[] = [
  { id: 'hold', words: 'hold it', meaning: 'Held until enough people approve' },
  { id: 'block', words: 'block it', meaning: 'Nothing leaves from this account' },
];

/** "observe", "warn" and "justify" have no effect at the send button yet, so they are not offered here. */
export const strengthWords = (strength: Strength): string => STRENGTHS.find((entry) => entry.id === strength)?.words ?? strength;

export const sameAccount = (a: Pick<AccountRule, 'platform' | 'account'>, b: Pick<AccountRule, 'platform' | 'account'>): boolean =>
  a.platform === b.platform && a.account === b.account;

export function withAccount(rules: RuleSet, rule: AccountRule): RuleSet {
  const known = rules.accounts.some((entry) => sameAccount(entry, rule));
  return { ...rules, accounts: known ? rules.accounts.map((entry) => (sameAccount(entry, rule) ? rule : entry)) : [...rules.accounts, rule] };
}

export const withoutAccount = (rules: RuleSet, rule: Pick<AccountRule, 'platform' | 'account'>): RuleSet => ({
  ...rules,
  accounts: rules.accounts.filter((entry) => !sameAccount(entry, rule)),
});

/** A new account starts from the defaults, so adding it changes nothing until somebody says so. */
export function newAccount(rules: RuleSet, platform: string, account: string, handle: string, covered: boolean): AccountRule {
  return { platform, account, handle, covered, strength: rules.defaults.strength, approvers: [...rules.defaults.approvers], quorum: rules.defaults.quorum };
}

/**
 * Ticks or unticks one approver. The empty list means "every approver", so unticking one person first
 * spells the list out, and ticking everybody folds it back.
 */
export function toggleApprover(listed: readonly MemberId[], everyone: readonly MemberId[], id: MemberId): { ok: true; approvers: MemberId[] } | { ok: false; problem: string } {
  const shown = listed.length === 0 ? [...everyone] : listed.filter((entry) => everyone.includes(entry));
  const next = shown.includes(id) ? shown.filter((entry) => entry !== id) : everyone.filter((entry) => entry === id || shown.includes(entry));
  if (next.length === 0) return { ok: false, problem: 'Somebody has to be able to approve. Tick another person first.' };
  return { ok: true, approvers: next.length === everyone.length ? [] : next };
}
