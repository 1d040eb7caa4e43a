import { defineConfig } from '@playwright/test';

/**
 * The built extension in a real browser. Every test starts its own browser on a fresh profile
 * (tests/support/extension.ts), so no browser is configured here. No retries: a test that
 * passes the second time is a finding, not a pass.
 */
export default defineConfig({
  fullyParallel: false,
  workers: Number(process.env.COUNTERSIGN_WORKERS ?? 2),
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  outputDir: '.output/test-results',
  reporter: process.env.COUNTERSIGN_REPORT ? [['list'], ['json', { outputFile: process.env.COUNTERSIGN_REPORT }]] : [['list']],
  projects: [
    { name: 'e2e', testDir: 'tests/e2e', testMatch: '**/*.spec.ts' },
    { name: 'real-apps', testDir: 'tests/real-apps', testMatch: '**/*.spec.ts', timeout: 180_000 },
  ],
});
