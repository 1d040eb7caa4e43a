/**
 * The Lounge 4.5.2 in public mode, talking to ngircd: a chat other people wrote that publishes on a WebSocket.
 * Source of every setting: reference/real-apps.md, The Lounge.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { IrcWitness } from './irc-witness';
import { CACHE, needProgram } from './places';
import { freePort, startServer } from './server-process';

const VERSION = '4.5.2';
const HOME = join(CACHE, 'the-lounge');
export const CHANNEL = '#countersign';

export interface TheLounge {
  url: string;
  witness: IrcWitness;
  stop(): Promise<void>;
}

/** Installs it into the cache on first use. irc-framework comes from a git address there, so the registry's is named. */
async function install(): Promise<void> {
  const manifest = join(HOME, 'node_modules', 'thelounge', 'package.json');
  if (existsSync(manifest) && (JSON.parse(await readFile(manifest, 'utf8')) as { version: string }).version === VERSION) return;
  await rm(HOME, { recursive: true, force: true });
  await mkdir(HOME, { recursive: true });
  await writeFile(join(HOME, 'package.json'), JSON.stringify({ private: true, dependencies: { thelounge: VERSION }, overrides: { 'irc-framework': '4.14.0' } }));
  await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund', '--omit=dev', '--ignore-scripts'], { cwd: HOME, timeout: 240_000 });
}

async function startIrc(folder: string, port: number): Promise<Awaited<ReturnType<typeof startServer>>> {
  const file = join(folder, 'ngircd.conf');
  await writeFile(file, [
    '[Global]', 'Name = irc.countersign.test', 'Info = Test', 'Listen = 127.0.0.1', `Ports = ${port}`, 'MotdPhrase = test',
    '[Limits]', 'MaxConnections = 0', 'MaxConnectionsIP = 0', 'MaxPenaltyTime = 0', 'PongTimeout = 60',
    '[Options]', 'DNS = no', 'Ident = no', 'PAM = no', 'ChrootDir = ', 'SyslogFacility = daemon', '',
  ].join('\n'));
  return await startServer({
    command: needProgram('ngircd', 'ngircd'),
    args: ['-n', '-f', file],
    ready: async () => await new Promise((resolve) => {
      const probe = connect(port, '127.0.0.1', () => {
        probe.destroy();
        resolve(true);
      });
      probe.once('error', () => resolve(false));
    }),
  });
}

export async function startTheLounge(): Promise<TheLounge> {
  await install();
  const folder = await mkdtemp(join(tmpdir(), 'countersign-lounge-'));
  const [ircPort, port] = [await freePort(), await freePort()];
  const irc = await startIrc(folder, ircPort);
  const witness = new IrcWitness(ircPort, CHANNEL);
  await witness.joined();
  await writeFile(join(folder, 'config.js'), `module.exports = ${JSON.stringify({
    public: true, host: '127.0.0.1', port, bind: undefined, reverseProxy: false, prefetch: false, theme: 'default',
    leaveMessage: '', messageStorage: [], fileUpload: { enable: false },
    defaults: { name: 'Practice', host: '127.0.0.1', port: ircPort, tls: false, rejectUnauthorized: false, nick: 'northmoor', username: 'northmoor', realname: 'Northmoor', join: CHANNEL },
    lockNetwork: false, identd: { enable: false }, debug: { ircFramework: false, raw: false },
  })};`);
  // Its release check has no network here and throws where nobody listens.
  const preload = join(folder, 'offline.cjs');
  await writeFile(preload, "process.on('uncaughtException', (error) => console.error('ignored:', error && error.message));\n");
  const url = `http://127.0.0.1:${port}/`;
  const server = await startServer({
    command: process.execPath,
    args: ['-r', preload, join(HOME, 'node_modules', 'thelounge', 'index.js'), 'start'],
    env: { THELOUNGE_HOME: folder, NODE_OPTIONS: '' },
    ready: async () => (await fetch(url)).ok,
  });
  return {
    url,
    witness,
    stop: async () => {
      witness.leave();
      await server.stop();
      await irc.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
