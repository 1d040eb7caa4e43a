import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ADAPTER_BYTES, parseAdapter, sayProblem } from '../../../platforms/import';
import { ADAPTERS } from '../../../platforms';

const FILES = ['tests/sites/practice/adapter.json', ...readdirSync('tests/sites/custom').map((name) => join('tests/sites/custom', name)), ...readdirSync('docs/adapters').filter((name) => name.endsWith('.json')).map((name) => join('docs/adapters', name))];
const GOOD = readFileSync('tests/sites/practice/adapter.json', 'utf8');

/** What a person would read after importing this text. */
function said(text: string): string[] {
  const parsed = parseAdapter(text);
  return parsed.ok ? ['fine'] : parsed.problems.map(sayProblem);
}

/** The good file with one replacement; the replaced part must exist. */
function change(from: string, to: string): string {
  expect(GOOD).toContain(from);
  return GOOD.replace(from, to);
}

const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

describe('importing an adapter', () => {
  it.each(FILES)('%s is accepted', (file) => {
    expect(said(readFileSync(file, 'utf8'))).toEqual(['fine']);
  });

  it.each(ADAPTERS.map((adapter) => adapter.id))('the built-in adapter "%s" would pass its own door', (id) => {
    const adapter = ADAPTERS.find((one) => one.id === id)!;
    expect(said(JSON.stringify(adapter, null, 2))).toEqual(['fine']);
  });

  it('the accepted adapter is exactly what the file says', () => {
    const parsed = parseAdapter(GOOD);
    expect(parsed.ok && parsed.adapter).toEqual(JSON.parse(GOOD));
  });

  it('an empty list of send selectors is named with its line and what to do', () => {
    const text = change('"send": { "selectors": ["button[type=\\"submit\\"]"] },\n      "keys": [{ "combo": "mod+enter", "in": "body" }],\n      "target"', '"send": { "selectors": [] },\n      "keys": [],\n      "target"');
    expect(said(text)).toEqual([`line ${lineOf(text, '"send": { "selectors": []')}: surfaces[0].send.selectors: give at least one selector, or a key that sends`]);
  });

  it('a misspelt key is named with the nearest known one', () => {
    const text = change('"scope": ["form.compose"]', '"scoep": ["form.compose"]');
    expect(said(text)).toEqual([`line ${lineOf(text, '"scoep"')}: surfaces[1].scoep: unknown key "scoep": did you mean "scope"?`]);
  });

  it('a key nobody can guess lists what is allowed', () => {
    expect(said(change('"release": "replay",', '"release": "replay", "zebra": 1,'))[0]).toMatch(/unknown key "zebra": allowed here are callHosts, detect, evidence, gaps, hosts/);
  });

  it.each(['fn', 'js', 'script', 'expr', 'eval', 'html', 'onClick', 'innerHTML', 'transform', 'callback', 'beforeSendHook', 'code', '__proto__'])(
    'a key that smells of code is refused: %s',
    (key) => {
      const text = change('"kind": "reply",', `"kind": "reply", ${JSON.stringify(key)}: "alert(1)",`);
      expect(said(text)).toEqual([`line ${lineOf(text, '"kind": "reply"')}: surfaces[0].${key}: an adapter holds data only; the key "${key}" looks like code`]);
    },
  );

  it.each([
    ['<all_urls>', /match pattern/],
    ['*://*/*', /every site is refused/],
    ['https://*/*', /every site is refused/],
    ['https://*.com/*', /whole ending is refused/],
    ['https://EXAMPLE.org/*', /lower-case/],
    ['file:///*', /match pattern/],
  ])('a host pattern for more than one site is refused: %s', (host, reason) => {
    expect(said(change('"hosts": []', `"hosts": [${JSON.stringify(host)}]`))[0]).toMatch(reason);
  });

  it.each([
    ['form.reply-form[', /not closed/],
    ['form.reply-form {', /element is expected/],
    ['form.reply-form}', /does not belong/],
    ['form..x', /no name after/],
    ['form > > a', /element is expected/],
    ['form,', /element is expected/],
    ['input::placeholder', /pseudo-elements/],
    ['a:not(b', /missing/],
    ['a:matches-path(x)', /not supported/],
    ['<script>', /element is expected/],
  ])('a selector that cannot work is refused: %s', (selector, reason) => {
    const problems = said(change('"scope": ["form.reply-form"]', `"scope": [${JSON.stringify(selector)}]`));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^line \d+: surfaces\[0\]\.scope\[0\]: /);
    expect(problems[0]).toMatch(reason);
  });

  it('a dangerous pattern is refused where it stands', () => {
    expect(said(change('"passThrough": ["/api/draft$"', '"passThrough": ["(a+)+$"'))[0]).toMatch(/^line \d+: passThrough\[0\]: a repeat inside a repeat/);
  });

  it('a surface that names a publish call nobody wrote down is refused', () => {
    expect(said(GOOD.replaceAll('"publish": ["create"]', '"publish": ["craete"]'))[0]).toMatch(/no publish call with the id "craete"/);
  });

  it('an address that is not on the web is refused', () => {
    expect(said(change('"restore": { "url": "/" }', '"restore": { "url": "javascript:alert(1)" }'))[0]).toMatch(/address begins with/);
  });

  it('a surface without a place to write is refused', () => {
    expect(said(GOOD.replaceAll('"role": "body"', '"role": "title"'))[0]).toMatch(/must have the role "body"/);
  });

  it('text that is not JSON is answered with the line where it breaks', () => {
    const text = GOOD.replace('"title": "Commons",', '"title": "Commons"');
    expect(said(text)).toEqual([`line ${lineOf(GOOD, '"hosts"')}: this is not valid JSON: look for a missing comma, quote or bracket here or just above`]);
    expect(said('')).toEqual(['the file is empty']);
    expect(said('{\n "a": 1,\n "b": yes\n}')[0]).toMatch(/^line 3: /);
    expect(said('{\n "a": 1,\n}')[0]).toMatch(/^line 3: /);
    expect(said('[\n1,\n2')[0]).toMatch(/^line 3: /);
    expect(said('{}\n{}')[0]).toMatch(/^line 2: /);
  });

  it('a missing key says so on the line of what lacks it', () => {
    const text = change('  "release": "replay",\n', '');
    expect(said(text)).toEqual(['line 1: release: this key is missing: one of "replay", "press"']);
  });

  it('a file larger than 64 KB is refused before anything reads it', () => {
    expect(said(`${' '.repeat(MAX_ADAPTER_BYTES)}{}`)).toEqual(['the adapter is larger than 64 KB']);
  });

  it('brackets nested thousands deep are answered at once', () => {
    const started = performance.now();
    for (const text of ['['.repeat(30_000), `${'['.repeat(30_000)}${']'.repeat(30_000)}`, '{"a":'.repeat(10_000)]) expect(parseAdapter(text).ok).toBe(false);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('a value instead of text is judged without line numbers', () => {
    const parsed = parseAdapter({ schemaVersion: 2 });
    expect(parsed.ok).toBe(false);
    expect(!parsed.ok && parsed.problems.every(({ line }) => line === null)).toBe(true);
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    for (const value of [undefined, 1n, loop, Symbol('x'), () => 1]) expect(parseAdapter(value).ok).toBe(false);
  });

  it('whatever text arrives, the answer is an adapter or a list of problems, never an exception', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ maxLength: 400 }), fc.json(), fc.anything()), (input) => {
      const parsed = parseAdapter(input);
      expect(parsed.ok || parsed.problems.length > 0).toBe(true);
    }), { numRuns: 2_000 });
  });

  it('a good file broken anywhere is judged, never thrown at', () => {
    const pieces = fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\\', '\n', 'null', '"x": 1,', '\u0000', '0');
    fc.assert(fc.property(fc.nat({ max: GOOD.length }), fc.nat({ max: 40 }), pieces, (at, cut, piece) => {
      const parsed = parseAdapter(GOOD.slice(0, at) + piece + GOOD.slice(at + cut));
      if (parsed.ok) return;
      const lines = GOOD.split('\n').length + 1;
      for (const problem of parsed.problems) expect(problem.line === null || (problem.line >= 1 && problem.line <= lines)).toBe(true);
    }), { numRuns: 1_500 });
  });

  it('a good file with one value replaced by anything is judged, never thrown at', () => {
    const places: { parent: Record<string, unknown>; key: string }[] = [];
    const visit = (value: unknown) => {
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys(value)) {
        places.push({ parent: value as Record<string, unknown>, key });
        visit((value as Record<string, unknown>)[key]);
      }
    };
    const root = JSON.parse(GOOD) as unknown;
    visit(root);
    fc.assert(fc.property(fc.nat({ max: places.length - 1 }), fc.jsonValue(), (index, value) => {
      const { parent, key } = places[index]!;
      const before = parent[key];
      parent[key] = value;
      try {
        const parsed = parseAdapter(JSON.stringify(root, null, 1));
        expect(parsed.ok || parsed.problems.length > 0).toBe(true);
      } finally {
        parent[key] = before;
      }
    }), { numRuns: 1_500 });
  });
});
