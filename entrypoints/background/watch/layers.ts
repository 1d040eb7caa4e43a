/** What the other layers say about themselves, in one place. */
import { lockPlan } from '../../../platforms/lock-rules';
import type { LockFacts } from '../../../review/coverage/facts';
import type { CoveredSite } from '../coverage';
import { ENGINE, net } from '../lock/api';
import { lockTrouble } from '../lock/sync';
import { protectionNow } from '../protection/level';

/** What the browser really enforces now: patterns of its dynamic block rules, and the rulesets that are on. */
export interface BrowserRules {
  patterns: ReadonlySet<string>;
  rulesets: ReadonlySet<string>;
  trouble: string | null;
}

/** Asked of the browser each time, not remembered: rules can be lost in an update (guard.md §3.2). */
export async function browserRules(): Promise<BrowserRules> {
  const [rules, rulesets, trouble] = await Promise.all([net().getDynamicRules(), net().getEnabledRulesets(), lockTrouble()]);
  return { patterns: new Set(rules.filter(({ action }) => action.type === 'block').map(({ condition }) => condition.regexFilter)), rulesets: new Set(rulesets), trouble };
}

/** The lock of one site. A shipped ruleset counts for sites whose adapter names the hosts. */
export function lockFacts({ platform, host, adapter }: CoveredSite, there: BrowserRules): LockFacts {
  const { rules, locked, unlocked } = lockPlan(adapter, host, ENGINE);
  const blocks = rules.filter(({ action }) => action === 'block');
  const set = (host === null && there.rulesets.has(platform)) || blocks.every(({ condition }) => there.patterns.has(condition.regexFilter));
  return { set, locked, unlocked, trouble: there.trouble };
}

let listening = false;

/** Called where the network witness registers its listener: only then do receipts say matched. */
export function witnessStarted(): void {
  listening = true;
}

export const witnessListens = (): boolean => listening;

/** What the self-check of this browser session proved, and nothing less. */
export async function isEnforced(): Promise<boolean> {
  return (await protectionNow()).level === 'enforced';
}
