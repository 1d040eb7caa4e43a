/** The rings of the test run: what each one runs and how its result is counted. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface Result {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Ring {
  name: string;
  command: string[];
  env?: Record<string, string>;
  count(code: number, output: string, report: string): Result;
  /** What to run to see only the failed ones again; null when nothing can be told apart. */
  again?(report: string): string[] | null;
}

const REPORTS = '.output/reports';

/** One check: it ended well or it did not. */
const single = (code: number): Result => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });

/** A runner that broke before it could count is one failure, never zero. */
function counted(code: number, result: Result): Result {
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : code === 0 && result.passed + result.failed === 0 ? { ...result, failed: 1 } : result;
}

function readReport<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}

function vitest(project: string): Ring {
  return {
    name: project,
    command: ['vitest', 'run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${join(REPORTS, `${project}.json`)}`],
    count(code, _output, report) {
      const read = readReport<{ numPassedTests: number; numFailedTests: number; numPendingTests: number }>(report);
      return counted(code, { passed: read?.numPassedTests ?? 0, failed: read?.numFailedTests ?? 0, skipped: read?.numPendingTests ?? 0 });
    },
    again(report) {
      const files = readReport<{ testResults: { name: string; status: string }[] }>(report)?.testResults.filter(({ status }) => status === 'failed').map(({ name: file }) => file) ?? [];
      return files.length > 0 ? ['vitest', 'run', '--project', project, '--reporter=dot', ...files] : null;
    },
  };
}

function playwright(project: string): Ring {
  return {
    name: project,
    // The real applications install themselves on first use, and one after the other is enough for them.
    command: ['playwright', 'test', `--project=${project}`, ...(project === 'real-apps' ? ['--workers=1'] : [])],
    env: { COUNTERSIGN_REPORT: join(REPORTS, `${project}.json`) },
    count(code, _output, report) {
      const stats = readReport<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(report)?.stats;
      return counted(code, { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0), skipped: stats?.skipped ?? 0 });
    },
    again: () => ['playwright', 'test', `--project=${project}`, '--last-failed', '--workers=1'],
  };
}

/** Reads the last line a script of ours prints: {"passed":n,"failed":n}. */
function script(name: string, file: string, ...args: string[]): Ring {
  return {
    name,
    command: ['node', '--import', './scripts/ts.mjs', file, ...args],
    count(code, output) {
      const line = output.trim().split('\n').reverse().find((one) => one.startsWith('{"passed"'));
      const read = line ? (JSON.parse(line) as { passed: number; failed: number }) : { passed: 0, failed: 0 };
      return counted(code, { ...read, skipped: 0 });
    },
  };
}

const command = (name: string, ...words: string[]): Ring => ({ name, command: words, count: single });

export const ROOMS = ['checks', 'components', 'entrypoints', 'gate', 'identity', 'platforms', 'review', 'runtime', 'storage', 'tests', 'scripts'];

export const RINGS: Ring[] = [
  command('types', 'tsc', '--noEmit'),
  command('lint', 'oxlint', '--quiet'),
  command('rooms', 'depcruise', '--config', '.dependency-cruiser.cjs', ...ROOMS),
  command('unused', 'knip'),
  vitest('unit'),
  vitest('browser'),
  vitest('sites'),
  command('build', 'wxt', 'build'),
  command('build firefox', 'wxt', 'build', '-b', 'firefox'),
  command('build e2e', 'wxt', 'build', '--mode', 'e2e'),
  command('build enforced', 'wxt', 'build', '--mode', 'enforced'),
  command('build enforced e2e', 'wxt', 'build', '--mode', 'enforced-e2e'),
  script('size and manifest', 'scripts/size.ts'),
  script('web-ext lint', 'scripts/lint-firefox.ts'),
  playwright('e2e'),
  vitest('firefox'),
  playwright('real-apps'),
  script('story', 'scripts/start.ts', '--walk'),
  script('faults', 'scripts/faults.ts', '--kills', '14'),
];

/** Where a ring's runner writes its own report. */
export const reportOf = (ring: Pick<Ring, 'name'>): string => join(REPORTS, `${ring.name}.json`);

/** Runs one ring, shows its output as it comes, and answers what it counted. */
export async function runRing(ring: Ring): Promise<Result & { ms: number }> {
  mkdirSync(REPORTS, { recursive: true });
  const report = reportOf(ring);
  rmSync(report, { force: true });
  const started = Date.now();
  const [name = '', ...args] = ring.command;
  const child = spawn(name, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '0', ...ring.env }, shell: process.platform === 'win32' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      process.stdout.write(chunk);
    });
  }
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      console.error(`${name}: ${error.message}`);
      resolve(127);
    });
    child.once('close', (ended) => resolve(ended ?? 1));
  });
  return { ...ring.count(code, output, report), ms: Date.now() - started };
}
