/** The network lock's rules: what they stop, what they leave alone, and which patterns are refused because they would stop more. */
import { describe, expect, it } from 'vitest';
import { ADAPTERS } from '../../../platforms';
import { parseAdapter } from '../../../platforms/import';
import { lockPlan, lockStateOf, PRIORITY, rulesetsFor, windowRules } from '../../../platforms/lock-rules';
import type { LockRule } from '../../../platforms/lock-rules';
import { overBlocks } from '../../../platforms/over-block';
import { samplesFrom } from '../../../platforms/pattern-samples';
import { ruleResources, shippedRulesets } from '../../../platforms/rulesets';
import type { Adapter, PublishSpec } from '../../../platforms/schema';
import { adapterFile, adapterOf } from '../../sites/adapter-of';

/** Judges as the browser does: highest priority wins, allow before block. `null`: no rule speaks about it. */
function judge(rules: readonly LockRule[], method: string, url: string, type = 'xmlhttprequest'): 'block' | 'allow' | null {
  const host = new URL(url).hostname;
  const speaking = rules.filter(({ condition }) =>
    // Chromium takes a rule that names methods for http alone.
    (condition.requestMethods ? !url.startsWith('ws') && condition.requestMethods.includes(method.toLowerCase()) : true) && condition.resourceTypes.includes(type) &&
    (!condition.requestDomains || condition.requestDomains.some((domain) => host === domain || host.endsWith(`.${domain}`))) &&
    new RegExp(condition.regexFilter, condition.isUrlFilterCaseSensitive ? '' : 'i').test(url));
  const top = Math.max(...speaking.map(({ priority }) => priority));
  const last = speaking.filter(({ priority }) => priority === top);
  return last.length === 0 ? null : last.some(({ action }) => action === 'allow') ? 'allow' : 'block';
}

const FORUM = adapterOf('practice');
const withCalls = (publish: Partial<PublishSpec>[], more: Partial<Adapter> = {}): Adapter => {
  const specs = publish.map((spec, index): PublishSpec => ({ id: `call-${index}`, method: 'POST', url: '/api/posts$', transport: 'request', bodyType: 'json', text: ['text'], ...spec }));
  return { ...FORUM, passThrough: [], ...more, publish: specs, surfaces: FORUM.surfaces.map((surface) => ({ ...surface, publish: specs.map(({ id }) => id) })) };
};
const problemOf = (url: string, more: Partial<Adapter> = {}, spec: Partial<PublishSpec> = {}) => overBlocks(withCalls([{ url, ...spec }], more))[0]?.message ?? null;

describe('what the network stops', () => {
  const host = (adapter: Adapter) => (adapter.hosts.length > 0 ? null : 'forum.example');

  it.each(ADAPTERS.map((adapter) => [adapter.id, adapter] as const))('%s: every publish call is either stopped or said not to be, with a reason', (_, adapter) => {
    const { locked, unlocked } = lockStateOf(adapter, host(adapter));
    expect([...locked, ...unlocked.map(({ spec }) => spec)].sort()).toEqual(adapter.publish.map(({ id }) => id).sort());
    for (const { why } of unlocked) expect(why).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('says which built-in sites are told apart by content only', () => {
    const states = ADAPTERS.map((adapter) => [adapter.id, lockStateOf(adapter, host(adapter)).locked.length] as const);
    expect(Object.fromEntries(states)).toEqual({ bluesky: 0, facebook: 0, linkedin: 3, mastodon: 2, x: 3 });
    expect(lockStateOf(adapterFile('tests/sites/custom/the-lounge.json'), 'chat.example').unlocked[0]?.why).toContain('One connection');
    expect(lockStateOf(adapterFile('tests/sites/custom/mediawiki.json'), 'wiki.example').locked).toEqual([]);
    expect(lockStateOf({ ...FORUM, publish: [] }, 'forum.example').unlocked).toEqual([{ spec: '*', why: 'The publish call of this site is not known.' }]);
  });

  it('stops a publish call on every path a page has, page loads included, and nothing else of the site', () => {
    const { rules } = lockPlan(adapterOf('x'), null);
    const call = 'https://x.com/i/api/graphql/a1-B_2/CreateTweet';
    for (const type of ['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'image', 'other']) expect(judge(rules, 'POST', call, type), type).toBe('block');
    for (const url of [`${call}?a=1`, `${call}#a`, `${call}?a=/i/media/upload.json`, call.replace('Create', 'create')]) expect(judge(rules, 'POST', url), url).toBe('block');
    for (const url of [call.replace('CreateTweet', 'CreateDraftTweet'), call.replace('CreateTweet', 'FavoriteTweet'), `${call}Draft`, 'https://x.com/home']) expect(judge(rules, 'POST', url), url).toBeNull();
    expect(judge(rules, 'GET', call)).toBeNull();
    expect(judge(rules, 'POST', call.replace('x.com', 'x.com.evil.example'))).toBeNull();
  });

  it('has no condition that a worker or a sandboxed frame would slip past', () => {
    for (const { rules } of shippedRulesets('chromium')) for (const { condition } of rules) expect(Object.keys(condition).sort()).toEqual(['isUrlFilterCaseSensitive', 'regexFilter', 'requestMethods', 'resourceTypes']);
  });

  it.each([
    ['forum.example', 'https://forum.example/api/posts', 'block'], ['forum.example', 'http://forum.example:8080/api/posts', 'block'],
    ['forum.example', 'https://forum.example.evil.example/api/posts', null], ['forum.example', 'https://www.forum.example/api/posts', null],
    ['forum.example', 'https://forumXexample/api/posts', null], ['localhost:4100', 'http://localhost:4100/api/posts', 'block'],
    ['localhost:4100', 'http://localhost:4101/api/posts', null], ['127.0.0.1:4100', 'http://127.0.0.1:4100/api/posts#x', 'block'],
    ['[::1]:4100', 'http://[::1]:4100/api/posts', 'block'],
  ])('a site covered on %s: %s is %s', (where, url, verdict) => {
    expect(judge(lockPlan(FORUM, where).rules, 'POST', url)).toBe(verdict);
    expect(judge(lockPlan(withCalls([{}]), where).rules, 'POST', url)).toBe(verdict);
  });

  it('locks a call on each host its adapter names, subdomains where it says so', () => {
    const { rules } = lockPlan(withCalls([{}], { hosts: ['https://one.example/*', 'https://*.two.example/*'] }), null);
    const verdicts = ['one.example', 'a.two.example', 'two.example', 'three.example'].map((name) => judge(rules, 'POST', `https://${name}/api/posts`));
    expect(verdicts).toEqual(['block', 'block', 'block', null]);
  });

  it('a form that posts by loading a page is stopped there, and by fetch too', () => {
    const { rules } = lockPlan(withCalls([{ url: '/reply$', transport: 'navigation', bodyType: 'form' }]), 'forum.example');
    expect(['main_frame', 'sub_frame', 'xmlhttprequest'].map((type) => judge(rules, 'POST', 'https://forum.example/reply', type))).toEqual(['block', 'block', 'block']);
  });

  it('an exception passes what looks like publishing, and cannot be hung on a publish call', () => {
    const adapter = withCalls([{ url: '^https?://[^/]+/api/posts(/[a-z]+)?$' }], { passThrough: ['/api/posts/draft$'] });
    expect(overBlocks(adapter)).toEqual([]);
    const { rules } = lockPlan(adapter, 'forum.example');
    const at = (path: string) => judge(rules, 'POST', `https://forum.example${path}`);
    expect([at('/api/posts'), at('/api/posts/reply'), at('/api/posts/draft'), at('/api/posts#/api/posts/draft'), at('/api/posts/reply#/api/posts/draft')]).toEqual(['block', 'block', 'allow', 'block', 'block']);
  });

  it('the window turns the same calls round, above every other rule', () => {
    const rules = windowRules(adapterOf('x'), null, ['create']);
    expect(rules.map(({ spec, action, priority }) => [spec, action, priority])).toEqual([['create', 'allow', PRIORITY.window]]);
    const both = [...lockPlan(adapterOf('x'), null).rules, ...rules];
    const call = 'https://x.com/i/api/graphql/a/CreateTweet';
    expect([judge(both, 'POST', call), judge(both, 'POST', call.replace('CreateTweet', 'CreateNoteTweet'))]).toEqual(['allow', 'block']);
    expect(windowRules(adapterOf('bluesky'), null, ['writes'])).toEqual([]);
  });
});

describe('a socket that only publishes', () => {
  const socket = { method: 'GET', transport: 'socket', bodyType: 'frame', dedicated: true } as const;
  const on = (url: string, more: Partial<Adapter> = {}) => withCalls([{ ...socket, url }], more);
  const opens = (adapter: Adapter, url: string, type = 'websocket') => judge(lockPlan(adapter, 'forum.example').rules, 'GET', url, type);

  it.each(['/publish$', '^https?://[^/]+/publish$', '^wss?://forum\\.example/publish$', '^ws(?:s)?://forum\\.example/publish$'])('is stopped when it is opened, whichever way its address is declared: %s', (url) => {
    const adapter = on(url);
    expect(overBlocks(adapter)).toEqual([]);
    expect(lockStateOf(adapter, 'forum.example')).toEqual({ locked: ['call-0'], unlocked: [] });
    for (const scheme of ['ws', 'wss', 'https']) expect(opens(adapter, `${scheme}://forum.example/publish`), scheme).toBe('block');
    for (const other of ['wss://forum.example/news', 'wss://bank.example/publish']) expect(opens(adapter, other)).toBeNull();
    for (const type of ['main_frame', 'xmlhttprequest']) expect(opens(adapter, 'https://forum.example/publish', type)).toBeNull();
  });

  it('is let through by the window of its call', () => {
    const adapter = on('/publish$');
    const both = [...lockPlan(adapter, 'forum.example').rules, ...windowRules(adapter, 'forum.example', ['call-0'])];
    expect(judge(both, 'GET', 'wss://forum.example/publish', 'websocket')).toBe('allow');
  });

  it('is refused where its pattern would close other sockets, and is not taken for one that also reads', () => {
    expect(overBlocks(on('^wss?://[^/]+/'))[0]?.message).toMatch(/begin with|ordinary page/);
    expect(overBlocks(on('/'))[0]?.message).toMatch(/ordinary page/);
    expect(overBlocks(on('^wss://bank\\.example/publish$', { hosts: ['https://forum.example/*'] }))[0]?.message).toContain('bank.example');
    expect(overBlocks(withCalls([{ ...socket, url: '/publish$', method: 'POST' }]))[0]?.message).toContain('GET');
    const both = withCalls([{ ...socket, url: '/publish$', dedicated: false }]);
    expect(lockStateOf(both, 'forum.example').unlocked[0]?.why).toContain('One connection');
    expect(lockPlan(both, 'forum.example').rules).toEqual([]);
  });

  it('is said of sockets alone', () => {
    expect(parseAdapter(JSON.stringify(withCalls([{ dedicated: true }])))).toMatchObject({ ok: false, problems: [{ path: 'publish[0].dedicated', message: expect.stringContaining('only a socket') }] });
  });
});

describe('the shipped rulesets', () => {
  it('are one per platform that names its hosts, off until its site is on', () => {
    expect(ruleResources('chromium', false)).toEqual([{ id: 'linkedin', enabled: false, path: 'rules/linkedin.json' }, { id: 'x', enabled: false, path: 'rules/x.json' }]);
    expect(ruleResources('firefox', true).every(({ enabled }) => enabled)).toBe(true);
  });
  it('know the resource types of their browser', () => {
    const types = (engine: 'chromium' | 'firefox') => new Set(shippedRulesets(engine).flatMap(({ rules }) => rules.flatMap(({ condition }) => condition.resourceTypes)));
    expect(types('chromium').has('beacon')).toBe(false);
    expect(types('firefox').has('beacon')).toBe(true);
  });
  it('do not build from an adapter that would block too much', () => {
    expect(() => rulesetsFor([withCalls([{ url: '/' }], { id: 'bad', hosts: ['https://bad.example/*'] })], 'chromium')).toThrow(/platforms\/bad: publish call "call-0"/);
  });
});

describe('bad adapters cannot brick a site', () => {
  it.each(ADAPTERS.map((adapter) => [adapter.id, adapter] as const))('%s blocks its own calls and nothing more', (_, adapter) => {
    expect(overBlocks(adapter)).toEqual([]);
  });

  it.each([
    ['posts', /begin with/], ['^https?://[^/]+/', /ordinary page/], ['/', /ordinary page/], ['/.*', /ordinary page/], ['^https?://[^/]+/.*$', /ordinary page/],
    ['/api/posts', /where the address ends/], ['/api/posts/.*', /where the address ends/], ['^https://forum\\.example/a$|/b$', /alternatives in/],
    ['/api/p\\u00f6sts$', /escape/], ['/api/pösts$', /ASCII/], ['[?&]a=b', null], ['/api/posts(\\?|$)', null], ['^https?://[^/]+/api/v1/statuses/\\d+(\\?|$)', null],
  ])('%s: %s', (url, message) => {
    if (message) expect(problemOf(url)).toMatch(message);
    else expect(problemOf(url)).toBeNull();
  });

  it('a pattern for somebody else’s site is refused', () => {
    const own = { hosts: ['https://forum.example/*'] };
    expect(problemOf('^https://bank\\.example/transfer$', own)).toContain('bank.example');
    expect(problemOf('^https://(forum|bank)\\.example/transfer$', own)).toContain('bank.example');
    expect(problemOf('^https://forum.example/transfer$', own)).toContain('none of the adapter');
    expect(problemOf('^https://forum\\.example/transfer$', own)).toBeNull();
  });

  it('a call that must pass is never in a block, nor a publish call in an exception', () => {
    expect(problemOf('/api/[a-z]+$', { passThrough: ['/api/draft\\?v=1$'] })).toBeNull();
    expect(problemOf('/api/posts(\\?|$)', { passThrough: ['^https?://[^/]+/api/posts\\?'] })).toMatch(/passThrough\[0] lets this call pass/);
    expect(problemOf('/api/posts$', { passThrough: ['/api/'] })).toMatch(/passThrough\[0] lets this call pass/);
  });

  it('a GET is only stopped where a query tells it from reading', () => {
    expect(problemOf('/pixel$', {}, { method: 'GET' })).toContain('query');
    expect(problemOf('/page\\?send=1$', {}, { method: 'GET', transport: 'navigation' })).toContain('GET');
    const adapter = withCalls([{ method: 'GET', url: '/send\\?text=' }]);
    expect(overBlocks(adapter)).toEqual([]);
    const { rules } = lockPlan(adapter, 'forum.example');
    expect([judge(rules, 'GET', 'https://forum.example/send?text=a', 'image'), judge(rules, 'GET', 'https://forum.example/send?text=a', 'main_frame')]).toEqual(['block', null]);
  });

  it('an import says so at the place, and a stored adapter that slipped in earlier is not locked by that call', () => {
    const bad = withCalls([{}, { url: '/' }]);
    const text = JSON.stringify(bad, null, 2);
    const parsed = parseAdapter(text);
    const line = text.split('\n').findLastIndex((words) => words.includes('"url": "/"')) + 1;
    expect(parsed).toMatchObject({ ok: false, problems: [{ line, path: 'publish[1].url', message: expect.stringContaining('ordinary page') }] });
    expect(lockStateOf(bad, 'forum.example')).toMatchObject({ locked: ['call-0'], unlocked: [{ spec: 'call-1', why: expect.stringContaining('block too much') }] });
  });
});

it('examples of a pattern fit the pattern, for every pattern of ours', () => {
  for (const { publish, passThrough = [] } of ADAPTERS) {
    for (const source of [...publish.map(({ url }) => url), ...passThrough]) {
      const samples = samplesFrom(source);
      expect(samples.length).toBeGreaterThan(0);
      for (const sample of samples) expect(sample, source).toMatch(new RegExp(source));
    }
  }
});
