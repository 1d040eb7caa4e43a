/** `npm run size`: the build checks on every build that exists, as a table. Exits 1 on the first budget that is broken. */
import { existsSync } from 'node:fs';
import { checkBuild } from './build-checks';
import { variantOf } from './manifest';
import type { Variant } from './manifest';

const named = process.env.COUNTERSIGN_HOSTS;
const BUILDS: [folder: string, variant: Variant][] = [
  ['.output/chrome-mv3', variantOf('chrome', 'production', named)],
  ['.output/chrome-mv3-enforced', variantOf('chrome', 'enforced', named)],
  ['.output/firefox-mv3', variantOf('firefox', 'production', named)],
  ['.output/chrome-mv3-e2e', variantOf('chrome', 'e2e', named)],
];

let failed = 0;
let passed = 0;
for (const [folder, variant] of BUILDS) {
  if (!existsSync(`${folder}/manifest.json`)) continue;
  console.log(folder);
  for (const check of checkBuild(folder, variant)) {
    if (check.ok) passed += 1;
    else failed += 1;
    console.log(`  ${check.ok ? 'ok  ' : 'FAIL'}  ${check.name}: ${check.detail}`);
  }
}
if (passed + failed === 0) {
  console.error('No build was found in .output. Run `npm run build` first.');
  failed = 1;
}
console.log(JSON.stringify({ passed, failed }));
process.exitCode = failed ? 1 : 0;
