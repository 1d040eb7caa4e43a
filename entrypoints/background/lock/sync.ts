/**
 * Brings the browser's rules in line with the covered sites: the shipped ruleset of each built-in platform, and the
 * same rules once more as dynamic ones, because an update of the extension forgets which rulesets were on (guard.md §3.2).
 * A block needs no site access, so a permission that was taken away lifts nothing.
 */
import { lockPlan, netRule } from '../../../platforms/lock-rules';
import type { LockRule, NetRule } from '../../../platforms/lock-rules';
import type { Adapter } from '../../../platforms/schema';
import type { Answer } from '../../../review/contract';
import { dropValue, readValue, writeValue } from '../../../storage/area';
import { refuse } from '../../../storage/commit';
import type { Desk } from '../../../storage/desk';
import { readManaged } from '../../../storage/queries/managed';
import { coveredList } from '../coverage';
import { ENGINE, net, shippedRulesets } from './api';

interface Place {
  platform: string;
  host: string | null;
  adapter: Adapter;
}

const TROUBLE = 'lockTrouble';
let turn: Promise<unknown> = Promise.resolve();

/** The same rule, whatever its number and whichever order the browser hands its parts back in. */
function sameness({ priority, action, condition }: Omit<NetRule, 'id'>): string {
  const { regexFilter, isUrlFilterCaseSensitive, requestMethods, resourceTypes, requestDomains } = condition;
  return JSON.stringify([priority, action.type, regexFilter, isUrlFilterCaseSensitive, [...(requestMethods ?? [])].sort(), [...resourceTypes].sort(), requestDomains ?? []]);
}

/** Rules that stay keep their numbers; new ones take the smallest free ones. */
async function syncDynamic(places: readonly Place[]): Promise<void> {
  const wanted = new Map(places.flatMap(({ adapter, host }) => lockPlan(adapter, host, ENGINE).rules).map((rule) => [sameness(netRule(rule, 0)), rule]));
  const present = await net().getDynamicRules();
  const gone: number[] = [];
  const kept = new Set<number>();
  for (const rule of present) {
    if (wanted.delete(sameness(rule))) kept.add(rule.id);
    else gone.push(rule.id);
  }
  let next = 0;
  const addRules = [...wanted.values()].map((rule) => {
    do next += 1; while (kept.has(next));
    return netRule(rule, next);
  });
  if (gone.length > 0 || addRules.length > 0) await net().updateDynamicRules({ removeRuleIds: gone, addRules });
}

async function syncStatic(places: readonly Place[]): Promise<void> {
  const on = new Set(await net().getEnabledRulesets());
  // What the organisation requires stays shut until it is covered, also before there is a workspace.
  const { values: { requiredSites = [] }, known } = await readManaged();
  const required = requiredSites.filter(({ host }) => host === undefined);
  const covered = new Set([...places.filter(({ host }) => host === null), ...required].map(({ platform }) => platform));
  const shipped = shippedRulesets();
  const enableRulesetIds = shipped.filter((id) => covered.has(id) && !on.has(id));
  // While the browser has not said what is required, nothing is opened.
  const disableRulesetIds = known ? shipped.filter((id) => !covered.has(id) && on.has(id)) : [];
  if (enableRulesetIds.length > 0 || disableRulesetIds.length > 0) await net().updateEnabledRulesets({ enableRulesetIds, disableRulesetIds });
}

async function bring(desk: Desk, also: Place | undefined): Promise<Answer<null>> {
  try {
    const places: Place[] = [...(await coveredList(desk)), ...(also ? [also] : [])];
    await syncDynamic(places);
    await syncStatic(places);
    await dropValue('local', TROUBLE);
    return { ok: true, value: null };
  } catch (error) {
    const words = `The browser refused the network lock (${error instanceof Error ? error.message : String(error)}).`;
    console.error('Countersign: the network lock could not be set.', error);
    await writeValue('local', TROUBLE, words);
    return refuse('lock-failed', words);
  }
}

/**
 * One at a time, and harmless when nothing changed. On failure the rules are as they were before, all of them: the
 * browser takes a change whole or not at all. Never rejects.
 * @param also a site about to be covered, locked before its row is written.
 */
export function syncLock(desk: Desk, also?: Place): Promise<Answer<null>> {
  const next = turn.then(() => bring(desk, also));
  turn = next.catch(() => null);
  return next;
}

/** Why the rules are not what they should be, in words; null while they are. */
export function lockTrouble(): Promise<string | null> {
  return readValue<string>('local', TROUBLE);
}

/** Patterns this browser cannot turn into a rule (longer than its 2 KB of memory, say), asked before an adapter is taken. */
export async function unsupportedPattern(adapter: Adapter, host: string | null): Promise<string | null> {
  const rules: LockRule[] = lockPlan(adapter, host, ENGINE).rules;
  for (const { spec, condition } of rules) {
    const { isSupported, reason } = await net().isRegexSupported({ regex: condition.regexFilter, isCaseSensitive: condition.isUrlFilterCaseSensitive });
    if (!isSupported) return `publish call "${spec}": the browser cannot lock this address pattern (${reason ?? 'not supported'}); make it shorter or plainer`;
  }
  return null;
}
