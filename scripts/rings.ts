/** The rings of the test run: what each one runs and how its result is counted. */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { countLine, lastWords, playwrightFailures, readReport, vitestFailures } from './ring-reports';
import type { VitestReport } from './ring-reports';

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
  /** Runs beside its neighbours of the same group; those of one queue in it come one after the other. */
  beside?: { group: string; queue: string };
  /** Lets its neighbours go first: they measure time. */
  patient?: true;
  /** What to run to see only the failed ones again; null when nothing can be told apart. */
  again?(report: string): string[] | null;
  /** Its browser or its machine broke before it could judge anything. Then the whole ring may run again. */
  broke?(output: string): boolean;
  /** The failed tests by name with their first words of why, read from the ring's own report or its output. */
  names?(report: string, output: string): string[];
}

const REPORTS = '.output/reports';

/** One check: it ended well or it did not. */
const single = (code: number): Result => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });

/** A runner that broke before it could count is one failure, never zero. */
function counted(code: number, result: Result): Result {
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : code === 0 && result.passed + result.failed === 0 ? { ...result, failed: 1 } : result;
}

function vitest(project: string, ...options: string[]): Ring {
  return {
    name: project,
    command: ['vitest', 'run', '--project', project, ...options, '--reporter=dot', '--reporter=json', `--outputFile.json=${join(REPORTS, `${project}.json`)}`],
    count(code, _output, report) {
      const read = readReport<{ numPassedTests: number; numFailedTests: number; numPendingTests: number }>(report);
      return counted(code, { passed: read?.numPassedTests ?? 0, failed: read?.numFailedTests ?? 0, skipped: read?.numPendingTests ?? 0 });
    },
    names: vitestFailures,
    again(report) {
      const files = readReport<VitestReport>(report)?.testResults.filter(({ status }) => status === 'failed').map(({ name: file }) => file) ?? [];
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
    names: playwrightFailures,
    again: () => ['playwright', 'test', `--project=${project}`, '--last-failed', '--workers=1'],
  };
}

/** Reads the last line a script of ours prints: {"passed":n,"failed":n}. Without one it broke. */
function script(name: string, file: string, ...args: string[]): Ring {
  return {
    name,
    command: ['node', '--import', './scripts/ts.mjs', file, ...args],
    count(code, output) {
      const line = countLine(output);
      const read = line ? (JSON.parse(line) as { passed: number; failed: number }) : { passed: 0, failed: 0 };
      return counted(code, { ...read, skipped: 0 });
    },
    broke: (output) => countLine(output) === undefined,
    names: (_report, output) => lastWords(output),
  };
}

const command = (name: string, ...words: string[]): Ring => ({ name, command: words, count: single });
const beside = (group: string, queue: string, ring: Ring): Ring => ({ ...ring, beside: { group, queue } });
/** Reads sources only. */
const light = (ring: Ring): Ring => beside('light', ring.name, ring);

export const ROOMS = ['checks', 'components', 'entrypoints', 'gate', 'identity', 'platforms', 'review', 'runtime', 'storage', 'tests', 'scripts'];

export const RINGS: Ring[] = [
  light(command('types', 'tsc', '--noEmit')),
  light(command('lint', 'oxlint', '--quiet')),
  light(command('rooms', 'depcruise', '--config', '.dependency-cruiser.cjs', ...ROOMS)),
  light(command('unused', 'knip')),
  beside('sources', 'sites', { ...vitest('sites'), patient: true }),
  beside('sources', 'pages', vitest('browser', '--maxWorkers=3')),
  command('build', 'wxt', 'build'),
  command('build firefox', 'wxt', 'build', '-b', 'firefox'),
  command('build e2e', 'wxt', 'build', '--mode', 'e2e'),
  command('build enforced', 'wxt', 'build', '--mode', 'enforced'),
  command('build enforced e2e', 'wxt', 'build', '--mode', 'enforced-e2e'),
  light(script('size and manifest', 'scripts/size.ts')),
  light(script('web-ext lint', 'scripts/lint-firefox.ts')),
  // One waits for countdowns and pages, the other computes: together they fill two processors.
  beside('stories', 'pages', playwright('e2e')),
  beside('stories', 'node', { ...vitest('unit', '--maxWorkers=1'), patient: true }),
  beside('browsers', 'ways', script('publish ways, Chromium', 'scripts/matrix.ts', '--check', '--only', 'chromium')),
  beside('browsers', 'ways', vitest('firefox')),
  beside('browsers', 'ways in Firefox', script('publish ways, Firefox', 'scripts/matrix.ts', '--check', '--only', 'firefox')),
  beside('browsers', 'apps', playwright('real-apps')),
  beside('browsers', 'apps', script('story', 'scripts/start.ts', '--walk')),
  beside('browsers', 'faults', script('faults', 'scripts/faults.ts', '--runs', '30')),
];

/** Where a ring's runner writes its own report. */
export const reportOf = (ring: Pick<Ring, 'name'>): string => join(REPORTS, `${ring.name}.json`);

/** Groups in the order of the list; in each, queues that run at the same time. */
export function inGroups(rings: readonly Ring[]): Ring[][][] {
  const groups: { name: string | null; queues: Map<string, Ring[]> }[] = [];
  for (const ring of rings) {
    const name = ring.beside?.group ?? null;
    let group = groups.at(-1);
    if (!group || name === null || group.name !== name) groups.push((group = { name, queues: new Map() }));
    const queue = ring.beside?.queue ?? ring.name;
    group.queues.set(queue, [...(group.queues.get(queue) ?? []), ring]);
  }
  return groups.map(({ queues }) => [...queues.values()]);
}

/** Runs one ring and answers what it counted. Its output comes as it is written, or in one piece at the end when others run beside it. */
export async function runRing(ring: Ring, alone = true): Promise<Result & { ms: number; names: string[]; broke: boolean }> {
  mkdirSync(REPORTS, { recursive: true });
  const report = reportOf(ring);
  rmSync(report, { force: true });
  const started = Date.now();
  const [name = '', ...args] = ring.command;
  const child = spawn(name, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '0', ...ring.env }, shell: process.platform === 'win32' });
  if (ring.patient && child.pid !== undefined) {
    try {
      setPriority(child.pid, 10);
    } catch {
      // Not every system lets a process say so; then they share alike.
    }
  }
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (alone) process.stdout.write(chunk);
    });
  }
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      console.error(`${name}: ${error.message}`);
      resolve(127);
    });
    child.once('close', (ended) => resolve(ended ?? 1));
  });
  if (!alone) process.stdout.write(`\n── ${ring.name} ──\n${output}`);
  const result = ring.count(code, output, report);
  const failed = result.failed > 0;
  return { ...result, ms: Date.now() - started, names: failed ? (ring.names?.(report, output) ?? []) : [], broke: failed && (ring.broke?.(output) ?? false) };
}
