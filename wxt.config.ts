import { defineConfig } from 'wxt';
import { AUTOMATION_HOSTS } from './platforms/hosts';
import { ruleResources, shippedRulesets } from './platforms/rulesets';

// WXT names NODE_ENV after the mode. The automation build must be the product, so React's development build stays out of it.
if (process.env.NODE_ENV === 'e2e') process.env.NODE_ENV = 'production';

const engineOf = (browser: string) => (browser === 'firefox' ? 'firefox' : 'chromium');

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/module-react'],
  experimental: { escapeUnicode: true },
  // The oldest browsers the manifest lets in; older targets would rewrite light-dark() into something twice as long.
  vite: () => ({ build: { cssTarget: ['chrome137', 'firefox142'] } }),
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  zip: { includeSources: ['**/*'], excludeSources: ['.cache/**', 'test-results/**'] },
  hooks: {
    'build:publicAssets': (wxt, files) => {
      for (const { path, rules } of shippedRulesets(engineOf(wxt.config.browser))) files.push({ relativeDest: path, contents: JSON.stringify(rules, null, 1) });
    },
  },
  manifest: ({ browser, mode }) => ({
    name: 'Countersign',
    description: 'Adds a second-person review step before posting on social sites.',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'scripting', 'idle', 'notifications', 'webRequest', 'declarativeNetRequest', 'activeTab'],
    // The automation build is the same product with every adapter's hosts and the loopback already granted.
    host_permissions: mode === 'e2e' ? AUTOMATION_HOSTS : [],
    // The network lock (guard.md §3). In a build that is installed by policy it stands from the first page; else each site switches its own on.
    declarative_net_request: { rule_resources: ruleResources(engineOf(browser), mode === 'enforced') },
    // Self-hosted software (Mastodon, forums, wikis, chats) lives on any host; each is asked for by name.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: {
      extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    },
    icons: { 16: 'icons/icon-16.png', 32: 'icons/icon-32.png', 48: 'icons/icon-48.png', 128: 'icons/icon-128.png' },
    action: { default_title: 'Countersign' },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+C' } } },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'countersign@countersign.invalid',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '137' }),
  }),
});
