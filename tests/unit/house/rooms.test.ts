/**
 * The rules between rooms bite: each planted violation is caught by the rule that is meant to catch it,
 * and the honest neighbour beside it is not. Source: HOUSE.md, Rooms; codebases.md §3(a), the exports trap.
 */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** One small house: every neighbour an honest import could need, and one file per violation. */
const HOUSE: Record<string, string> = {
  'review/model.ts': 'export const SURFACES = [1];\nexport interface Hold { id: string }\n',
  'review/contract.ts': "import * as z from 'zod/mini';\nexport const CONTRACT = z.string();\nexport type Answer = { ok: true };\n",
  'review/digest.ts': 'export const digest = 1;\n',
  'checks/finding.ts': 'export const none = null;\nexport interface Finding { id: string }\n',
  'platforms/schema.ts': "import { z } from 'zod';\nexport const schema = z.string();\nexport type Adapter = { id: string };\n",
  'identity/keys.ts': "import type { Hold } from '../review/model';\nexport type Key = Hold;\n",
  'storage/db.ts': "import Dexie from 'dexie';\nexport const db = Dexie;\n",
  'storage/queries/holds.ts': "import { db } from '../db';\nexport const holds = db;\n",
  'runtime/browser.ts': "import browser from 'webextension-polyfill';\nexport { browser };\n",
  'entrypoints/popup/index.ts': "import '../../components/Popup';\n",
  'tests/fake.ts': 'export const fake = 1;\n',
  'gate/helper.ts': 'export const helper = 1;\n',

  // Honest neighbours: allowed, and must stay silent.
  'gate/honest.ts': "import type { Answer } from '../review/contract';\nimport type { Adapter } from '../platforms/schema';\nimport type { Finding } from '../checks/finding';\nimport { digest } from '../review/digest';\nimport { browser } from '../runtime/browser';\nexport type A = Answer | Adapter | Finding;\nexport const b = [digest, browser];\n",
  'components/Popup.tsx': "import { holds } from '../storage/queries/holds';\nexport const Popup = () => <p>{String(holds)}</p>;\n",
  'review/honest.ts': "import type { Finding } from '../checks/finding';\nexport type F = Finding;\n",
};

const VIOLATIONS: { file: string; text: string; rule: string }[] = [
  { file: 'checks/bad-review.ts', text: "import { digest } from '../review/digest';\nexport const a = digest;\n", rule: 'room-checks' },
  { file: 'platforms/bad-gate.ts', text: "import { helper } from '../gate/helper';\nexport const a = helper;\n", rule: 'room-platforms' },
  { file: 'review/bad-storage.ts', text: "import { db } from '../storage/db';\nexport const a = db;\n", rule: 'room-review' },
  { file: 'review/bad-check.ts', text: "import { none } from '../checks/finding';\nexport const a = none;\n", rule: 'review-takes-types-of-checks' },
  { file: 'identity/bad-storage.ts', text: "import { db } from '../storage/db';\nexport const a = db;\n", rule: 'room-identity' },
  { file: 'storage/bad-gate.ts', text: "import { helper } from '../gate/helper';\nexport const a = helper;\n", rule: 'room-storage' },
  { file: 'team/bad-storage.ts', text: "import { db } from '../storage/db';\nexport const a = db;\n", rule: 'room-team' },
  { file: 'gate/bad-storage.ts', text: "import { holds } from '../storage/queries/holds';\nexport const a = holds;\n", rule: 'room-gate' },
  { file: 'gate/bad-contract.ts', text: "import { CONTRACT } from '../review/contract';\nexport const a = CONTRACT;\n", rule: 'gate-takes-types-of-the-contract' },
  { file: 'gate/bad-schema.ts', text: "import { schema } from '../platforms/schema';\nexport const a = schema;\n", rule: 'gate-takes-types-of-the-schema' },
  { file: 'gate/bad-check.ts', text: "import { none } from '../checks/finding';\nexport const a = none;\n", rule: 'gate-takes-types-of-findings' },
  { file: 'gate/bad-react.ts', text: "import { useState } from 'react';\nexport const a = useState;\n", rule: 'gate-stays-light' },
  { file: 'gate/bad-zod.ts', text: "import { z } from 'zod';\nexport const a = z;\n", rule: 'gate-stays-light' },
  { file: 'gate/bad-zod-mini.ts', text: "import * as z from 'zod/mini';\nexport const a = z;\n", rule: 'gate-stays-light' },
  { file: 'gate/bad-dexie.ts', text: "import Dexie from 'dexie';\nexport const a = Dexie;\n", rule: 'gate-stays-light' },
  { file: 'components/bad-db.ts', text: "import { db } from '../storage/db';\nexport const a = db;\n", rule: 'room-components' },
  { file: 'components/bad-dexie.ts', text: "import Dexie from 'dexie';\nexport const a = Dexie;\n", rule: 'only-storage-opens-the-database' },
  { file: 'components/bad-api.ts', text: "import browser from 'webextension-polyfill';\nexport const a = browser;\n", rule: 'only-runtime-touches-the-extension-api' },
  { file: 'components/bad-wxt.ts', text: "import { browser } from 'wxt/browser';\nexport const a = browser;\n", rule: 'only-runtime-touches-the-extension-api' },
  { file: 'runtime/bad-contract.ts', text: "import { CONTRACT } from '../review/contract';\nexport const a = CONTRACT;\n", rule: 'runtime-takes-types' },
  { file: 'runtime/bad-storage.ts', text: "import { db } from '../storage/db';\nexport const a = db;\n", rule: 'room-runtime' },
  { file: 'review/bad-react.ts', text: "import { useState } from 'react';\nexport const a = useState;\n", rule: 'pure-rooms-touch-no-browser' },
  { file: 'checks/bad-wxt.ts', text: "import { browser } from 'wxt/browser';\nexport const a = browser;\n", rule: 'pure-rooms-touch-no-browser' },
  { file: 'platforms/bad-node.ts', text: "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n", rule: 'pure-rooms-use-no-node' },
  { file: 'storage/bad-entry.ts', text: "import '../entrypoints/popup/index';\n", rule: 'nobody-imports-entrypoints' },
  { file: 'identity/bad-test.ts', text: "import { fake } from '../tests/fake';\nexport const a = fake;\n", rule: 'nobody-imports-tests' },
  // A circle is reported once, from the file whose name comes first.
  { file: 'review/circle.ts', text: "import { b } from './round';\nexport const a = () => b;\n", rule: 'no-circles' },
  { file: 'gate/bad-nowhere.ts', text: "import { x } from './nowhere';\nexport const a = x;\n", rule: 'nothing-unresolvable' },
];

interface Cruise { summary: { violations: { from: string; to: string; rule: { name: string } }[] } }
let folder = '';
let found: { from: string; rule: string }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-rooms-'));
  const files = { ...HOUSE, 'review/round.ts': "import { a } from './circle';\nexport const b = () => a;\n" };
  for (const [file, text] of [...Object.entries(files), ...VIOLATIONS.map((one) => [one.file, one.text] as const)]) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  await copyFile(join(ROOT, '.dependency-cruiser.cjs'), join(folder, '.dependency-cruiser.cjs'));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const rooms = [...new Set(Object.keys(files).concat(VIOLATIONS.map((one) => one.file)).map((file) => file.split('/')[0] ?? ''))];
  const cli = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  // Exits with the number of violations, so a rejection is expected and carries the output.
  const { stdout } = await promisify(execFile)(process.execPath, [cli, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...rooms], { cwd: folder, maxBuffer: 64_000_000 })
    .catch((error: unknown) => error as { stdout: string });
  found = (JSON.parse(stdout) as Cruise).summary.violations.map((one) => ({ from: one.from, rule: one.rule.name }));
}, 60_000);

afterAll(async () => await rm(folder, { recursive: true, force: true }));

test.each(VIOLATIONS)('$file is refused by $rule', ({ file, rule }) => {
  expect(found.filter((one) => one.from === file).map((one) => one.rule)).toContain(rule);
});

test('honest neighbours are left alone', () => {
  expect(found.filter((one) => one.from in HOUSE)).toEqual([]);
});
