import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArgs, findChromium } from './tests/support/chromium';

/** Named, because a package that Vite meets only in the middle of a run makes it reload the page under the test. */
const BASE_UI = ['button', 'checkbox', 'dialog', 'field', 'menu', 'radio', 'radio-group', 'select', 'switch', 'tabs', 'toast', 'toggle'];
const BROWSER_DEPS = [
  'axe-core',
  'react', 'react-dom', 'react-dom/client', 'react/jsx-runtime', 'react/jsx-dev-runtime', 'vitest-browser-react', '@tanstack/react-virtual', 'canonicalize', 'dexie', 'diff', 'diff/lib/diff/array.js', 'hash-wasm', 're2js', 'tinykeys',
  'webextension-polyfill', 'zod', 'zod/mini', 'zustand', ...BASE_UI.map((name) => `@base-ui/react/${name}`),
];

/** Four rings: pure logic in Node, adapters on their practice sites, the built extension in Firefox, DOM truth in a real browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node', testTimeout: 30_000, hookTimeout: 30_000 },
      },
      {
        // Drives Chromium from Node: a practice site must stand on its real origin.
        test: { name: 'sites', include: ['tests/browser/platforms/**/*.test.ts'], environment: 'node', testTimeout: 30_000 },
      },
      {
        // Drives Firefox from Node, one browser after the other.
        test: { name: 'firefox', include: ['tests/firefox/**/*.spec.ts'], environment: 'node', testTimeout: 180_000, hookTimeout: 300_000, fileParallelism: false },
      },
      {
        plugins: [react()],
        optimizeDeps: { include: BROWSER_DEPS },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/platforms/**'],
          testTimeout: 30_000,
          // The default of one second is what a busy machine needs for one paint.
          expect: { poll: { timeout: 8_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({ launchOptions: { executablePath: findChromium(), args: chromiumArgs() } }),
          },
        },
      },
    ],
  },
});
