import { describe, expect, it } from 'vitest';
import { isPublishing, permalinkOf, rulesFor, specsOf } from '../../../gate/call';
import { judgeCall } from '../../../gate/outcome';
import type { CallAsked } from '../../../gate/page/protocol';
import type { Adapter, PublishSpec } from '../../../platforms/schema';

const spec = (more: Partial<PublishSpec> = {}): PublishSpec => ({ id: 'create', method: 'POST', url: '/api$', transport: 'request', bodyType: 'json', text: [], ...more });
const asked = (more: Partial<CallAsked> = {}): CallAsked => ({ call: 1, adapter: 'a', id: 'create', way: 'fetch', url: 'https://site.example/api', body: '{}', fields: false, headers: {}, ...more });
const adapter = (publish: PublishSpec[], more: Partial<Adapter> = {}): Adapter => ({
  schemaVersion: 1, id: 'a', title: 'A', hosts: [], surfaces: [], publish, identity: { handle: [{ from: 'fixed', value: 'me' }] }, release: 'replay', verified: '2026-11-22', evidence: [], gaps: [], ...more,
});

describe('which calls of a page publish', () => {
  it.each<[string, PublishSpec, CallAsked, boolean]>([
    ['an address that only publishes', spec(), asked(), true],
    ['a JSON operation', spec({ operation: { in: 'json', key: 'op', values: ['Create'] } }), asked({ body: '{"op":"Create"}' }), true],
    ['another JSON operation', spec({ operation: { in: 'json', key: 'op', values: ['Create'] } }), asked({ body: '{"op":"Read"}' }), false],
    ['broken JSON', spec({ operation: { in: 'json', key: 'op', values: ['Create'] } }), asked({ body: '{' }), false],
    ['a body nobody can read', spec({ operation: { in: 'json', key: 'op', values: ['Create'] } }), asked({ body: null }), true],
    ['an urlencoded field', spec({ operation: { in: 'form', key: 'name', values: ['Create'] } }), asked({ body: 'x=1&name=Create' }), true],
    ['a multipart field', spec({ operation: { in: 'form', key: 'paction', values: ['save'] } }), asked({ fields: true, body: '[["action","visualeditoredit"],["paction","save"]]' }), true],
    ['another multipart field', spec({ operation: { in: 'form', key: 'paction', values: ['save'] } }), asked({ fields: true, body: '[["paction","preview"]]' }), false],
    ['a header', spec({ operation: { in: 'header', key: 'X-Op', values: ['Create'] } }), asked({ headers: { 'x-op': 'Create' } }), true],
    ['no header', spec({ operation: { in: 'header', key: 'X-Op', values: ['Create'] } }), asked(), false],
    ['a socket.io frame', spec({ operation: { in: 'frame', key: '0', values: ['input'] } }), asked({ body: '42["input",{"text":"hi"}]' }), true],
    ['another frame', spec({ operation: { in: 'frame', key: '0', values: ['input'] } }), asked({ body: '42["names",{}]' }), false],
    ['a heartbeat frame', spec({ operation: { in: 'frame', key: '0', values: ['input'] } }), asked({ body: '3' }), false],
    ['a frame by its beginning', spec({ operation: { in: 'frame', key: '', values: ['SAY '] } }), asked({ body: 'SAY hello' }), true],
  ])('%s', (_, one, call, publishes) => {
    expect(isPublishing(one, call)).toBe(publishes);
  });

  it('a call is matched against every publish call of its own adapter only, navigation left to the submit event', () => {
    const graph = spec({ id: 'story', operation: { in: 'json', key: 'op', values: ['Story'] } });
    const comment = spec({ id: 'comment', operation: { in: 'json', key: 'op', values: ['Comment'] } });
    const page = spec({ id: 'page', transport: 'navigation' });
    const one = adapter([graph, comment, page]);
    expect(specsOf([one, adapter([spec()], { id: 'b' })], asked({ body: '{"op":"Comment"}' })).map((each) => each.spec.id)).toEqual(['comment']);
    expect(rulesFor([one]).publish.map((rule) => rule.id)).toEqual(['story', 'comment']);
  });

  it('the page hears nothing of an adapter but addresses', () => {
    expect(Object.keys(rulesFor([adapter([spec()], { passThrough: ['/draft'] })]).publish[0] ?? {}).sort()).toEqual(['adapter', 'answer', 'id', 'method', 'socket', 'url']);
  });
});

describe('what an answer proves (RL2, RL3)', () => {
  const told = (status: number, more: object = {}) => ({ call: 1, status, body: null, refused: false, ...more });

  it.each([
    ['200', told(200), null, false, 'sent'],
    ['200 with the address', told(200), 'https://s.example/p/1', true, 'verified'],
    ['200 without the address it should have', told(200), null, true, undefined],
    ['403', told(403), null, false, 'failed'],
    ['408, a time-out', told(408), null, false, undefined],
    ['500', told(500), null, false, undefined],
    ['no answer at all', told(0), null, false, undefined],
    ['200 in which the site itself says "refused"', told(200, { refused: true }), null, false, undefined],
  ] as const)('%s', (_, call, permalink, expectsLink, status) => {
    expect(judgeCall(call, permalink, expectsLink)?.status).toBe(status);
  });

  it('the address is read from the answer the adapter describes, and rubbish is no address', () => {
    const one = spec({ permalink: { path: 'data.id', template: 'https://s.example/p/{id}' } });
    expect(permalinkOf(one, '{"data":{"id":"7"}}')).toBe('https://s.example/p/7');
    expect(permalinkOf(one, '<html>')).toBeNull();
    expect(permalinkOf(one, null)).toBeNull();
  });
});
