import { describe, expect, it } from 'vitest';
import { hostMatches } from '../../../gate/page-url';
import { sameText, cleanLabel, cleanText } from '../../../gate/text';
import { isCombo, isComposing, mayAct } from '../../../gate/keys';

describe('which pages an adapter speaks for', () => {
  it.each([
    ['https://x.com/*', 'https://x.com/home', true],
    ['https://x.com/*', 'http://x.com/home', false],
    ['https://x.com/*', 'https://evil-x.com/', false],
    ['https://x.com/*', 'https://x.com.evil.example/', false],
    ['https://*.linkedin.com/*', 'https://www.linkedin.com/feed/', true],
    ['https://*.linkedin.com/*', 'https://linkedin.com/', true],
    ['https://*.linkedin.com/*', 'https://notlinkedin.com/', false],
    ['*://localhost/*', 'http://localhost:4173/', true],
    ['https://*/*', 'about:blank', false],
    ['not a pattern', 'https://x.com/', false],
  ])('%s on %s: %s', (pattern, url, matches) => {
    expect(hostMatches(pattern, url)).toBe(matches);
  });
});

describe('which keys send', () => {
  const key = (init: Partial<KeyboardEvent>): KeyboardEvent => ({ key: 'Enter', code: 'Enter', keyCode: 13, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...init }) as KeyboardEvent;

  it.each([
    ['Enter', key({}), ['enter']],
    ['Shift+Enter', key({ shiftKey: true }), ['shift+enter']],
    ['Ctrl+Enter', key({ ctrlKey: true }), ['mod+enter']],
    ['Cmd+Enter', key({ metaKey: true }), ['mod+enter']],
    ['Alt+Enter', key({ altKey: true }), ['alt+enter']],
    ['Ctrl+S', key({ key: 's', code: 'KeyS', ctrlKey: true }), ['mod+s']],
    ['Option+S, which types ß', key({ key: 'ß', code: 'KeyS', altKey: true }), ['alt+s']],
  ] as const)('%s', (_, event, combos) => {
    const all = ['enter', 'mod+enter', 'shift+enter', 'alt+enter', 'mod+s', 'alt+s'] as const;
    expect(mayAct(event)).toBe(true);
    expect(all.filter((combo) => isCombo(event, combo))).toEqual(combos);
  });

  it('letters, arrows and a bare S leave the handler at once', () => {
    for (const one of ['a', 's', 'ArrowDown', 'Backspace', 'Tab']) expect(mayAct(key({ key: one, code: one === 's' ? 'KeyS' : one }))).toBe(false);
  });

  it('Enter that ends a composition is not a send, by either of the two signs', () => {
    expect(isComposing(key({ isComposing: true }))).toBe(true);
    expect(isComposing(key({ keyCode: 229 }))).toBe(true);
    expect(isComposing(key({}))).toBe(false);
  });
});

describe('texts and names', () => {
  it('BI3: what a site normalises is no change; a letter, an emoji or a capital is', () => {
    expect(sameText('One  two\r\nthree ', 'One two three')).toBe(true);
    expect(sameText('é', 'e\u0301')).toBe(true);
    expect(sameText('Doors', 'doors')).toBe(false);
    expect(sameText('Hi', 'Hi 👋')).toBe(false);
    expect(sameText('paypal', 'p\u0430ypal')).toBe(false);
  });

  it('editors’ own marks go, a person’s joiners stay', () => {
    expect(cleanText('\uFEFFa\u200Bb\u00A0c\n\n')).toBe('ab c');
    expect(cleanText('👩\u200D🚒')).toBe('👩\u200D🚒');
  });

  it('a label is compared as a person reads it', () => {
    expect(cleanLabel(' Ver\u200Böffent\u00ADlichen\n')).toBe('Veröffentlichen');
  });
});
