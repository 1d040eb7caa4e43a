/**
 * Two chats that publish over a WebSocket, on the loopback: one speaks XMPP (RFC 7395), one a gateway of JSON in binary
 * frames. They also send what publishes nothing: presence, typing, heartbeats. `said()` is what the server received.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { acceptSockets } from '../../support/socket-server';

export type Chat = 'jabber' | 'gateway';

export interface Chats {
  host: string;
  url(chat: Chat): string;
  /** Texts of messages, in order. */
  said(chat: Chat): string[];
  /** Every other frame. */
  noise(chat: Chat): string[];
  close(): Promise<void>;
}

const SPEAK: Record<Chat, string> = {
  jabber: `
    const socket = new WebSocket('ws://' + location.host + '/jabber/socket', 'xmpp');
    const text = (words) => new XMLSerializer().serializeToString(document.createTextNode(words));
    window.say = (words) => socket.send('<message xmlns="jabber:client" type="groupchat" to="quay@rooms.example" id="m' + Date.now() + '"><body>' + text(words) + '</body><active xmlns="http://jabber.org/protocol/chatstates"/></message>');
    window.typing = () => socket.send('<message xmlns="jabber:client" to="quay@rooms.example"><composing xmlns="http://jabber.org/protocol/chatstates"/></message>');
    socket.onopen = () => socket.send('<presence xmlns="jabber:client" to="quay@rooms.example/petra"/>');`,
  gateway: `
    const socket = new WebSocket('ws://' + location.host + '/gateway/socket?v=9');
    const send = (frame) => socket.send(new TextEncoder().encode(JSON.stringify(frame)));
    window.say = (words) => send({ op: 0, t: 'MESSAGE_CREATE', d: { channel_id: '41', content: words, nonce: String(Date.now()) } });
    window.typing = () => send({ op: 0, t: 'TYPING_START', d: { channel_id: '41' } });
    socket.onopen = () => send({ op: 1, d: null });`,
};

const page = (chat: Chat): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Quay ${chat}</title>
<style>body{font:16px/1.5 sans-serif;margin:48px 48px 48px 480px}textarea{display:block;inline-size:100%;box-sizing:border-box}</style></head>
<body><header>Signed in as <b class="me">petra</b></header><h1>Quay</h1><ul id="lines"></ul>
<form class="talk"><textarea aria-label="Message"></textarea><button type="button">Send</button></form>
<script>${SPEAK[chat]}
  const box = document.querySelector('textarea');
  const submit = () => {
    if (!box.value.trim()) return;
    say(box.value);
    box.value = '';
  };
  document.querySelector('button').addEventListener('click', submit);
  box.addEventListener('input', () => typing());
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    submit();
  });
</script></body></html>`;

const UNESCAPED: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

function textOf(chat: Chat, frame: string): string | null {
  if (chat === 'jabber') return /<body>([^<]*)<\/body>/.exec(frame)?.[1]?.replace(/&\w+;/g, (name) => UNESCAPED[name] ?? name) ?? null;
  const { t, d } = JSON.parse(frame) as { t?: string; d?: { content: string } };
  return t === 'MESSAGE_CREATE' ? (d?.content ?? '') : null;
}

export async function startChats(): Promise<Chats> {
  const said: Record<Chat, string[]> = { jabber: [], gateway: [] };
  const noise: Record<Chat, string[]> = { jabber: [], gateway: [] };
  const server = createServer((incoming, outgoing) => {
    const chat = incoming.url?.slice(1).split(/[/?]/)[0] as Chat;
    if (!(chat in SPEAK)) return void outgoing.writeHead(404).end();
    outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(chat));
  });
  const hangUp = acceptSockets(server, (frame, path) => {
    const chat: Chat = path.startsWith('/jabber') ? 'jabber' : 'gateway';
    const text = textOf(chat, frame);
    if (text === null) noise[chat].push(frame);
    else said[chat].push(text);
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: (chat) => `http://${host}/${chat}`,
    said: (chat) => [...said[chat]],
    noise: (chat) => [...noise[chat]],
    close: async () => await new Promise((done) => {
      hangUp();
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}
