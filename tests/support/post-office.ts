/**
 * Three pages on the loopback that publish past their own window: through the site's service worker, through a socket
 * opened for each letter, and by loading a page. `received()` is what the server took. They know nothing of Countersign.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { acceptSockets } from './socket-server';

export const COUNTERS = ['relay', 'wire', 'letter'] as const;
export type Counter = (typeof COUNTERS)[number];

const SENDS: Record<Counter, string> = {
  // The page never makes the call itself.
  relay: `await navigator.serviceWorker.ready; const { port1, port2 } = new MessageChannel();
    const ok = await new Promise((done) => { port1.onmessage = ({ data }) => done(data); (navigator.serviceWorker.controller ?? registration.active).postMessage({ text: area.value }, [port2]); });
    if (ok) area.value = '';`,
  wire: `const text = area.value; const socket = new WebSocket('ws://' + location.host + '/wire/post');
    socket.onopen = () => { socket.send(JSON.stringify({ text })); area.value = ''; setTimeout(() => socket.close(), 200); };`,
  letter: '',
};

function page(counter: Counter, account: string, received: number): string {
  const script = counter === 'letter' ? '' : `<script>
    const area = document.querySelector('textarea'); let registration;
    ${counter === 'relay' ? "navigator.serviceWorker.register('/relay-worker.js').then((made) => { registration = made; });" : ''}
    document.querySelector('form').addEventListener('submit', async (event) => { event.preventDefault(); ${SENDS[counter]} });
  </script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Post office, ${counter}</title><link rel="icon" href="data:,"></head>
<body style="font:16px/1.5 sans-serif;margin:48px 48px 48px 480px"><header>At the counter: <b class="me">${account}</b></header><p>${received} received</p>
<form class="counter" method="post" action="/letter/post?as=${account}"><textarea name="letter" aria-label="Letter"></textarea><button type="submit">Send</button></form>${script}</body></html>`;
}

const WORKER = `addEventListener('install', () => skipWaiting()); addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('message', (event) => event.waitUntil(
  fetch('/relay/post', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text: event.data.text }) })
    .then(({ ok }) => event.ports[0].postMessage(ok), () => event.ports[0].postMessage(false))));`;

/** The adapter of one counter, as a person would import it. */
export function counterAdapter(counter: Counter): string {
  const call = {
    relay: { method: 'POST', url: '/relay/post$', transport: 'request', bodyType: 'json', text: ['text'], worker: true },
    wire: { method: 'GET', url: '/wire/post$', transport: 'socket', bodyType: 'frame', text: ['text'], dedicated: true },
    letter: { method: 'POST', url: '/letter/post(\\?|$)', transport: 'navigation', bodyType: 'form', text: ['letter'] },
  }[counter];
  return JSON.stringify({
    schemaVersion: 1, id: `office-${counter}`, title: `Post office, ${counter}`, hosts: [], verified: '2026-11-24', evidence: [], gaps: [], release: 'replay',
    surfaces: [{ id: 'letter', kind: 'post', paths: [`/${counter}`], scope: ['form.counter'], editors: [{ role: 'body', selectors: ['textarea'], kind: 'textarea' }], send: { selectors: ['button[type="submit"]'] }, keys: [], feedback: { cleared: true }, publish: ['post'] }],
    publish: [{ id: 'post', ...call }],
    identity: { handle: [{ from: 'text', selector: '.me' }] },
  });
}

export interface PostOffice {
  host: string;
  url(counter: Counter, account?: string): string;
  received(counter: Counter): string[];
  close(): Promise<void>;
}

export async function openPostOffice(): Promise<PostOffice> {
  const received: Record<Counter, string[]> = { relay: [], wire: [], letter: [] };
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    const counter = COUNTERS.find((each) => url.pathname.startsWith(`/${each}`));
    const account = url.searchParams.get('as') ?? 'petra';
    const send = (type: string, body: string): void => void outgoing.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    if (url.pathname === '/relay-worker.js') return send('text/javascript', WORKER);
    if (!counter) return void outgoing.writeHead(404).end();
    if (incoming.method !== 'POST') return send('text/html; charset=utf-8', page(counter, account, received[counter].length));
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      received[counter].push(counter === 'letter' ? (new URLSearchParams(body).get('letter') ?? '').replaceAll('\r\n', '\n') : (JSON.parse(body) as { text: string }).text);
      if (counter === 'letter') outgoing.writeHead(303, { location: `/letter?as=${account}` }).end();
      else send('application/json', '{}');
    });
  });
  const hangUp = acceptSockets(server, (text) => received.wire.push((JSON.parse(text) as { text: string }).text));
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: (counter, account = 'petra') => `http://${host}/${counter}?as=${account}`,
    received: (counter) => [...received[counter]],
    close: async () => {
      hangUp();
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    },
  };
}
