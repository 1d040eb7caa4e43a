import { describe, expect, it } from 'vitest';
import { decodeHost, decodePunycode, readLink } from '../../../components/review/links';

describe('every link says where it really leads', () => {
  it('names the host of an ordinary link and warns of nothing', () => {
    expect(readLink('https://northmoor.example/a?b#c')).toEqual({ written: 'https://northmoor.example/a?b#c', host: 'northmoor.example', other: '', warnings: [] });
    expect(readLink('www.northmoor.example').host).toBe('www.northmoor.example');
  });
  it('is not fooled by a name before the @', () => {
    const link = readLink('https://northmoor.example@evil.example/login');
    expect(link.host).toBe('evil.example');
    expect(link.warnings).toEqual(['The part before “@” is not the site. The site is evil.example.']);
  });
  it('shows a look-alike host in the spelling that cannot be misread', () => {
    const link = readLink('https://\u0430pple.com');
    expect(link.host).toBe('xn--pple-43d.com');
    expect(link.other).toBe('\u0430pple.com');
    expect(link.warnings).toContain('Some of its letters only look like Latin ones.');
  });
  it('shows an honest international name readably', () => {
    expect(readLink('https://xn--mnchen-3ya.example').host).toBe('münchen.example');
  });
  it('says that a short link hides where it leads, that a number is no name, and that http is open', () => {
    expect(readLink('https://bit.ly/x').warnings).toEqual(['A short link hides where it leads.']);
    expect(readLink('http://192.0.2.7/x').warnings).toEqual(['A number instead of a name.', 'Not encrypted (http).']);
  });
  it('says so when it cannot be read at all', () => {
    expect(readLink('https://[').warnings).toEqual(['This link cannot be read as an address.']);
  });
});

describe('punycode (RFC 3492 §7.1 samples)', () => {
  it.each([
    ['egbpdaj6bu4bxfgehfvwxn', 'ليهمابتكلموشعربي؟'],
    ['ihqwcrb4cv8a8dqg056pqjye', '他们为什么不说中文'],
    ['Proprostnemluvesky-uyb24dma41a', 'Pročprostěnemluvíčesky'],
    ['d9juau41awczczp', 'そのスピードで'],
    ['-> $1.00 <--', '-> $1.00 <-'],
  ])('%s', (input, decoded) => expect(decodePunycode(input)).toBe(decoded));
  it('refuses what is not punycode and leaves such a label as it is', () => {
    expect(decodePunycode('a_b')).toBeNull();
    expect(decodeHost('xn--a_b.example')).toBe('xn--a_b.example');
  });
});
