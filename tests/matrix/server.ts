/** The site of the matrix, on the loopback. What arrives at /publish/… is the only truth about whether a way got through. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { acceptSocket } from './socket';
import type { Ground } from './grounds';
import { SERVICE, SHARED, WORKER } from './ways/workers';

export interface Arrival {
  number: string;
  path: string;
  method: string;
  body: string;
}

export interface MatrixSite {
  /** The covered origin. */
  home: string;
  /** The covered host with its port, as a person names it. */
  host: string;
  /** A page that tries one way. `number` names the run. */
  url(ground: Ground, way: string, number: string, guarded: boolean): string;
  arrivals(number: string): Arrival[];
  close(): Promise<void>;
}

const SCRIPT = 'text/javascript; charset=utf-8';
const HTML = 'text/html; charset=utf-8';
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const page = (): string => '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mill</title><link rel="icon" href="data:,"></head><body style="margin:400px 40px 40px"><header id="mill" data-account="@mill">The mill</header><script src="/matrix.js"></script></body></html>';
const frame = (to: string, body: string): string => `<!doctype html><p>A frame</p><script>fetch(${JSON.stringify(to)}, { method: 'POST', mode: 'no-cors', body: ${JSON.stringify(body)} }).catch(() => {});</script>`;

async function pageScript(): Promise<string> {
  const done = await build({ entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))], bundle: true, write: false, format: 'iife', target: 'es2022', logLevel: 'warning' });
  return done.outputFiles[0]?.text ?? '';
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A body that breaks off is still something that arrived.
    for (const over of ['end', 'close', 'error']) request.on(over, () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}

export async function startMatrixSite(): Promise<MatrixSite> {
  const script = await pageScript();
  const arrived: Arrival[] = [];
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, body: string | Buffer, more: Record<string, string> = {}): void => {
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, POST, PUT', 'access-control-allow-headers': '*', ...more }).end(body);
    };
    if (request.method === 'OPTIONS') return send('text/plain', '');
    if (url.pathname.startsWith('/publish/')) {
      // Noted before the body is read: a request that breaks off afterwards has reached the site all the same.
      const arrival: Arrival = { number: url.searchParams.get('n') ?? '', path: url.pathname, method: request.method ?? '', body: '' };
      arrived.push(arrival);
      if (request.method !== 'GET') arrival.body = await bodyOf(request);
      if (url.pathname === '/publish/page') return send(HTML, '<!doctype html><title>Published</title><p>Published');
      return url.pathname === '/publish/pixel' ? send('image/gif', PIXEL) : send('application/json', '{"ok":true}');
    }
    switch (url.pathname) {
      case '/matrix.js': return send(SCRIPT, script);
      case '/worker.js': return send(SCRIPT, WORKER);
      case '/shared.js': return send(SCRIPT, SHARED);
      case '/service.js': return send(SCRIPT, SERVICE, { 'service-worker-allowed': '/' });
      case '/frame': return send(HTML, frame(url.searchParams.get('to') ?? '', url.searchParams.get('body') ?? ''));
      case '/quiet': return send(HTML, '<!doctype html><title>Quiet</title><p>Nothing happens here.');
      default: return send(HTML, page());
    }
  }

  const sockets = new Set<Duplex>();
  server.on('upgrade', (request, socket) => {
    sockets.add(socket);
    const url = new URL(request.url ?? '/', 'http://localhost');
    acceptSocket(request, socket, (body) => void arrived.push({ number: url.searchParams.get('n') ?? '', path: url.pathname, method: 'frame', body }));
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  const { port } = server.address() as AddressInfo;
  const home = `http://localhost:${port}`;
  const near = `http://127.0.0.1:${port}`;
  return {
    home,
    host: `localhost:${port}`,
    url: (ground, way, number, guarded) => {
      const query = new URLSearchParams({ n: number, home, away: ground === 'foreign' ? `http://other.localhost:${port}` : near });
      if (guarded) query.set('guarded', '1');
      return `${ground === 'foreign' ? near : home}/${ground}/${way}?${query.toString()}`;
    },
    arrivals: (number) => arrived.filter((one) => one.number === number),
    close: async () => await new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
      // Upgraded connections are no longer the server's own.
      for (const socket of sockets) socket.destroy();
    }),
  };
}
