/** What the other layers say about themselves, in one place. */
import { lockPlan } from '../../../platforms/lock-rules';
import type { LockFacts } from '../../../review/coverage/facts';
import { browser } from '../../../runtime/browser';
import type { CoveredSite } from '../coverage';

interface NetRequest {
  getDynamicRules(): Promise<{ action: { type: string }; condition: { regexFilter?: string } }[]>;
  getEnabledRulesets(): Promise<string[]>;
}

/** What the browser really enforces now: patterns of its dynamic block rules, and the rulesets that are on. */
export interface BrowserRules {
  patterns: ReadonlySet<string>;
  rulesets: ReadonlySet<string>;
}

/** Asked of the browser each time, not remembered: rules can be lost in an update (guard.md §3.2). */
export async function browserRules(): Promise<BrowserRules> {
  const net = (browser as unknown as { declarativeNetRequest?: NetRequest }).declarativeNetRequest;
  if (!net) return { patterns: new Set(), rulesets: new Set() };
  const [rules, rulesets] = await Promise.all([net.getDynamicRules(), net.getEnabledRulesets()]);
  return { patterns: new Set(rules.filter(({ action }) => action.type === 'block').map(({ condition }) => condition.regexFilter ?? '')), rulesets: new Set(rulesets) };
}

/** The lock of one site. A shipped ruleset counts for sites whose adapter names the hosts. */
export function lockFacts({ platform, host, adapter }: CoveredSite, there: BrowserRules): LockFacts {
  const { rules, locked, unlocked } = lockPlan(adapter, host, import.meta.env.FIREFOX ? 'firefox' : 'chromium');
  const blocks = rules.filter(({ action }) => action === 'block');
  const set = (host === null && there.rulesets.has(platform)) || blocks.every(({ condition }) => there.patterns.has(condition.regexFilter));
  return { set, locked, unlocked };
}

let listening = false;

/** Called where the network witness registers its listener: only then do receipts say matched. */
export function witnessStarted(): void {
  listening = true;
}

export const witnessListens = (): boolean => listening;

/** What the start-up self-check proved; guarded until somebody proves more. */
export async function isEnforced(): Promise<boolean> {
  return false;
}
