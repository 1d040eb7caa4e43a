/** Enforced, as a decision: what may leave (HOUSE promise 1), and what does not when anything is unclear (promise 5). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeWire, strictest } from '../../../gate/witness/judge-wire';
import type { OpenRelease, WireVerdict } from '../../../gate/witness/judge-wire';
import { readWireNow } from '../../../gate/witness/wire-now';
import { readWire } from '../../../gate/witness/wire';
import type { RequestBody } from '../../../gate/witness/wire';
import type { PublishSpec } from '../../../platforms/schema';
import { THREAD_SEPARATOR } from '../../../review/canonical';

const SPEC: PublishSpec = { id: 'create', method: 'POST', url: '/api/posts$', transport: 'request', bodyType: 'json', text: ['text'] };
const GRAPH: PublishSpec = { ...SPEC, id: 'story', url: '/graphql$', bodyType: 'form', text: ['text'], operation: { in: 'form', key: 'op', values: ['Create'] } };
const URL_HERE = 'https://forum.example/api/posts';
const open = (text: string | null, change: Partial<OpenRelease> = {}): OpenRelease => ({ text, calls: 0, parts: 0, ...change });
const json = (value: unknown): RequestBody => ({ raw: [{ bytes: new TextEncoder().encode(JSON.stringify(value)).buffer }] });
const judge = (body: RequestBody | null, release: OpenRelease | null, spec = SPEC): WireVerdict => judgeWire(spec, URL_HERE, readWireNow(body), release);

test('without a release nothing that publishes leaves, whatever it carries', () => {
  for (const body of [json({ text: 'Doors open at nine' }), json({}), null, { error: 'Unknown error' }]) expect(judge(body, null)).toEqual({ let: false, why: 'no-release' });
});

test('the approved words leave; one letter more does not', () => {
  expect(judge(json({ text: 'Doors open at nine' }), open('Doors open at nine'))).toEqual({ let: true, why: 'approved', parts: 1 });
  expect(judge(json({ text: 'Doors open at  nine \r\n' }), open('Doors open at nine'))).toMatchObject({ let: true, why: 'approved' });
  expect(judge(json({ text: 'Doors open at nine!' }), open('Doors open at nine'))).toEqual({ let: false, why: 'differs' });
});

test('a permission is for one call: the same words do not leave twice', () => {
  expect(judge(json({ text: 'Doors open at nine' }), open('Doors open at nine', { calls: 1, parts: 1 }))).toEqual({ let: false, why: 'spent' });
});

test('a thread leaves part by part and in order', () => {
  const thread = `First${THREAD_SEPARATOR}Second`;
  expect(judge(json({ text: 'First' }), open(thread))).toEqual({ let: true, why: 'approved', parts: 1 });
  expect(judge(json({ text: 'Second' }), open(thread))).toEqual({ let: false, why: 'differs' });
  expect(judge(json({ text: 'Second' }), open(thread, { calls: 1, parts: 1 }))).toMatchObject({ let: true });
  expect(judge(json({ text: 'First' }), open(thread, { calls: 2, parts: 2 }))).toEqual({ let: false, why: 'spent' });
});

describe('what cannot be read', () => {
  test.each<[string, RequestBody | null]>([
    ['a Blob the browser keeps to itself', { error: 'Unknown error' }],
    ['a body with a file in it', { raw: [{ bytes: new TextEncoder().encode('{"text":"a"').buffer }, { file: 'cat.png' }] }],
    ['no body', null],
    ['JSON that names the text twice', { raw: [{ bytes: new TextEncoder().encode('{"text":"approved","text":"other"}').buffer }] }],
    ['a body without the text', json({ words: 'approved' })],
  ])('%s does not leave during a release', (_name, body) => {
    expect(judge(body, open('approved'))).toMatchObject({ let: false, why: 'unreadable' });
  });

  test('a packed body is unpacked where the browser waits (Firefox), and does not leave where it does not (Chrome)', async () => {
    const packed = await new Response(new Blob([JSON.stringify({ text: 'approved' })]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
    const body = { raw: [{ bytes: packed }] };
    expect(judge(body, open('approved'))).toEqual({ let: false, why: 'unreadable', reason: 'unknown-encoding' });
    expect(judgeWire(SPEC, URL_HERE, await readWire(body), open('approved'))).toMatchObject({ let: true, why: 'approved' });
  });

  test('a call that its adapter says nobody can read leaves once, and is not called compared', () => {
    const opaque: PublishSpec = { ...SPEC, bodyType: 'opaque', text: [] };
    expect(judge(json({ text: 'anything' }), open('approved'), opaque)).toEqual({ let: true, why: 'not-comparable', parts: 0 });
    expect(judge(json({ text: 'anything' }), open('approved', { calls: 1 }), opaque)).toMatchObject({ let: false, why: 'spent' });
    expect(judge(json({ text: 'anything' }), null, opaque)).toMatchObject({ let: false, why: 'no-release' });
  });
});

describe('one address for everything', () => {
  const form = (fields: Record<string, string[]>): RequestBody => ({ formData: fields });
  test('reading passes without a release, publishing does not', () => {
    expect(judge(form({ op: ['Feed'] }), null, GRAPH)).toEqual({ let: true, why: 'not-publishing' });
    expect(judge(form({ op: ['Create'], text: ['approved'] }), null, GRAPH)).toEqual({ let: false, why: 'no-release' });
    expect(judge(form({ op: ['Create'], text: ['approved'] }), open('approved'), GRAPH)).toMatchObject({ let: true, why: 'approved' });
  });
  test('a call nobody can read may be publishing, so it does not leave', () => {
    expect(judge({ error: 'Unknown error' }, null, GRAPH)).toEqual({ let: false, why: 'unreadable', reason: 'withheld' });
  });
  test('an operation that only a header names is left to the page world', () => {
    expect(judge(json({}), null, { ...SPEC, operation: { in: 'header', key: 'x-op', values: ['Create'] } })).toEqual({ let: true, why: 'undecidable' });
  });
});

test('an account left out by name posts once, unread', () => {
  expect(judge({ error: 'Unknown error' }, open(null))).toEqual({ let: true, why: 'free' });
  expect(judge(json({ text: 'again' }), open(null, { calls: 1 }))).toEqual({ let: false, why: 'spent' });
});

test('when calls share an address, the one that would stop it decides', () => {
  const no: WireVerdict = { let: false, why: 'no-release' };
  expect(strictest([{ let: true, why: 'not-publishing' }, no])).toBe(no);
  expect(strictest([{ let: true, why: 'not-publishing' }, { let: true, why: 'approved', parts: 1 }])).toMatchObject({ why: 'approved' });
});

test('whatever text leaves under a release is the approved one (property)', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((one) => one.trim() !== '' && !one.includes(THREAD_SEPARATOR));
  fc.assert(fc.property(text, text, (approved, sent) => {
    const verdict = judge(json({ text: sent }), open(approved));
    if (verdict.let) expect(sent.normalize('NFC').replace(/\s|[\ufeff\u200b]/g, '')).toBe(approved.toWellFormed().normalize('NFC').replace(/\s|[\ufeff\u200b]/g, ''));
    expect(judge(json({ text: approved }), open(approved)).let).toBe(true);
  }), { numRuns: 300 });
});
