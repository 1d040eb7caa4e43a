/**
 * Two sites nobody has heard of, on the loopback: a chat without a button and an old forum that posts by
 * loading a page. They know nothing of Countersign. `said()` is what their server received.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Said {
  place: 'chat' | 'forum';
  account: string;
  text: string;
}

export interface Village {
  /** For example http://localhost:40123/chat?as=petra */
  url(place: Said['place'], account?: string): string;
  said(): Said[];
  close(): Promise<void>;
}

const page = (title: string, account: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>body{font:16px/1.5 sans-serif;margin:48px 48px 48px 480px}[contenteditable],textarea{display:block;inline-size:100%;min-block-size:72px;border:1px solid #767676;padding:8px;box-sizing:border-box}</style></head>
<body><header>Signed in as <b class="who-am-i">${account}</b></header><h1>${title}</h1>${body}</body></html>`;

const chat = (account: string): string => page('Harbour chat', account, `<ul id="lines"></ul>
<div class="message-box" contenteditable="true" role="textbox" aria-label="Write a message"></div>
<script>
  const box = document.querySelector('.message-box');
  box.addEventListener('keydown', async (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    const text = box.innerText.trim();
    if (!text) return;
    await fetch('/chat/say', { method: 'POST', body: JSON.stringify({ account: ${JSON.stringify(account)}, text }) });
    const line = document.createElement('li');
    line.textContent = text;
    document.querySelector('#lines').append(line);
    box.textContent = '';
  });
</script>`);

const forum = (account: string, said: Said[]): string => page('Harbour forum', account, `<ol>${said.map(() => '<li>One answer</li>').join('')}</ol>
<form id="answer-form" method="post" action="/forum/answer?as=${account}"><textarea name="answer" aria-label="Your answer"></textarea><button type="submit">Post answer</button></form>`);

export async function startVillage(): Promise<Village> {
  const said: Said[] = [];
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    const account = url.searchParams.get('as') ?? 'petra';
    const html = (text: string): void => void outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(text);
    if (incoming.method !== 'POST') {
      if (url.pathname === '/chat') return html(chat(account));
      if (url.pathname === '/forum') return html(forum(account, said.filter((one) => one.place === 'forum')));
      return void outgoing.writeHead(404).end();
    }
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      if (url.pathname === '/chat/say') {
        const { account: from, text } = JSON.parse(body) as { account: string; text: string };
        said.push({ place: 'chat', account: from, text });
        return void outgoing.writeHead(204).end();
      }
      said.push({ place: 'forum', account, text: (new URLSearchParams(body).get('answer') ?? '').replaceAll('\r\n', '\n') });
      outgoing.writeHead(303, { location: `/forum?as=${account}` }).end();
    });
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  const { port } = server.address() as AddressInfo;
  return {
    url: (place, account = 'petra') => `http://localhost:${port}/${place}?as=${account}`,
    said: () => said.map((one) => ({ ...one })),
    close: async () => await new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}
