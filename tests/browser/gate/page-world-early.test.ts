/** A site whose rules only the background knows: what its first script sends waits for them, and nothing that publishes gets out. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Adapter } from '../../../platforms/schema';
import { adapter, startTestGate, until, wait, type TestGate } from './fake-gate';

const network: string[] = [];
const words = (body: unknown): string => (typeof body === 'string' ? body : body instanceof ArrayBuffer || ArrayBuffer.isView(body) ? new TextDecoder().decode(body) : body instanceof URLSearchParams ? body.toString() : body instanceof FormData ? String(body.get('text')) : 'blob');
const spec = (id: string, url: string, more: Partial<Adapter['publish'][number]> = {}): Adapter['publish'][number] => ({ id, method: 'POST', url, transport: 'request', bodyType: 'json', text: [], ...more });
const SITE = adapter({ publish: ['create'] }, {
  id: 'taught', hosts: [],
  publish: [spec('create', '/api/create$'), spec('chat', '/never$', { method: 'GET', transport: 'socket', bodyType: 'frame', operation: { in: 'frame', key: '', values: ['say'] } })],
});
let test: TestGate;
let learn: () => void;

beforeAll(async () => {
  const nativeFetch = window.fetch;
  window.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!/\/api\//.test(url)) return nativeFetch(input, init);
    network.push(`fetch ${input instanceof Request ? await input.clone().text() : words(init?.body)}`);
    return new Response('{}');
  };
  const { open, send } = XMLHttpRequest.prototype;
  const addresses = new WeakMap<XMLHttpRequest, string>();
  XMLHttpRequest.prototype.open = function opened(this: XMLHttpRequest, ...args: unknown[]) {
    addresses.set(this, String(args[1]));
    return (open as (...all: unknown[]) => void).apply(this, args);
  };
  XMLHttpRequest.prototype.send = function sent(body) {
    if (addresses.get(this)?.includes('/api/')) network.push(`xhr ${words(body)}`);
    else send.call(this, body);
  };
  Navigator.prototype.sendBeacon = function sendBeacon(_, body) {
    network.push(`beacon ${words(body)}`);
    return true;
  };
  const nativeSend = WebSocket.prototype.send;
  WebSocket.prototype.send = function say(body) {
    if (this.url.endsWith('/never')) network.push(`socket ${words(body)}`);
    else nativeSend.call(this, body);
  };
  const { installHooks } = await import('../../../gate/page/hooks');
  installHooks();
  test = startTestGate([], (background) => {
    background.hello.adapters = [SITE];
    background.slow['gate.hello'] = new Promise<void>((resolve) => {
      learn = resolve;
    });
  });
});

afterAll(() => test.stop());

it('waits, and then goes on untouched and in order, or is refused', async () => {
  const post = (url: string, body: BodyInit) => fetch(url, { method: 'POST', body }).then(({ status }) => status, (error: Error) => error.message);
  const bytes = new TextEncoder().encode('first');
  const params = new URLSearchParams({ text: 'first' });
  const form = new FormData();
  form.set('text', 'first');
  const kind = () => test.background.of('gate.blocked').length;
  const reads = fetch('/api/read').then(({ status }) => status);
  expect(await reads).toBe(200);
  expect(network.splice(0)).toEqual(['fetch blob']);

  const passing = [post('/api/log', '1'), post('/api/log', bytes), post('/api/log', params), post('/api/log', form)];
  const publishing = post('/api/create', '{"text":"x"}');
  const request = new XMLHttpRequest();
  request.open('PUT', '/api/log');
  request.send('2');
  const failing = new Promise((resolve) => {
    const refused = new XMLHttpRequest();
    refused.open('POST', '/api/create');
    refused.addEventListener('error', () => resolve('error'));
    refused.send('{}');
  });
  expect(navigator.sendBeacon('/api/log', '3')).toBe(true);
  expect(navigator.sendBeacon('/api/create', 'x')).toBe(true);
  const socket = new WebSocket(`ws://${location.host}/never`);
  for (const frame of ['a', 'b', 'say x', 'c']) socket.send(frame);
  expect(() => {
    const sync = new XMLHttpRequest();
    sync.open('POST', '/api/log', false);
    sync.send('4');
  }).toThrow(/network error/i);
  // A page may use its buffers again at once; what was sent is what it was.
  bytes.set(new TextEncoder().encode('later'));
  params.set('text', 'later');
  form.set('text', 'later');
  await wait(300);
  expect(network).toEqual([]);
  expect(kind()).toBe(0);

  learn();
  expect(await Promise.all(passing)).toEqual([200, 200, 200, 200]);
  expect(await publishing).toBe('Failed to fetch');
  expect(await failing).toBe('error');
  await until(() => network.includes('socket c'), 'the last frame');
  expect(network).toEqual(['fetch 1', 'fetch first', 'fetch text=first', 'fetch first', 'xhr 2', 'beacon 3', 'socket a', 'socket b', 'socket c']);
  await until(() => kind() > 0, 'the incident');
  expect(test.background.of('gate.hello')).toHaveLength(1);
  socket.close();
});

it('and nothing waits any more once the rules are known', async () => {
  network.length = 0;
  const socket = new WebSocket(`ws://${location.host}/never`);
  socket.send('d');
  socket.send('say y');
  expect(navigator.sendBeacon('/api/log', '5')).toBe(true);
  expect(navigator.sendBeacon('/api/create', 'x')).toBe(false);
  expect(network).toEqual(['socket d', 'beacon 5']);
  socket.close();
});
