/** The shipped rulesets: what the build writes into `rules/` and names in the manifest. */
import { ADAPTERS } from './index';
import { rulesetsFor } from './lock-rules';
import type { Engine, Ruleset } from './lock-rules';

/** Throws when an adapter of ours would block more than its own calls: then there is no build. */
export const shippedRulesets = (engine: Engine): Ruleset[] => rulesetsFor(ADAPTERS, engine);

/**
 * The manifest's part.
 * @param enabled true: every ruleset is on from the first page of a fresh profile. False: each is switched on with its site.
 */
export function ruleResources(engine: Engine, enabled: boolean): { id: string; enabled: boolean; path: string }[] {
  return shippedRulesets(engine).map(({ id, path }) => ({ id, enabled, path }));
}
