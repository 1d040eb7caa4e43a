/**
 * Which calls the network lock stops, as declarativeNetRequest rules. One adapter, or one host of self-hosted software,
 * in; rules and what cannot be locked, with the reason, out. Pure. Source: guard.md §3.1, §3.6.
 *
 * No tab and no initiator condition: workers have no tab and sandboxed frames no initiator. Resource types are listed
 * one by one, because a rule without them lets page loads through.
 */
import { beginningOf, boundTo, domainOf, exceptionFor } from './lock-pattern';
import { asRequest, exceptionsOf, hostsOf, isLockable, overBlockOf } from './over-block';
import type { Adapter, PublishSpec } from './schema';

export type Engine = 'chromium' | 'firefox';

/** A publish call is blocked; an exception passes it; an open window passes everything of its call. */
export const PRIORITY = { block: 1, exception: 2, window: 3 } as const;

const FRAMES = ['main_frame', 'sub_frame'];
const COMMON = ['stylesheet', 'script', 'image', 'font', 'object', 'xmlhttprequest', 'ping', 'csp_report', 'media', 'other'];
const OWN: Record<Engine, string[]> = { chromium: [], firefox: ['beacon', 'imageset', 'json', 'speculative', 'web_manifest', 'xml_dtd', 'xslt'] };

export interface LockRule {
  /** Id of the publish call. */
  spec: string;
  action: 'block' | 'allow';
  priority: number;
  condition: {
    regexFilter: string;
    isUrlFilterCaseSensitive: boolean;
    /** Lower case. Absent for sockets: Chromium takes a rule that names methods for http alone. */
    requestMethods?: string[];
    resourceTypes: string[];
    requestDomains?: string[];
  };
}

export interface Unlocked {
  /** Id of the publish call; `*` when the adapter names none. */
  spec: string;
  why: string;
}

export interface LockPlan {
  rules: LockRule[];
  locked: string[];
  unlocked: Unlocked[];
}

/** A GET that publishes is told by its query; pages themselves always load. */
const typesOf = (spec: PublishSpec, engine: Engine): string[] => spec.transport === 'socket' ? ['websocket'] : [...(spec.method === 'GET' ? [] : FRAMES), ...COMMON, ...OWN[engine]];

function whyNot(spec: PublishSpec, adapter: Adapter, host: string | null): string | null {
  if (spec.transport === 'socket' && !spec.dedicated) return 'One connection carries reading and publishing, so only the page itself can tell them apart.';
  if (spec.transport !== 'socket' && spec.operation) return 'One address serves publishing and reading; the content of each call decides, in the page.';
  if (host === null && adapter.hosts.length === 0) return 'Runs on many hosts; each is locked once it is named.';
  const problem = overBlockOf(spec, adapter, host);
  return problem && `Its rule would block too much: ${problem}.`;
}

function rule(spec: PublishSpec, place: string, engine: Engine, about: Pick<LockRule, 'action' | 'priority'> & { regexFilter: string; strict: boolean }): LockRule {
  const { action, priority, strict } = about;
  // The opening of a socket is told of as ws:// in one browser and may be http:// in another.
  const regexFilter = spec.transport === 'socket' ? about.regexFilter.replace(/^\^https\??:/, '^(http|ws)s?:') : about.regexFilter;
  const domain = beginningOf(spec.url) === 'address' ? null : domainOf(place);
  const condition = { regexFilter, isUrlFilterCaseSensitive: strict, ...(spec.transport === 'socket' ? {} : { requestMethods: [spec.method.toLowerCase()] }), resourceTypes: typesOf(spec, engine) };
  return { spec: spec.id, action, priority, condition: domain ? { ...condition, requestDomains: [domain] } : condition };
}

/** One rule per host; a pattern with an address of its own needs one only. */
const unique = (rules: LockRule[]): LockRule[] => rules.filter(({ condition }, index) => rules.findIndex((other) => other.condition.regexFilter === condition.regexFilter) === index);

function rulesOf(declared: PublishSpec, adapter: Adapter, host: string | null, engine: Engine): LockRule[] {
  const spec = asRequest(declared);
  return unique(hostsOf(adapter, host).flatMap((place) => [
    // A server may not care about capitals, so neither does the block; an exception does.
    rule(spec, place, engine, { action: 'block', priority: PRIORITY.block, regexFilter: boundTo(spec.url, place), strict: false }),
    ...exceptionsOf(spec, adapter, place).map(({ pass }) => rule(spec, place, engine, { action: 'allow', priority: PRIORITY.exception, regexFilter: exceptionFor(pass, place), strict: true })),
  ]));
}

/** Trying the patterns out takes some 20 ms an adapter, and a worker that wakes up asks for the same plans several times. */
const plans = new WeakMap<Adapter, Map<string, LockPlan>>();

/** @param host the covered host of self-hosted or taught software; null when the adapter names its hosts. Adapters are never changed in place. */
export function lockPlan(adapter: Adapter, host: string | null, engine: Engine = 'chromium'): LockPlan {
  const known = plans.get(adapter) ?? new Map<string, LockPlan>();
  plans.set(adapter, known);
  const key = `${engine} ${host ?? '*'}`;
  const plan = known.get(key) ?? makePlan(adapter, host, engine);
  known.set(key, plan);
  return plan;
}

function makePlan(adapter: Adapter, host: string | null, engine: Engine): LockPlan {
  const reasons = adapter.publish.map((spec) => ({ spec, why: whyNot(spec, adapter, host) }));
  const lockable = reasons.filter(({ why }) => why === null).map(({ spec }) => spec);
  const unknown: Unlocked[] = adapter.publish.length === 0 ? [{ spec: '*', why: 'The publish call of this site is not known.' }] : [];
  return {
    rules: lockable.flatMap((spec) => rulesOf(spec, adapter, host, engine)),
    locked: lockable.map(({ id }) => id),
    unlocked: [...unknown, ...reasons.flatMap(({ spec, why }) => (why === null ? [] : [{ spec: spec.id, why }]))],
  };
}

/** What the coverage row says: which publish calls the network stops, and why the others are not stopped there. */
export function lockStateOf(adapter: Adapter, host: string | null): Pick<LockPlan, 'locked' | 'unlocked'> {
  const { locked, unlocked } = lockPlan(adapter, host);
  return { locked, unlocked };
}

/** The same calls let through, for the allow window: their block rules turned round. Tries nothing out, so it takes no time. */
export function windowRules(adapter: Adapter, host: string | null, specs: readonly string[], engine: Engine = 'chromium'): LockRule[] {
  const asked = adapter.publish.filter((spec) => isLockable(spec) && specs.includes(spec.id)).map(asRequest);
  return asked.flatMap((spec) => unique(hostsOf(adapter, host).map((place) => rule(spec, place, engine, { action: 'allow', priority: PRIORITY.window, regexFilter: boundTo(spec.url, place), strict: false }))));
}

/** As the browser's API takes it. */
export interface NetRule {
  id: number;
  priority: number;
  action: { type: 'block' | 'allow' };
  condition: LockRule['condition'] & { tabIds?: number[] };
}

export function netRule({ action, priority, condition }: LockRule, id: number, tabIds?: number[]): NetRule {
  return { id, priority, action: { type: action }, condition: tabIds ? { ...condition, tabIds } : condition };
}

/** One static ruleset per built-in platform that names its hosts and has something to lock. */
export interface Ruleset {
  id: string;
  path: string;
  rules: NetRule[];
}

/** Throws when an adapter of ours would block more than its calls: the build must fail, not a person's site. */
export function rulesetsFor(adapters: readonly Adapter[], engine: Engine): Ruleset[] {
  return adapters.flatMap((adapter): Ruleset[] => {
    if (adapter.hosts.length === 0) return [];
    for (const spec of adapter.publish.filter(isLockable)) {
      const problem = overBlockOf(spec, adapter);
      if (problem) throw new Error(`platforms/${adapter.id}: publish call "${spec.id}": ${problem}`);
    }
    const { rules } = lockPlan(adapter, null, engine);
    return rules.length === 0 ? [] : [{ id: adapter.id, path: `rules/${adapter.id}.json`, rules: rules.map((each, index) => netRule(each, index + 1)) }];
  });
}
