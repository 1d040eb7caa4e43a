import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportHeader, exportLines, exportName, readExport } from '../../../components/options/audit/export';
import { generateDeviceKey, importSigningKey, signBytes } from '../../../identity/keys';
import { encodeLogHash, FIRST_PREV, logHash } from '../../../review/log';
import { DEFAULT_RULES } from '../../../review/model';
import type { LogEntry, Workspace } from '../../../review/model';

const workspace: Workspace = { id: 'w-1', name: 'Northmoor & Söhne', createdAt: 1, rules: DEFAULT_RULES };
const NOW = Date.UTC(2026, 10, 23, 14, 0, 0);
let entries: LogEntry[];
let publicKey: string;
let folder: string;

async function chain(length: number): Promise<void> {
  const key = await generateDeviceKey();
  const signing = await importSigningKey(key.pkcs8);
  publicKey = key.publicKey;
  entries = [];
  let prev = FIRST_PREV;
  for (let seq = 1; seq <= length; seq += 1) {
    const draft = { seq, prev, at: NOW + seq, type: 'hold.created' as const, actor: 'm-1', holdId: `h-${seq}`, body: { revision: 1, digest: 'a'.repeat(64), words: 'naïve “quotes” 🙂' } };
    const hash = await logHash(draft);
    entries.push({ ...draft, hash, sig: await signBytes(signing, encodeLogHash(hash)) });
    prev = hash;
  }
}

function verify(text: string, ...more: string[]): { code: number; out: string } {
  const path = join(folder, 'log.jsonl');
  writeFileSync(path, text);
  try {
    const out = execFileSync(process.execPath, ['--experimental-strip-types', '--no-warnings', 'scripts/verify-log.ts', path, ...more], { encoding: 'utf8', stdio: 'pipe' });
    return { code: 0, out };
  } catch (error) {
    const failed = error as { status: number; stdout: string; stderr: string };
    return { code: failed.status, out: failed.stdout + failed.stderr };
  }
}

const good = () => exportLines(exportHeader(workspace, [], publicKey, entries, NOW), entries);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-log-'));
  await chain(6);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an exported log can be verified without the extension (HOUSE promise 8)', () => {
  test('an untouched file is ok and names the head of the chain', () => {
    const { code, out } = verify(good());
    expect(out).toContain('ok: 6 entries of “Northmoor & Söhne”');
    expect(out).toContain(`head 6 ${entries[5]?.hash}`);
    expect(code).toBe(0);
  });

  test('a hash somebody wrote down earlier is found again, and a strange one is not', () => {
    expect(verify(good(), entries[2]?.hash ?? '').code).toBe(0);
    const strange = verify(good(), 'f'.repeat(64));
    expect(strange.code).toBe(1);
    expect(strange.out).toContain('no entry has the hash');
  });

  test('a changed entry is named', () => {
    const { code, out } = verify(good().replace('"holdId":"h-4"', '"holdId":"h-9"'));
    expect(code).toBe(1);
    expect(out).toContain('not ok after 3 good entries: Entry 4 was changed');
  });

  test('a dropped entry is named even when the header is corrected', () => {
    const without = entries.filter((entry) => entry.seq !== 3);
    const { code, out } = verify(exportLines(exportHeader(workspace, [], publicKey, without, NOW), without));
    expect(code).toBe(1);
    expect(out).toContain('Entry 3 is missing');
  });

  test('swapped entries are found', () => {
    const swapped = [...entries.slice(0, 2), ...entries.slice(2, 4).reverse(), ...entries.slice(4)];
    expect(verify(exportLines(exportHeader(workspace, [], publicKey, swapped, NOW), swapped)).code).toBe(1);
  });

  test('a file that begins later than the log is refused', () => {
    const tail = entries.slice(2);
    const { code, out } = verify(exportLines(exportHeader(workspace, [], publicKey, tail, NOW), tail));
    expect(code).toBe(1);
    expect(out).toMatch(/not ok/);
  });

  test('another device’s key does not verify it', async () => {
    const other = (await generateDeviceKey()).publicKey;
    const { code, out } = verify(exportLines(exportHeader(workspace, [], other, entries, NOW), entries));
    expect(code).toBe(1);
    expect(out).toContain('The signature of entry 1 is not valid');
  });

  test('a cut file is found by its header', () => {
    const lines = good().trimEnd().split('\n');
    const { code, out } = verify(lines.slice(0, -1).join('\n'));
    expect(code).toBe(1);
    expect(out).toContain('The header names 6 entries, the file has 5');
  });

  test('a missing file and a missing argument say so', () => {
    expect(verify('not json').out).toContain('line 1: This line is not JSON');
  });
});

describe('reading a file back', () => {
  test('what was written is what is read, and Windows line ends and a mark at the start do no harm', () => {
    const read = readExport('\uFEFF' + good().replaceAll('\n', '\r\n'));
    expect(read.ok && read.entries).toEqual(entries);
  });

  test('a line that is no entry is named by its number', () => {
    const lines = good().trimEnd().split('\n');
    lines[3] = '{"seq":3}';
    expect(readExport(lines.join('\n'))).toEqual({ ok: false, line: 4, problem: 'This line is not a log entry.' });
  });

  test('the name of the file carries the workspace and the day', () => {
    expect(exportName(workspace.name, NOW)).toBe('countersign-northmoor-sohne-2026-11-23.jsonl');
    expect(exportName('東京', NOW)).toBe('countersign-log-2026-11-23.jsonl');
  });
});
