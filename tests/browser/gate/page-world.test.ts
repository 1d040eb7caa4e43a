import { userEvent } from 'vitest/browser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isPublishing } from '../../../gate/call';
import { textsOf } from '../../../gate/call-text';
import type { Adapter } from '../../../platforms/schema';
import { adapter, startTestGate, until, wait, type TestGate } from './fake-gate';

/** What the network got. The page world is installed once, as in a page, over these. */
const network: { url: string; body: unknown }[] = [];
let status = 200;
let answer = '{}';
let test: TestGate;
let page: HTMLElement;

const spec = (id: string, url: string, more: Partial<Adapter['publish'][number]> = {}): Adapter['publish'][number] => ({ id, method: 'POST', url, transport: 'request', bodyType: 'json', text: [], ...more });
const SITE = adapter({ editors: [{ role: 'body', selectors: ['.editor'], kind: 'textarea', multi: true }], publish: ['create'], feedback: { cleared: true } }, {
  publish: [
    spec('create', '^https?://[^/]+/api/create$', { permalink: { path: 'url' } }),
    spec('graph', '/api/graphql$', { bodyType: 'form', operation: { in: 'form', key: 'name', values: ['CreateStory'] } }),
    spec('rpc', '/xrpc/write$', { operation: { in: 'json', key: 'writes.*.value.$type', values: ['post'] } }),
    spec('chat', '^wss?://.*/never$', { method: 'GET', transport: 'socket', bodyType: 'frame', operation: { in: 'frame', key: '0', values: ['input'] } }),
  ],
  passThrough: ['/api/draft$'],
});

beforeAll(async () => {
  const nativeFetch = window.fetch;
  window.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!/\/(api|xrpc)\//.test(url)) return nativeFetch(input, init);
    network.push({ url: new URL(url, location.href).pathname, body: input instanceof Request ? await input.clone().text() : init?.body });
    return new Response(answer, { status });
  };
  const nativeBeacon = navigator.sendBeacon;
  Navigator.prototype.sendBeacon = function sendBeacon(url, body) {
    if (!/\/api\//.test(String(url))) return nativeBeacon.call(this, url, body);
    network.push({ url: new URL(url, location.href).pathname, body });
    return true;
  };
  const nativeSend = WebSocket.prototype.send;
  WebSocket.prototype.send = function send(body) {
    // The test runner talks through a socket of its own.
    if (this.url.endsWith('/never')) network.push({ url: 'socket', body });
    else nativeSend.call(this, body);
  };
  const nativeSubmit = HTMLFormElement.prototype.submit;
  HTMLFormElement.prototype.submit = function submit() {
    if (this.isConnected && this.closest('main')) network.push({ url: 'form', body: new FormData(this).get('text') });
    else nativeSubmit.call(this);
  };
  const { installHooks } = await import('../../../gate/page/hooks');
  installHooks();
  page = document.createElement('main');
  page.dataset.account = '@northmoor';
  document.body.append(page);
  test = startTestGate([SITE]);
  await until(() => !test.gate.policy.waiting, 'hello');
});

afterAll(() => {
  test.stop();
  page.remove();
});

beforeEach(() => {
  network.length = 0;
  status = 200;
  answer = '{}';
  test.background.hello.free = [];
  test.gate.policy.learn(test.background.hello);
});

const post = (url: string, body: BodyInit | null, init: RequestInit = {}) => fetch(url, { method: 'POST', body, ...init }).then((response) => response.status, (error: Error) => error.message);
const xhr = (url: string, body: XMLHttpRequestBodyInit, sync = false): Promise<string> => new Promise((resolve) => {
  const request = new XMLHttpRequest();
  request.open('POST', url, !sync);
  request.addEventListener('error', () => resolve('error'));
  request.addEventListener('load', () => resolve(`load ${request.status}`));
  request.send(body);
});

describe('a publish call without a send that was let through is refused', () => {
  it('by fetch with a string, a Request, bytes and a Blob', async () => {
    const url = `${location.origin}/api/create`;
    expect(await post(url, '{"text":"x"}')).toBe('Failed to fetch');
    expect(await fetch(new Request(url, { method: 'POST', body: '{}' })).catch((error: Error) => error.message)).toBe('Failed to fetch');
    expect(await post(url, new TextEncoder().encode('{}'))).toBe('Failed to fetch');
    expect(await post(url, new Blob(['{}']))).toBe('Failed to fetch');
    expect(network).toEqual([]);
  });

  it('by XMLHttpRequest, which tells the page of a network error', async () => {
    expect(await xhr('/api/create', '{}')).toBe('error');
    expect(() => {
      const request = new XMLHttpRequest();
      request.open('POST', '/api/create', false);
      request.send('{}');
    }).toThrow(/network error/i);
  });

  it('by beacon, by socket and by form.submit(), which fires no event', async () => {
    expect(navigator.sendBeacon('/api/create', 'x')).toBe(false);
    const socket = new WebSocket(`ws://${location.host}/never`);
    socket.send('42["input",{"text":"x"}]');
    page.innerHTML = '<form class="composer"><textarea class="editor" name="text">By script</textarea><button class="send">Send</button></form>';
    page.querySelector('form')!.submit();
    await until(() => test.background.of('hold.create').some(({ input }) => (input.snapshot as { text: string }).text === 'By script'), 'the hold');
    expect(network).toEqual([]);
    socket.close();
  });

  it('and the draft beside it is held', async () => {
    page.innerHTML = '<div class="composer"><textarea class="editor"></textarea><button class="send" type="button">Post</button></div>';
    const before = test.background.of('hold.create').length;
    await userEvent.click(page.querySelector('.editor')!);
    await userEvent.keyboard('Sent by a way nobody knew');
    await post('/api/create', '{}');
    await until(() => test.background.of('hold.create').length > before, 'the hold');
    expect(network).toEqual([]);
  });
});

describe('calls that publish nothing pass untouched', () => {
  it('autosave, reads on the same address, other operations and other sockets’ frames', async () => {
    expect(await post('/api/draft', '{}')).toBe(200);
    expect(await fetch('/api/create').then((response) => response.status)).toBe(200);
    expect(await post('/api/graphql', new URLSearchParams({ name: 'FeedQuery' }))).toBe(200);
    expect(await post('/xrpc/write', '{"writes":[{"value":{"$type":"like"}}]}')).toBe(200);
    const socket = new WebSocket(`ws://${location.host}/never`);
    socket.send('42["typing",{}]');
    socket.close();
    expect(network.map(({ url }) => url)).toEqual(['/api/draft', '/api/create', '/api/graphql', '/xrpc/write', 'socket']);
  });

  it('the operation that publishes does not, whether its body is fields or JSON', async () => {
    const form = new FormData();
    form.set('name', 'CreateStory');
    expect(await post('/api/graphql', form)).toBe('Failed to fetch');
    expect(await post('/api/graphql', 'name=CreateStory&x=1', { headers: { 'content-type': 'application/x-www-form-urlencoded' } })).toBe('Failed to fetch');
    expect(await post('/xrpc/write', '{"writes":[{"value":{"$type":"post"}}]}')).toBe('Failed to fetch');
    expect(network).toEqual([]);
  });

  it('everything of an account left out by name', async () => {
    test.background.hello.free = [{ platform: 'test-site', account: 'northmoor' }];
    test.gate.policy.learn(test.background.hello);
    expect(await post('/api/create', '{}')).toBe(200);
  });
});

describe('an account left out by name posts as soon as the network is open for its one call', () => {
  let open: (answer: 'yes' | 'no') => void;
  beforeEach(() => {
    test.background.hello.free = [{ platform: 'test-site', account: 'northmoor' }];
    test.gate.policy.learn(test.background.hello);
    const before = test.background.answer.bind(test.background);
    let said: 'yes' | 'no' = 'yes';
    test.background.slow['free.open'] = new Promise<void>((resolve) => {
      open = (next) => {
        said = next;
        resolve();
      };
    });
    test.background.answer = (name, input) => {
      if (name !== 'free.open') return before(name, input);
      // Read when it is sent off, which is after `open`.
      return { get ok() { return said === 'yes'; }, value: { deadline: 0 }, code: 'not-allowed', detail: 'Covered.' } as never;
    };
    return () => {
      test.background.answer = before;
      delete test.background.slow['free.open'];
    };
  });

  it('by fetch, XMLHttpRequest and beacon: nothing leaves before the answer, each leaves once after it', async () => {
    const sent = [post('/api/create', '{"text":"f"}'), post('/api/create', new Blob(['{"text":"b"}']))];
    const seen = xhr('/api/create', '{}');
    expect(navigator.sendBeacon('/api/create', 'beacon')).toBe(true);
    await wait(50);
    expect(network).toEqual([]);
    expect(test.background.of('free.open').at(-1)?.input).toMatchObject({ platform: 'test-site', publishId: 'create', account: { handle: '@northmoor' } });
    open('yes');
    expect(await Promise.all(sent)).toEqual([200, 200]);
    expect(await seen).toMatch(/load/);
    await until(() => network.filter(({ url }) => url === '/api/create').length >= 3, 'the beacon');
    expect(network.map(({ body }) => (typeof body === 'string' ? body : 'blob')).sort()).toEqual(['beacon', 'blob', '{"text":"f"}'].sort());
    expect(test.background.of('hold.create').filter(({ input }) => (input.snapshot as { text: string }).text === 'beacon')).toEqual([]);
  });

  it('and not at all when the background says no; a synchronous XMLHttpRequest cannot wait', async () => {
    const sent = post('/api/create', '{}');
    const seen = xhr('/api/create', '{}');
    expect(() => {
      const request = new XMLHttpRequest();
      request.open('POST', '/api/create', false);
      request.send('{}');
    }).toThrow(/network error/i);
    open('no');
    expect(await sent).toBe('Failed to fetch');
    expect(await seen).toBe('error');
    expect(network).toEqual([]);
  });
});

describe('frames of XML (RFC 7395)', () => {
  const xmpp = (body: string) => ({ call: 1, adapter: 'a', id: 'm', way: 'socket' as const, url: 'wss://chat.example/ws', body, fields: false, headers: {} });
  const message = spec('m', '/ws$', { method: 'GET', transport: 'socket', bodyType: 'xml', text: ['message.body'], operation: { in: 'xml', key: 'message.body', values: ['*'] } });
  it.each([
    ['<message xmlns="jabber:client" to="a@b"><body>Hi &amp; bye</body></message>', true, ['Hi & bye']],
    ['<c:message xmlns:c="jabber:client"><c:body><![CDATA[<b>]]></c:body></c:message>', true, ['<b>']],
    ['<message to="a@b"><composing xmlns="http://jabber.org/protocol/chatstates"/></message>', false, null],
    ['<?xml version="1.0"?><open xmlns="urn:ietf:params:xml:ns:xmpp-framing" to="b"/>', false, null],
    ['<presence/><message><body>two</body></message>', true, ['two']],
    ['<message><body>broken', true, null],
  ])('%s', (frame, publishing, texts) => {
    expect(isPublishing(message, xmpp(frame))).toBe(publishing);
    expect(textsOf(message, xmpp(frame))).toEqual(texts);
  });
});

describe('a send that was let through makes its one call', () => {
  let count = 0;
  async function release(onSend: () => void, more = ''): Promise<void> {
    count += 1;
    page.innerHTML = `<div class="composer"><textarea class="editor">Approved ${count}</textarea>${more}<button class="send" type="button">Post</button></div>`;
    page.querySelector('.send')!.addEventListener('click', onSend);
    const before = test.background.of('hold.create').length;
    test.background.outcomes = [];
    await userEvent.click(page.querySelector('.send')!);
    await until(() => test.background.of('hold.create').length > before && test.state()?.kind === 'held', 'the hold');
    test.background.approve();
    test.push();
  }
  const outcome = () => until(() => test.background.outcomes[0], 'the outcome', 20_000);
  const clear = () => (page.querySelector<HTMLTextAreaElement>('.editor')!.value = '');

  it('and no second; the answer’s address verifies it', async () => {
    answer = '{"url":"https://site.example/p/9"}';
    const results: unknown[] = [];
    await release(() => {
      for (let index = 0; index < 5; index += 1) void post('/api/create', '{"n":1}').then((result) => results.push(result));
    });
    expect(await outcome()).toMatchObject({ status: 'verified', permalink: 'https://site.example/p/9' });
    await until(() => results.length === 5, 'all answers');
    expect(results.filter((result) => result === 200)).toHaveLength(1);
    expect(network).toHaveLength(1);
  });

  it('a thread makes one call for each part and no more; half a thread is unknown, never failed', async () => {
    answer = '{"url":"https://site.example/p/20"}';
    const results: unknown[] = [];
    const parts = async (): Promise<void> => {
      for (let index = 0; index < 3; index += 1) {
        results.push(await post('/api/create', '{}'));
        await wait(250);
        if (index === 0 && results.length > 3) status = 403;
      }
    };
    await release(() => void parts(), '<textarea class="editor">Second part</textarea>');
    expect(await outcome()).toMatchObject({ status: 'verified', permalink: 'https://site.example/p/20' });
    await until(() => results.length === 3, 'all parts');
    expect(results).toEqual([200, 200, 'Failed to fetch']);
    await release(() => void parts(), '<textarea class="editor">Second part, again</textarea>');
    expect(await outcome()).toMatchObject({ status: 'unknown' });
  }, 45_000);

  it('a refusal by the site is failed; a repeat by the site itself after it is still the one send', async () => {
    status = 400;
    await release(() => {
      void post('/api/create', '{}').then(() => {
        status = 200;
        answer = '{"url":"https://site.example/p/10"}';
        return post('/api/create', '{}').then(clear);
      });
    });
    expect(await outcome()).toMatchObject({ status: 'verified' });
    expect(network).toHaveLength(2);
    status = 403;
    await release(() => void post('/api/create', '{}'));
    expect(await outcome()).toMatchObject({ status: 'failed' });
  });

  it('a server error or an answer without the new post is unknown, never failed', async () => {
    status = 500;
    await release(() => void post('/api/create', '{}'));
    expect((await outcome()).status).toBe('unknown');
    status = 200;
    answer = '{"data":{}}';
    await release(() => void post('/api/create', '{}'));
    expect((await outcome()).status).toBe('unknown');
  }, 45_000);

  it('after the outcome is known the call is closed again', async () => {
    answer = '{"url":"https://site.example/p/11"}';
    await release(() => void post('/api/create', '{}').then(clear));
    await outcome();
    await wait(50);
    expect(await post('/api/create', '{}')).toBe('Failed to fetch');
    expect(network).toHaveLength(1);
  });
});
