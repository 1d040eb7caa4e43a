import { describe, expect, test } from 'vitest';
import { ago, coverageOf, LAYERS, unguardedCount } from '../../../components/options/sites/coverage';
import { hostList, parseAddress } from '../../../components/options/sites/hosts';
import { patternOf, siteLines } from '../../../components/options/sites/site-list';
import type { SiteLine } from '../../../components/options/sites/site-list';
import { ADAPTERS } from '../../../platforms';
import type { CoverageRow, SiteRow } from '../../../storage/rows';

const NOW = 1_000_000_000;
const site = (platform: string, host: string | null = null, coveredAt = 100): SiteRow => ({ key: `${platform}|${host ?? ''}`, platform, host, coveredAt });
const said = (platform: string, host: string, state: CoverageRow['state'], at = 200, detail = ''): CoverageRow => ({ key: `${platform}|${host}`, platform, host, state, detail, at });
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

describe('coverage never claims more than was seen (HOUSE promise 9)', () => {
  test('a site that is on but was never opened is not called guarded', () => {
    expect(coverageOf(lineFor('x', [site('x')]), [])).toMatchObject({ intent: 'unseen', protection: 'Unseen', alert: null });
  });
  test('a live page is guarded', () => {
    expect(coverageOf(lineFor('x', [site('x')]), [said('x', 'x.com', 'live')])).toMatchObject({ intent: 'live', protection: 'Guarded', alert: null });
  });
  test('one page that is not recognised makes the site not covered, whatever other pages say', () => {
    const rows = [said('facebook', 'www.facebook.com', 'unrecognised', 150), said('facebook', 'm.facebook.com', 'live', 300)];
    const found = coverageOf(lineFor('facebook', [site('facebook')]), rows);
    expect(found).toMatchObject({ intent: 'down', protection: 'Not covered' });
    expect(found.alert?.detail).toContain('www.facebook.com go out without review');
  });
  test('an unknown account is held and said so', () => {
    expect(coverageOf(lineFor('bluesky', [site('bluesky')]), [said('bluesky', 'bsky.app', 'unknown-account')])).toMatchObject({ intent: 'partly', protection: 'Guarded', alert: { tone: 'hold' } });
  });
  test('a withdrawn permission is news; a switch turned off by hand is not', () => {
    const off = lineFor('x', []);
    expect(coverageOf(off, [said('x', 'x.com', 'not-covered', 200, 'The browser no longer lets Countersign run here.')]).alert?.title).toContain('permission was withdrawn');
    expect(coverageOf(off, [said('x', 'x.com', 'not-covered', 200, 'Switched off in Countersign.')])).toMatchObject({ intent: 'off', alert: null });
  });
  test('what was said before the site was switched on again is history', () => {
    expect(coverageOf(lineFor('x', [site('x', null, 500)]), [said('x', 'x.com', 'not-covered', 200)])).toMatchObject({ intent: 'unseen', alert: null });
  });
  test('the mark in the rail counts sites, not pages', () => {
    const rows = [said('facebook', 'www.facebook.com', 'unrecognised'), said('facebook', 'm.facebook.com', 'unrecognised'), said('x', 'x.com', 'live')];
    expect(unguardedCount([site('facebook'), site('x')], rows)).toBe(1);
  });
  test('layers that this build does not have are never listed as used', () => {
    const used = new Set(siteLines(ADAPTERS, [], []).flatMap((line) => line.layers));
    expect(used.has('lock') || used.has('witness')).toBe(false);
    expect([...used].every((id) => LAYERS.some((layer) => layer.id === id))).toBe(true);
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
