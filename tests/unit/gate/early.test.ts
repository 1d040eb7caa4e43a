/** Calls made before anybody knows the page: they wait, are judged in order, and are never let through by silence. */
import { expect, it } from 'vitest';
import { Early, type EarlyHost } from '../../../gate/early';
import type { CallAnswer, CallAsked } from '../../../gate/page/protocol';
import type { Adapter } from '../../../platforms/schema';
import { adapterOf } from '../../sites/adapter-of';

const FORUM: Adapter = { ...adapterOf('practice'), passThrough: ['/api/draft$'], publish: [
  { id: 'create', method: 'POST', url: '/api/posts$', transport: 'request', bodyType: 'json', text: ['text'] },
  { id: 'chat', method: 'GET', url: '/socket$', transport: 'socket', bodyType: 'frame', text: ['1'] },
  { id: 'form', method: 'POST', url: '/reply$', transport: 'navigation', bodyType: 'form', text: ['text'] },
  { id: 'any', method: 'PUT', url: '/api/', transport: 'request', bodyType: 'json', text: [] },
] };
const asked = (call: number, method: string, path: string, way: CallAsked['way'] = 'fetch'): CallAsked => ({ call, adapter: '', id: method, way, url: `https://forum.example${path}`, body: '{}', fields: false, headers: {} });

function setup(judged: CallAnswer = 'no', builtIn: Adapter[] = []) {
  const said: [number, boolean][] = [];
  const seen: string[] = [];
  const state = { orphaned: false, gone: 0 };
  const policy = { waiting: true, covered: true, adapters: builtIn };
  const learn = (covered = true): void => void Object.assign(policy, { waiting: false, covered, adapters: [FORUM] });
  const host: EarlyHost = {
    policy, ports: { orphaned: () => state.orphaned },
    answerLater: (call, yes) => said.push([call, yes]),
    judge: ({ adapter, id, call }) => {
      seen.push(`${call} ${adapter}/${id}`);
      return judged;
    },
    gone: () => (state.gone += 1),
  };
  return { early: new Early(host), learn, said, seen, state };
}

it('every method that can publish and every frame is asked about while the rules are not known, and only then', () => {
  const { early, learn } = setup();
  expect(early.rules().publish.map(({ adapter, method, socket }) => [adapter, method, socket])).toEqual([['', 'POST', false], ['', 'PUT', false], ['', 'PATCH', false], ['', 'GET', true]]);
  for (const { url } of early.rules().publish) expect('https://anything.example/').toMatch(new RegExp(url));
  learn();
  expect(early.rules().publish.map(({ id }) => id)).toEqual(['create', 'chat', 'any']);
  learn(false);
  expect(early.rules()).toEqual({ publish: [], pass: [] });
});

it('a site whose adapter is built in waits for nothing', () => {
  const { early } = setup('no', [FORUM]);
  expect(early.rules().publish.map(({ id }) => id)).toEqual(['create', 'chat', 'any']);
});

it('what waited goes on in the order it came; what publishes is judged under its own name', () => {
  const { early, learn, said, seen } = setup();
  const calls = [asked(1, 'POST', '/log'), asked(2, 'POST', '/api/posts'), asked(3, 'GET', '/socket', 'socket'), asked(4, 'PUT', '/api/draft'), asked(5, 'PATCH', '/api/posts'), asked(6, 'POST', '/reply'), asked(7, 'GET', '/news', 'socket')];
  expect(calls.map((call) => early.call(call))).toEqual(calls.map(() => 'wait'));
  expect(said).toEqual([]);
  learn();
  early.settle();
  expect(said).toEqual([[1, true], [2, false], [3, false], [4, true], [5, true], [6, true], [7, true]]);
  expect(seen).toEqual([`2 ${FORUM.id}/create`, `3 ${FORUM.id}/chat`]);
  early.settle();
  expect(said).toHaveLength(7);
});

it('a call that then waits for the lock is answered by whoever opens it', () => {
  const { early, learn, said } = setup('wait');
  early.call(asked(1, 'POST', '/api/posts'));
  learn();
  early.settle();
  expect(said).toEqual([]);
});

it('a call whose body took long to read is judged at once when the rules have come meanwhile', () => {
  const { early, learn } = setup();
  learn();
  expect([early.call(asked(1, 'POST', '/api/posts')), early.call(asked(2, 'POST', '/log'))]).toEqual(['no', 'yes']);
});

it('a page that is not covered after all gets everything back', () => {
  const { early, learn, said } = setup();
  early.call(asked(1, 'POST', '/api/posts'));
  learn(false);
  early.settle();
  expect(said).toEqual([[1, true]]);
});

it('silence lets nothing through: no answer refuses what waits and what comes, and an extension that is gone says so', () => {
  const { early, said, state } = setup();
  early.call(asked(1, 'POST', '/log'));
  expect(early.some).toBe(true);
  early.refuse();
  expect(said).toEqual([[1, false]]);
  expect([early.call(asked(2, 'POST', '/log')), early.some, state.gone]).toEqual(['no', false, 0]);
  state.orphaned = true;
  expect([early.call(asked(3, 'POST', '/log')), state.gone]).toEqual(['no', 1]);
});

it('a page that hammers does not fill the memory', () => {
  const { early } = setup();
  const answers = Array.from({ length: 502 }, (_, call) => early.call(asked(call, 'POST', '/log')));
  expect([answers[499], answers[500], answers[501]]).toEqual(['wait', 'no', 'no']);
});
