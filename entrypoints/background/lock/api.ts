/** declarativeNetRequest as the lock uses it. Every dynamic and every session rule of this extension is the lock's. */
import { browser } from '../../../runtime/browser';
import type { Engine, NetRule } from '../../../platforms/lock-rules';

interface Change {
  removeRuleIds: number[];
  addRules: NetRule[];
}

interface NetRequest {
  getDynamicRules(): Promise<NetRule[]>;
  updateDynamicRules(change: Change): Promise<void>;
  getSessionRules(): Promise<NetRule[]>;
  updateSessionRules(change: Change): Promise<void>;
  getEnabledRulesets(): Promise<string[]>;
  updateEnabledRulesets(change: { enableRulesetIds: string[]; disableRulesetIds: string[] }): Promise<void>;
  isRegexSupported(about: { regex: string; isCaseSensitive: boolean }): Promise<{ isSupported: boolean; reason?: string }>;
}

/** Looked up at every use, as the browser may not have it yet while modules load. */
export const net = (): NetRequest => browser.declarativeNetRequest as unknown as NetRequest;

export const ENGINE: Engine = import.meta.env.FIREFOX ? 'firefox' : 'chromium';

/** Rulesets the build ships, as its manifest names them. */
export function shippedRulesets(): string[] {
  const manifest = browser.runtime.getManifest() as { declarative_net_request?: { rule_resources?: { id: string }[] } };
  return (manifest.declarative_net_request?.rule_resources ?? []).map(({ id }) => id);
}
