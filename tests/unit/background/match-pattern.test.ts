/** Which addresses a covered site reaches, and which it does not. */
import { expect, test } from 'vitest';
import { bareHost, hostPatterns, patternCovers, patternWithin, splitSchemes } from '../../../entrypoints/background/match-pattern';

test.each([
  ['Forum.Example', 'forum.example'], ['https://forum.example/path?x#y', 'forum.example'], ['forum.example:8080/x', 'forum.example:8080'],
  ['localhost:3000', 'localhost:3000'], ['münchen.example', 'xn--mnchen-3ya.example'], ['', null], ['not a host', null], ['javascript:alert(1)', null], ['file:///etc/x', null],
])('"%s" names the host %s', (typed, host) => {
  expect(bareHost(typed)).toBe(host);
});

test.each([
  ['https://x.com/*', 'https://x.com', true], ['https://x.com/*', 'http://x.com', false], ['https://x.com/*', 'https://notx.com', false],
  ['https://x.com/*', 'https://x.com.evil.example', false], ['https://*.x.com/*', 'https://mobile.x.com', true], ['https://*.x.com/*', 'https://x.com', true],
  ['https://*.x.com/*', 'https://evilx.com', false], ['*://forum.example/*', 'http://forum.example', true], ['*://forum.example/*', 'ftp://forum.example', false],
  ['http://localhost:3000/*', 'http://localhost:3000', true], ['http://localhost:3000/*', 'http://localhost:4000', false], ['http://localhost/*', 'http://localhost:4000', true],
  ['nonsense', 'https://x.com', false], ['https://x.com/*', 'null', false],
])('%s over %s: %s', (pattern, origin, covered) => {
  expect(patternCovers(pattern, origin)).toBe(covered);
});

test.each(['localhost:3000', '127.0.0.1:9000', '[::1]:80'])('on this computer (%s) plain http is all there is to be granted', (host) => {
  expect(hostPatterns(host, true)).toEqual([`http://${host}/*`]);
});

test('permission is asked per scheme, and Firefox gets no port', () => {
  expect(hostPatterns('forum.example:8080', true)).toEqual(['https://forum.example:8080/*', 'http://forum.example:8080/*']);
  expect(hostPatterns('forum.example:8080', false)).toEqual(['https://forum.example/*', 'http://forum.example/*']);
  expect(splitSchemes('*://a.example/*')).toEqual(['https://a.example/*', 'http://a.example/*']);
  expect(splitSchemes('https://a.example/*')).toEqual(['https://a.example/*']);
});

test.each([
  ['https://x.com/*', 'https://x.com/*', true], ['https://x.com/*', '*://x.com/*', true], ['https://x.com/*', 'http://x.com/*', false],
  ['https://x.com/*', 'https://*.x.com/*', true], ['https://*.x.com/*', 'https://x.com/*', false], ['https://*.x.com/*', 'https://*.x.com/*', true],
  ['https://*.x.com/*', 'https://*.com/*', true], ['*://x.com/*', 'https://x.com/*', false], ['*://x.com/*', '*://*/*', true], ['http://localhost:3000/*', 'http://localhost/*', true],
  ['http://localhost/*', 'http://localhost:3000/*', false], ['https://x.com/*', '<all_urls>', true], ['nonsense', '<all_urls>', false],
])('what is asked for as %s is given with %s: %s', (inner, outer, within) => {
  expect(patternWithin(inner, outer)).toBe(within);
});
