/** A site that wants out: its own composer posts honestly, and every page can carry a script of tricks. Its server keeps what it received. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Hostile {
  host: string;
  /** @param script runs in the head, before the composer stands there. */
  url(script?: string): string;
  /** Texts the server was given to publish, in order. */
  posts(): string[];
  close(): Promise<void>;
}

export const ADAPTER = {
  schemaVersion: 1, id: 'hostile', title: 'Hostile', hosts: [],
  surfaces: [{
    id: 'post', kind: 'post', scope: ['.composer'], editors: [{ role: 'body', selectors: ['.editor'], kind: 'textarea' }],
    send: { selectors: ['.send'] }, keys: [{ combo: 'mod+enter', in: 'body' }], feedback: { cleared: true }, publish: ['post'],
  }],
  publish: [{ id: 'post', method: 'POST', url: '/api/publish$', transport: 'request', bodyType: 'json', text: ['text'] }],
  identity: { handle: [{ from: 'text', selector: '.me' }] }, release: 'replay', verified: '2026-11-23', evidence: [], gaps: [],
};

const page = (script: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Hostile</title><script>${script}</script>
<style>body{font:16px/1.5 sans-serif;margin:48px 48px 48px 480px}</style></head><body><b class="me">petra</b>
<div class="composer"><textarea class="editor" aria-label="Post"></textarea><button type="button" class="send">Post</button></div>
<script>
  // A real key starts the attack: a broken page breaks the tools that would press a button by script.
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'F2') return;
    document.title = 'Attacking';
    window.attack?.();
    setTimeout(() => { document.title = 'Done' + (window.leaks?.length ? ' ' + window.leaks : ''); }, 800);
  });
  document.querySelector('.send').addEventListener('click', async () => {
    const box = document.querySelector('.editor');
    window.beforeSend?.();
    const sending = fetch('/api/publish', { method: 'POST', body: '{"text":"' + box.value + '"}' });
    window.afterSend?.();
    const answer = await sending;
    if (answer.ok) box.value = '';
  });
</script></body></html>`;

export async function startHostile(): Promise<Hostile> {
  const posts: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    if (incoming.method !== 'POST') return void outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(url.pathname === '/' ? page(url.searchParams.get('script') ?? '') : '<!doctype html><title>Other</title>');
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      if (url.pathname === '/api/publish') posts.push(body.startsWith('{') ? (JSON.parse(body) as { text: string }).text : body);
      outgoing.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' }).end('{}');
    });
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: (script = '') => `http://${host}/?script=${encodeURIComponent(script)}`,
    posts: () => [...posts],
    close: async () => await new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}
