/**
 * A page with the weight and the waits of an ordinary one, on the loopback: a document, scripts and pictures that each
 * take their time, a composer, and an address that takes posts which publish nothing (autosave).
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const DOCUMENT_MS = 60;
const PART_MS = 40;
const SCRIPTS = 4;
const PICTURES = 12;
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** About 90 KB that the browser has to read and run. */
const script = (): string => Array.from({ length: 900 }, (_, index) => `function part${index}(a, b) { const list = []; for (let i = 0; i < 20; i += 1) list.push(a * i + b); return list; }\npart${index}(1, ${index});`).join('\n');
const many = (count: number, make: (index: number) => string): string => Array.from({ length: count }, (_, index) => make(index)).join('');
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mill</title><link rel="icon" href="data:,">${many(SCRIPTS, (index) => `<script defer src="/part${index}.js"></script>`)}</head>
<body><header id="mill" data-account="@mill">The mill</header><div class="box"><div class="editor" contenteditable="true"></div><button class="send">Publish</button></div>${many(200, (index) => `<p>Line ${index} of the mill’s long history.</p>`)}${many(PICTURES, (index) => `<img alt="" src="/part${index}.gif">`)}</body></html>`;

export interface SlowSite {
  port: number;
  close(): Promise<void>;
}

export async function startSlowSite(): Promise<SlowSite> {
  const program = script();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const send = (type: string, body: string | Buffer, ms: number): void => void setTimeout(() => response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body), ms);
    request.resume();
    if (path.endsWith('.js')) return send('text/javascript', program, PART_MS);
    if (path.endsWith('.gif')) return send('image/gif', PIXEL, PART_MS);
    if (path.startsWith('/api/')) return void request.on('end', () => response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end('{"ok":true}'));
    return send('text/html; charset=utf-8', page, DOCUMENT_MS);
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => await new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}
