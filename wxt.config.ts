import { defineConfig } from 'wxt';
import { shippedRulesets } from './platforms/rulesets';
import { manifestOf, variantOf } from './scripts/manifest';

// WXT names NODE_ENV after the mode. Every build must be the product, so React's development build stays out of it.
if (/e2e|enforced/.test(process.env.NODE_ENV ?? '')) process.env.NODE_ENV = 'production';

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
  manifest: ({ browser, mode }) => manifestOf(variantOf(browser, mode, process.env.COUNTERSIGN_HOSTS)),
});
