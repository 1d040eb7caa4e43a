import { describe, expect, test } from 'vitest';
import { ago, alertOf, coverOfLine, unguardedCount } from '../../../components/options/sites/coverage';
import { hostList, parseAddress } from '../../../components/options/sites/hosts';
import { patternOf, siteLines } from '../../../components/options/sites/site-list';
import type { SiteLine } from '../../../components/options/sites/site-list';
import { ADAPTERS } from '../../../platforms';
import type { SiteCover } from '../../../review/coverage/look';
import type { SiteRow } from '../../../storage/rows';

const NOW = 1_000_000_000;
const site = (platform: string, host: string | null = null, coveredAt = 100): SiteRow => ({ key: `${platform}|${host ?? ''}`, platform, host, coveredAt });
const lineFor = (platform: string, covered: SiteRow[]): SiteLine => siteLines(ADAPTERS, [], covered).find((line) => line.platform === platform) ?? expect.unreachable(platform);

describe('an address as people type it becomes one host', () => {
  test.each([
    ['mastodon.social', 'mastodon.social'], ['@ana@mastodon.social', 'mastodon.social'], ['ana@skin.example', 'skin.example'], ['https://Chat.Example.org:9000/room?x=1', 'chat.example.org'],
    ['localhost:8080/wiki', 'localhost'], ['http://127.0.0.1:3000', '127.0.0.1'],
  ])('%s', (typed, host) => {
    expect(parseAddress(typed)).toMatchObject({ ok: true, host });
  });
  test.each(['', 'not an address', 'ftp://example.org', 'chrome://settings', '*.example.org', 'intranet', 'javascript:alert(1)'])('“%s” is refused with a sentence', (typed) => {
    const parsed = parseAddress(typed);
    expect(parsed.ok).toBe(false);
    expect(!parsed.ok && parsed.problem).toMatch(/\.$/);
  });
  test('the permission asked for is that host on any port, and no other', () => {
    expect(patternOf('chat.example.org:9000')).toBe('*://chat.example.org/*');
  });
  test.each([['localhost:8080', 'http://localhost/*'], ['127.0.0.1', 'http://127.0.0.1/*'], ['localhost.example.org', '*://localhost.example.org/*']])('%s: plain http alone is asked for on this computer', (host, pattern) => {
    expect(patternOf(host)).toBe(pattern);
  });
  test('www and mobile names are shown as one site', () => {
    expect(hostList(['https://www.facebook.com/*', 'https://m.facebook.com/*', 'https://business.facebook.com/*'])).toEqual(['facebook.com', 'business.facebook.com']);
  });
});

describe('each line finds its own row', () => {
  const cover = (platform: string, host: string | null, blind: SiteCover['blind'] = null): SiteCover => ({ platform, host, blind, title: platform, missing: [], tabs: 0, at: null, level: 'guarded', row: { intent: STANDS, lock: STANDS, oneShot: STANDS, witness: STANDS, readBack: STANDS } });
  const STANDS = { state: 'on', used: true, why: 'It stands.', remedy: null } as const;
  const BLIND = { layer: 'intent', title: 'X: access was withdrawn.', detail: 'Give access back.', remedy: 'access' } as const;
  test('a site that is off has none, whatever the background remembers', () => {
    expect(coverOfLine(lineFor('x', []), [cover('x', null)])).toBeNull();
    expect(coverOfLine(lineFor('x', [site('x')]), [cover('x', null)])?.platform).toBe('x');
  });
  test('two servers of the same software are two rows', () => {
    const line = siteLines(ADAPTERS, [], [site('mastodon', 'skin.example'), site('mastodon', 'mastodon.social')]).find(({ host }) => host === 'mastodon.social') ?? expect.unreachable();
    expect(coverOfLine(line, [cover('mastodon', 'skin.example'), cover('mastodon', 'mastodon.social')])?.host).toBe('mastodon.social');
  });
  test('a missing layer is an alert; an account nobody knows holds everything and says so', () => {
    expect(alertOf(cover('x', null))).toBeNull();
    expect(alertOf(cover('x', null, BLIND))).toEqual({ tone: 'block', title: BLIND.title, detail: BLIND.detail });
    const nameless = cover('x', null);
    expect(alertOf({ ...nameless, row: { ...nameless.row, intent: { state: 'part', used: true, why: 'Everything is held.', remedy: null } } })).toMatchObject({ tone: 'hold', detail: 'Everything is held.' });
  });
  test('the mark in the rail counts sites that lack a layer', () => {
    expect(unguardedCount([cover('facebook', null, BLIND), cover('x', null)])).toBe(1);
  });
});

describe('the list of sites', () => {
  test('self-hosted software has one line for each server that is on', () => {
    const lines = siteLines(ADAPTERS, [], [site('mastodon', 'skin.example'), site('mastodon', 'mastodon.social')]);
    expect(lines.filter((line) => line.platform === 'mastodon').map((line) => line.host)).toEqual(['skin.example', 'mastodon.social']);
    expect(siteLines(ADAPTERS, [], []).some((line) => line.platform === 'mastodon')).toBe(false);
  });
  test('times read as people say them', () => {
    expect([ago(NOW, NOW), ago(NOW - 3 * 60_000, NOW), ago(NOW - 2 * 3_600_000, NOW)]).toEqual(['just now', '3 min ago', '2 h ago']);
  });
});
