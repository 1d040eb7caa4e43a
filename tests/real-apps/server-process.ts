/** Starts a server for a test and ends it with everything it started. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

export interface ServerProcess {
  /** Everything it printed so far, for messages about what went wrong. */
  output(): string;
  stop(): Promise<void>;
}

export interface ServerCommand {
  command: string;
  args: string[];
  cwd?: string;
  env?: Record<string, string>;
  /** Resolves true once the server answers. Asked every 50 ms. */
  ready(): Promise<boolean>;
  /** Milliseconds. */
  patienceMs?: number;
}

/** A port nobody listens on at this moment, on the loopback only. */
export async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Throws with the server's own words when it ends early or never answers. */
export async function startServer(wanted: ServerCommand): Promise<ServerProcess> {
  let printed = '';
  let ended: string | null = null;
  // Its own process group: PHP's workers are children that would outlive their parent.
  const child = spawn(wanted.command, wanted.args, {
    cwd: wanted.cwd,
    env: { ...process.env, ...wanted.env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const keep = (chunk: Buffer): void => {
    printed = (printed + chunk.toString('utf8')).slice(-20_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const gone = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      ended = error.message;
      resolve();
    });
    child.once('exit', (code, signal) => {
      ended = `ended with ${code ?? signal}`;
      resolve();
    });
  });

  const signalGroup = (signal: NodeJS.Signals): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, signal);
    } catch {
      // The group is gone already.
    }
  };
  const endWithUs = (): void => signalGroup('SIGKILL');
  process.once('exit', endWithUs);
  const stop = async (): Promise<void> => {
    process.off('exit', endWithUs);
    signalGroup('SIGTERM');
    await Promise.race([gone, pause(2_000)]);
    signalGroup('SIGKILL');
    await gone;
  };

  const deadline = Date.now() + (wanted.patienceMs ?? 30_000);
  while (Date.now() < deadline) {
    if (ended !== null) throw new Error(`${wanted.command} ${ended}:\n${printed}`);
    if (await wanted.ready().catch(() => false)) return { output: () => printed, stop };
    await pause(50);
  }
  await stop();
  throw new Error(`${wanted.command} did not answer in time:\n${printed}`);
}
