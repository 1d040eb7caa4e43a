import { defineConfig } from '@playwright/test';

/**
 * The built extension in a real browser. Every test starts its own browser on a profile of its
 * own (tests/support/houses.ts), so no browser is configured here. No retries: a test that
 * passes the second time is a finding, not a pass.
 */
export default defineConfig({
  fullyParallel: true,
  workers: Number(process.env.COUNTERSIGN_WORKERS ?? 3),
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  outputDir: '.output/test-results',
  reporter: process.env.COUNTERSIGN_REPORT ? [['list'], ['json', { outputFile: process.env.COUNTERSIGN_REPORT }]] : [['list']],
  projects: [
    { name: 'houses', testDir: 'tests/e2e', testMatch: 'houses.setup.ts' },
    { name: 'e2e', testDir: 'tests/e2e', testMatch: '**/*.spec.ts', dependencies: ['houses'] },
    { name: 'real-apps', testDir: 'tests/real-apps', testMatch: '**/*.spec.ts', timeout: 180_000 },
  ],
});
