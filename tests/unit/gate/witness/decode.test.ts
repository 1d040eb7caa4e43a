/** What can be read of a request's body, per way a site may write it (guard.md §3.1 column F, §3.6). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADAPTERS } from '../../../../platforms';
import type { PublishSpec } from '../../../../platforms/schema';
import { partsOf } from '../../../../gate/witness/parts';
import { publishes } from '../../../../gate/witness/publishing';
import { MAX_BODY_BYTES, readWire } from '../../../../gate/witness/wire';
import type { RequestBody, Unreadable } from '../../../../gate/witness/wire';
import { bytesOf, form, json, multipart, packed, raw } from './bodies';

const URL_HERE = 'https://site.example/api?text=In+the+address';
const spec = (bodyType: PublishSpec['bodyType'], text: string[], more: Partial<PublishSpec> = {}): PublishSpec => ({ id: 'create', method: 'POST', url: '/api', transport: 'request', bodyType, text, ...more });
const builtIn = (platform: string, id: string): PublishSpec => {
  const found = ADAPTERS.find((adapter) => adapter.id === platform)?.publish.find((one) => one.id === id);
  if (!found) throw new Error(`${platform} ${id}`);
  return found;
};
const read = async (one: PublishSpec, body: RequestBody | null) => partsOf(one, URL_HERE, await readWire(body));
const text = 'Doors open at nine – café 🙂 “quoted”\nSecond line';

describe('a body that can be read gives its text', () => {
  it.each<[string, PublishSpec, RequestBody | Promise<RequestBody>, string[]]>([
    ['X, a post', builtIn('x', 'create'), json({ variables: { tweet_text: text }, queryId: 'q' }), [text]],
    ['LinkedIn, a share', builtIn('linkedin', 'share'), json({ variables: { post: { commentary: { text } } } }), [text]],
    ['LinkedIn, a comment that repeats its text', builtIn('linkedin', 'comment'), json({ states: [{ value: { commentary: { text } } }, { value: { commentary: { text } } }] }), [text]],
    ['Bluesky, a thread in one call', builtIn('bluesky', 'writes'), json({ writes: [{ collection: 'app.bsky.feed.post', value: { text: 'one' } }, { collection: 'app.bsky.feed.post', value: { text: 'two' } }] }), ['one', 'two']],
    ['Mastodon, a post', builtIn('mastodon', 'create'), json({ status: text }), [text]],
    ['Facebook, form fields as the browser gives them', builtIn('facebook', 'create'), form({ fb_api_req_friendly_name: ['ComposerStoryCreateMutation'], variables: [JSON.stringify({ input: { message: { text } } })] }), [text]],
    ['Facebook, the same as bytes', builtIn('facebook', 'create'), raw(new URLSearchParams({ variables: JSON.stringify({ input: { message: { text } } }) }).toString()), [text]],
    ['JSON in two pieces that cut a letter in half', spec('json', ['t']), raw(bytesOf('{"t":"caf\u00e9"}').slice(0, 9), bytesOf('{"t":"caf\u00e9"}').slice(9)), ['café']],
    ['JSON packed by the page (gzip)', spec('json', ['t']), packed(JSON.stringify({ t: text })).then((bytes) => raw(bytes)), [text]],
    ['JSON packed by the page (deflate)', spec('json', ['t']), packed(JSON.stringify({ t: text }), 'deflate').then((bytes) => raw(bytes)), [text]],
    ['a form field', spec('form', ['body']), form({ body: [text], token: ['x'] }), [text]],
    ['an urlencoded body as bytes', spec('form', ['body']), raw('token=x&body=a+b%20c%C3%A9'), ['a b cé']],
    ['a multipart field', spec('multipart', ['wpTextbox1']), multipart([['token', 'x'], ['wpTextbox1', text]]), [text]],
    ['a multipart field beside a file the browser keeps', spec('multipart', ['post']), multipart([['post', text]], { name: 'a.png', bytes: '' }), [text]],
    ['the address', spec('query', ['text']), {}, ['In the address']],
  ])('%s', async (_, one, body, parts) => {
    expect(await read(one, await body)).toEqual({ ok: true, parts });
  });

  it('a number is text as well, as platforms/path.ts has it', async () => {
    expect(await read(spec('json', ['n']), json({ n: 9 }))).toEqual({ ok: true, parts: ['9'] });
  });
});

describe('a body that cannot be read for certain says why', () => {
  it.each<[Unreadable, string, PublishSpec, RequestBody | null | Promise<RequestBody>]>([
    ['withheld', 'a Blob (Chrome: "Unknown error")', spec('json', ['t']), { error: 'Unknown error' }],
    ['withheld', 'bytes and an error together', spec('json', ['t']), { ...json({ t: 'x' }), error: 'Unknown error' }],
    ['empty', 'no body', spec('json', ['t']), null],
    ['empty', 'an empty list of pieces', spec('json', ['t']), { raw: [] }],
    ['file', 'a body that is one file', spec('json', ['t']), { raw: [{ file: '/x' }] }],
    ['file', 'JSON with a hole in it', spec('json', ['t']), { raw: [{ bytes: bytesOf('{"t":') }, { file: '/x' }, { bytes: bytesOf('}') }] }],
    ['broken-gzip', 'a packed body that is cut off', spec('json', ['t']), packed('{"t":"x"}').then((bytes) => raw(bytes.slice(0, 12)))],
    ['too-large', 'a packed body that explodes', spec('json', ['t']), packed(' '.repeat(MAX_BODY_BYTES + 10)).then((bytes) => raw(bytes))],
    ['not-text', 'bytes that are not UTF-8', spec('json', ['t']), raw(new Uint8Array([0xff, 0xfe, 0x41]).buffer)],
    ['not-json', 'text that is no JSON', spec('json', ['t']), raw('t=1')],
    ['ambiguous', 'an object that names a property twice', spec('json', ['t']), raw('{"t":"approved","t":"something else"}')],
    ['ambiguous', 'the same name written with an escape', spec('json', ['t']), raw('{"t":"approved","\\u0074":"something else"}')],
    ['no-text', 'JSON without the text', spec('json', ['t']), json({ other: 1 })],
    ['no-text', 'a form without the field', spec('form', ['body']), form({ other: ['x'] })],
    ['not-form', 'multipart that ends too early', spec('multipart', ['a']), raw('--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx')],
    ['not-json', 'a field that should hold JSON', spec('formJson', ['variables.t']), form({ variables: ['{'] })],
    ['not-declared', 'a call whose body the adapter calls opaque', spec('opaque', []), json({ t: 'x' })],
    ['too-large', 'more texts than a path may yield', spec('json', ['*']), json(Array.from({ length: 120 }, () => 'x'))],
  ])('%s: %s', async (reason, _, one, body) => {
    expect(await read(one, await body)).toEqual({ ok: false, reason });
  });

  it('an encoding nobody here can undo', async () => {
    expect(await readWire(json({ t: 'x' }), 'br')).toMatchObject({ kind: 'blind', reason: 'unknown-encoding', digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('a file’s bytes are never taken for a text field', async () => {
    const tricky = raw('--b\r\nContent-Disposition: form-data; name="post"; filename="a.txt"\r\n\r\nFrom the file\r\n--b--\r\n');
    expect(await read(spec('multipart', ['post']), tricky)).toEqual({ ok: false, reason: 'no-text' });
  });
});

describe('where one address serves everything, the body tells', () => {
  const facebook = builtIn('facebook', 'create');
  const bluesky = builtIn('bluesky', 'record');
  it.each<[string, PublishSpec, RequestBody, boolean | null]>([
    ['Facebook publishing', facebook, form({ fb_api_req_friendly_name: ['ComposerStoryCreateMutation'] }), true],
    ['Facebook reading', facebook, form({ fb_api_req_friendly_name: ['CometNewsFeedQuery'] }), false],
    ['Facebook, unreadable', facebook, { error: 'Unknown error' }, null],
    ['Bluesky posting', bluesky, json({ collection: 'app.bsky.feed.post' }), true],
    ['Bluesky liking', bluesky, json({ collection: 'app.bsky.feed.like' }), false],
    ['a form that saves', spec('multipart', ['t'], { operation: { in: 'form', key: 'wpSave', values: ['Save page'] } }), multipart([['wpSave', 'Save page']]), true],
    ['a form that shows a preview', spec('multipart', ['t'], { operation: { in: 'form', key: 'wpSave', values: ['Save page'] } }), multipart([['wpPreview', 'Preview']]), false],
    ['a header nobody sees here', spec('json', ['t'], { operation: { in: 'header', key: 'x-op', values: ['Create'] } }), json({}), null],
    ['an address that only publishes', spec('json', ['t']), { error: 'Unknown error' }, true],
  ])('%s', async (_, one, body, answer) => {
    expect(publishes(one, URL_HERE, await readWire(body))).toBe(answer);
  });
});

describe('whatever a page sends', () => {
  const anyBody: fc.Arbitrary<RequestBody> = fc.oneof(
    fc.array(fc.record({ bytes: fc.option(fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes).buffer), { nil: undefined }), file: fc.option(fc.string(), { nil: undefined }) })).map((pieces) => ({ raw: pieces })),
    fc.string({ unit: 'binary', maxLength: 200 }).map((value) => raw(value)),
    fc.json().map((value) => raw(value)),
    fc.dictionary(fc.string(), fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.uint8Array().map((bytes) => new Uint8Array(bytes).buffer)))).map((formData) => ({ formData })),
    fc.string().map((error) => ({ error })),
  );
  const anySpec = fc.record({ bodyType: fc.constantFrom<PublishSpec['bodyType']>('json', 'form', 'multipart', 'formJson', 'query', 'frame', 'opaque'), text: fc.array(fc.constantFrom('a', 'a.b', '*.b', '**.b', '{a}.b', 'a.*.b', '')), operation: fc.option(fc.record({ in: fc.constantFrom('json' as const, 'form' as const, 'header' as const, 'frame' as const), key: fc.constantFrom('a', 'a.b', '*'), values: fc.constant(['x']) }), { nil: undefined }) });

  it('reading it never throws and never hangs', async () => {
    await fc.assert(fc.asyncProperty(anyBody, anySpec, fc.option(fc.constantFrom('gzip', 'br', 'identity', '')), async (body, { operation, ...rest }, encoding) => {
      const wire = await readWire(body, encoding);
      const one = { ...spec(rest.bodyType, rest.text), ...(operation ? { operation: { ...operation, values: [...operation.values] } } : {}) };
      const answer = partsOf(one, URL_HERE, wire);
      expect(answer.ok ? answer.parts.length : answer.reason.length).toBeGreaterThan(0);
      expect([true, false, null]).toContain(publishes(one, URL_HERE, wire));
    }), { numRuns: 1_500 });
  });

  it('multipart and urlencoded give back what a browser wrote', async () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 60 });
    await fc.assert(fc.asyncProperty(word, word, async (value, other) => {
      const body = value.toWellFormed();
      expect(await read(spec('form', ['t']), raw(new URLSearchParams([['o', other.toWellFormed()], ['t', body]]).toString()))).toEqual({ ok: true, parts: [body] });
      const sent = new FormData();
      sent.append('t', body);
      sent.append('f', new Blob(['--x\r\nbinary']), 'a.png');
      const wired = raw(await new Response(sent).arrayBuffer());
      expect(await read(spec('multipart', ['t']), wired)).toEqual({ ok: true, parts: [body.replace(/\r\n|\r|\n/g, '\r\n')] });
    }), { numRuns: 300 });
  });
});
