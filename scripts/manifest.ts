/**
 * What each build asks of the browser, as one small function per difference. Every list is complete here, and
 * tests/unit/house/manifest.test.ts repeats it, so that a longer one is a decision somebody sees.
 *
 * | build | hosts at install | blocks requests itself |
 * |---|---|---|
 * | Chrome and Edge, store | none | no (the browser would ignore it) |
 * | Chrome and Edge, by policy (`--mode enforced`) | built-in sites, and what the organisation names | yes |
 * | Firefox | only the probe's, which no site can have | yes |
 */
import { AUTOMATION_HOSTS, BUILT_IN_HOSTS } from '../platforms/hosts';
import { ruleResources } from '../platforms/rulesets';
import { PROBE_PATTERN } from '../review/protection';

export type BrowserName = 'chrome' | 'edge' | 'firefox';

export interface Variant {
  browser: BrowserName;
  /** Built to be installed by policy, with blocking webRequest. */
  enforced: boolean;
  /** The same product with every host granted, for end-to-end tests. */
  automation: boolean;
  /** Self-hosted sites an organisation names when it builds (COUNTERSIGN_HOSTS), as match patterns. */
  hosts: readonly string[];
}

/** WXT's modes: `production`, `e2e`, `enforced`, `enforced-e2e`. */
export function variantOf(browser: string, mode: string, named = ''): Variant {
  const hosts = named.split(/[\s,]+/).filter((one) => one !== '');
  const bad = hosts.find((one) => !/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/.test(one));
  if (bad !== undefined) throw new Error(`COUNTERSIGN_HOSTS: "${bad}" is not a site by name. Write https://social.example.org/*, one per site.`);
  return { browser: browser === 'firefox' || browser === 'edge' ? browser : 'chrome', enforced: mode.startsWith('enforced'), automation: mode.endsWith('e2e'), hosts };
}

const PERMISSIONS = ['storage', 'unlimitedStorage', 'alarms', 'scripting', 'idle', 'notifications', 'webRequest', 'declarativeNetRequest', 'activeTab'];

/** Firefox lets every extension block; Chrome and Edge only one that a policy installed (guard.md §3.5). */
export const blocksItself = ({ browser, enforced }: Variant): boolean => browser === 'firefox' || enforced;

export function permissionsOf(variant: Variant): string[] {
  return blocksItself(variant) ? [...PERMISSIONS, 'webRequestBlocking'] : [...PERMISSIONS];
}

/** Sorted, each once. Nobody is asked about these: a store build has none, a policy grants the others. */
export function hostPermissionsOf(variant: Variant): string[] {
  const hosts = [
    ...(variant.automation ? AUTOMATION_HOSTS : []),
    ...(variant.enforced && variant.browser !== 'firefox' ? [...BUILT_IN_HOSTS, ...variant.hosts] : []),
    // The start-up check asks for an address that cannot exist, to see who stops it (RFC 6761 §6.4).
    ...(blocksItself(variant) ? [PROBE_PATTERN] : []),
  ];
  return [...new Set(hosts)].sort();
}

/** Self-hosted software (Mastodon, forums, wikis, chats) lives on any host; each is asked for by name. */
const OPTIONAL_HOSTS = ['https://*/*', 'http://*/*'];

const GECKO = { gecko: { id: 'countersign@countersign.invalid', strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } } };

export function manifestOf(variant: Variant) {
  const firefox = variant.browser === 'firefox';
  return {
    name: 'Countersign',
    description: 'Adds a second-person review step before posting on social sites.',
    permissions: permissionsOf(variant),
    host_permissions: hostPermissionsOf(variant),
    // The network lock (guard.md §3). Installed by policy it stands from the first page; else each site switches its own on.
    declarative_net_request: { rule_resources: ruleResources(firefox ? 'firefox' : 'chromium', variant.enforced && !firefox) },
    optional_host_permissions: [...OPTIONAL_HOSTS],
    content_security_policy: {
      extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    },
    icons: { 16: 'icons/icon-16.png', 32: 'icons/icon-32.png', 48: 'icons/icon-48.png', 128: 'icons/icon-128.png' },
    action: { default_title: 'Countersign' },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+C' } } },
    // Firefox reads what its policies file says without a schema, and warns about the key.
    ...(firefox ? { browser_specific_settings: GECKO } : { minimum_chrome_version: '137', storage: { managed_schema: 'managed-schema.json' } }),
  };
}
